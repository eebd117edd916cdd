import { and, count, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { EpochMs } from '../../shared/ids'
import { ledgerBills, outbox, unknownBills } from './schema'
import type { Reader, Tx } from './write'

export type UnknownBillRow = typeof unknownBills.$inferSelect
/** A bill as the ledger lists it. */
export type ListedBill = Omit<UnknownBillRow, 'listedAt' | 'answer' | 'reason'>

/** What bills are recognised by: the ledger's ids of those held here, and every number that went or is to go out. */
export function knownBills(reader: Reader): { readonly ids: Set<string>; readonly numbers: Set<string> } {
  const held = reader
    .select({ id: ledgerBills.ledgerId, number: ledgerBills.billNumber })
    .from(ledgerBills)
    .where(eq(ledgerBills.kind, 'bill'))
    .all()
  // A row that was taken back before it was sent stands for nothing any more.
  const queued = reader
    .select({ number: outbox.billNumber })
    .from(outbox)
    .where(and(eq(outbox.kind, 'bill'), ne(outbox.state, 'cancelled')))
    .all()
  return { ids: new Set(held.map(({ id }) => id)), numbers: new Set([...held, ...queued].map(({ number }) => number)) }
}

/**
 * Keeps what a whole list of the ledger showed. An answered one is asked about again only when it says something else by
 * now; one that is there no more, or known here by now, is no question any more.
 *
 * @returns those never listed before
 */
export function keepListed(
  tx: Tx,
  organization: string,
  listed: readonly ListedBill[],
  now: EpochMs,
): readonly ListedBill[] {
  const own = eq(unknownBills.organization, organization)
  const before = new Map(
    tx
      .select()
      .from(unknownBills)
      .where(own)
      .all()
      .map(row => [row.ledgerId, row]),
  )
  for (const bill of listed) {
    const held = before.get(bill.ledgerId)
    const answer = held && isSameBill(held, bill) ? {} : { answer: null, reason: null }
    tx.insert(unknownBills)
      .values({ ...bill, listedAt: now })
      .onConflictDoUpdate({
        target: [unknownBills.organization, unknownBills.ledgerId],
        set: { ...bill, ...answer, listedAt: now },
      })
      .run()
  }
  tx.delete(unknownBills)
    .where(and(own, ne(unknownBills.listedAt, now), isNull(unknownBills.answer)))
    .run()
  return listed.filter(({ ledgerId }) => !before.has(ledgerId))
}

/** A document stands for the bill of this number from here on. */
export function forgetUnknown(tx: Tx, billNumber: string): void {
  tx.delete(unknownBills).where(eq(unknownBills.billNumber, billNumber)).run()
}

/** Those nobody has answered, latest first. */
export function unansweredBills(reader: Reader, organization: string, limit: number): UnknownBillRow[] {
  return reader
    .select()
    .from(unknownBills)
    .where(isUnanswered(organization))
    .orderBy(desc(unknownBills.date), desc(unknownBills.ledgerId))
    .limit(limit)
    .all()
}

export function unansweredCount(reader: Reader, organization: string): number {
  const row = reader.select({ number: count() }).from(unknownBills).where(isUnanswered(organization)).get()
  return row?.number ?? 0
}

/**
 * Keeps a person's answer.
 *
 * @param ledgerIds which; null for all that nobody has answered
 * @returns the numbers of the bills that were answered
 */
export function keepAnswer(
  tx: Tx,
  organization: string,
  ledgerIds: readonly string[] | null,
  { answer, reason }: Pick<UnknownBillRow, 'answer' | 'reason'>,
): string[] {
  const those =
    ledgerIds === null
      ? isUnanswered(organization)
      : and(eq(unknownBills.organization, organization), inArray(unknownBills.ledgerId, [...ledgerIds]))
  return tx
    .update(unknownBills)
    .set({ answer, reason })
    .where(those)
    .returning({ number: unknownBills.billNumber })
    .all()
    .map(({ number }) => number)
}

function isUnanswered(organization: string) {
  return and(eq(unknownBills.organization, organization), isNull(unknownBills.answer))
}

/** The vendor may be named anew; what is owed may not change unasked. */
function isSameBill(held: UnknownBillRow, listed: ListedBill): boolean {
  const told = ({ billNumber, date, total, currency, isDraft }: ListedBill) => [
    ...[billNumber, date, total, currency],
    isDraft,
  ]
  return JSON.stringify(told(held)) === JSON.stringify(told(listed))
}
