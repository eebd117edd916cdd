import { and, asc, eq, ne } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { DocumentId, Sha256 } from '../../shared/ids'
import { AppError, type ErrorData } from '../../shared/result'
import { displayName } from '../intake/display-name'
import { intakeLimits } from '../intake/limits'
import { receive } from '../intake/receive'
import { sniff } from '../pipeline/sniff'
import { ServerFailure } from '../http/server-failure'
import { keepArchiveText } from '../store/archive-texts'
import { appendJournal } from '../store/journal'
import { documents, paperlessDocuments as links } from '../store/schema'
import type { StoredFile } from '../store/blobs'
import { write, type Reader, type Tx } from '../store/write'
import type { Listed, Metadata } from './answers'
import { keepLink, seenAgain, type Link } from './links'
import { noticeChange } from './notice-change'
import type { PaperlessSession } from './session'

/**
 * Takes one document of the archive in, or finds out why not. Its bytes are in the blob store before its row and its
 * link are committed together: whatever happens in between, it is taken exactly once.
 *
 * @param known what became of it before
 * @throws ServerFailure; AppError `paperless_checksum_differs`, `store_disk_full` …
 */
export async function takeDocument(session: PaperlessSession, listed: Listed, known: Link | undefined): Promise<void> {
  const { store, paperless, now } = session
  const fileName = displayName(listed.original_file_name ?? listed.title)
  if (!isReadable(listed.mime_type)) {
    return skip(session, listed, '', {
      code: 'unsupported_type',
      params: { fileName, mediaType: listed.mime_type },
      retry: 'never',
    })
  }
  const metadata = await paperless.metadata(listed.id)
  const { original_checksum: checksum, original_size: bytes } = metadata
  if (known && known.state !== 'failed' && known.checksum === checksum) {
    const { documentId } = known
    const text = documentId === null ? undefined : await textThere(session, listed.id)
    return write(store, tx => {
      seenAgain(tx, known, listed.modified, now())
      if (documentId !== null && text !== undefined) keepArchiveText(tx, documentId, text, now())
    })
  }
  if (bytes > intakeLimits.documentBytes) {
    return skip(session, listed, checksum, { code: 'file_too_large', params: { fileName, bytes }, retry: 'never' })
  }
  const text = await textThere(session, listed.id)
  const here = session.hash === 'sha256' ? firstWithBytes(store.db, checksum as Sha256) : undefined
  const stored = here ? undefined : await download(session, listed.id, metadata)
  await session.checkpoint('bytes_kept')
  const taken = write(store, tx => {
    const twin = here ?? (stored && firstWithBytes(tx, stored.sha256))
    const documentId = twin
      ? linkTwin(tx, session, listed, checksum, twin)
      : takeIn(tx, session, listed, checksum, stored, fileName)
    if (documentId && text !== undefined) keepArchiveText(tx, documentId, text, now())
    if (documentId && known?.documentId) {
      noticeChange(tx, known.documentId, { archiveId: listed.id, documentId }, session.context())
    }
    return documentId
  })
  session.log.info({ documentId: taken, archiveId: listed.id }, 'document of the archive taken')
  announce(session, [taken, known?.documentId ?? null])
  await session.checkpoint('taken')
}

/** What the archive read there; undefined when it breaks over it: for a hint no document is left behind. */
async function textThere({ paperless, log }: PaperlessSession, id: number): Promise<string | undefined> {
  try {
    return await paperless.text(id)
  } catch (thrown) {
    const isBroken = thrown instanceof ServerFailure && ['server', 'contract_broken'].includes(thrown.facts.kind)
    if (!isBroken) throw thrown
    log.warn({ archiveId: id, code: thrown.data.code }, 'the text of a document of the archive could not be had')
    return undefined
  }
}

/** What readers can make something of; the archive stores texts and office files too. */
function isReadable(mimeType: string): boolean {
  return /^(application\/pdf|image\/.+|message\/rfc822|(text|application)\/xml)$/.test(mimeType)
}

async function download(session: PaperlessSession, id: number, metadata: Metadata): Promise<StoredFile> {
  const hash = createHash(session.hash)
  return session.paperless.download(id, parts =>
    session.blobs.putParts(hashing(parts, hash), intakeLimits.documentBytes, ({ bytes }) => {
      const isWhole = bytes === metadata.original_size && hash.digest('hex') === metadata.original_checksum
      if (!isWhole) throw new AppError('paperless_checksum_differs', { archiveId: id }, 'later')
    }),
  )
}

async function* hashing(parts: AsyncIterable<Uint8Array>, hash: { update(part: Uint8Array): unknown }) {
  for await (const part of parts) {
    hash.update(part)
    yield part
  }
}

function takeIn(
  tx: Tx,
  session: PaperlessSession,
  listed: Listed,
  checksum: string,
  stored: StoredFile | undefined,
  fileName: string,
): DocumentId | null {
  // Nothing was downloaded because the bytes were here; rows are never removed.
  if (!stored) throw new AppError('document_not_found', {}, 'never')
  const original = { sha256: stored.sha256, bytes: stored.bytes, fileName, ...sniff(stored.head, stored.bytes) }
  const [received] = receive(tx, [original], 'paperless', null, session.context())
  const documentId = received?.documentId ?? null
  link(tx, session, listed, checksum, { documentId, state: 'taken', error: null })
  return documentId
}

/** The bytes came in another way before: the archive's document is that one, unless another of the archive already is. */
function linkTwin(tx: Tx, session: PaperlessSession, listed: Listed, checksum: string, twin: Twin): DocumentId | null {
  const { server } = session
  const other = tx
    .select({ archiveId: links.archiveId })
    .from(links)
    .where(
      and(
        eq(links.server, server),
        eq(links.documentId, twin.id),
        eq(links.state, 'taken'),
        eq(links.isNewest, true),
        ne(links.archiveId, listed.id),
      ),
    )
    .get()
  if (other) {
    const params = { archiveId: other.archiveId, intakeNumber: twin.intakeNumber }
    const error: ErrorData = { code: 'paperless_stored_twice', params, retry: 'never' }
    link(tx, session, listed, checksum, { documentId: twin.id, state: 'skipped', error })
    return null
  }
  // What was decided before the link existed is written back too.
  link(tx, session, listed, checksum, { documentId: twin.id, state: 'taken', error: null }, { writeWanted: 1 })
  const at = session.now()
  const params = { archiveId: listed.id }
  appendJournal(tx, { at, actor: session.context().actor, kind: 'paperless.found', documentId: twin.id, params })
  return twin.id
}

type Fate = Pick<Link, 'documentId' | 'state' | 'error'>

function link(
  tx: Tx,
  session: PaperlessSession,
  listed: Listed,
  checksum: string,
  fate: Fate,
  more: Partial<Link> = {},
): void {
  const { id: archiveId, title, modified } = listed
  keepLink(tx, { server: session.server, archiveId, checksum, title, modified, ...fate }, session.now(), more)
}

function skip(session: PaperlessSession, listed: Listed, checksum: string, error: ErrorData): void {
  write(session.store, tx => link(tx, session, listed, checksum, { documentId: null, state: 'skipped', error }))
}

function announce({ announce: tell, wake }: PaperlessSession, ids: readonly (DocumentId | null)[]): void {
  const documentIds = ids.filter(id => id !== null)
  if (documentIds.length > 0) tell('document.changed', { documentIds })
  tell('counts.changed', {})
  wake()
}

interface Twin {
  readonly id: DocumentId
  readonly intakeNumber: number
}

/** The document these bytes came with first. */
function firstWithBytes(reader: Reader, sha256: Sha256): Twin | undefined {
  return reader
    .select({ id: documents.id, intakeNumber: documents.intakeNumber })
    .from(documents)
    .where(eq(documents.sha256, sha256))
    .orderBy(asc(documents.intakeNumber))
    .limit(1)
    .get()
}
