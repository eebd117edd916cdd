import { hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { firstHash } from '../../shared/journal-row'
import type { ViewContext } from '../decisions/document-view'
import type { Blobs } from '../store/blobs'
import { appendJournal, journalHead } from '../store/journal'
import type { Store } from '../store/open'
import { syncFolderLater } from '../store/private-files'
import { write } from '../store/write'
import { documentsOf, type DocumentRow, type PackScope } from './choose-documents'
import { filesOfDocument } from './document-files'
import { contentsHash } from './contents-hash'
import { journalLines, firstRowOf, hashBefore } from './journal-slice'
import {
  journalName,
  manifestName,
  packFormat,
  packMadeKind,
  packVersion,
  type Manifest,
  type PackedDocument,
  type PackedFile,
} from './pack-format'
import { dirname } from 'node:path'

export interface PackParts {
  readonly store: Store
  readonly blobs: Blobs
  readonly context: ViewContext
  readonly company: string
  readonly now: EpochMs
  /** Who asks for it, for the journal; which program makes it, for the manifest. */
  readonly actor: string
  readonly madeBy: string
}

export interface MadePack {
  readonly documents: number
  readonly files: number
  readonly rows: number
  readonly head: { readonly sequence: number; readonly hash: string }
}

/**
 * Writes the evidence of some documents, or of a period, into one ZIP: originals, values with their boxes, issues,
 * decisions, approvals, and the journal from the first of them to its end. That the pack was made, and what it holds, is
 * the journal's last row in it: so the head vouches for every file.
 *
 * @param path where the ZIP is to lie; nothing is there until it is complete
 * @throws AppError `document_not_found`, `value_invalid`; the system's error when the file cannot be written
 */
export async function makePack(parts: PackParts, scope: PackScope, path: string): Promise<MadePack> {
  const { store, now, actor } = parts
  const zip = new ZipFile()
  const files: PackedFile[] = []
  const documents: PackedDocument[] = []
  const chosen = documentsOf(store.db, scope)
  for (const document of chosen) {
    documents.push(await addDocument(parts, zip, files, document))
    await nextTurn()
  }
  files.sort((one, other) => (one.path < other.path ? -1 : 1))
  write(store, tx => {
    const params = { documents: documents.length, files: files.length, contents: contentsHash(files) }
    const [only] = chosen
    const documentId = chosen.length === 1 && only ? only.id : null
    appendJournal(tx, { at: now, actor, kind: packMadeKind, documentId, params })
  })
  const head = journalHead(store.db)
  const from = firstRowOf(
    store.db,
    chosen.map(({ id }) => id),
  )
  const lines = Buffer.from(journalLines(store.db, { from, to: head.sequence, documentIds: new Set(idsOf(chosen)) }))
  zip.addBuffer(lines, journalName)
  const manifest: Manifest = {
    format: packFormat,
    version: packVersion,
    madeAt: now,
    madeBy: parts.madeBy,
    company: parts.company,
    period: 'period' in scope ? scope.period : null,
    documents,
    journal: { previousHash: hashBefore(store.db, from) ?? firstHash, from, head },
    files: [...files, { path: journalName, sha256: hash('sha256', lines), bytes: lines.length }],
  }
  zip.addBuffer(jsonBytes(manifest), manifestName)
  await finish(zip, path)
  return { documents: documents.length, files: manifest.files.length, rows: head.sequence - from + 1, head }
}

function idsOf(chosen: readonly DocumentRow[]): DocumentId[] {
  return chosen.map(({ id }) => id)
}

async function addDocument(
  { store, blobs, context }: PackParts,
  zip: ZipFile,
  files: PackedFile[],
  document: DocumentRow,
): Promise<PackedDocument> {
  const { id, intakeNumber, fileName, sha256, bytes } = document
  // One moment for all of them: nothing else runs between these two lines.
  const told = filesOfDocument(store.db, document, context)
  const upTo = journalHead(store.db).sequence
  for (const [name, content] of Object.entries(told)) {
    const content8 = jsonBytes(content)
    const path = `documents/${intakeNumber}/${name}`
    zip.addBuffer(content8, path)
    files.push({ path, sha256: hash('sha256', content8), bytes: content8.length })
  }
  const isThere = (await blobs.verify(sha256)) !== 'missing'
  const original = `originals/${sha256}${safeExtension(fileName)}`
  // Copies of one file lie in the pack once.
  const known = files.find(file => file.sha256 === sha256 && file.path.startsWith('originals/'))
  if (isThere && !known) {
    zip.addReadStreamLazy(original, opened => opened(null, Readable.from(blobs.stream(sha256), { objectMode: false })))
    files.push({ path: original, sha256, bytes })
  }
  const packed = { documentId: id, intakeNumber, fileName, originalSha256: sha256, upTo }
  return { ...packed, original: isThere ? (known?.path ?? original) : null }
}

/** Of a stranger's file name only a plain extension is kept. */
function safeExtension(fileName: string): string {
  const extension = extname(fileName).toLowerCase()
  return /^\.[a-z0-9]{1,5}$/.test(extension) ? extension : ''
}

function jsonBytes(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
}

async function finish(zip: ZipFile, path: string): Promise<void> {
  const draft = `${path}.part`
  zip.end()
  try {
    await pipeline(zip.outputStream, createWriteStream(draft, { mode: 0o600, flush: true }))
    await rename(draft, path)
    await syncFolderLater(dirname(path))
  } catch (thrown) {
    await rm(draft, { force: true })
    throw thrown
  }
}
