import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RestorePreview } from '../../shared/backup'
import { AppError } from '../../shared/result'
import type { Sha256 } from '../../shared/ids'
import { blobFormat } from '../store/blob-format'
import type { BooksKey } from '../store/books-key'
import { storeFile } from '../store/open'
import { tagsOf } from '../store/page-tags'
import { fromSqlite } from '../store/sqlite-errors'
import { readOriginals } from './check-backup'
import { originalsIn } from './copy-originals'
import { names, readManifest, type Manifest } from './manifest'

/** A file that the books received and a backup does not know. */
export interface ReceivedFile {
  /** Its name among the originals. */
  readonly name: string
  /** The name it came with; null where its row cannot be read any more. */
  readonly fileName: string | null
}

/** What a restore needs to read both sides. */
export interface RestoreKeys {
  /** Of the backup, where it is sealed. */
  readonly key?: BooksKey | null
  /** Of the books that are there now, where they lie in a vault. */
  readonly currentKey?: BooksKey | null
}

/** What a backup knows. */
export interface KnownFiles {
  /** SHA-256 of its documents. */
  readonly documents: ReadonlySet<string>
  /** Names of its originals: with what was kept beside documents, pictures of pages and XML that lay in a PDF. */
  readonly all: ReadonlySet<string>
}

/** Names that a preview tells; more would not be read. */
const namesTold = 20

/**
 * What books received and a backup does not know, the first received first; as much as damaged books still tell. A file
 * that lies among the originals and that no row speaks of any more counts too: nobody can say that it was not received.
 *
 * @param folder a company's folder
 * @param key what its books are sealed with
 */
export function receivedSince(folder: string, key: BooksKey | null, known: KnownFiles): readonly ReceivedFile[] {
  const { nameOf } = blobFormat(key)
  const file = join(folder, storeFile)
  const found: ReceivedFile[] = []
  const isTold = tellAll(file, key, ({ sha256, fileName }) => {
    if (!known.documents.has(sha256)) found.push({ name: nameOf(sha256), fileName })
  })
  found.reverse()
  if (isTold) return found
  const named = new Set(found.map(({ name }) => name))
  for (const { name } of originalsIn(join(folder, 'blobs'))) {
    if (!named.has(name) && !known.all.has(name)) found.push({ name, fileName: null })
  }
  return found
}

interface ReceivedRow {
  readonly sha256: Sha256
  readonly fileName: string
}

/** @returns whether the books told all there is; the newest documents come first, then damage matters least */
function tellAll(file: string, key: BooksKey | null, tell: (row: ReceivedRow) => void): boolean {
  if (!existsSync(file)) return false
  try {
    reading(file, key, raw => {
      // Parts of a file are made again from the file.
      const rows = raw
        .prepare<[], ReceivedRow>(
          'SELECT sha256, file_name AS fileName FROM documents WHERE parent_id IS NULL ORDER BY intake_number DESC',
        )
        .iterate()
      for (const row of rows) tell(row)
    })
    return true
  } catch (thrown) {
    // Books of another version, or none at all, tell as little as damaged ones.
    if (thrown instanceof Database.SqliteError) return false
    throw thrown
  }
}

/**
 * What choosing a backup would give up: told before anything is done.
 *
 * @param folder one backup, which `key` opens
 * @param current the company's folder, which `currentKey` opens
 * @throws AppError `backup_unreadable`, `backup_unsound`
 */
export function restorePreview(
  folder: string,
  current: string,
  { key = null, currentKey = null }: RestoreKeys = {},
): Omit<RestorePreview, 'backup'> {
  const manifest = readManifest(folder)
  const since = receivedSince(current, currentKey, knownTo(folder, key, manifest))
  const blobs = new Set(originalsIn(join(current, 'blobs')).map(({ name }) => name))
  return {
    receivedSince: since.length,
    onDisk: since.filter(({ name }) => blobs.has(name)).length,
    fileNames: since.flatMap(({ fileName }) => fileName ?? []).slice(0, namesTold),
    changesSince: existsSync(current) ? changesSince(join(current, storeFile), currentKey, manifest) : 0,
  }
}

function knownTo(folder: string, key: BooksKey | null, manifest: Manifest): KnownFiles {
  const listed = readOriginals(folder, manifest)
  if (!listed) throw new AppError('backup_unsound', { what: 'originals_list' }, 'user')
  try {
    const hashes = reading(join(folder, names.store), key, raw =>
      raw.prepare<[], string>('SELECT DISTINCT sha256 FROM documents').pluck().all(),
    )
    return { documents: new Set(hashes), all: listed }
  } catch (thrown) {
    const error = fromSqlite(thrown)
    if (!(error instanceof AppError)) throw thrown
    throw new AppError('backup_unsound', { what: 'store' }, 'user', { cause: thrown })
  }
}

/** What persons and rules did to documents; what the engine did by itself it does again. Null when the books do not say. */
function changesSince(file: string, key: BooksKey | null, { journalHead }: Manifest): number | null {
  if (!existsSync(file)) return null
  try {
    return reading(file, key, raw => {
      const sameRow = raw
        .prepare<[number, string], number>('SELECT count(*) FROM journal WHERE sequence = ? AND hash = ?')
        .pluck()
        .get(journalHead.sequence, journalHead.hash)
      // Books that went another way cannot be compared row by row.
      if (journalHead.sequence > 0 && sameRow !== 1) return null
      const count = raw.prepare<[number], number>(
        `SELECT count(*) FROM journal WHERE sequence > ? AND document_id IS NOT NULL
           AND actor NOT LIKE 'engine%' AND kind NOT LIKE 'document.received%'`,
      )
      return count.pluck().get(journalHead.sequence) ?? 0
    })
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError) return null
    throw thrown
  }
}

function reading<T>(file: string, key: BooksKey | null, work: (raw: Database.Database) => T): T {
  const raw = new Database(file, { readonly: true, fileMustExist: true })
  try {
    tagsOf(raw, file, key)
    return work(raw)
  } finally {
    raw.close()
  }
}
