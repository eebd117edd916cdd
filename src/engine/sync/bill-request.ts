import Big from 'big.js'
import { add, toDecimal } from '../../shared/money'
import { AppError } from '../../shared/result'
import type { BillDraft, BillLine } from './build-bill'

export interface BillEntry {
  readonly index: number
  readonly item_id: number
  readonly quantity: 1
  readonly rate: number
  readonly cost_account_id: number
  readonly description: string
}

interface Posting {
  readonly vendor_id: number
  readonly reference_no?: string
  readonly note: string
  /** False: a draft, to be compared before it is booked. */
  readonly open: boolean
  /** Units of the ledger's currency for one of the vendor's; left out it would be 1. */
  readonly exchange_rate?: number
  readonly branch_id?: number
  readonly entries: readonly BillEntry[]
}

/** Body of `POST /api/bills`. */
export interface BillRequest extends Posting {
  readonly bill_number: string
  readonly bill_date: string
  readonly due_date?: string
}

/** Body of `POST /api/vendor-credits`. */
export interface CreditRequest extends Posting {
  readonly vendor_credit_number: string
  readonly vendor_credit_date: string
}

export type LedgerRequest = BillRequest | CreditRequest

/** The ledger's ids for what a draft names in our terms. */
export interface LedgerIds {
  /** Bills only: as a draft first. */
  readonly asDraft?: boolean
  readonly vendorId: number
  readonly itemId: number
  readonly accountIds: ReadonlyMap<string, number>
  readonly branchId?: number
}

// The server refuses bodies over 100 KB.
const maxBytes = 90_000
const maxDescription = 500
// decimal(13,3) on the server.
const tooLarge = new Big('10000000000')

/**
 * Writes a draft in the ledger's words. A bill with so many lines that the server would refuse it is sent with one
 * line per account.
 *
 * @throws AppError `bill_incomplete` when an amount does not fit the ledger, `ledger_account_missing`
 */
export function billRequest(draft: BillDraft, ids: LedgerIds): LedgerRequest {
  const whole = requestOf(draft, draft.lines, ids)
  if (Buffer.byteLength(JSON.stringify(whole)) <= maxBytes) return whole
  return requestOf(draft, perAccount(draft.lines), ids)
}

function requestOf(draft: BillDraft, lines: readonly BillLine[], ids: LedgerIds): LedgerRequest {
  const posting: Posting = {
    vendor_id: ids.vendorId,
    ...(draft.reference === null ? {} : { reference_no: draft.reference }),
    note: storable(draft.note),
    open: !(ids.asDraft === true && draft.kind === 'bill'),
    // Nine decimals are kept there, and as many survive a double.
    ...(draft.exchangeRate === null ? {} : { exchange_rate: Number(draft.exchangeRate) }),
    ...(ids.branchId === undefined ? {} : { branch_id: ids.branchId }),
    entries: lines.map((line, position) => ({
      index: position + 1,
      item_id: ids.itemId,
      quantity: 1,
      rate: amountOf(line, draft.currency),
      cost_account_id: ids.accountIds.get(line.accountCode) ?? noAccount(line.accountCode),
      description: storable(line.description).slice(0, maxDescription),
    })),
  }
  if (draft.kind === 'vendor_credit') {
    return { ...posting, vendor_credit_number: draft.billNumber, vendor_credit_date: draft.date }
  }
  const dueDate = draft.dueDate === null ? {} : { due_date: draft.dueDate }
  return { ...posting, bill_number: draft.billNumber, bill_date: draft.date, ...dueDate }
}

function amountOf(line: BillLine, currency: string): number {
  const amount = toDecimal(line.amount, currency)
  if (new Big(amount).abs().gte(tooLarge)) throw new AppError('bill_incomplete', { field: 'line_total' })
  // JSON has no decimals; 13 digits with 2 decimals survive the way through a double unharmed.
  return Number(amount)
}

function perAccount(lines: readonly BillLine[]): BillLine[] {
  const codes = [...new Set(lines.map(line => line.accountCode))]
  return codes.map(accountCode => {
    const own = lines.filter(line => line.accountCode === accountCode)
    const description = own.length === 1 ? (own[0]?.description ?? '') : `${own.length} lines`
    return { kind: 'cost', taxRate: null, accountCode, description, amount: add(...own.map(line => line.amount)) }
  })
}

/** The server's database breaks (500) on characters outside the basic plane and on control characters. */
function storable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
}

function noAccount(code: string): never {
  throw new AppError('ledger_account_missing', { account: code })
}
