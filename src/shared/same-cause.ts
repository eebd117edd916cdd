import { z } from 'zod'
import { DocumentState } from './document'
import { DocumentId, IssueId } from './ids'
import { IssueKey } from './issue'
import { ErrorData } from './result'

/** Open issues with the cause of one just settled, and what the same answer would do to them. */
export const SamePreview = z.object({
  issues: z.number().int(),
  documentIds: z.array(DocumentId),
  /** The first few, each rehearsed; none while they were only counted. */
  rows: z.array(
    z.object({
      issueId: IssueId,
      documentId: DocumentId,
      intakeNumber: z.number().int(),
      number: z.string().nullable(),
      /** `name`: a header field, or "line 3" for the account of a line. Amounts are decimal text. */
      changes: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
      currency: z.string().nullable(),
      stateAfter: DocumentState,
      /** Why it would be refused there. */
      error: ErrorData.nullable(),
    }),
  ),
})
export type SamePreview = z.infer<typeof SamePreview>

/** What stands open on several documents, by kind. `skip`, `waive`: on how many of them that is allowed. */
export const OpenKind = z.object({
  key: IssueKey,
  documents: z.number().int(),
  skip: z.number().int(),
  waive: z.number().int(),
})
export type OpenKind = z.infer<typeof OpenKind>
