import { z } from 'zod'

/**
 * How likely a document needs no correction, 0 to 1, and what that is made of. The parts are shown beside the score, so
 * that nobody has to believe a number.
 */
export const DocumentQuality = z.object({
  score: z.number().min(0).max(1),
  parts: z.object({
    /** Chance that every header field was read right; `weakest` is the field that is least sure. */
    reading: z.object({ chance: z.number().min(0).max(1), weakest: z.string().nullable() }),
    /** The vendor's latest documents, and in how many of them a person corrected what was read. */
    vendor: z.object({ documents: z.number().int().min(0), corrected: z.number().int().min(0) }),
    /** Open issues that are not doubts of reading, and the chance that all of them need no change. */
    checks: z.object({ chance: z.number().min(0).max(1), open: z.number().int().min(0) }),
  }),
})
export type DocumentQuality = z.infer<typeof DocumentQuality>
