import { existsSync, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/result'
import type { Rehearsal } from '../../shared/update'
import { companyFolder, lastCompany } from '../company-folders'
import type { EngineHost } from '../host'
import { conservation } from '../lists/counts'
import { copyStoreFile } from '../store/copy-store'
import type { BooksKey } from '../store/books-key'
import { openStore, storeFile } from '../store/open'
import { verifyJournal } from '../store/verify-journal'
import { isDatabaseIntact } from '../verify'
import { createPool } from '../worker/pool'
import { watchOn } from '../worker/watch-on'
import { replaySome } from './replay-some'
import { rowsOfStoreFile, rowsPerTable, tablesThatLost } from './rows-per-table'

/** Copy, journal of the migration and the copy that migrating keeps: this many times the database. */
const spaceFactor = 3

export type RehearsalParts = Pick<
  EngineHost,
  'dataFolder' | 'resourcesFolder' | 'version' | 'startWorker' | 'workers' | 'rssOf' | 'now' | 'log'
> & {
  /** Of books in a vault. */
  readonly key?: BooksKey | null
}

/**
 * Lets this version work on a copy of the books that another version has open.
 *
 * @param scratchFolder a folder of our own, on a disk with room; emptied before and after
 * @throws AppError `store_disk_full` when there is no room for the copy, `store_from_newer_app`, `store_migration_broken`,
 *   `store_damaged`: this version must not be installed
 */
export async function rehearse(parts: RehearsalParts, scratchFolder: string): Promise<Rehearsal> {
  const startedAt = parts.now()
  const { key = null } = parts
  const folder = companyFolder(parts.dataFolder, lastCompany(parts.dataFolder))
  const copyFolder = join(scratchFolder, 'books')
  rmSync(scratchFolder, { recursive: true, force: true })
  mkdirSync(copyFolder, { recursive: true, mode: 0o700 })
  try {
    requireSpace(join(folder, storeFile), scratchFolder)
    const copy = join(copyFolder, storeFile)
    copyStoreFile(join(folder, storeFile), copy, key)
    const before = rowsOfStoreFile(copy, key)
    const store = openStore(copyFolder, { key })
    const pool = createPool({ start: parts.startWorker, size: parts.workers, watch: watchOn(parts) })
    try {
      const rows = rowsPerTable(store.raw)
      const documents = await replaySome(store, pool, { ...parts, originals: join(folder, 'blobs') })
      return {
        version: parts.version,
        schema: { before: before.schema, after: store.raw.pragma('user_version', { simple: true }) as number },
        databaseIntact: await isDatabaseIntact(store),
        journalIntact: (await verifyJournal(store.db)).isIntact,
        rows: { before: sum(before.rows), after: sum(rows) },
        lost: tablesThatLost(before.rows, rows),
        documents: { received: conservation(store.db).received, ...documents },
        ms: parts.now() - startedAt,
      }
    } finally {
      await pool.close()
      store.close()
    }
  } finally {
    rmSync(scratchFolder, { recursive: true, force: true })
  }
}

function requireSpace(file: string, folder: string): void {
  if (!existsSync(file)) throw new AppError('file_vanished', { fileName: storeFile }, 'user')
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < statSync(file).size * spaceFactor) throw new AppError('store_disk_full', {}, 'user')
}

function sum(rows: ReadonlyMap<string, number>): number {
  return [...rows.values()].reduce((total, count) => total + count, 0)
}
