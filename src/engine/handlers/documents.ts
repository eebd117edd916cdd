import { and, eq, isNotNull, or } from 'drizzle-orm'
import { writeFileSync } from 'node:fs'
import type { HandlersOf, Parsed } from '../../shared/contract'
import type { documentCalls } from '../../shared/contract/documents'
import type { DocumentId, Sha256 } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { overdueCount } from '../automation/overdue'
import { approvalView, isUndecided, withApprovals } from '../automation/approvals'
import { compareDocuments } from '../decisions/compare-documents'
import { documentView } from '../decisions/document-view'
import type { EngineCore } from '../engine'
import { displayName } from '../intake/display-name'
import { askedCount, conservation, tabCounts } from '../lists/counts'
import { inboxRowsOf } from '../lists/inbox-row'
import { listDocumentIds, listDocuments } from '../lists/list-documents'
import { waitingAmong } from '../lists/waiting-documents'
import type { EmbeddedFile } from '../pipeline/read/einvoice/embedded-files'
import { filesInside, invoiceTree } from '../pipeline/read/einvoice/read-xml-document'
import { inArchive } from '../paperless/in-archive'
import { sittingActor, sittingPerson } from '../people/sitting'
import { newId } from '../store/new-id'
import { documentById } from '../store/documents'
import { documents, invoices, pages } from '../store/schema'
import type { Reader } from '../store/write'

/** What can be asked about documents without changing them. */
export function documentHandlers(core: EngineCore): HandlersOf<typeof documentCalls> {
  const db = () => core.company().store.db

  function catchUpSearch(filter: Parsed<'document.ids'>['filter']): void {
    if (filter.search.trim() !== '') core.company().search.catchUp()
  }

  function xmlOf(documentId: DocumentId): Uint8Array | undefined {
    const document = documentById(db(), documentId)
    const sha256 = xmlBehind(db(), documentId) ?? (document.kind === 'xml' ? document.sha256 : undefined)
    return sha256 && core.company().blobs.read(sha256)
  }

  function insideOf(documentId: DocumentId): EmbeddedFile[] {
    const bytes = xmlOf(documentId)
    return bytes ? filesInside(bytes, documentById(db(), documentId).part) : []
  }

  return {
    'document.list'(input) {
      catchUpSearch(input.filter)
      const page = listDocuments(db(), input, core.host.now())
      return { ...page, rows: withApprovals(db(), page.rows, core.company().context(sittingActor(db()))) }
    },
    'document.ids'({ filter, sort }) {
      catchUpSearch(filter)
      return { documentIds: listDocumentIds(db(), filter, sort, core.host.now()) }
    },
    'document.waiting': ({ documentIds }) => ({ documentIds: waitingAmong(db(), documentIds) }),
    'document.row'({ documentId }) {
      const ctx = core.company().context(sittingActor(db()))
      return withApprovals(db(), inboxRowsOf(db(), [documentId]), ctx)[0] ?? null
    },
    'document.counts': () => ({
      tabs: tabCounts(db()),
      conservation: conservation(db()),
      progress: core.company().queue.progress(),
      overdue: overdueCount(db()),
      asked: askedCount(db(), sittingPerson(db())?.id ?? null),
    }),
    'document.get'({ documentId }) {
      const ctx = core.company().context(sittingActor(db()))
      const view = documentView(db(), documentId, ctx)
      return {
        ...view,
        inArchive: inArchive(db(), view),
        approval: isUndecided(view.state) ? approvalView(db(), documentId, ctx) : null,
      }
    },
    'document.compare': ({ documentId, otherId }) => compareDocuments(db(), documentId, otherId),
    'document.xml'({ documentId }) {
      const { fileName, part } = documentById(db(), documentId)
      const bytes = xmlOf(documentId)
      if (!bytes) throw new AppError('unsupported_type', { fileName }, 'never')
      return { root: invoiceTree(bytes, part) }
    },
    'document.embedded': ({ documentId }) => ({
      files: insideOf(documentId).map(({ name, kind, bytes }) => ({ name, kind, bytes: bytes.length })),
    }),
    async 'document.takeOut'({ documentId, index }) {
      const file = insideOf(documentId)[index]
      if (!file) throw new AppError('document_not_found', {}, 'never')
      const name = displayName(file.name === '' ? `${index + 1}` : file.name)
      return core
        .company()
        .ready.make(newId(core.host.now()), name, path => writeFileSync(path, file.bytes, { mode: 0o600 }))
    },
    'document.pageWords'({ documentId, page }) {
      const row = db()
        .select({ words: pages.words })
        .from(pages)
        .where(and(eq(pages.documentId, documentId), eq(pages.number, page)))
        .get()
      if (!row) throw new AppError('document_not_found', {}, 'never')
      return { words: row.words.map(([text, x, y, width, height]) => ({ text, x, y, width, height })) }
    },
  }
}

/** The XML a document was read from; of a signed file taken apart, that of its parts. */
function xmlBehind(reader: Reader, documentId: DocumentId): Sha256 | undefined {
  const isOwnOrPart = or(
    eq(documents.id, documentId),
    and(eq(documents.parentId, documentId), isNotNull(documents.part)),
  )
  const row = reader
    .select({ xmlSha256: invoices.xmlSha256 })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(and(isOwnOrPart, isNotNull(invoices.xmlSha256)))
    .limit(1)
    .get()
  return row?.xmlSha256 ?? undefined
}
