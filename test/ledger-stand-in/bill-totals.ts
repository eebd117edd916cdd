import type { Bill, Entry } from './books'

/** Rounds half up as the database does for a column with that many decimals. */
export function round(value: number, decimals: number): number {
  return Number(`${Math.round(Number(`${value}e${decimals}`))}e-${decimals}`) || 0
}

/** A line as the server shows it, computed from the stored (rounded) quantity and rate. */
export function entryTotals(entry: Entry, isInclusiveTax: boolean) {
  const amount = entry.quantity * entry.rate
  const rate = entry.taxRate ?? 0
  const tax = isInclusiveTax ? (amount * rate) / (100 + rate) : (amount * rate) / 100
  const discount = entry.discount ?? 0
  const discountAmount = entry.discountType === 'amount' ? discount : (amount * discount) / 100
  const subtotal = isInclusiveTax ? amount : amount + tax
  return {
    amount,
    tax,
    discountAmount,
    subtotal,
    total: subtotal - discountAmount,
    excludingTax: isInclusiveTax ? amount - tax : amount,
  }
}

/**
 * Totals of a bill as the server computes them, mistakes included: tax joins the total only where the lines
 * already contain it, and never where they do not.
 */
export function billTotals(
  bill: Pick<Bill, 'amount' | 'discount' | 'discountType' | 'adjustment' | 'entries' | 'isInclusiveTax'> & {
    readonly staleTax?: number | null
  },
) {
  const taxed = bill.entries.filter(entry => entry.taxRate !== null)
  const tax = round(
    taxed.reduce((sum, entry) => sum + entryTotals(entry, bill.isInclusiveTax).tax, 0),
    2,
  )
  const discountAmount =
    bill.discount === null
      ? null
      : bill.discountType === 'percentage'
        ? (bill.amount * bill.discount) / 100
        : bill.discount
  const total = bill.amount - (discountAmount ?? 0) + (bill.adjustment ?? 0) + (bill.isInclusiveTax ? tax : 0)
  return { subtotal: bill.amount, discountAmount, tax: taxed.length > 0 ? tax : (bill.staleTax ?? null), total }
}
