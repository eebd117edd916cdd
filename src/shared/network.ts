import { z } from 'zod'

/** Whether this machine's network may be used by the app at all, and what waits while it may not. */
export const NetworkStatus = z.object({
  /** The air gap is on: no connection is made and none accepted, to nobody and by nothing. */
  isClosed: z.boolean(),
  /** Work that goes on once the network may be used again, in numbers of documents. */
  waiting: z.object({
    /** Approved bills on their way to the ledger. */
    bills: z.number().int(),
    /** Uploads to the archive, and documents to be written back there. */
    archive: z.number().int(),
    /** Questions to the outside model. */
    questions: z.number().int(),
  }),
})
export type NetworkStatus = z.infer<typeof NetworkStatus>
