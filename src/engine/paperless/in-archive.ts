import { and, eq } from 'drizzle-orm'
import type { DocumentKind, DocumentSource } from '../../shared/document'
import type { DocumentId, EpochMs } from '../../shared/ids'
import type { InArchive } from '../../shared/paperless'
import { paperlessDocuments as links, paperlessUploads as uploads } from '../store/schema'
import type { Reader } from '../store/write'
import { readPaperless, readPaperlessOptions } from './connection'
import { storedSince } from './run-uploads'

/** E-invoices as text: the archive has no reader for them and refuses them. */
const keptHere: readonly DocumentKind[] = ['xml', 'p7m']

/** How a document stands with the connected archive; null where it has nothing to do with it. */
export function inArchive(
  reader: Reader,
  document: {
    readonly documentId: DocumentId
    readonly kind: DocumentKind
    readonly source: DocumentSource
    readonly receivedAt: EpochMs
  },
): InArchive | null {
  const connection = readPaperless(reader)
  if (!connection) return null
  const { documentId, kind, source, receivedAt } = document
  const taken = and(eq(links.documentId, documentId), eq(links.server, connection.url), eq(links.state, 'taken'))
  const link = reader.select({ archiveId: links.archiveId }).from(links).where(taken).get()
  if (link) return { state: 'there', archiveId: link.archiveId }
  const upload = reader.select().from(uploads).where(eq(uploads.documentId, documentId)).get()
  if (upload?.state === 'cancelled') return { state: 'not_to_be_stored', archiveId: null }
  if (upload?.state === 'refused') return { state: 'not_stored', archiveId: null }
  if (upload && upload.state !== 'done') return { state: 'being_stored', archiveId: null }
  const since = storedSince(reader)
  const isMeantToBe = readPaperlessOptions(reader).archivesOthers && since !== undefined && receivedAt >= since
  return isMeantToBe && source !== 'sample' && keptHere.includes(kind) ? { state: 'kept_here', archiveId: null } : null
}
