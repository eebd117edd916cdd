import { and, eq, ne, notInArray, or, type SQL } from 'drizzle-orm'
import type { DocumentState } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { isGenericTaxId } from '../pipeline/check/tax-id'
import type { Twin } from '../pipeline/check/subject'
import { documents, invoices } from '../store/schema'
import type { Reader } from '../store/write'
import { fieldText, type InvoiceRow } from './invoice-fields'
import type { DocumentRow } from './load'

// Documents that left the road are no bills: nothing repeats them.
const offTheRoad: readonly DocumentState[] = ['rejected', 'duplicate', 'set_aside', 'unpacked']

interface Other {
  readonly invoice: InvoiceRow
  readonly document: Pick<DocumentRow, 'id' | 'intakeNumber' | 'state'>
}

/** More twins than this are one mistake (a test file sent a hundred times); each question stays cheap. */
const twinsAtMost = 10

/**
 * Other invoices this one may repeat, the surest rule first: same folio fiscal; same vendor, number and year; same
 * vendor, total and date. Three index look-ups, however many documents there are.
 */
export function findTwins(reader: Reader, invoice: InvoiceRow): (Twin & { readonly state: DocumentState })[] {
  const found = new Map<DocumentId, Twin & { readonly state: DocumentState }>()
  const take = (rule: Twin['rule'], others: readonly Other[], isTwin: (other: InvoiceRow) => boolean) => {
    for (const other of others) {
      if (found.has(other.document.id) || !isTwin(other.invoice)) continue
      found.set(other.document.id, toTwin(rule, invoice, other))
    }
  }
  if (invoice.uuid !== null) take('uuid', ask(reader, invoice, eq(invoices.uuid, invoice.uuid)), () => true)
  for (const sender of sendersOf(invoice)) {
    if (invoice.numberKey !== null) {
      const sameNumber = and(sender, eq(invoices.numberKey, invoice.numberKey))
      take(
        'number',
        ask(reader, invoice, sameNumber),
        other => isSameYear(invoice, other) && isSameType(invoice, other),
      )
    }
  }
  if (invoice.vendorId !== null && invoice.grandTotal !== null && invoice.issueDate !== null) {
    const sameAmount = and(
      eq(invoices.vendorId, invoice.vendorId),
      eq(invoices.grandTotal, invoice.grandTotal),
      eq(invoices.issueDate, invoice.issueDate),
    )
    const isTwin = (other: InvoiceRow) => other.currency === invoice.currency && isSameType(invoice, other)
    take('total_date', ask(reader, invoice, sameAmount), isTwin)
  }
  return [...found.values()]
}

/** Before the vendor is known the tax id stands for it; the generic RFCs stand for nobody. */
function sendersOf(invoice: InvoiceRow): SQL[] {
  const senders: SQL[] = []
  if (invoice.vendorId !== null) senders.push(eq(invoices.vendorId, invoice.vendorId))
  if (invoice.sellerTaxId !== null && !isGenericTaxId(invoice.sellerTaxId)) {
    senders.push(eq(invoices.sellerTaxId, invoice.sellerTaxId))
  }
  return senders
}

function ask(reader: Reader, invoice: InvoiceRow, same: SQL | undefined): Other[] {
  return reader
    .select({
      invoice: invoices,
      document: { id: documents.id, intakeNumber: documents.intakeNumber, state: documents.state },
    })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(and(same, ne(invoices.id, invoice.id), or(notInArray(documents.state, [...offTheRoad]))))
    .limit(twinsAtMost)
    .all()
}

function isSameYear(one: InvoiceRow, other: InvoiceRow): boolean {
  if (one.issueDate === null || other.issueDate === null) return true
  return one.issueDate.slice(0, 4) === other.issueDate.slice(0, 4)
}

/** A credit note over the whole invoice has its vendor, its total and often its date. */
function isSameType(one: InvoiceRow, other: InvoiceRow): boolean {
  return (one.documentType ?? 'invoice') === (other.documentType ?? 'invoice')
}

function toTwin(rule: Twin['rule'], mine: InvoiceRow, { invoice, document }: Other) {
  return {
    rule,
    documentId: document.id,
    intakeNumber: document.intakeNumber,
    state: document.state,
    number: invoice.invoiceNumber,
    issueDate: invoice.issueDate,
    total: fieldText(invoice, 'grand_total'),
    currency: invoice.currency,
    uuidsDiffer: mine.uuid !== null && invoice.uuid !== null && mine.uuid !== invoice.uuid,
    numbersDiffer: mine.numberKey !== null && invoice.numberKey !== null && mine.numberKey !== invoice.numberKey,
    totalsDiffer: mine.grandTotal !== invoice.grandTotal || mine.currency !== invoice.currency,
  }
}
