import { z } from 'zod'
import { DocumentState } from './document'
import { DocumentId } from './ids'

/** Bills and vendor credits are numbered apart in the ledger: only both together name one. */
const LedgerName = z.object({ kind: z.enum(['bill', 'vendor_credit']), ledgerId: z.string().max(40) })
export type LedgerName = z.infer<typeof LedgerName>

/**
 * A bill or vendor credit in the ledger with our mark that no document here stands for: the books are older than it, or
 * others posted it.
 */
export const UnknownBill = LedgerName.extend({
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

/** Those a person means; null: all that nobody has answered. */
export const UnknownBillNames = z.array(LedgerName).min(1).max(500).nullable()

/** keep: ours and right, its document is missing or will follow. dismiss: not ours to look after. ask_again: neither after all. */
export const UnknownBillAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('keep') }),
  z.object({ type: z.literal('dismiss'), reason: z.string().trim().min(1).max(500) }),
  z.object({ type: z.literal('ask_again') }),
])
export type UnknownBillAnswer = z.infer<typeof UnknownBillAnswer>
