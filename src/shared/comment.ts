import { z } from 'zod'
import { CommentId, DocumentId, PersonId } from './ids'

/** Words on a document. A question may have a day by which the answer is due, and puts an undecided document on hold. */
export const CommentInput = z.object({
  documentId: DocumentId,
  text: z.string().trim().min(1).max(2000),
  /** Who is asked (null: anyone) and until when, YYYY-MM-DD; null for words that ask nothing. */
  question: z.object({ personId: PersonId.nullable(), due: z.iso.date().nullable() }).nullable().default(null),
  /** The question this answers. */
  answers: CommentId.nullable().default(null),
})
export type CommentInput = z.infer<typeof CommentInput>

export const CommentView = z.object({
  id: CommentId,
  at: z.number(),
  actor: z.string(),
  text: z.string(),
  /** Whom the words name with an @. */
  mentions: z.array(PersonId),
  question: z
    .object({ personId: PersonId.nullable(), due: z.iso.date().nullable(), isAnswered: z.boolean() })
    .nullable(),
  answers: CommentId.nullable(),
})
export type CommentView = z.infer<typeof CommentView>
