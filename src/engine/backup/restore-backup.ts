import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BackupProgress } from '../../shared/backup'
import type { EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { companyFolder } from '../company-folders'
import { reachNothing, type Reach } from '../crash-points'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import { blobFormat } from '../store/blob-format'
import type { BooksKey } from '../store/books-key'
import { openStore, storeFile, type Store } from '../store/open'
import { makePrivateFolder, syncFolder } from '../store/private-files'
import { documents } from '../store/schema'
import { write } from '../store/write'
import { reconcileAnew } from '../sync/watch-round'
import { checkBackup, readOriginals } from './check-backup'
import { copyOriginals, originalsIn } from './copy-originals'
import { nameOf } from './make-backup'
import { names, type Manifest } from './manifest'
import { receivedSince, type ReceivedFile, type RestoreKeys } from './received-since'

/** Books to be put back. */
export interface RestoreTask extends RestoreKeys {
  readonly folder: string
  readonly shelf: string
  readonly dataFolder: string
  readonly at: EpochMs
  readonly actor?: string | null
}

export interface Restored {
  readonly manifest: Manifest
  /** Where the books that were there before lie now; null where there were none. */
  readonly setAside: string | null
  /** Files received after the backup, whole and under the names they came with: to be taken in again. */
  readonly receivedSince: readonly string[]
}

/**
 * Puts a company's books back as a backup holds them. Everything is made ready and checked beside the books first; then
 * the old folder is set aside, never deleted, and the new one takes its name. A process that dies in between is finished
 * by {@link finishRestore} at the next start. The company must be closed.
 *
 * @param folder one backup, on its shelf of backups
 * @param actor who does it; left out, whoever sat at the machine when the backup was made
 * @throws AppError `backup_unreadable`, `backup_unsound`, `store_disk_full`, `store_from_newer_app`
 */
export async function restoreBackup(
  { folder, shelf, dataFolder, at, key = null, currentKey = null, actor = null }: RestoreTask,
  progress: (progress: BackupProgress) => void = () => undefined,
  reach: Reach = reachNothing,
): Promise<Restored> {
  const manifest = await checkBackup(folder, shelf, { originals: 'present', key })
  const current = companyFolder(dataFolder, manifest.company)
  const staged = `${current}.restoring`
  rmSync(staged, { recursive: true, force: true })
  makePrivateFolder(staged)

  copyFileSync(join(folder, names.store), join(staged, storeFile))
  if (manifest.isSealed) copyFileSync(join(folder, names.vault), join(staged, names.vault))
  const listed = readOriginals(folder, manifest) ?? new Set<string>()
  const blobs = join(staged, 'blobs')
  const format = blobFormat(key)
  let bytes = 0
  const { lost } = await copyOriginals(
    originalsIn(join(shelf, 'originals')).filter(({ name }) => listed.has(name)),
    { from: format, to: format },
    name => join(blobs, name.slice(0, 2), name),
    join(blobs, 'arriving'),
    more => progress({ stage: 'originals', bytes: (bytes += more), of: manifest.originals.bytes }),
  )
  if (lost.length > 0) throw new AppError('backup_unsound', { what: 'original' }, 'user')
  const documents = tellJournal(staged, manifest, { key, at, actor })

  const since = receivedSince(current, currentKey, { documents, all: listed })
  reach('restore.staged')
  const isReplaced = existsSync(current)
  const setAside = `${current}.replaced-${nameOf(at)}`
  if (isReplaced) renameSync(current, setAside)
  reach('restore.set_aside')
  renameSync(staged, current)
  syncFolder(dataFolder)
  reach('restore.named')
  const toTake = isReplaced ? await layOut(since, setAside, currentKey) : []
  return { manifest, setAside: isReplaced ? setAside : null, receivedSince: toTake }
}

/** Ends a restore whose process died between setting the old books aside and naming the new ones. */
export function finishRestore(dataFolder: string): void {
  for (const key of ['own', 'sample'] as const) {
    const current = companyFolder(dataFolder, key)
    const staged = `${current}.restoring`
    // A folder of books stands there until everything beside it is ready.
    if (!existsSync(staged) || existsSync(current)) continue
    renameSync(staged, current)
    syncFolder(dataFolder)
  }
}

/** Opens the staged books (they are brought to this version), and writes down that they came from a backup. */
function tellJournal(
  staged: string,
  manifest: Manifest,
  { key, at, actor }: Required<Pick<RestoreTask, 'key' | 'at' | 'actor'>>,
): ReadonlySet<string> {
  const store: Store = openStore(staged, { key })
  try {
    write(store, tx => {
      appendJournal(tx, {
        at,
        actor: actor ?? sittingActor(tx),
        kind: 'backup.restored',
        documentId: null,
        params: { madeAt: manifest.madeAt, sequence: manifest.journalHead.sequence },
      })
      reconcileAnew(tx)
    })
    const rows = store.db.selectDistinct({ sha256: documents.sha256 }).from(documents).all()
    return new Set(rows.map(({ sha256 }) => sha256))
  } finally {
    store.close()
  }
}

const laidOut = 'received-since'

/** What was laid out of a vault does not stay there once it was taken in. */
export function forgetLaidOut(setAside: string): void {
  rmSync(join(setAside, laidOut), { recursive: true, force: true })
}

/**
 * Copies files out under the names they came with, each in a folder of its own: names may repeat. Those of a vault lie
 * there as they came, until they were taken in again.
 */
async function layOut(
  files: readonly ReceivedFile[],
  setAside: string,
  key: BooksKey | null,
): Promise<readonly string[]> {
  const root = join(setAside, laidOut)
  const paths: string[] = []
  for (const [index, { name, fileName }] of files.entries()) {
    const folder = join(root, String(index + 1))
    const original = { name, path: join(setAside, 'blobs', name.slice(0, 2), name), bytes: 0 }
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const place = join(folder, basename(fileName ?? '') || name)
    const { kept } = await copyOriginals(
      [original],
      { from: blobFormat(key), to: blobFormat(null) },
      () => place,
      join(root, 'arriving'),
      () => undefined,
    )
    if (kept.length > 0) paths.push(place)
  }
  return paths
}
