import Big from 'big.js'
import { decimal, toMinor } from '../../shared/money'
import type { BillTraits, PaymentState } from '../store/schema'
import type { BillAnswer } from './answers'
import type { OutboxRow } from './enqueue-bill'

// Clocks of the ledgers' countries run from 10 hours behind UTC (Hawaii) to 13 hours and 45 minutes ahead (Chatham, in summer).
const farthestAhead = (13 * 60 + 45) * 60_000

/** What of a bill must stay as it was posted. Ids of lines are left out: the ledger gives new ones at every edit. */
export function traitsOf(bill: BillAnswer): BillTraits {
  return {
    number: bill.bill_number ?? '',
    vendorId: bill.vendor_id,
    date: calendarDay(bill.bill_date),
    total: new Big(bill.total).toFixed(2),
    lines: bill.entries.map(
      ({ cost_account_id, quantity, rate, description }) =>
        `${String(cost_account_id)} ${new Big(quantity).times(rate).toFixed(2)} ${description ?? ''}`,
    ),
  }
}

/** Names of what differs, in the order a person wants to hear it; empty when nothing does. */
export function changedTraits(posted: BillTraits, now: BillTraits): (keyof BillTraits)[] {
  const differs = (trait: keyof BillTraits) => JSON.stringify(posted[trait]) !== JSON.stringify(now[trait])
  return (['total', 'date', 'number', 'vendorId', 'lines'] as const).filter(differs)
}

/** How far a bill is paid; null for a vendor credit, which nobody pays. */
export function paymentOf(
  kind: OutboxRow['kind'],
  bill: BillAnswer,
  currency: string,
): { readonly payment: PaymentState | null; readonly due: number } {
  const due = toMinor(decimal(new Big(bill.due_amount).toFixed(6)), currency)
  if (kind === 'vendor_credit') return { payment: null, due }
  if (due <= 0 && bill.total !== 0) return { payment: 'paid', due }
  if (bill.is_overdue) return { payment: 'overdue', due }
  return { payment: bill.payment_amount + bill.credited_amount > 0 ? 'partly' : 'unpaid', due }
}

/** The ledger tells the instant of midnight where it keeps its books; so much later it is that day in UTC as well. */
export function calendarDay(instant: string): string {
  const at = Date.parse(instant)
  return Number.isNaN(at) ? instant.slice(0, 10) : new Date(at + farthestAhead).toISOString().slice(0, 10)
}
