import Big from 'big.js'
import { eq } from 'drizzle-orm'
import type { DocumentState } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { minor, toDecimal } from '../../shared/money'
import { documents, invoices, ledgerBills, vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { ledgerPage } from '../sync/ledger-page'

/** Labels of the field that tells the state, as they are made in the archive. */
export const stateLabels = ['in review', 'approved', 'posted', 'rejected'] as const
export type StateLabel = (typeof stateLabels)[number]

/** What the archive is to say about a document, whichever parts of it are switched on. */
export interface ToWrite {
  /** Approved, or posted already. */
  readonly isProcessed: boolean
  readonly state: StateLabel
  readonly billId: string | undefined
  readonly billUrl: string | undefined
  /** As the archive's monetary fields want it: currency, then a number with two decimals. */
  readonly total: string | undefined
  readonly vendorName: string | undefined
  readonly note: string | undefined
}

/** Asked when it is about to be written, so that what is written is always the latest. */
export function whatToWrite(reader: Reader, documentId: DocumentId): ToWrite {
  const document = reader.select().from(documents).where(eq(documents.id, documentId)).get()
  const invoice = reader.select().from(invoices).where(eq(invoices.documentId, documentId)).get()
  const bill = reader.select().from(ledgerBills).where(eq(ledgerBills.documentId, documentId)).get()
  const vendorId = invoice?.vendorId ?? null
  const vendor = vendorId === null ? undefined : reader.select().from(vendors).where(eq(vendors.id, vendorId)).get()
  const state = labelOf(document?.state)
  const isBilled = bill !== undefined && bill.seen !== 'gone' && state === 'posted'
  const billUrl = isBilled ? ledgerPage(reader, documentId)?.pageUrl : undefined
  return {
    isProcessed: state === 'approved' || state === 'posted',
    state,
    billId: isBilled ? bill.ledgerId : undefined,
    billUrl,
    total: monetary(invoice?.grandTotal ?? invoice?.payable ?? null, invoice?.currency ?? null),
    vendorName: vendor?.name.slice(0, 128),
    note: isBilled ? noteOf(bill.billNumber, document?.intakeNumber, billUrl) : undefined,
  }
}

function labelOf(state: DocumentState | undefined): StateLabel {
  if (state === 'approved' || state === 'post_failed') return 'approved'
  return state === 'posted' || state === 'rejected' ? state : 'in review'
}

/** Fields of that type take two decimals at most; what has more is left out rather than rounded. */
function monetary(amount: number | null, currency: string | null): string | undefined {
  if (amount === null || currency === null || !/^[A-Z]{3}$/.test(currency)) return undefined
  const value = new Big(toDecimal(minor(amount), currency))
  return value.round(2).eq(value) ? `${currency}${value.toFixed(2)}` : undefined
}

function noteOf(billNumber: string, intakeNumber: number | undefined, billUrl: string | undefined): string {
  const what = `Quittance #${intakeNumber ?? '?'}: bill ${billNumber}`
  return billUrl === undefined ? what : `${what}\n${billUrl}`
}
