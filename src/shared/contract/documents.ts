import { z } from 'zod'
import { ReadyFile } from '../activity'
import { Comparison } from '../comparison'
import { ConservationView, ProgressView } from '../document-counts'
import { DocumentView, EmbeddedFileView } from '../document-view'
import { DocumentId } from '../ids'
import { InboxFilter, InboxRow, InboxSort, InboxTab } from '../inbox'
import { XmlNode } from '../xml-node'
import { nothing, page } from './parts'

/** Lists of documents, and a document as it is. */
export const documentCalls = {
  'document.list': {
    input: z.object({ filter: InboxFilter, sort: InboxSort, ...page(200) }),
    output: z.object({ rows: z.array(InboxRow), next: z.string().nullable(), total: z.number().int() }),
  },
  /** Ids in list order: the snapshot that review walks, and "select all that match". */
  'document.ids': {
    input: z.object({ filter: InboxFilter, sort: InboxSort }),
    output: z.object({ documentIds: z.array(DocumentId) }),
  },
  /** Of the next documents of a queue those that wait for a person, in the order asked about. */
  'document.waiting': {
    input: z.object({ documentIds: z.array(DocumentId).max(200) }),
    output: z.object({ documentIds: z.array(DocumentId) }),
  },
  'document.row': { input: z.object({ documentId: DocumentId }), output: InboxRow.nullable() },
  'document.counts': {
    input: nothing,
    output: z.object({
      tabs: z.record(InboxTab, z.number().int()),
      conservation: ConservationView,
      progress: ProgressView,
      /** Held past their day, or with an issue past its time limit. */
      overdue: z.number().int(),
      /** Documents that wait for a word of whoever sits here. */
      asked: z.number().int(),
    }),
  },
  'document.get': { input: z.object({ documentId: DocumentId }), output: DocumentView },
  'document.xml': { input: z.object({ documentId: DocumentId }), output: z.object({ root: XmlNode }) },
  /** Files that lie inside an e-invoice, in its order; empty for documents without XML. */
  'document.embedded': {
    input: z.object({ documentId: DocumentId }),
    output: z.object({ files: z.array(EmbeddedFileView) }),
  },
  /** Takes one of them out, for showing and for `save`. */
  'document.takeOut': {
    input: z.object({ documentId: DocumentId, index: z.number().int().min(0) }),
    output: ReadyFile,
  },
  'document.pageWords': {
    input: z.object({ documentId: DocumentId, page: z.number().int().min(1) }),
    output: z.object({
      words: z.array(
        z.object({ text: z.string(), x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
      ),
    }),
  },
  /** Beside the likeliest twin, or beside another one. */
  'document.compare': {
    input: z.object({ documentId: DocumentId, otherId: DocumentId.nullable().default(null) }),
    output: Comparison,
  },
}
