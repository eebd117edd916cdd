import { z } from 'zod'
import { ApprovalView } from './automation'
import { CommentView } from './comment'
import { DocumentKind, DocumentSource, DocumentState, PageInfo } from './document'
import { DocumentId, PersonId } from './ids'
import { DetailView, InvoiceView } from './invoice'
import { IssueView } from './issue'
import { LessonView } from './lesson'
import { ModelMark } from './outside-model'
import { PageOfFile, RelatedDocument } from './pages'
import { InArchive } from './paperless'
import { DocumentQuality } from './quality'

/** Another document that is kept with this one. */
const FileBeside = z.object({
  documentId: DocumentId,
  intakeNumber: z.number().int(),
  fileName: z.string(),
  mediaType: z.string(),
})

export const DocumentView = z.object({
  documentId: DocumentId,
  intakeNumber: z.number().int(),
  fileName: z.string(),
  kind: DocumentKind,
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  source: DocumentSource,
  receivedAt: z.number(),
  state: DocumentState,
  stateReason: z.string().nullable(),
  pages: z.array(PageInfo),
  parentId: DocumentId.nullable(),
  /** Which invoice of the parent's file this is, from 1. */
  part: z.number().int().min(1).nullable().optional(),
  /** The pages of other documents that this one consists of, in order; null for a file of its own. */
  pagesFrom: z.array(PageOfFile).nullable().optional(),
  /** The file or document this one was taken out of. */
  parent: RelatedDocument.nullable().optional(),
  /** Documents made of this one's invoices, pages or files. */
  parts: z.array(RelatedDocument).optional(),
  /** Identical bytes or the invoice this one repeats. `isJoined`: no twin of it; its pages were joined to that one's. */
  duplicateOf: z
    .object({ documentId: DocumentId, intakeNumber: z.number().int(), isJoined: z.boolean().optional() })
    .nullable(),
  /** Pages, scans and photos of this e-invoice that came as files of their own. */
  attached: z.array(FileBeside).optional(),
  /** Orders, delivery notes and the like that a person keeps with it. */
  support: z.array(FileBeside).optional(),
  invoice: InvoiceView.nullable(),
  /** What an e-invoice says beside its header: terms, payment, references, delivery, stamp. */
  details: z.array(DetailView).optional(),
  issues: z.array(IssueView),
  /** What corrections on this document taught, and the lessons of others that gave it values. */
  lessons: z.object({ learned: z.array(LessonView), acting: z.array(LessonView) }).optional(),
  /** How likely it needs no correction, with the parts of that score; null while nothing was read. */
  quality: DocumentQuality.nullable().optional(),
  /** What of this document was sent to an outside model, newest first. */
  sentToModel: z.array(ModelMark).optional(),
  bill: z
    .object({
      billNumber: z.string(),
      ledgerId: z.string().nullable(),
      state: z.string(),
      postedAt: z.number().nullable(),
      kind: z.enum(['bill', 'vendor_credit']).optional(),
      /** As the ledger said at its last look; null before the first, and for vendor credits. */
      payment: z.enum(['unpaid', 'partly', 'paid', 'overdue']).nullable().optional(),
      /** Decimal text, in the bill's currency. */
      due: z.string().nullable().optional(),
      checkedAt: z.number().nullable().optional(),
      /** False once the ledger says something else than was posted. */
      isAsPosted: z.boolean().optional(),
    })
    .nullable(),
  /** Null where no archive is connected, or it has nothing to do with this document. */
  inArchive: InArchive.nullable().optional(),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  /** Whose approvals its policy asks for; null where none does. */
  approval: ApprovalView.nullable().optional(),
  assigneeId: PersonId.nullable().optional(),
  /** The day an answer is due while on hold. */
  holdUntil: z.string().nullable().optional(),
  /** Held past its day, or with an issue past its time limit. */
  isOverdue: z.boolean().optional(),
  /** What people wrote on it, oldest first. */
  comments: z.array(CommentView).optional(),
})
export type DocumentView = z.infer<typeof DocumentView>

export const EmbeddedFileView = z.object({
  /** As the e-invoice calls it; empty where it has no name. */
  name: z.string(),
  /** What its bytes say it is. */
  kind: DocumentKind,
  bytes: z.number().int(),
})
export type EmbeddedFileView = z.infer<typeof EmbeddedFileView>
