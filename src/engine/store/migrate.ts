import type Database from 'better-sqlite3'
import { reachNothing, type Reach } from '../crash-points'
import { AppError } from '../../shared/result'
import type { BooksKey } from './books-key'
import { copyStore } from './copy-store'
import { migrations as released, type Migration } from './migrations/index'

/**
 * Brings a store to the newest schema in one transaction, after keeping a checked copy of it as it was.
 *
 * @param file path of the database, for the copy's name `<file>.schema-<version>`; `:memory:` keeps none
 * @param migrations every migration ever released, in order; tests hand in their own
 * @throws AppError `store_from_newer_app`, `store_migration_broken`; the store is left as it was
 */
export function migrate(
  raw: Database.Database,
  file: string,
  migrations: readonly Migration[] = released,
  reach: Reach = reachNothing,
  key: BooksKey | null = null,
): void {
  const from = raw.pragma('user_version', { simple: true }) as number
  if (from > migrations.length) {
    throw new AppError('store_from_newer_app', { found: from, known: migrations.length }, 'user')
  }
  if (from === migrations.length) return
  if (from > 0 && file !== ':memory:') copyStore(raw, `${file}.schema-${from}`, key, reach)

  // Has no effect inside the transaction, and rebuilding a referenced table needs it.
  raw.pragma('foreign_keys = OFF')
  try {
    raw
      .transaction(() => {
        for (const migration of migrations.slice(from)) {
          migration.up(raw)
          reach('migration.step_done')
        }
        const orphans = raw.pragma('foreign_key_check') as unknown[]
        if (orphans.length > 0) {
          throw new AppError('store_migration_broken', { from, orphans: orphans.length }, 'never')
        }
        raw.pragma(`user_version = ${migrations.length}`)
      })
      .exclusive()
    reach('migration.committed')
  } finally {
    raw.pragma('foreign_keys = ON')
  }
}
