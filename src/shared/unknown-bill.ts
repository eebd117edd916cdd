import { z } from 'zod'
import { DocumentState } from './document'
import { DocumentId } from './ids'

/** A bill in the ledger with our mark that no document here stands for: the books are older than it, or others posted it. */
export const UnknownBill = z.object({
  ledgerId: z.string(),
  billNumber: z.string(),
  vendorName: z.string().nullable(),
  /** YYYY-MM-DD on the ledger's calendar. */
  date: z.string(),
  /** Decimal text. */
  total: z.string(),
  currency: z.string(),
  isDraft: z.boolean(),
  /** The document of that vendor and number; approving it finds this bill and makes none. */
  document: z.object({ documentId: DocumentId, intakeNumber: z.number().int(), state: DocumentState }).nullable(),
})
export type UnknownBill = z.infer<typeof UnknownBill>

/** keep: ours and right, its document is missing or will follow. dismiss: not ours to look after. ask_again: neither after all. */
export const UnknownBillAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('keep') }),
  z.object({ type: z.literal('dismiss'), reason: z.string().trim().min(1).max(500) }),
  z.object({ type: z.literal('ask_again') }),
])
export type UnknownBillAnswer = z.infer<typeof UnknownBillAnswer>
