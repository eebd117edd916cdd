import { and, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import type { DocumentId, InvoiceId, VendorId } from '../../shared/ids'
import { unsettledStates } from '../../shared/issue'
import type { DocumentQuality } from '../../shared/quality'
import { findInvoice, loadFields, personReader } from '../decisions/load'
import { inboxRows, invoices, issues, readings } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { scoreQuality } from './score'

/** The vendor's documents looked at: older ones say little about how its invoices look now. */
const latestDocuments = 12

/**
 * How likely a document needs no correction, as things stand now, with the parts of that score.
 *
 * @returns null while nothing has been read from the document
 */
export function documentQuality(reader: Reader, documentId: DocumentId): DocumentQuality | null {
  const invoice = findInvoice(reader, documentId)
  if (!invoice) return null
  return scoreQuality({
    fields: loadFields(reader, invoice),
    isFromPages: invoice.format === 'page',
    isVendorKnown: invoice.vendorId !== null,
    vendorRecord: vendorRecord(reader, invoice.vendorId, invoice.id),
    openIssues: openIssues(reader, documentId),
  })
}

/** Stores the score with the invoice, for lists and for autopilot. Part of the route step. */
export function refreshQuality(tx: Tx, documentId: DocumentId): void {
  const quality = documentQuality(tx, documentId)?.score ?? null
  tx.update(invoices).set({ quality }).where(eq(invoices.documentId, documentId)).run()
}

function openIssues(reader: Reader, documentId: DocumentId) {
  const open = and(eq(issues.documentId, documentId), inArray(issues.state, [...unsettledStates]))
  return reader.select({ key: issues.key, severity: issues.severity }).from(issues).where(open).all()
}

/** Of the vendor's latest documents that people were done with: how many, and how many they had to correct. */
function vendorRecord(reader: Reader, vendorId: VendorId | null, except: InvoiceId) {
  if (vendorId === null) return { documents: 0, corrected: 0 }
  const decided = reader
    .select({ id: invoices.id })
    // The narrow rows have an index of a vendor's documents by arrival: the newest are found without sorting.
    .from(inboxRows)
    .innerJoin(invoices, eq(invoices.documentId, inboxRows.documentId))
    .where(
      and(
        eq(inboxRows.vendorId, vendorId),
        inArray(inboxRows.state, ['approved', 'posted']),
        ne(invoices.id, except),
        eq(invoices.format, 'page'),
      ),
    )
    .orderBy(desc(inboxRows.intakeNumber))
    .limit(latestDocuments)
    .all()
    .map(row => row.id)
  return { documents: decided.length, corrected: decided.filter(id => wasCorrected(reader, id)).length }
}

/** A person gave a field another value than the one read with the highest chance. */
function wasCorrected(reader: Reader, invoiceId: InvoiceId): boolean {
  const own = and(eq(readings.invoiceId, invoiceId), eq(readings.reader, personReader), eq(readings.isChosen, true))
  const { field, value, probability } = readings
  const decided = reader.select({ field, value }).from(readings).where(own).all()
  return decided.some(decision => {
    const read = and(
      eq(readings.invoiceId, invoiceId),
      eq(readings.field, decision.field),
      ne(readings.reader, personReader),
      isNotNull(readings.value),
    )
    const best = reader.select({ value }).from(readings).where(read).orderBy(desc(probability)).limit(1).get()
    return (best?.value ?? null) !== decision.value
  })
}
