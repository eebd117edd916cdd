import Big from 'big.js'
import { eq } from 'drizzle-orm'
import { toDecimal } from '../../shared/money'
import { AppError } from '../../shared/result'
import { ledgerBills } from '../store/schema'
import { CreatedAnswer, type BillAnswer } from './answers'
import type { BillDraft } from './build-bill'
import type { OutboxRow } from './enqueue-bill'
import { ledgerContractBroken } from './ledger-dialect'
import { postingsOf, type LedgerSession } from './ledger-session'
import { sameLedgerText } from './same-text'
import { otherOwner } from './settle'

/** Half of the third decimal: the ledger computes in floating point and stores three. */
const totalTolerance = new Big('0.005')

/**
 * Asks the ledger whether it already holds this bill, by number and by fiscal UUID.
 *
 * @returns the bill when it is ours by vendor and total, or a draft of ours; undefined when there is none
 * @throws AppError `ledger_bill_conflict` when something else stands under our number or UUID; ServerFailure
 */
export async function findBill(
  session: LedgerSession,
  row: OutboxRow,
  draft: BillDraft,
  vendorId: number,
): Promise<BillAnswer | undefined> {
  const postings = postingsOf(session, row.kind)
  const roles = [{ field: postings.numberField, value: row.billNumber }]
  if (draft.reference !== null) roles.push({ field: 'reference_no', value: draft.reference })
  const found = await postings.find(roles)
  if (found.some(bill => !isAbout(bill, row, draft))) {
    // The filter was not applied, so an empty list would mean nothing either.
    throw ledgerContractBroken('GET')
  }
  if (found.length === 0) return undefined
  const made = madeByUs(session, row)
  // One we are known to have made is ours whatever its total says; reading back will tell.
  const ours = found.find(
    bill =>
      bill.vendor_id === vendorId &&
      (bill.is_open ? isTotal(bill, draft) || made.includes(bill.id) : isOwnDraft(bill, draft, made)),
  )
  const [bill] = ours ? [ours] : found
  if (!bill) return undefined
  const owner = otherOwner(session.store.db, bill, row)
  if (ours && owner === undefined) return ours
  const reason =
    owner !== undefined ? 'other_document' : bill.vendor_id !== vendorId ? 'vendor' : bill.is_open ? 'total' : 'draft'
  throw new AppError('ledger_bill_conflict', {
    billNumber: bill.bill_number ?? '',
    ledgerId: bill.id,
    reason,
    ledgerTotal: new Big(bill.total).toFixed(2),
    total: toDecimal(draft.total, draft.currency),
    currency: draft.currency,
    ...(owner === undefined ? {} : { intakeNumber: owner }),
  })
}

/** @throws AppError `ledger_total_differs` */
export function requireTotal(bill: BillAnswer, draft: BillDraft): void {
  if (isTotal(bill, draft) && isRate(bill, draft)) return
  throw new AppError('ledger_total_differs', {
    ledgerTotal: new Big(bill.total).toFixed(2),
    total: toDecimal(draft.total, draft.currency),
    currency: draft.currency,
  })
}

/** Ids the ledger gave to bills of this document, as far as we got to hear of them. */
function madeByUs(session: LedgerSession, row: OutboxRow): number[] {
  const answered = CreatedAnswer.safeParse(row.answer)
  const held = session.store.db
    .select({ ledgerId: ledgerBills.ledgerId })
    .from(ledgerBills)
    .where(eq(ledgerBills.documentId, row.documentId))
    .get()
  return [...(answered.success ? [answered.data.id] : []), ...(held ? [Number(held.ledgerId)] : [])]
}

function isAbout(bill: BillAnswer, row: OutboxRow, draft: BillDraft): boolean {
  const same = (held: string | null, ours: string | null) =>
    held !== null && ours !== null && sameLedgerText(held, ours)
  return same(bill.bill_number, row.billNumber) || same(bill.reference_no, draft.reference)
}

/** The ledger keeps nine decimals of a rate, and takes 1 where it got none. */
function isRate({ exchange_rate }: BillAnswer, { exchangeRate }: BillDraft): boolean {
  if (exchangeRate === null) return true
  return new Big(exchange_rate ?? 1).minus(exchangeRate).abs().lte('0.000000001')
}

/** A draft we were interrupted over: known by its id, or by the note that only this document's bill bears. */
function isOwnDraft(bill: BillAnswer, draft: BillDraft, made: readonly number[]): boolean {
  return made.includes(bill.id) || (bill.note !== null && sameLedgerText(bill.note, draft.note))
}

export function isTotal(bill: BillAnswer, draft: BillDraft): boolean {
  return new Big(bill.total).minus(toDecimal(draft.total, draft.currency)).abs().lte(totalTolerance)
}
