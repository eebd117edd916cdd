import { billTotals } from './bill-totals'
import type { Answer, BillPayment, Call } from './books'
import { theBill } from './bills'
import { asInstant, formatted } from './calendar'
import type { JsonObject } from './json'
import { isObject, toCamel } from './json'
import { businessRule, notFound } from './refusal'
import { billCreated } from './bill-view'
import { theVendor } from './vendors'

export function createPayment(call: Call): Answer {
  const { books, body } = call
  const vendor = theVendor(books, Number(body['vendorId']))
  const account = books.accounts.find(each => each.id === body['paymentAccountId'])
  if (!['bank', 'cash', 'other-current-asset'].includes(account?.type ?? '')) {
    throw businessRule('PAYMENT_ACCOUNT_NOT_CURRENT_ASSET_TYPE')
  }
  const number = typeof body['paymentNumber'] === 'string' ? body['paymentNumber'] : null
  if (number !== null && books.payments.some(payment => payment.number === number)) {
    throw businessRule('BILL_PAYMENT_NUMBER_NOT_UNQIUE')
  }
  const entries = (Array.isArray(body['entries']) ? body['entries'] : [])
    .filter(isObject)
    .map(entry => ({ billId: Number(entry['billId']), amount: Number(entry['paymentAmount']) }))
  const bills = entries.map(({ billId }) => {
    const bill = books.bills.find(each => each.id === billId && each.vendorId === vendor.id)
    if (!bill) throw businessRule('BILL_ENTRIES_IDS_NOT_FOUND')
    return bill
  })
  const drafts = bills.filter(bill => bill.openedOn === null)
  if (drafts.length > 0) {
    const notOpenedBills = drafts.map(bill => {
      const { entries: _, ...columns } = billCreated(call, bill)
      return toCamel(columns)
    })
    throw businessRule('BILLS_NOT_OPENED_YET', null, 400, { notOpenedBills })
  }
  for (const [at, bill] of bills.entries()) {
    if ((entries[at]?.amount ?? 0) > billTotals(bill).total - bill.paid) {
      throw businessRule('INVALID_BILL_PAYMENT_AMOUNT')
    }
  }
  const payment: BillPayment = {
    id: books.nextId.payment++,
    vendorId: vendor.id,
    accountId: account?.id ?? 0,
    number,
    date: String(body['paymentDate']),
    // Not checked against the entries.
    amount: Number(body['amount']),
    branchId: typeof body['branchId'] === 'number' ? body['branchId'] : null,
    exchangeRate: Number(body['exchangeRate'] ?? 1),
    entries: entries.map(entry => ({ id: books.nextId.paymentEntry++, ...entry })),
  }
  books.payments.push(payment)
  for (const [at, bill] of bills.entries()) bill.paid += entries[at]?.amount ?? 0
  return { status: 201, body: paymentColumns(call, payment) }
}

export function deletePayment({ books, path }: Call): Answer {
  const payment = books.payments.find(each => String(each.id) === path['id'])
  if (!payment) throw notFound()
  for (const { billId, amount } of payment.entries) {
    const bill = books.bills.find(each => each.id === billId)
    if (bill) bill.paid -= amount
  }
  books.payments.splice(books.payments.indexOf(payment), 1)
  return { status: 200, body: undefined }
}

export function listPaymentsOfBill(call: Call): Answer {
  const { books, zoneMinutes } = call
  const bill = theBill(call)
  const sums = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 })
  const rows = books.payments.flatMap(payment =>
    payment.entries
      .filter(entry => entry.billId === bill.id)
      .map(entry => {
        const account = books.accounts.find(each => each.id === payment.accountId)
        return {
          bill_id: bill.id,
          bill_payment_id: payment.id,
          payment_date: asInstant(payment.date, zoneMinutes),
          formatted_payment_date: formatted(payment.date),
          payment_amount: entry.amount,
          formatted_payment_amount: sums.format(entry.amount),
          currency_code: theVendor(books, payment.vendorId).currency,
          payment_number: payment.number,
          payment_reference_no: null,
          bill_number: bill.number,
          bill_reference_no: bill.reference,
          payment_account_id: payment.accountId,
          payment_account_name: account?.name ?? null,
          payment_account_slug: account?.name.toLowerCase().replaceAll(' ', '-') ?? null,
        }
      }),
  )
  return { status: 200, body: rows }
}

function paymentColumns({ books, zoneMinutes }: Call, payment: BillPayment): JsonObject {
  return {
    id: payment.id,
    amount: payment.amount,
    reference: null,
    statement: null,
    entries: payment.entries.map((entry, at) => ({
      id: entry.id,
      index: at + 1,
      bill_payment_id: payment.id,
      bill_id: entry.billId,
      payment_amount: entry.amount,
    })),
    vendor_id: payment.vendorId,
    currency_code: theVendor(books, payment.vendorId).currency,
    exchange_rate: payment.exchangeRate,
    payment_account_id: payment.accountId,
    payment_number: payment.number,
    payment_date: asInstant(payment.date, zoneMinutes),
    payment_method: null,
    user_id: null,
    created_at: null,
    updated_at: null,
    branch_id: payment.branchId,
    local_amount: payment.amount * payment.exchangeRate,
  }
}
