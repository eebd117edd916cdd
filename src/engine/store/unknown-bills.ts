import { and, count, desc, eq, isNull, ne, or } from 'drizzle-orm'
import type { EpochMs } from '../../shared/ids'
import type { LedgerName } from '../../shared/unknown-bill'
import { ledgerBills, outbox, unknownBills } from './schema'
import type { Reader, Tx } from './write'

export type UnknownBillRow = typeof unknownBills.$inferSelect
/** A bill or vendor credit as the ledger lists it. */
export type ListedBill = Omit<UnknownBillRow, 'listedAt' | 'answer' | 'reason'>

/** What those of one kind are recognised by: the ledger's ids of those held here, and every number that went or is to go out. */
export function knownBills(
  reader: Reader,
  kind: LedgerName['kind'],
): { readonly ids: Set<string>; readonly numbers: Set<string> } {
  const held = reader
    .select({ id: ledgerBills.ledgerId, number: ledgerBills.billNumber })
    .from(ledgerBills)
    .where(eq(ledgerBills.kind, kind))
    .all()
  // A row that was taken back before it was sent stands for nothing any more.
  const queued = reader
    .select({ number: outbox.billNumber })
    .from(outbox)
    .where(and(eq(outbox.kind, kind), ne(outbox.state, 'cancelled')))
    .all()
  return { ids: new Set(held.map(({ id }) => id)), numbers: new Set([...held, ...queued].map(({ number }) => number)) }
}

/**
 * Keeps what a whole list of one kind showed. An answered one is asked about again only when it says something else by
 * now; one that is there no more, or known here by now, is no question any more.
 *
 * @returns those never listed before
 */
export function keepListed(
  tx: Tx,
  { organization, kind }: Pick<ListedBill, 'organization' | 'kind'>,
  listed: readonly ListedBill[],
  now: EpochMs,
): readonly ListedBill[] {
  const own = and(eq(unknownBills.organization, organization), eq(unknownBills.kind, kind))
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
        target: [unknownBills.organization, unknownBills.kind, unknownBills.ledgerId],
        set: { ...bill, ...answer, listedAt: now },
      })
      .run()
  }
  tx.delete(unknownBills)
    .where(and(own, ne(unknownBills.listedAt, now), isNull(unknownBills.answer)))
    .run()
  return listed.filter(({ ledgerId }) => !before.has(ledgerId))
}

/** A document stands for the bill or vendor credit of this number from here on. */
export function forgetUnknown(tx: Tx, { kind, billNumber }: Pick<UnknownBillRow, 'kind' | 'billNumber'>): void {
  tx.delete(unknownBills)
    .where(and(eq(unknownBills.billNumber, billNumber), eq(unknownBills.kind, kind)))
    .run()
}

/** Those nobody has answered, latest first. */
export function unansweredBills(reader: Reader, organization: string, limit: number): UnknownBillRow[] {
  return reader
    .select()
    .from(unknownBills)
    .where(isUnanswered(organization))
    .orderBy(desc(unknownBills.date), desc(unknownBills.ledgerId), desc(unknownBills.kind))
    .limit(limit)
    .all()
}

/** @param kind left out: of both kinds */
export function unansweredCount(reader: Reader, organization: string, kind?: LedgerName['kind']): number {
  const ofKind = kind === undefined ? undefined : eq(unknownBills.kind, kind)
  const row = reader
    .select({ number: count() })
    .from(unknownBills)
    .where(and(isUnanswered(organization), ofKind))
    .get()
  return row?.number ?? 0
}

/**
 * Keeps a person's answer.
 *
 * @param names which; null for all that nobody has answered
 * @returns what was answered
 */
export function keepAnswer(
  tx: Tx,
  organization: string,
  names: readonly LedgerName[] | null,
  { answer, reason }: Pick<UnknownBillRow, 'answer' | 'reason'>,
): Pick<UnknownBillRow, 'kind' | 'billNumber'>[] {
  const named = names?.map(({ kind, ledgerId }) =>
    and(eq(unknownBills.kind, kind), eq(unknownBills.ledgerId, ledgerId)),
  )
  const those = named ? and(eq(unknownBills.organization, organization), or(...named)) : isUnanswered(organization)
  return tx
    .update(unknownBills)
    .set({ answer, reason })
    .where(those)
    .returning({ kind: unknownBills.kind, billNumber: unknownBills.billNumber })
    .all()
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
