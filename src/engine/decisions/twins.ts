import { and, eq, inArray, isNull, ne, notInArray, type SQL } from 'drizzle-orm'
import type { DocumentState } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { isGenericTaxId } from '../pipeline/check/tax-id'
import type { Twin } from '../pipeline/check/subject'
import type { DocumentRow } from '../store/documents'
import { documents, invoices } from '../store/schema'
import type { Reader } from '../store/write'
import { familyOf } from '../vendors/families'
import { nameKey } from '../vendors/name-key'
import { isEInvoice } from './e-invoice-twin'
import { fieldText, type InvoiceRow } from './invoice-fields'

// Documents that left the road are no bills: nothing repeats them.
const offTheRoad: readonly DocumentState[] = ['rejected', 'duplicate', 'set_aside', 'unpacked']

interface Other {
  readonly invoice: InvoiceRow
  readonly document: Pick<DocumentRow, 'id' | 'intakeNumber' | 'state'>
}

/** A twin with what decides on which of the two it is a question. */
export type FoundTwin = Twin & { readonly state: DocumentState; readonly isEInvoice: boolean }

/** More twins than this are one mistake (a test file sent a hundred times); each question stays cheap. */
const twinsAtMost = 10

/**
 * Other invoices this one may repeat, the surest rule first: same folio fiscal; same vendor, number and year; same
 * vendor, total and date. A few index look-ups, however many documents there are.
 */
export function findTwins(reader: Reader, invoice: InvoiceRow): FoundTwin[] {
  const found = new Map<DocumentId, FoundTwin>()
  for (const { rule, query, isTwin } of twinQueries(reader, invoice)) {
    for (const other of query.all()) {
      if (found.has(other.document.id) || !isTwin(other.invoice)) continue
      found.set(other.document.id, toTwin(rule, invoice, other))
    }
  }
  return [...found.values()]
}

/** The questions asked of the store, each to be answered by an index (a test reads their plans). */
export function twinQueries(reader: Reader, invoice: InvoiceRow) {
  const { uuid, numberKey, vendorId, grandTotal, issueDate } = invoice
  const queries: { rule: Twin['rule']; query: ReturnType<typeof ask>; isTwin: (other: InvoiceRow) => boolean }[] = []
  if (uuid !== null) {
    queries.push({ rule: 'uuid', query: ask(reader, invoice, eq(invoices.uuid, uuid)), isTwin: () => true })
  }
  for (const sender of numberKey === null ? [] : sendersOf(reader, invoice)) {
    const sameNumber = and(sender, eq(invoices.numberKey, numberKey ?? ''))
    queries.push({
      rule: 'number',
      query: ask(reader, invoice, sameNumber),
      isTwin: other => isSameYear(invoice, other) && isSameType(invoice, other),
    })
  }
  if (grandTotal !== null && issueDate !== null) {
    const sameAmount = and(
      vendorId === null ? isNull(invoices.vendorId) : inArray(invoices.vendorId, familyOf(reader, vendorId)),
      eq(invoices.grandTotal, grandTotal),
      eq(invoices.issueDate, issueDate),
    )
    queries.push({
      rule: 'total_date',
      query: ask(reader, invoice, sameAmount),
      isTwin: other =>
        other.currency === invoice.currency &&
        isSameType(invoice, other) &&
        (vendorId !== null || isPageAndFileOfOneName(invoice, other)),
    })
  }
  return queries
}

/** Before the vendor is known the tax id stands for it; the generic RFCs stand for nobody. */
function sendersOf(reader: Reader, invoice: InvoiceRow): SQL[] {
  const senders: SQL[] = []
  if (invoice.vendorId !== null) senders.push(inArray(invoices.vendorId, familyOf(reader, invoice.vendorId)))
  if (invoice.sellerTaxId !== null && !isGenericTaxId(invoice.sellerTaxId)) {
    senders.push(eq(invoices.sellerTaxId, invoice.sellerTaxId))
  }
  return senders
}

function ask(reader: Reader, invoice: InvoiceRow, same: SQL | undefined) {
  return reader
    .select({
      invoice: invoices,
      document: { id: documents.id, intakeNumber: documents.intakeNumber, state: documents.state },
    })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(and(same, ne(invoices.id, invoice.id), notInArray(documents.state, [...offTheRoad])))
    .limit(twinsAtMost)
}

/** While the vendor is not on file its name must do, and only between a page and an e-invoice. */
function isPageAndFileOfOneName(one: InvoiceRow, other: InvoiceRow): boolean {
  const name = nameKey(one.sellerName ?? '')
  return isEInvoice(one) !== isEInvoice(other) && name !== '' && name === nameKey(other.sellerName ?? '')
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
    isEInvoice: isEInvoice(invoice),
    number: invoice.invoiceNumber,
    issueDate: invoice.issueDate,
    total: fieldText(invoice, 'grand_total'),
    currency: invoice.currency,
    uuidsDiffer: mine.uuid !== null && invoice.uuid !== null && mine.uuid !== invoice.uuid,
    numbersDiffer: mine.numberKey !== null && invoice.numberKey !== null && mine.numberKey !== invoice.numberKey,
    totalsDiffer: mine.grandTotal !== invoice.grandTotal || mine.currency !== invoice.currency,
  }
}
