import Database from 'better-sqlite3'
import { copyFileSync, existsSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupProgress } from '../../shared/backup'
import type { EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { previousVersion } from '../../shared/update'
import { copyOriginals, originalsIn, type Original } from '../backup/copy-originals'
import { companyFolder, type CompanyKey } from '../company-folders'
import { reachNothing, type Reach } from '../crash-points'
import { sittingActor } from '../people/sitting'
import { targetError } from '../store/blob-files'
import { blobFormat } from '../store/blob-format'
import type { BooksKey } from '../store/books-key'
import { copyStoreFile } from '../store/copy-store'
import { appendJournal } from '../store/journal'
import { anchorFile } from '../store/journal-anchor'
import { openStore, storeFile } from '../store/open'
import { sealPages, tagsOf } from '../store/page-tags'
import { makePrivateFolder, syncFolder } from '../store/private-files'
import { write } from '../store/write'
import { writeVaultFile, type VaultFile } from './vault-file'

/** Books to be put into a vault, or taken out of one. */
export interface ResealTask {
  readonly dataFolder: string
  readonly company: CompanyKey
  /** What they are sealed with now. */
  readonly from: BooksKey | null
  readonly to: { readonly key: BooksKey; readonly file: VaultFile } | null
  readonly at: EpochMs
}

/** Kept free beyond the second copy, for everything else that writes. */
const roomToLeave = 64 * 1024 * 1024

/**
 * Makes the same books beside those that are there, with every page and every original sealed (or no longer sealed); then
 * the two folders change places and the old one is deleted. Until the new one has its name nothing was changed: a process
 * that dies is undone, or finished, by {@link finishReseal} at the next start. The company must be closed.
 *
 * @throws AppError `vault_no_room`, `vault_original_damaged` (params `count`), `store_disk_full`, `store_damaged`
 */
export async function resealBooks(
  { dataFolder, company, from, to, at }: ResealTask,
  progress: (progress: BackupProgress) => void = () => undefined,
  reach: Reach = reachNothing,
): Promise<void> {
  const current = companyFolder(dataFolder, company)
  const staged = stagedBeside(current)
  const toKey = to?.key ?? null
  const originals = originalsIn(join(current, 'blobs'))
  try {
    requireRoom(current, originals)
    rmSync(staged, { recursive: true, force: true })
    makePrivateFolder(staged)
    const of = originals.reduce((sum, { bytes }) => sum + bytes, 0)
    progress({ stage: 'store', bytes: 0, of })
    copyStoreFile(join(current, storeFile), join(staged, storeFile), from)
    reach('vault.store_copied')
    changePages(join(staged, storeFile), from, toKey)
    reach('vault.store_sealed')

    let bytes = 0
    const blobs = join(staged, 'blobs')
    const { lost } = await copyOriginals(
      originals,
      { from: blobFormat(from), to: blobFormat(toKey) },
      name => join(blobs, name.slice(0, 2), name),
      join(blobs, 'arriving'),
      more => progress({ stage: 'originals', bytes: (bytes += more), of }),
    )
    if (lost.length > 0) throw new AppError('vault_original_damaged', { count: lost.length }, 'user')
    reach('vault.originals_sealed')

    progress({ stage: 'check', bytes: 0, of: 1 })
    if (to !== null) writeVaultFile(staged, to.file)
    keepAnchor(current, staged)
    tellJournal(staged, toKey, at)
    syncFolder(staged)
    reach('vault.staged')
  } catch (thrown) {
    rmSync(staged, { recursive: true, force: true })
    throw targetError(thrown)
  }
  changePlaces(current, staged, reach, () => forgetPrevious(dataFolder, company))
}

/** Until the new folder stands in its place the old one is whole, under one of its two names. */
function changePlaces(current: string, staged: string, reach: Reach, changed: () => void): void {
  const parent = join(current, '..')
  const left = leftBeside(current)
  rmSync(left, { recursive: true, force: true })
  renameSync(current, left)
  reach('vault.set_aside')
  renameSync(staged, current)
  syncFolder(parent)
  reach('vault.named')
  changed()
  rmSync(left, { recursive: true, force: true })
  syncFolder(parent)
  reach('vault.cleared')
}

/** Ends what a dead process left: books that were being sealed are as before, those that had been are so for good. */
export function finishReseal(dataFolder: string): void {
  for (const key of ['own', 'sample'] as const) {
    const current = companyFolder(dataFolder, key)
    const [staged, left] = [stagedBeside(current), leftBeside(current)]
    if (!existsSync(staged) && !existsSync(left)) continue
    if (!existsSync(current)) renameSync(existsSync(staged) ? staged : left, current)
    syncFolder(dataFolder)
    if (existsSync(left)) forgetPrevious(dataFolder, key)
    for (const folder of [staged, left]) rmSync(folder, { recursive: true, force: true })
    syncFolder(dataFolder)
  }
}

/**
 * Books that an update kept for going back share their originals with these, which lie otherwise on disk now: who goes back
 * keeps the books as they are.
 */
function forgetPrevious(dataFolder: string, company: CompanyKey): void {
  rmSync(join(dataFolder, ...previousVersion, company), { recursive: true, force: true })
}

const stagedBeside = (current: string) => `${current}.resealing`
const leftBeside = (current: string) => `${current}.resealed`

function requireRoom(current: string, originals: readonly Original[]): void {
  // The store twice: rewriting its pages keeps those it replaces until it is through.
  const store = 2 * statSync(join(current, storeFile)).size
  const needed = originals.reduce((sum, { bytes }) => sum + bytes, store + roomToLeave)
  const { bavail, bsize } = statfsSync(current)
  const free = bavail * bsize
  if (free < needed) throw new AppError('vault_no_room', { needed, free }, 'user')
}

function changePages(file: string, from: BooksKey | null, to: BooksKey | null): void {
  const raw = new Database(file, { fileMustExist: true })
  try {
    tagsOf(raw, file, from)
    raw.pragma('synchronous = FULL')
    sealPages(raw, to)
  } finally {
    raw.close()
  }
}

/** The journal's head as kept beside the books: they contain it as before. */
function keepAnchor(current: string, staged: string): void {
  const kept = join(current, anchorFile)
  if (existsSync(kept)) copyFileSync(kept, join(staged, anchorFile))
}

function tellJournal(staged: string, key: BooksKey | null, at: EpochMs): void {
  const store = openStore(staged, { key })
  try {
    write(store, tx => {
      const kind = key === null ? 'vault.left' : 'vault.entered'
      appendJournal(tx, { at, actor: sittingActor(tx), kind, documentId: null, params: {} })
    })
  } finally {
    store.close()
  }
}
