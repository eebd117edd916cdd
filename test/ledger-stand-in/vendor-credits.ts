import { storeEntries } from './bill-entries'
import { billTotals } from './bill-totals'
import { billToApply, entryColumns, entryExtras, grouped } from './bill-view'
import { branchOf, dayOf, refuseLockedPeriod } from './bills'
import type { Answer, Call, VendorCredit } from './books'
import { asInstant, formatted } from './calendar'
import { folded } from './collation'
import { isObject, type Json } from './json'
import { list } from './lists'
import { businessRule, invalid, type Fault } from './refusal'
import { theVendor, vendorRow } from './vendors'

/** Credit numbers are not unique, unlike bill numbers. */
export function createVendorCredit(call: Call): Answer {
  const { books, body } = call
  refuseBadCredit(body)
  const vendor = theVendor(books, Number(body['vendorId']))
  const { entries, amount } = storeEntries(books, body['entries'] as Json[], 'vendor_credit')
  const date = dayOf(call, body['vendorCreditDate'])
  const open = body['open'] === true
  if (open) refuseLockedPeriod(books, date)
  const credit: VendorCredit = {
    id: books.nextId.credit++,
    vendorId: vendor.id,
    number: typeof body['vendorCreditNumber'] === 'string' ? body['vendorCreditNumber'] : null,
    reference: typeof body['referenceNo'] === 'string' ? body['referenceNo'] : null,
    note: typeof body['note'] === 'string' ? body['note'] : null,
    date,
    openedOn: open ? call.today : null,
    exchangeRate: body['exchangeRate'] === undefined ? 1 : Number(body['exchangeRate']),
    isInclusiveTax: false,
    amount,
    discount: null,
    discountType: 'amount',
    adjustment: null,
    entries,
    branchId: branchOf(call),
    applied: [],
  }
  books.vendorCredits.push(credit)
  return { status: 201, body: creditRow(call, credit) }
}

export function getVendorCredit(call: Call): Answer {
  const { books } = call
  const credit = theCredit(call)
  const row = creditRow(call, credit)
  const entries = row.entries.map((entry, at) => ({ ...entry, ...entryExtras(books, false, credit.entries[at]) }))
  const sum = grouped(credit.amount)
  const unused = Object.fromEntries(
    ['discount_amount', 'discount_percentage', 'discount_amount_local', 'adjustment', 'adjustment_local'].map(name => [
      `${name}_formatted`,
      '',
    ]),
  )
  return {
    status: 200,
    body: {
      ...row,
      entries,
      vendor: vendorRow(books, theVendor(books, credit.vendorId)),
      branch: null,
      attachments: [],
      formatted_amount: sum,
      formatted_subtotal: sum,
      formatted_vendor_credit_date: formatted(credit.date),
      formatted_created_at: '',
      formatted_credits_remaining: sum,
      formatted_invoiced_amount: '0.00',
      total_formatted: sum,
      ...unused,
    },
  }
}

/** No recording shows this list; its fields are those of the server's source. */
export function listVendorCredits(call: Call): Answer {
  const found = list(call.books.vendorCredits, call.query, {
    resource: 'vendor_credits',
    fields: [
      'vendor',
      'amount',
      'currency_code',
      'credit_date',
      'reference_no',
      'credit_number',
      'note',
      'status',
      'created_at',
    ],
    fieldOf: field,
    search: (credit, keyword) => credit.number !== null && folded(credit.number).includes(folded(keyword)),
    defaultOrder: 'desc',
    pageSizeIsChecked: false,
  })
  const rows = found.rows.map(credit => creditRow(call, credit))
  return { status: 200, body: { vendor_credits: rows, pagination: found.pagination, filter_meta: found.filterMeta } }
}

export function applyToBills(call: Call): Answer {
  const { books, body } = call
  const credit = theCredit(call)
  const wanted = (Array.isArray(body['entries']) ? body['entries'] : [])
    .filter(isObject)
    .map(entry => ({ billId: Number(entry['billId']), amount: Number(entry['amount']) }))
  for (const { billId, amount } of wanted) {
    const bill = books.bills.find(each => each.id === billId && each.vendorId === credit.vendorId)
    if (!bill) throw businessRule('BILLS_NOT_FOUND')
    if (bill.openedOn === null) throw businessRule('BILLS_NOT_OPENED_YET')
    const remaining = billTotals(bill).total - bill.paid
    // Earlier credits are not counted: the bill's due amount does not know them.
    if (amount > remaining) throw businessRule('BILLS_HAS_NO_REMAINING_AMOUNT')
  }
  const sum = wanted.reduce((total, each) => total + each.amount, 0)
  if (sum > remainingOf(credit)) throw businessRule('VENDOR_CREDIT_HAS_NO_REMAINING_AMOUNT')
  for (const each of wanted) credit.applied.push({ id: books.nextId.applied++, ...each })
  return { status: 201, body: undefined }
}

export function listAppliedBills(call: Call): Answer {
  const credit = theCredit(call)
  return {
    status: 200,
    body: credit.applied.map(({ id, billId, amount }) => ({
      id,
      amount,
      vendor_credit_id: credit.id,
      bill_id: billId,
      created_at: null,
      updated_at: null,
      formatted_amount: amount.toFixed(2),
      vendor_credit_number: credit.number,
      vendor_credit_date: asInstant(credit.date, call.zoneMinutes),
      bill_reference_no: call.books.bills.find(bill => bill.id === billId)?.reference ?? null,
      formatted_vendor_credit_date: formatted(credit.date),
      formatted_bill_date: formatted(call.books.bills.find(bill => bill.id === billId)?.date ?? credit.date),
    })),
  }
}

/** What a credit could be applied to: opened bills of its vendor with something left to pay. */
export function listBillsToApply(call: Call): Answer {
  const { vendorId } = theCredit(call)
  const rows = call.books.bills
    .filter(bill => bill.vendorId === vendorId && bill.openedOn !== null && billTotals(bill).total > bill.paid)
    .map(bill => billToApply(call, bill))
  return { status: 200, body: rows }
}

function theCredit({ books, path }: Call): VendorCredit {
  const credit = books.vendorCredits.find(each => String(each.id) === path['id'])
  if (!credit) throw businessRule('VENDOR_CREDIT_NOT_FOUND')
  return credit
}

function remainingOf(credit: VendorCredit): number {
  return credit.amount - credit.applied.reduce((sum, each) => sum + each.amount, 0)
}

function field(credit: VendorCredit, key: string): string | number | null {
  switch (key) {
    case 'vendor':
      return credit.vendorId
    case 'credit_number':
      return credit.number
    case 'reference_no':
      return credit.reference
    case 'credit_date':
      return credit.date
    case 'amount':
      return credit.amount
    default:
      return null
  }
}

function refuseBadCredit(body: { [key: string]: Json }): void {
  const target = { open: false, ...body }
  const faults: Fault[] = []
  if (body['vendorId'] === undefined) {
    const constraints = {
      isNotEmpty: 'vendorId should not be empty',
      isNumber: 'vendorId must be a number conforming to the specified constraints',
    }
    faults.push({ target, property: 'vendorId', children: [], constraints })
  }
  if (body['vendorCreditDate'] === undefined) {
    const constraints = {
      isNotEmpty: 'vendorCreditDate should not be empty',
      isDateString: 'vendorCreditDate must be a valid ISO 8601 date string',
    }
    faults.push({ target, property: 'vendorCreditDate', children: [], constraints })
  }
  if (!Array.isArray(body['entries'])) {
    const constraints = { isArray: 'entries must be an array' }
    faults.push({ target, property: 'entries', children: [], constraints })
  }
  if (faults.length > 0) throw invalid(faults)
}

function creditRow({ books, zoneMinutes }: Call, credit: VendorCredit) {
  const open = credit.openedOn !== null
  return {
    id: credit.id,
    amount: credit.amount,
    discount: null,
    adjustment: null,
    note: credit.note,
    entries: credit.entries.map(entry => entryColumns(entry, 'VendorCredit', credit.id, false)),
    total: credit.amount,
    vendor_id: credit.vendorId,
    discount_type: null,
    currency_code: theVendor(books, credit.vendorId).currency,
    exchange_rate: credit.exchangeRate,
    vendor_credit_date: asInstant(credit.date, zoneMinutes),
    vendor_credit_number: credit.number,
    reference_no: credit.reference,
    refunded_amount: 0,
    // Applying does not change these two on the recorded server (227).
    invoiced_amount: 0,
    opened_at: credit.openedOn === null ? null : asInstant(credit.openedOn, zoneMinutes),
    user_id: null,
    created_at: null,
    updated_at: null,
    branch_id: credit.branchId,
    warehouse_id: null,
    is_draft: !open,
    is_published: open,
    is_open: open,
    is_closed: open ? false : null,
    credits_remaining: credit.amount,
    local_amount: credit.amount * credit.exchangeRate,
    discount_amount: 0,
    discount_amount_local: null,
    discount_percentage: null,
    adjustment_local: null,
    total_local: credit.amount * credit.exchangeRate,
  }
}
