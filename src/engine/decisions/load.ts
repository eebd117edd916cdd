import { asc, desc, eq } from 'drizzle-orm'
import type { DocumentId, InvoiceId } from '../../shared/ids'
import { FieldName, type Origin } from '../../shared/invoice'
import type { CandidateNow, FieldNow } from '../pipeline/check/subject'
import { AppError } from '../../shared/result'
import { invoiceLines, invoices, invoiceTaxes, readings } from '../store/schema'
import type { Reader } from '../store/write'
import { fieldText, type InvoiceRow } from './invoice-fields'

export type LineRow = typeof invoiceLines.$inferSelect
export type TaxRow = typeof invoiceTaxes.$inferSelect
export type ReadingRow = typeof readings.$inferSelect

/** Name of the reader in readings a person typed or confirmed; such values survive another reading. */
export const personReader = 'person'

/** Others shown beside a value. */
const candidatesKept = 6

export function findInvoice(reader: Reader, documentId: DocumentId): InvoiceRow | undefined {
  return reader.select().from(invoices).where(eq(invoices.documentId, documentId)).get()
}

/** @throws AppError `invoice_not_found` when nothing has been read from the document */
export function loadInvoice(reader: Reader, documentId: DocumentId): InvoiceRow {
  const row = findInvoice(reader, documentId)
  if (!row) throw new AppError('invoice_not_found', {}, 'user')
  return row
}

export function loadLines(reader: Reader, invoiceId: InvoiceId): LineRow[] {
  return reader
    .select()
    .from(invoiceLines)
    .where(eq(invoiceLines.invoiceId, invoiceId))
    .orderBy(asc(invoiceLines.position), asc(invoiceLines.id))
    .all()
}

export function loadTaxes(reader: Reader, invoiceId: InvoiceId): TaxRow[] {
  return reader
    .select()
    .from(invoiceTaxes)
    .where(eq(invoiceTaxes.invoiceId, invoiceId))
    .orderBy(asc(invoiceTaxes.id))
    .all()
}

/** Header fields as they stand: the chosen value, where it comes from, and what else was read. */
export function loadFields(reader: Reader, invoice: InvoiceRow): Record<FieldName, FieldNow> {
  const rows = reader
    .select()
    .from(readings)
    .where(eq(readings.invoiceId, invoice.id))
    .orderBy(desc(readings.probability), asc(readings.id))
    .all()
  const byField = Map.groupBy(rows, row => row.field)
  const fields = FieldName.options.map(field => [field, fieldNow(invoice, field, byField.get(field) ?? [])] as const)
  return Object.fromEntries(fields) as Record<FieldName, FieldNow>
}

function fieldNow(invoice: InvoiceRow, field: FieldName, rows: readonly ReadingRow[]): FieldNow {
  const value = fieldText(invoice, field)
  const chosen = rows.find(row => row.isChosen)
  return {
    value,
    probability: value === null && chosen?.reader !== personReader ? 0 : (chosen?.probability ?? 0),
    origin: chosen?.origin ?? null,
    onPage: chosen?.origin?.kind === 'xml' ? placeOnPage(rows, chosen.value) : null,
    byPerson: chosen?.reader === personReader,
    candidates: otherValues(rows, chosen),
  }
}

function placeOnPage(rows: readonly ReadingRow[], value: string | null): Origin | null {
  return rows.find(row => row.value === value && row.origin?.kind === 'page')?.origin ?? null
}

/** Different values once each, without the chosen one and without what a person typed before. */
function otherValues(rows: readonly ReadingRow[], chosen: ReadingRow | undefined): CandidateNow[] {
  const seen = new Set([chosen?.value ?? null, null])
  const others: CandidateNow[] = []
  for (const { value, probability, origin, reader } of rows) {
    if (value === null || seen.has(value) || reader === personReader) continue
    seen.add(value)
    others.push({ value, probability, origin })
  }
  return others.slice(0, candidatesKept)
}
