import { z } from 'zod'
import { Departure, Recipient, RecipientTotal } from '../departure'
import { DocumentId } from '../ids'
import { nothing, page } from './parts'

/** What left this machine. */
export const privacyCalls = {
  /** What left this machine of every document or of one, to everybody or to one recipient; newest first. */
  'privacy.departures': {
    input: z.object({
      documentId: DocumentId.nullable().default(null),
      recipient: Recipient.nullable().default(null),
      ...page(50),
    }),
    output: z.object({ departures: z.array(Departure), next: z.string().nullable() }),
  },
  'privacy.recipients': { input: nothing, output: z.object({ recipients: z.array(RecipientTotal) }) },
}
