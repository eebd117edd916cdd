import { storeEntries } from './bill-entries'
import { entryColumns } from './bill-view'
import { dayOf, refuseLockedPeriod } from './bills'
import type { Answer, Call, VendorCredit } from './books'
import { asInstant } from './calendar'
import type { Json } from './json'
import { businessRule, invalid, type Fault } from './refusal'
import { theVendor } from './vendors'

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
  }
  books.vendorCredits.push(credit)
  return { status: 201, body: creditRow(call, credit) }
}

export function getVendorCredit(call: Call): Answer {
  const credit = call.books.vendorCredits.find(each => String(each.id) === call.path['id'])
  if (!credit) throw businessRule('VENDOR_CREDIT_NOT_FOUND')
  return { status: 200, body: { ...creditRow(call, credit), branch: null, attachments: [] } }
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
    invoiced_amount: 0,
    opened_at: credit.openedOn === null ? null : asInstant(credit.openedOn, zoneMinutes),
    user_id: null,
    created_at: null,
    updated_at: null,
    branch_id: null,
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
