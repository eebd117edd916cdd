import { z } from 'zod'
import { ConservationView } from '../document-counts'
import { DocumentId } from '../ids'
import { JournalFault } from '../journal-row'
import { nothing } from './parts'

/** Proof that nothing is lost. */
export const storeCalls = {
  'store.verify': {
    input: nothing,
    output: z.object({
      conservation: ConservationView,
      stuckJobs: z.number().int(),
      journalRows: z.number().int(),
      journalIntact: z.boolean(),
      /** Number of the first row that is bad or missing, and what is wrong there. */
      journalBrokenAt: z.number().int().nullable().optional(),
      journalFault: JournalFault.nullable().optional(),
      journalHead: z.object({ sequence: z.number().int(), hash: z.string() }).optional(),
      originalsChecked: z.number().int(),
      originalsDamaged: z.array(z.object({ documentId: DocumentId, fileName: z.string() })),
      databaseIntact: z.boolean(),
    }),
  },
}
