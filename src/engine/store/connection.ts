import Database from 'better-sqlite3'
import { AppError } from '../../shared/result'
import { reachNothing, type Reach } from '../crash-points'
import type { BooksKey } from './books-key'
import { tagPages } from './page-tags'

const busyWaitMs = 5_000

/**
 * Opens one connection with the settings every connection of ours must have. The file must be there already:
 * `open.ts` makes it, with the right permissions.
 *
 * @param file path of the database, `:memory:`, or the bytes of one to be copied into memory
 * @param key of books in a vault
 */
export function openConnection(
  file: string | Buffer,
  key: BooksKey | null = null,
  reach: Reach = reachNothing,
): Database.Database {
  const path = typeof file === 'string' ? file : ':memory:'
  const raw = new Database(file, { timeout: busyWaitMs, fileMustExist: path !== ':memory:' })
  try {
    tagPages(raw, path, key, reach)
    raw.pragma('journal_mode = WAL')
    // This build's default falls to NORMAL at the first write in WAL mode: a power failure then takes commits we
    // have already answered for. Said out loud, FULL stays.
    raw.pragma('synchronous = FULL')
    if (process.platform === 'darwin') {
      // On a Mac fsync leaves the data in the drive's own memory; only this reaches the platter.
      raw.pragma('fullfsync = ON')
      raw.pragma('checkpoint_fullfsync = ON')
    }
    raw.pragma('foreign_keys = ON')
    raw.pragma('trusted_schema = OFF')
    raw.pragma('cell_size_check = ON')
    // Small and often: moving a thousand pages at once (the default) makes everybody wait for the disk.
    raw.pragma('wal_autocheckpoint = 250')
    raw.pragma('journal_size_limit = 67108864')
    raw.pragma('cache_size = -32768')
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

/**
 * Writes once and reads back what the library made of our durability settings; a connection that would lose
 * acknowledged commits in a power failure may not be used.
 *
 * @throws AppError `store_not_durable`
 */
export function requireDurable(raw: Database.Database): void {
  const version = raw.pragma('user_version', { simple: true }) as number
  raw.pragma(`user_version = ${version}`)
  const journalMode = raw.pragma('journal_mode', { simple: true }) as string
  const synchronous = raw.pragma('synchronous', { simple: true }) as number
  const full = 2
  if (journalMode !== 'wal' || synchronous !== full) {
    throw new AppError('store_not_durable', { journalMode, synchronous }, 'never')
  }
}
