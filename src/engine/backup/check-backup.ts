import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/result'
import { conservation } from '../lists/counts'
import { hashFile } from '../store/blob-files'
import { blobFormat, hashContent, type BlobFormat } from '../store/blob-format'
import type { BooksKey } from '../store/books-key'
import { openStore, storeFile } from '../store/open'
import { documents } from '../store/schema'
import { verifyJournal } from '../store/verify-journal'
import { names, readManifest, type Manifest } from './manifest'
import { originalOn } from './places'

/** What is done about the originals: a look whether each is there, or each byte read. */
export interface HowThorough {
  readonly originals: 'present' | 'read'
  /** Of a backup that is sealed. */
  readonly key?: BooksKey | null
}

/**
 * Restores a backup into a scratch folder and looks whether it is what its manifest says: the store's hash, the journal's
 * chain up to the head, received = sum of states, an original for every document. The backup itself is only read.
 *
 * @throws AppError `backup_unreadable` (no manifest), `backup_unsound` (params `what`)
 */
export async function checkBackup(
  folder: string,
  shelf: string,
  { originals, key = null }: HowThorough,
): Promise<Manifest> {
  const manifest = readManifest(folder)
  const unsound = (what: string) => new AppError('backup_unsound', { what }, 'user')
  const copy = join(folder, names.store)
  if (!existsSync(copy) || (await hashFile(copy)) !== manifest.store.sha256) throw unsound('store')
  const listed = readOriginals(folder, manifest)
  if (!listed) throw unsound('originals_list')
  const format = blobFormat(key)
  for (const name of listed) {
    const place = originalOn(shelf, name)
    const isWhole = existsSync(place) && (originals === 'present' || (await fits(format, place, name)))
    if (!isWhole) throw unsound('original')
  }
  const what = await tryToOpen(copy, shelf, { manifest, listed, key })
  if (what !== null) throw unsound(what)
  return manifest
}

/** Names of the files that belong to a backup; undefined when the list is not the one its manifest speaks of. */
export function readOriginals(folder: string, { originals }: Manifest): ReadonlySet<string> | undefined {
  const path = join(folder, names.originals)
  const list = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  if (createHash('sha256').update(list).digest('hex') !== originals.listSha256) return undefined
  return new Set(list.toString('utf8').split('\n').filter(Boolean))
}

/** Whether a file's content is what its name says. */
async function fits(format: BlobFormat, path: string, name: string): Promise<boolean> {
  try {
    return format.nameOf(await hashContent(format, path)) === name
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.data.code === 'file_unreadable') return false
    throw thrown
  }
}

/** @returns what is wrong with the books in it, or null */
async function tryToOpen(
  copy: string,
  shelf: string,
  {
    manifest,
    listed,
    key,
  }: { readonly manifest: Manifest; readonly listed: ReadonlySet<string>; readonly key: BooksKey | null },
): Promise<string | null> {
  const { nameOf } = blobFormat(key)
  const scratch = mkdtempSync(join(shelf, 'scratch-'))
  try {
    copyFileSync(copy, join(scratch, storeFile))
    const store = openStore(scratch, { key })
    try {
      const journal = await verifyJournal(store.db, manifest.journalHead)
      if (!journal.isIntact || journal.rows !== manifest.journalHead.sequence) return 'journal'
      const counted = conservation(store.db)
      if (!counted.isBalanced || counted.received !== manifest.conservation.received) return 'conservation'
      const lost = new Set(manifest.lost)
      const named = store.db.selectDistinct({ sha256: documents.sha256 }).from(documents).all()
      return named.every(({ sha256 }) => listed.has(nameOf(sha256)) || lost.has(nameOf(sha256))) ? null : 'originals'
    } finally {
      store.close()
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
