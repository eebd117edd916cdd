import { z } from 'zod'
import { DocumentId } from '../ids'
import { JournalEntryView } from '../journal-entry'
import { JournalFault } from '../journal-row'
import { nothing, page } from './parts'

/** The journal as it was written. */
export const journalCalls = {
  /** Whether the journal's chain is whole and its kept head in it; the first bad row otherwise. */
  'journal.verify': {
    input: nothing,
    output: z.object({
      rows: z.number().int(),
      isIntact: z.boolean(),
      brokenAt: z.number().int().nullable(),
      fault: JournalFault.nullable(),
      head: z.object({ sequence: z.number().int(), hash: z.string() }),
    }),
  },
  'journal.list': {
    input: z.object({ documentId: DocumentId.nullable().default(null), ...page(100) }),
    output: z.object({ entries: z.array(JournalEntryView), next: z.string().nullable() }),
  },
}
