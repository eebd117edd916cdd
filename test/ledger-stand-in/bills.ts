import { storeEntries } from './bill-entries'
import { billTotals, round } from './bill-totals'
import { refuseBadBill } from './bill-validation'
import { billCreated, billDetail, billRow } from './bill-view'
import type { Answer, Bill, Books, Call } from './books'
import { storedDay } from './calendar'
import { castToNumber, folded, sameText } from './collation'
import type { Json, JsonObject } from './json'
import { list } from './lists'
import { brokenInside, businessRule } from './refusal'
import { theVendor } from './vendors'

const filterFields = [
  'vendor',
  'bill_number',
  'reference_no',
  'bill_date',
  'due_date',
  'status',
  'amount',
  'payment_amount',
  'note',
  'created_at',
]

export function createBill(call: Call): Answer {
  const { books, body } = call
  refuseBadBill(body)
  theVendor(books, Number(body['vendorId']))
  // Left out, the number breaks the server; an empty one is stored as null, and null counts as a number too.
  if (body['billNumber'] === undefined) throw brokenInside()
  const bill = billOf(call, undefined)
  books.bills.push(bill)
  return { status: 201, body: billCreated(call, bill) }
}

/** A full body: lines are replaced with new ids, what else is left out keeps its value, except the exchange rate. */
export function editBill(call: Call): Answer {
  const { books, body } = call
  refuseBadBill(body)
  const held = theBill(call)
  theVendor(books, Number(body['vendorId']))
  if (held.openedOn !== null) refuseLockedPeriod(books, held.date)
  const bill = billOf(call, held)
  if (billTotals(bill).total < held.paid) throw businessRule('BILL_AMOUNT_SMALLER_THAN_PAID_AMOUNT')
  books.bills.splice(books.bills.indexOf(held), 1, bill)
  return { status: 200, body: billCreated(call, bill) }
}

function billOf(call: Call, held: Bill | undefined): Bill {
  const { books, body } = call
  const given = body['billNumber']
  const number = given === undefined ? (held?.number ?? null) : given === '' || given === null ? null : String(given)
  if (!call.isRaced && books.bills.some(bill => bill !== held && sameNumber(bill.number, number))) {
    throw businessRule('BILL_NUMBER_EXISTS', 'The bill number is not unique.')
  }
  const branchId = branchOf(call)
  const warehouseId = warehouseOf(call, held)
  const { entries, amount } = storeEntries(books, body['entries'] as Json[], 'bill')
  refuseWhatTheDatabaseRefuses(body, amount)
  const date = dayOf(call, body['billDate'])
  const open = body['open'] === true
  if (open) refuseLockedPeriod(books, date)
  const textOf = (key: string, before: string | null | undefined) =>
    typeof body[key] === 'string' ? body[key] : (before ?? null)
  return {
    id: held?.id ?? books.nextId.bill++,
    vendorId: Number(body['vendorId']),
    number,
    reference: textOf('referenceNo', held?.reference),
    note: textOf('note', held?.note),
    date,
    dueDate:
      body['dueDate'] === undefined || body['dueDate'] === null
        ? (held?.dueDate ?? null)
        : dayOf(call, body['dueDate']),
    openedOn: held?.openedOn ?? (open ? call.today : null),
    exchangeRate: body['exchangeRate'] === undefined ? 1 : Number(body['exchangeRate']),
    isInclusiveTax: body['isInclusiveTax'] === true,
    amount,
    discount: body['discount'] === undefined ? (held?.discount ?? null) : round(Number(body['discount']), 2),
    discountType: typeof body['discountType'] === 'string' ? body['discountType'] : 'amount',
    adjustment: body['adjustment'] === undefined ? null : round(Number(body['adjustment']), 2),
    entries,
    branchId,
    warehouseId,
    staleTax: held === undefined ? null : billTotals(held).tax,
    paid: held?.paid ?? 0,
  }
}

/** @throws 400 while the feature is on and no branch, or an unknown one, is named */
export function branchOf({ books, body }: Call): number | null {
  // Dropped while the feature is off.
  if (books.branches.length === 0) return null
  if (typeof body['branchId'] !== 'number') throw businessRule('BRANCH_ID_REQUIRED')
  if (!books.branches.some(branch => branch.id === body['branchId'])) throw businessRule('BRANCH_ID_NOT_FOUND')
  return body['branchId']
}

function warehouseOf({ books, body }: Call, held: Bill | undefined): number | null {
  const { warehouseId } = body
  if (books.warehouses.length === 0) return null
  if (typeof warehouseId !== 'number') return held?.warehouseId ?? null
  if (!books.warehouses.some(each => each.id === warehouseId)) throw brokenInside()
  return warehouseId
}

/** What can be deleted of many at once, and what cannot. */
export function validateBulkDelete(call: Call): Answer {
  const { gone, kept } = bulk(call)
  return {
    status: 200,
    body: {
      deletable_count: gone.length,
      non_deletable_count: kept.length,
      deletable_ids: gone.map(bill => bill.id),
      non_deletable_ids: kept,
    },
  }
}

export function bulkDelete(call: Call): Answer {
  for (const bill of bulk(call).gone) call.books.bills.splice(call.books.bills.indexOf(bill), 1)
  return { status: 200, body: undefined }
}

function bulk({ books, body }: Call): { readonly gone: Bill[]; readonly kept: number[] } {
  const ids = (Array.isArray(body['ids']) ? body['ids'] : []).map(Number)
  const gone = books.bills.filter(bill => ids.includes(bill.id))
  return { gone, kept: ids.filter(id => !gone.some(bill => bill.id === id)) }
}

export function getBill(call: Call): Answer {
  return { status: 200, body: billDetail(call, theBill(call)) }
}

export function listBills(call: Call): Answer {
  const view = call.query.get('view_slug')
  if (view !== null && view !== 'draft') throw businessRule('view_not_found')
  const rows = call.books.bills.filter(bill => view === null || bill.openedOn === null)
  const found = list(rows, call.query, {
    resource: 'bills',
    fields: filterFields,
    fieldOf: (bill, key) => field(bill, key, call.today),
    search: (bill, keyword) =>
      [bill.number, bill.reference].some(text => text !== null && folded(text).includes(folded(keyword))) ||
      bill.amount === castToNumber(keyword),
    defaultOrder: 'desc',
    pageSizeIsChecked: false,
  })
  return {
    status: 200,
    body: {
      bills: found.rows.map(bill => billRow(call, bill)),
      pagination: found.pagination,
      filter_meta: found.filterMeta,
    },
  }
}

export function openBill(call: Call): Answer {
  const bill = theBill(call)
  if (bill.openedOn !== null) throw businessRule('BILL_ALREADY_OPEN')
  // The period lock is not asked here.
  bill.openedOn = call.today
  return { status: 200, body: undefined }
}

export function deleteBill(call: Call): Answer {
  const bill = theBill(call)
  if (bill.openedOn !== null) refuseLockedPeriod(call.books, bill.date)
  if (call.books.vendorCredits.some(credit => credit.applied.some(each => each.billId === bill.id))) {
    throw businessRule('BILL_HAS_APPLIED_TO_VENDOR_CREDIT')
  }
  if (bill.paid > 0) throw businessRule('BILL_HAS_ASSOCIATED_PAYMENT_ENTRIES')
  call.books.bills.splice(call.books.bills.indexOf(bill), 1)
  return { status: 200, body: undefined }
}

export function dayOf({ zoneMinutes }: Call, sent: Json | undefined): string {
  const day = storedDay(String(sent), zoneMinutes)
  if (day === undefined) throw brokenInside()
  return day
}

/** @throws 400 for opened documents dated up to and including the lock */
export function refuseLockedPeriod({ lock }: Books, date: string): void {
  if (lock.enabled !== true || lock.to === null || date > lock.to) return
  const payload = { lockedToDate: lock.to, formattedLockedToDate: lock.to.replaceAll('-', '/') }
  throw businessRule('TRANSACTIONS_DATE_LOCKED', 'Transactions locked', 400, payload)
}

export function theBill({ books, path }: Call): Bill {
  const bill = books.bills.find(each => String(each.id) === path['id'])
  if (!bill) throw businessRule('BILL_NOT_FOUND')
  return bill
}

function sameNumber(held: string | null, asked: string | null): boolean {
  if (held === null || asked === null) return held === asked
  return sameText(held, asked)
}

/** A bill may answer to several words: drafts count as unpaid, and "opened" means overdue. */
function statusesOf(bill: Bill, today: string): string[] {
  const is = {
    draft: bill.openedOn === null,
    unpaid: bill.paid === 0,
    opened: bill.dueDate !== null && bill.dueDate < today,
    paid: bill.paid === bill.amount,
  }
  return Object.entries(is).flatMap(([status, holds]) => (holds ? [status] : []))
}

function field(bill: Bill, key: string, today: string): string | number | readonly string[] | null {
  switch (key) {
    case 'vendor':
      return bill.vendorId
    case 'bill_number':
      return bill.number
    case 'reference_no':
      return bill.reference
    case 'bill_date':
      return bill.date
    case 'due_date':
      return bill.dueDate
    case 'status':
      return statusesOf(bill, today)
    case 'amount':
      return bill.amount
    case 'payment_amount':
      return bill.paid
    case 'note':
      return bill.note
    default:
      return null
  }
}

/** Lengths and ranges of columns, and characters outside the basic plane, end in 500. */
function refuseWhatTheDatabaseRefuses(body: JsonObject, amount: number): void {
  const tooLong = ['billNumber', 'referenceNo'].some(key => String(body[key] ?? '').length > 255)
  const astral = /[\u{10000}-\u{10FFFF}]/u.test(JSON.stringify(body))
  const noteTooLong = Buffer.byteLength(String(body['note'] ?? '')) > 65_535
  if (tooLong || astral || noteTooLong || Math.abs(amount) >= 1e10) throw brokenInside()
}
