import type Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { RunResult } from 'better-sqlite3'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { join } from 'node:path'
import { nothingAcknowledged, openAcknowledged, type Acknowledged } from './acknowledged'
import { reachNothing, type Reach } from '../crash-points'
import { targetError } from './blob-files'
import type { BooksKey } from './books-key'
import { openConnection, requireDurable } from './connection'
import { lockFolder } from './folder-lock'
import { migrate } from './migrate'
import { makePrivateFile, makePrivateFolder } from './private-files'
import * as schema from './schema'
import { compilingOnce } from './statement-cache'
import { fromSqlite } from './sqlite-errors'

export type Db = BetterSQLite3Database<typeof schema>
/** What a change runs in; made by `write()` only. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
/** Anything that can be asked: the store itself or a running transaction. */
export type Reader = BaseSQLiteDatabase<'sync', RunResult, typeof schema>

/** One company's books: the single writer connection of this process. */
export interface Store {
  readonly db: Db
  readonly raw: Database.Database
  /** The company's folder, or `:memory:`. */
  readonly folder: string
  /** What the books are sealed with; null where they lie in no vault. */
  readonly key: BooksKey | null
  /** Marks a commit as one that somebody may be told about. */
  acknowledge(commits: number): void
  readonly reach: Reach
  /** Checkpoints, closes and lets go of the folder. */
  close(): void
}

export interface OpenOptions {
  /** A person says that books older than what was acknowledged are right: a copy was put in their place. */
  readonly acceptsLoss?: boolean
  /** Of books in a vault. */
  readonly key?: BooksKey | null
  readonly reach?: Reach
}

export const storeFile = 'quittance.db'

/**
 * Opens a company's store, making or migrating it as needed, and becomes the folder's only engine.
 * A store that will not open stays exactly as it is.
 *
 * @param folder the company's folder (made if missing, closed to other users), or `:memory:` for tests
 * @throws AppError `data_folder_in_use`, `store_from_newer_app`, `store_migration_broken`, `store_not_durable`,
 *   `store_damaged`, `store_lost_commits`, `store_disk_full`, `store_read_only`
 */
export function openStore(
  folder: string,
  { acceptsLoss = false, key = null, reach = reachNothing }: OpenOptions = {},
): Store {
  const rest = { folder, key, reach }
  if (folder === ':memory:') {
    return storeOn(openMigrated(':memory:', null, reach), {
      ...rest,
      acknowledged: nothingAcknowledged,
      unlock: () => undefined,
    })
  }
  try {
    return openIn(folder, acceptsLoss, rest)
  } catch (thrown) {
    throw targetError(thrown)
  }
}

function openIn(folder: string, acceptsLoss: boolean, rest: Pick<Store, 'folder' | 'key' | 'reach'>): Store {
  makePrivateFolder(folder)
  const unlock = lockFolder(folder)
  let raw: Database.Database | undefined
  try {
    const file = join(folder, storeFile)
    makePrivateFile(file)
    raw = openMigrated(file, rest.key, rest.reach)
    return storeOn(raw, { ...rest, acknowledged: openAcknowledged(folder, raw, acceptsLoss), unlock })
  } catch (error) {
    raw?.close()
    unlock()
    throw error
  }
}

/** A store in memory that begins as this one is: tests and measurements need thousands, and migrating takes its time. */
export function copyToMemory({ raw, reach }: Store): Store {
  const copy = openConnection(raw.serialize(), null, reach)
  return storeOn(copy, {
    folder: ':memory:',
    key: null,
    reach,
    acknowledged: nothingAcknowledged,
    unlock: () => undefined,
  })
}

function openMigrated(file: string, key: BooksKey | null, reach: Reach): Database.Database {
  let raw: Database.Database | undefined
  try {
    raw = openConnection(file, key, reach)
    migrate(raw, file, undefined, reach, key)
    if (file !== ':memory:') requireDurable(raw)
    return raw
  } catch (error) {
    raw?.close()
    throw fromSqlite(error)
  }
}

interface StoreParts {
  readonly folder: string
  readonly key: BooksKey | null
  readonly acknowledged: Acknowledged
  readonly reach: Reach
  readonly unlock: () => void
}

function storeOn(raw: Database.Database, { folder, key, acknowledged, reach, unlock }: StoreParts): Store {
  return {
    db: drizzle({ client: compilingOnce(raw) as Database.Database, schema }),
    raw,
    folder,
    key,
    acknowledge: commits => acknowledged.note(commits),
    reach,
    close() {
      reach('checkpoint.before')
      raw.close()
      reach('checkpoint.after')
      acknowledged.close()
      unlock()
    },
  }
}
