import { z } from 'zod'
import { BulkResult } from '../bulk-result'
import { CommentInput } from '../comment'
import { TwinAnswer } from '../comparison'
import { CommentId, DocumentId, GroupId, PersonId } from '../ids'
import { FieldName } from '../invoice'
import { PartStarts } from '../pages'
import { documentIds, done, isoDate, nothing, text } from './parts'

/** What a person decides about documents. */
export const decisionCalls = {
  'document.approve': { input: z.object({ documentIds }), output: BulkResult },
  'document.approveReady': { input: nothing, output: BulkResult },
  /** On hold already: another reason or due date. */
  'document.hold': {
    input: z.object({ documentIds, reason: text(500), dueDate: isoDate.nullable().default(null) }),
    output: BulkResult,
  },
  'document.setAside': { input: z.object({ documentIds, reason: text(500) }), output: BulkResult },
  'document.assign': { input: z.object({ documentIds, personId: PersonId.nullable() }), output: BulkResult },
  /** Words, a question or an answer on a document; they stay for ever. */
  'comment.add': { input: CommentInput, output: z.object({ commentId: CommentId }) },
  'document.reject': { input: z.object({ documentIds, reason: text(500) }), output: BulkResult },
  /** One account for all lines of each. */
  'document.setAccount': { input: z.object({ documentIds, accountCode: text(40) }), output: BulkResult },
  /** One typed value for a header field of each. */
  'document.setField': {
    input: z.object({ documentIds, field: FieldName, value: text(500).nullable() }),
    output: BulkResult,
  },
  /** Back on the road from hold, rejected, duplicate, set aside, or approved-but-not-sent. */
  'document.restore': { input: z.object({ documentIds }), output: BulkResult },
  'document.retry': {
    input: z.object({ documentId: DocumentId, password: text(200).optional(), forceOcr: z.boolean().default(false) }),
    output: nothing,
  },
  /** Makes documents of a document's pages; the parts begin where said. */
  'document.split': {
    input: z.object({ documentId: DocumentId, starts: PartStarts }),
    output: z.object({ documentIds: z.array(DocumentId) }),
  },
  /** Appends the pages of other documents, in the order given: scans that are pages of one invoice. */
  'document.join': {
    input: z.object({ documentId: DocumentId, otherIds: z.array(DocumentId).min(1).max(50) }),
    output: nothing,
  },
  'document.settleTwin': {
    input: z.object({
      documentId: DocumentId,
      otherId: DocumentId,
      answer: TwinAnswer,
      reason: text(500).default(''),
    }),
    output: done,
  },
  'document.undo': { input: z.object({ documentId: DocumentId }), output: done },
  'document.redo': { input: z.object({ documentId: DocumentId }), output: done },
  /** Takes back what one action decided on many documents; those decided on again meanwhile stay and are named. */
  'group.undo': { input: z.object({ group: GroupId }), output: BulkResult },
  'group.redo': { input: z.object({ group: GroupId }), output: BulkResult },
}
