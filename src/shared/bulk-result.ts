import { z } from 'zod'
import { DocumentId, GroupId } from './ids'
import { ErrorData } from './result'

export const BulkResult = z.object({
  done: z.array(DocumentId),
  failed: z.array(z.object({ documentId: DocumentId, error: ErrorData })),
  /** Takes all of it back at once: `group.undo`. */
  group: GroupId.optional(),
  /** Of those done: approved, but others must approve too. */
  waiting: z.array(DocumentId).optional(),
})
export type BulkResult = z.infer<typeof BulkResult>
