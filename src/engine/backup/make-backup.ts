import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { BackupProgress } from '../../shared/backup'
import type { EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { CompanyKey } from '../company-folders'
import { reachNothing, type Reach } from '../crash-points'
import { conservation } from '../lists/counts'
import { hashFile, targetError, writeDurably } from '../store/blob-files'
import { blobFormat } from '../store/blob-format'
import type { BooksKey } from '../store/books-key'
import { copyStoreFile } from '../store/copy-store'
import { journalHead } from '../store/journal'
import { storeFile } from '../store/open'
import { tagsOf } from '../store/page-tags'
import { makePrivateFolder, syncFolder } from '../store/private-files'
import * as schema from '../store/schema'
import { readSettings } from '../store/settings'
import { checkBackup } from './check-backup'
import { copyOriginals, originalsIn, type Original } from './copy-originals'
import { names, writeManifest, type Manifest } from './manifest'
import { originalOn, shelfOf } from './places'

/** What is to be backed up, and where to. */
export interface BackupTask {
  readonly company: CompanyKey
  /** The company's folder: store and originals. */
  readonly companyFolder: string
  /** Folder of backups, as chosen. */
  readonly target: string
  readonly madeBy: string
  readonly at: EpochMs
  /** Of books in a vault: the backup is sealed with it too. */
  readonly key?: BooksKey | null
}

export interface BackupMade {
  readonly name: string
  readonly folder: string
  readonly manifest: Manifest
}

/** Kept free beyond what a backup needs, for everything else that writes. */
const roomToLeave = 64 * 1024 * 1024

/**
 * Makes one backup while the books are in use: the store as of now, then the originals it names (they are on disk before
 * their rows are), then what proves both. It has its name only when all of it was read back and found whole.
 *
 * Not for the engine's own loop: the store is copied in one go.
 *
 * @throws AppError `backup_no_room`, `store_damaged`, `store_disk_full`, `store_read_only`, `backup_unsound`
 */
export async function makeBackup(
  task: BackupTask,
  progress: (progress: BackupProgress) => void = () => undefined,
  reach: Reach = reachNothing,
): Promise<BackupMade> {
  const { company, companyFolder, target, at, key = null } = task
  const format = blobFormat(key)
  const shelf = shelfOf(target, company)
  const name = nameOf(at)
  const part = join(shelf, `${name}.part`)
  try {
    makePrivateFolder(shelf)
    const originals = originalsIn(join(companyFolder, 'blobs'))
    const store = join(companyFolder, storeFile)
    requireRoom(shelf, store, originals)
    rmSync(part, { recursive: true, force: true })
    makePrivateFolder(part)

    const storeBytes = statSync(store).size
    progress({ stage: 'store', bytes: 0, of: storeBytes })
    const copy = join(part, names.store)
    reach('backup.before')
    copyStoreFile(store, copy, key)
    if (key !== null) copyFileSync(join(companyFolder, names.vault), join(part, names.vault))
    reach('backup.store_copied')
    progress({ stage: 'store', bytes: storeBytes, of: storeBytes })

    const of = originals.reduce((sum, { bytes }) => sum + bytes, 0)
    let bytes = 0
    const { kept, lost } = await copyOriginals(
      originals,
      { from: format, to: format },
      name => originalOn(shelf, name),
      join(shelf, 'originals', 'arriving'),
      more => progress({ stage: 'originals', bytes: (bytes += more), of }),
    )
    reach('backup.originals_copied')

    const list = Buffer.from(kept.map(({ name }) => `${name}\n`).join(''))
    writeDurably(join(part, names.originals), list)
    writeManifest(part, {
      format: 'quittance backup',
      version: 1,
      madeBy: task.madeBy,
      madeAt: at,
      company,
      ...factsOf(copy, key),
      isSealed: key !== null,
      store: { sha256: await hashFile(copy), bytes: statSync(copy).size },
      originals: {
        count: kept.length,
        bytes: kept.reduce((sum, original) => sum + original.bytes, 0),
        listSha256: createHash('sha256').update(list).digest('hex'),
      },
      lost: [...lost],
    })
    reach('backup.manifest_written')
    progress({ stage: 'check', bytes: 0, of: 1 })
    const manifest = await checkBackup(part, shelf, { originals: 'present', key })
    const folder = join(shelf, name)
    renameSync(part, folder)
    reach('backup.named')
    syncFolder(shelf)
    reach('backup.kept')
    progress({ stage: 'check', bytes: 1, of: 1 })
    return { name, folder, manifest }
  } catch (thrown) {
    rmSync(part, { recursive: true, force: true })
    throw targetError(thrown)
  }
}

/** Sorts by time and is a file name everywhere: `2026-11-20T10-41-07-123Z`. */
export function nameOf(at: EpochMs): string {
  return new Date(at).toISOString().replaceAll(/[:.]/g, '-')
}

function requireRoom(shelf: string, store: string, originals: readonly Original[]): void {
  const missing = originals.filter(({ name }) => !existsSync(originalOn(shelf, name)))
  // Twice the store: one copy stays, another one is made to see whether it can be restored.
  const needed = 2 * statSync(store).size + missing.reduce((sum, { bytes }) => sum + bytes, roomToLeave)
  const { bavail, bsize } = statfsSync(shelf)
  const free = bavail * bsize
  if (free < needed) throw new AppError('backup_no_room', { needed, free }, 'user')
}

/** What the copied books say of themselves. */
function factsOf(
  copy: string,
  key: BooksKey | null,
): Pick<Manifest, 'companyName' | 'schema' | 'journalHead' | 'conservation'> {
  const raw = new Database(copy, { readonly: true })
  try {
    tagsOf(raw, copy, key)
    const db = drizzle({ client: raw, schema })
    return {
      companyName: key === null ? readSettings(db).companyName : '',
      schema: raw.pragma('user_version', { simple: true }) as number,
      journalHead: journalHead(db),
      conservation: conservation(db),
    }
  } finally {
    raw.close()
  }
}
