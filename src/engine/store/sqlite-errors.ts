import Database from 'better-sqlite3'
import { AppError } from '../../shared/result'

/**
 * Turns SQLite's own codes into ours. A disk that is full, read-only, locked or damaged is the machine's
 * business and needs a person; anything else SQLite says is a bug of ours and passes unchanged.
 *
 * @returns what should be thrown instead of `thrown`
 */
export function fromSqlite(thrown: unknown): unknown {
  if (!(thrown instanceof Database.SqliteError)) return thrown
  const { code } = thrown
  if (code === 'SQLITE_FULL') return new AppError('store_disk_full', {}, 'user', { cause: thrown })
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError('store_busy', {}, 'later', { cause: thrown })
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AppError('store_damaged', {}, 'user', { cause: thrown })
  }
  if (/^SQLITE_(READONLY|IOERR|CANTOPEN|PERM)/.test(code)) {
    return new AppError('store_read_only', {}, 'user', { cause: thrown })
  }
  return thrown
}
