import { and, asc, eq, inArray } from 'drizzle-orm'
import type { DocumentState } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import type { FieldName, Origin } from '../../shared/invoice'
import { unsettledStates, type IssueKey, type Severity } from '../../shared/issue'
import { minor, toDecimal } from '../../shared/money'
import { documentById } from '../store/documents'
import { printedHead, type JournalHead } from '../store/journal'
import { documents, documentWork, invoiceLines, invoices, issues, readings } from '../store/schema'
import type { Reader } from '../store/write'

/** One document for other programs. A public interface: docs/cli.md says what each field means; add, never rename. */
export interface DocumentRecord {
  readonly file: string
  /** Null when the file could not be opened. */
  readonly sha256: string | null
  readonly intake_number: number | null
  readonly format: string | null
  readonly state: DocumentState
  /** Error code of a document set aside, a person's words for hold and rejection. */
  readonly reason: string | null
  /** Which invoice of a file with several, from 1; null for a file with one. */
  readonly part: number | null
  /** Intake number of the document this one repeats. */
  readonly duplicate_of: number | null
  readonly document_type: string | null
  readonly invoice_number: string | null
  readonly issue_date: string | null
  readonly due_date: string | null
  readonly currency: string | null
  readonly seller: { readonly name: string | null; readonly tax_id: string | null }
  readonly buyer: { readonly name: string | null; readonly tax_id: string | null }
  readonly net_total: string | null
  readonly tax_total: string | null
  readonly withheld_total: string | null
  readonly grand_total: string | null
  readonly payable: string | null
  readonly uuid: string | null
  readonly lines: readonly LineRecord[]
  readonly issues: readonly { readonly key: IssueKey; readonly severity: Severity }[]
  readonly confidence: Readonly<Partial<Record<FieldName, number>>>
  readonly origin: Readonly<Partial<Record<FieldName, Origin>>>
  /** End of the journal when this was exported, "4212 9f3c…": whoever keeps it can tell later whether the books were changed. Null for `read`. */
  readonly journal_head: string | null
  /** Milliseconds the reading took; null when it was not measured. */
  readonly ms: number | null
}

export interface LineRecord {
  readonly description: string
  readonly quantity: string | null
  readonly unit_price: string | null
  readonly line_total: string | null
  readonly tax_rate: string | null
  readonly product_code: string | null
  readonly account: string | null
  /** The cell that the document does not print: worked out of quantity × unit price = line total. */
  readonly derived: 'quantity' | 'unit_price' | null
}

/**
 * What we hold about a document now.
 *
 * @param file how it is called to whoever asked; the name it came with when left out
 * @param head end of the journal, for exports
 * @throws AppError `document_not_found`
 */
export function documentRecord(
  reader: Reader,
  documentId: DocumentId,
  file?: string,
  head?: JournalHead,
): DocumentRecord {
  const document = documentById(reader, documentId)
  const invoice = reader.select().from(invoices).where(eq(invoices.documentId, documentId)).get()
  const chosen = invoice ? chosenReadings(reader, invoice.id) : []
  const currency = invoice?.currency ?? null
  const amount = (value: number | null | undefined) =>
    value === null || value === undefined ? null : toDecimal(minor(value), currency)
  return {
    file: file ?? document.fileName,
    sha256: document.sha256,
    intake_number: document.intakeNumber,
    format: invoice?.format ?? null,
    state: document.state,
    reason: document.stateReason,
    part: document.part,
    duplicate_of: duplicateOf(reader, document),
    document_type: invoice?.documentType ?? null,
    invoice_number: invoice?.invoiceNumber ?? null,
    issue_date: invoice?.issueDate ?? null,
    due_date: invoice?.dueDate ?? null,
    currency,
    seller: { name: invoice?.sellerName ?? null, tax_id: invoice?.sellerTaxId ?? null },
    buyer: { name: invoice?.buyerName ?? null, tax_id: invoice?.buyerTaxId ?? null },
    net_total: amount(invoice?.netTotal),
    tax_total: amount(invoice?.taxTotal),
    withheld_total: amount(invoice?.withheldTotal),
    grand_total: amount(invoice?.grandTotal),
    payable: amount(invoice?.payable),
    uuid: invoice?.uuid ?? null,
    lines: invoice ? lineRecords(reader, invoice.id, amount) : [],
    issues: openIssues(reader, documentId),
    confidence: Object.fromEntries(chosen.map(reading => [reading.field, reading.probability])),
    origin: Object.fromEntries(chosen.map(reading => [reading.field, reading.origin])),
    journal_head: head === undefined ? null : printedHead(head),
    ms: readMs(reader, documentId),
  }
}

function readMs(reader: Reader, documentId: DocumentId): number | null {
  const isIt = eq(documentWork.documentId, documentId)
  return reader.select({ ms: documentWork.readMs }).from(documentWork).where(isIt).get()?.ms ?? null
}

type InvoiceRow = typeof invoices.$inferSelect

function chosenReadings(reader: Reader, invoiceId: InvoiceRow['id']) {
  return reader
    .select({ field: readings.field, probability: readings.probability, origin: readings.origin })
    .from(readings)
    .where(and(eq(readings.invoiceId, invoiceId), eq(readings.isChosen, true)))
    .all()
}

/** Rows of the document itself; charges, discounts and stand-ins we made for the books stay inside. */
function lineRecords(
  reader: Reader,
  invoiceId: InvoiceRow['id'],
  amount: (value: number | null) => string | null,
): LineRecord[] {
  return reader
    .select()
    .from(invoiceLines)
    .where(and(eq(invoiceLines.invoiceId, invoiceId), eq(invoiceLines.role, 'item')))
    .orderBy(asc(invoiceLines.position))
    .all()
    .map(line => ({
      description: line.description,
      quantity: line.quantity,
      unit_price: line.unitPrice,
      line_total: amount(line.lineTotal),
      tax_rate: line.taxRate,
      product_code: line.productCode,
      account: line.accountCode,
      derived: derivedCell(line.origin),
    }))
}

function derivedCell(origin: Origin | null): LineRecord['derived'] {
  if (origin?.kind !== 'page' || origin.derived === undefined) return null
  return origin.derived === 'unitPrice' ? 'unit_price' : 'quantity'
}

function openIssues(reader: Reader, documentId: DocumentId): DocumentRecord['issues'] {
  return reader
    .select({ key: issues.key, severity: issues.severity })
    .from(issues)
    .where(and(eq(issues.documentId, documentId), inArray(issues.state, [...unsettledStates])))
    .orderBy(asc(issues.raisedAt), asc(issues.id))
    .all()
}

function duplicateOf(reader: Reader, document: typeof documents.$inferSelect): number | null {
  if (document.duplicateOfId === null) return null
  const first = reader
    .select({ number: documents.intakeNumber })
    .from(documents)
    .where(eq(documents.id, document.duplicateOfId))
    .get()
  return first?.number ?? null
}
