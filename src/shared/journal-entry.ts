import { z } from 'zod'
import { DocumentId } from './ids'
import { MessageParams } from './result'

export const JournalEntryView = z.object({
  id: z.string(),
  at: z.number(),
  actor: z.string(),
  /** Fact in the past tense, e.g. `field.changed`; sentence is the translation `journal.<kind>`. */
  kind: z.string(),
  documentId: DocumentId.nullable(),
  params: MessageParams,
})
export type JournalEntryView = z.infer<typeof JournalEntryView>
