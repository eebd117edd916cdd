import Big from 'big.js'
import { and, eq, inArray, ne, or, isNull } from 'drizzle-orm'
import { appendJournal } from '../store/journal'
import { invoices, ledgerBills } from '../store/schema'
import { write, type Reader } from '../store/write'
import { ServerFailure } from '../http/server-failure'
import type { LedgerSession } from './ledger-session'

type Held = typeof ledgerBills.$inferSelect

/**
 * Applies posted vendor credits to the bill their document names, as soon as that bill is in the ledger and something
 * is owed on it. What was applied before is asked first, so an answer that got lost applies nothing twice.
 *
 * @throws ServerFailure when the ledger cannot be talked to; the credit goes on waiting
 */
export async function applyCredits(session: LedgerSession): Promise<void> {
  const { store } = session
  const waiting = store.db.select().from(ledgerBills).where(eq(ledgerBills.applyState, 'waiting')).all()
  for (const credit of waiting) {
    const related = relatedOf(store.db, credit)
    if (related === undefined) settle(session, credit, 'none')
    else if (related !== 'not_here_yet') await apply(session, credit, related)
  }
}

async function apply(session: LedgerSession, credit: Held, target: Held): Promise<void> {
  const { ledger } = session
  const [creditId, billId] = [Number(credit.ledgerId), Number(target.ledgerId)]
  const applied = await ledger.appliedBills(creditId)
  if (applied.some(each => each.bill_id === billId)) return settle(session, credit, 'applied', target)
  const [held, bill] = [await ledger.vendorCredits.get(creditId), await ledger.bills.get(billId)]
  if (!held || !bill) return settle(session, credit, 'impossible', target)
  const left = applied.reduce((sum, each) => sum.minus(each.amount), new Big(held.total))
  const owed = new Big(bill.due_amount).minus(await creditedBefore(session, credit, billId))
  const amount = left.lt(owed) ? left : owed
  // Paid already, or used up: what to do with the credit is a person's business.
  if (amount.lte(0)) return settle(session, credit, 'impossible', target)
  try {
    await ledger.applyCredit(creditId, billId, amount.round(2).toNumber())
  } catch (thrown) {
    if (!(thrown instanceof ServerFailure) || thrown.data.code !== 'ledger_refused') throw thrown
    return settle(session, credit, 'impossible', target)
  }
  await session.checkpoint('credit_applied')
  settle(session, credit, 'applied', target)
}

/** What our other credits took off a bill: its due amount in the ledger does not know them (recordings 223, 286). */
async function creditedBefore(session: LedgerSession, credit: Held, billId: number): Promise<Big> {
  const others = session.store.db
    .select()
    .from(ledgerBills)
    .where(and(eq(ledgerBills.applyState, 'applied'), ne(ledgerBills.documentId, credit.documentId)))
    .all()
    .filter(other => isAbout(session.store.db, other, billId))
  let sum = new Big(0)
  for (const other of others) {
    for (const each of await session.ledger.appliedBills(Number(other.ledgerId))) {
      if (each.bill_id === billId) sum = sum.plus(each.amount)
    }
  }
  return sum
}

function isAbout(reader: Reader, credit: Held, billId: number): boolean {
  const target = relatedOf(reader, credit)
  return typeof target === 'object' && Number(target.ledgerId) === billId
}

function settle(session: LedgerSession, credit: Held, applyState: Held['applyState'], target?: Held): void {
  write(session.store, tx => {
    tx.update(ledgerBills).set({ applyState }).where(eq(ledgerBills.documentId, credit.documentId)).run()
    if (!target) return
    // Its payment state changed with it: the next look at the ledger takes it first.
    tx.update(ledgerBills).set({ checkedAt: 0 }).where(eq(ledgerBills.documentId, target.documentId)).run()
    const kind = applyState === 'applied' ? 'bill.credit_applied' : 'bill.credit_not_applied'
    const params = { billNumber: target.billNumber, credit: credit.billNumber }
    appendJournal(tx, { at: session.now(), actor: session.actor, kind, documentId: credit.documentId, params })
  })
}

/** The bill in the ledger that a credit is about; undefined when its document names none. */
function relatedOf(reader: Reader, credit: Held): Held | 'not_here_yet' | undefined {
  const own = reader.select().from(invoices).where(eq(invoices.documentId, credit.documentId)).get()
  const related = own?.related ?? []
  if (!own || related.length === 0) return undefined
  const named = or(inArray(invoices.uuid, related), inArray(invoices.invoiceNumber, related))
  const sameVendor = own.vendorId === null ? isNull(invoices.vendorId) : eq(invoices.vendorId, own.vendorId)
  const row = reader
    .select({ held: ledgerBills })
    .from(invoices)
    .innerJoin(ledgerBills, eq(ledgerBills.documentId, invoices.documentId))
    .where(and(named, sameVendor, eq(ledgerBills.kind, 'bill'), ne(invoices.id, own.id)))
    .get()
  return row === undefined || row.held.seen === 'gone' ? 'not_here_yet' : row.held
}
