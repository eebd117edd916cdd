import { billTotals, entryTotals, round } from './bill-totals'
import type { Bill, Books, Call, Entry } from './books'
import { asInstant, daysBetween, formatted } from './calendar'
import { itemColumns } from './items'
import type { JsonObject } from './json'
import { placeRow } from './organization'
import { theVendor, vendorRow } from './vendors'

const signs: { readonly [currency: string]: string } = { MXN: 'MX$', USD: '$', EUR: '€', GBP: '£', CAD: 'CA$' }

/** The answer to a create: plain columns and computed ones, nothing formatted. */
export function billCreated(call: Call, bill: Bill): JsonObject {
  const { subtotal } = billTotals(bill)
  const local = subtotal * bill.exchangeRate
  return {
    ...billColumns(call, bill),
    amount: subtotal,
    local_amount: local,
    amount_local: local,
    entries: entriesOf(bill),
  }
}

/** A bill as the list of what a credit may be applied to shows it. */
export function billToApply(call: Call, bill: Bill): JsonObject {
  const { entries: _, ...columns } = billCreated(call, bill)
  const { total, subtotal } = billTotals(bill)
  return {
    ...columns,
    formatted_bill_date: formatted(bill.date),
    formatted_due_date: bill.dueDate === null ? '' : formatted(bill.dueDate),
    formatted_amount: grouped(subtotal),
    formatted_due_amount: grouped(total - bill.paid),
    formatted_payment_amount: grouped(bill.paid),
  }
}

/** A row of the list: as the detail, without taxes, attachments and branch. It has no `amount`. */
export function billRow(call: Call, bill: Bill): JsonObject {
  return {
    ...billColumns(call, bill),
    vendor: vendorRow(call.books, theVendor(call.books, bill.vendorId)),
    entries: entriesOf(bill).map((entry, position) => ({
      ...entry,
      ...entryExtras(call.books, bill.isInclusiveTax, bill.entries[position]),
    })),
    ...formattedColumns(call.books, bill),
  }
}

export function billDetail(call: Call, bill: Bill): JsonObject {
  return { ...billRow(call, bill), taxes: [], attachments: [], branch: branchRow(call.books, bill) }
}

function branchRow({ branches }: Books, { branchId }: Bill): JsonObject | null {
  const branch = branches.find(each => each.id === branchId)
  return branch ? placeRow(branch, branch === branches[0]) : null
}

export function entryColumns(entry: Entry, type: 'Bill' | 'VendorCredit', ownerId: number, isInclusiveTax: boolean) {
  const totals = entryTotals(entry, isInclusiveTax)
  return {
    id: entry.id,
    index: entry.index,
    description: entry.description,
    discount: entry.discount,
    quantity: entry.quantity,
    rate: entry.rate,
    amount: totals.amount,
    subtotal: totals.subtotal,
    total: totals.total,
    reference_type: type,
    reference_id: String(ownerId),
    item_id: entry.itemId,
    discount_type: entry.discountType,
    sell_account_id: null,
    cost_account_id: entry.costAccountId,
    landed_cost: 0,
    allocated_cost_amount: 0,
    created_at: null,
    updated_at: null,
    warehouse_id: entry.warehouseId ?? null,
    project_id: null,
    project_ref_id: null,
    project_ref_type: null,
    project_ref_invoiced_amount: 0,
    is_inclusive_tax: isInclusiveTax ? 1 : 0,
    tax_rate_id: entry.taxRateId,
    tax_rate: entry.taxRate,
    tax_amount: totals.tax,
    subtotal_inclusing_tax: totals.subtotal,
    subtotal_excluding_tax: totals.excludingTax,
    discount_amount: totals.discountAmount,
  } satisfies JsonObject
}

function entriesOf(bill: Bill) {
  return bill.entries.map(entry => entryColumns(entry, 'Bill', bill.id, bill.isInclusiveTax))
}

export function entryExtras(books: Books, isInclusiveTax: boolean, entry: Entry | undefined): JsonObject {
  const item = books.items.find(each => each.id === entry?.itemId)
  if (!entry || !item) return {}
  return {
    item: itemColumns(item),
    quantity_formatted: grouped(entry.quantity),
    rate_formatted: grouped(entry.rate),
    total_formatted: grouped(entryTotals(entry, isInclusiveTax).total),
  }
}

function billColumns({ books, today, zoneMinutes }: Call, bill: Bill): JsonObject {
  const totals = billTotals(bill)
  const rate = bill.exchangeRate
  // Credits applied to a bill change neither its due amount nor its credited amount on the recorded server (223, 286).
  const due = round(totals.total - bill.paid, 3)
  const overdue = bill.dueDate === null ? null : Math.max(0, daysBetween(bill.dueDate, today))
  const remaining = bill.dueDate === null ? null : Math.max(0, daysBetween(today, bill.dueDate))
  const instant = (day: string | null) => (day === null ? null : asInstant(day, zoneMinutes))
  return {
    id: bill.id,
    status: null,
    note: bill.note,
    discount: bill.discount,
    adjustment: bill.adjustment,
    balance: bill.paid,
    subtotal: totals.subtotal,
    total: totals.total,
    vendor_id: bill.vendorId,
    bill_number: bill.number,
    bill_date: instant(bill.date),
    due_date: instant(bill.dueDate),
    reference_no: bill.reference,
    discount_type: bill.discountType,
    currency_code: theVendor(books, bill.vendorId).currency,
    exchange_rate: rate,
    payment_amount: bill.paid,
    landed_cost_amount: 0,
    allocated_cost_amount: 0,
    credited_amount: 0,
    inv_lot_number: null,
    opened_at: instant(bill.openedOn),
    user_id: bill.userId ?? 6,
    created_at: null,
    updated_at: null,
    warehouse_id: bill.warehouseId,
    branch_id: bill.branchId,
    project_id: null,
    invoiced_amount: 0,
    is_inclusive_tax: bill.isInclusiveTax ? 1 : 0,
    tax_amount_withheld: totals.tax,
    due_amount: due,
    is_open: bill.openedOn !== null,
    is_partially_paid: due > 0 && due < totals.total,
    is_fully_paid: due === 0,
    // As soon as anything was paid.
    is_paid: due === 0 || bill.paid > 0,
    remaining_days: remaining,
    overdue_days: overdue,
    is_overdue: (overdue ?? 0) > 0,
    unallocated_cost_amount: 0,
    local_allocated_cost_amount: 0,
    billable_amount: totals.total,
    discount_amount: totals.discountAmount,
    discount_amount_local: totals.discountAmount === null ? null : totals.discountAmount * rate,
    discount_percentage: bill.discountType === 'percentage' ? bill.discount : null,
    adjustment_local: bill.adjustment === null ? null : bill.adjustment * rate,
    subtotal_local: totals.subtotal * rate,
    tax_amount_withheld_local: (totals.tax ?? 0) * rate,
    total_local: totals.total * rate,
  }
}

function formattedColumns(books: Books, bill: Bill): JsonObject {
  const totals = billTotals(bill)
  const sign = signs[theVendor(books, bill.vendorId).currency] ?? ''
  const rate = bill.exchangeRate
  return {
    formatted_bill_date: formatted(bill.date),
    formatted_due_date: bill.dueDate === null ? '' : formatted(bill.dueDate),
    formatted_created_at: '',
    formatted_amount: grouped(totals.subtotal),
    formatted_payment_amount: grouped(bill.paid),
    formatted_balance: grouped(bill.paid),
    formatted_due_amount: `${sign}${grouped(totals.total - bill.paid)}`,
    formatted_exchange_rate: grouped(rate),
    subtotal_formatted: grouped(totals.subtotal),
    subtotal_local_formatted: grouped(totals.subtotal * rate),
    subtotal_excluding_tax_formatted: '0.00',
    tax_amount_withheld_local_formatted: grouped((totals.tax ?? 0) * rate),
    discount_amount_formatted: grouped(totals.discountAmount ?? 0),
    discount_percentage_formatted:
      bill.discountType === 'percentage' && bill.discount !== null ? `${bill.discount}%` : '',
    adjustment_formatted: grouped(bill.adjustment ?? 0),
    total_formatted: `${sign}${grouped(totals.total)}`,
    total_local_formatted: grouped(totals.total * rate),
  }
}

const twoDecimals = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

export function grouped(value: number): string {
  return twoDecimals.format(round(value, 2))
}
