import { and, eq, notInArray } from 'drizzle-orm'
import type { DocumentState } from '../../../shared/document'
import type { DocumentId } from '../../../shared/ids'
import { FieldName } from '../../../shared/invoice'
import { columnOf, toColumns, type InvoiceRow } from '../../decisions/invoice-fields'
import { findInvoice, personReader, type ReadingRow } from '../../decisions/load'
import { isStorable } from '../../decisions/value-form'
import { changeCurrency } from '../../decisions/change-currency'
import { isSame } from '../../issues/identity'
import { documentById } from '../../store/documents'
import { invoices, lessonUses, readings } from '../../store/schema'
import type { Reader, Tx } from '../../store/write'
import { decide, type FieldBefore, type Verdict } from './decide'
import { languageOf } from './language-of'
import { lessonsFor } from './load-lessons'
import { foldedText, loadPageMemory } from './page-memory'
import { recogniseVendor } from './recognise-vendor'

/** Name of the reader in readings that a lesson proposed. */
const lessonReader = 'vendor memory'

// What a person or the ledger decided about is not read anew.
const openStates: readonly DocumentState[] = ['queued', 'processing', 'needs_review', 'ready']

/**
 * Reads a page with what the vendor's earlier documents taught, on top of what reading chose: same lessons in, same values
 * out, however often it runs. Part of the check step, whose journal row says what changed. A lesson forgotten or undone takes its values with it; a person's values stay.
 */
export function applyLessons(tx: Tx, documentId: DocumentId): void {
  const invoice = findInvoice(tx, documentId)
  if (invoice?.format !== 'page' || !openStates.includes(documentById(tx, documentId).state)) return
  const rows = tx.select().from(readings).where(eq(readings.invoiceId, invoice.id)).all()
  const before = rows.filter(row => row.reader === lessonReader)
  const verdicts = verdictsOn(tx, documentId, rows)
  if (before.length === 0 && verdicts.length === 0) return
  const wanted = verdicts.filter(isStorableVerdict).map(verdict => toReading(verdict, invoice))
  if (isSame(rowsById(before), rowsById(wanted))) return
  for (const row of before) tx.delete(readings).where(eq(readings.id, row.id)).run()
  const chosen = new Map(wanted.filter(row => row.isChosen).map(row => [row.field, row]))
  for (const field of new Set([...before, ...wanted].map(row => row.field))) {
    chooseReading(tx, invoice, rows, field, chosen.get(field) ?? null)
  }
  if (wanted.length > 0) tx.insert(readings).values(wanted).run()
  recordUses(tx, documentId, rows, verdicts.filter(isStorableVerdict))
}

/** What the lessons of the page's vendor say about it. */
function verdictsOn(reader: Reader, documentId: DocumentId, rows: readonly ReadingRow[]): Verdict[] {
  const fields = beforeLessons(rows)
  const seller = { name: fields['seller.name']?.value ?? null, taxId: fields['seller.tax_id']?.value ?? null }
  const recognised = recogniseVendor(reader, documentId, seller)
  if (!recognised) return []
  const lessons = lessonsFor(reader, recognised.vendorId, documentId)
  if (lessons.length === 0) return []
  const memory = loadPageMemory(reader, documentId)
  return decide(lessons, {
    fields,
    sightings: memory.sightings,
    pages: memory.pages,
    text: foldedText(memory),
    isSellerSure: recognised.isSure,
    language: languageOf(memory.words),
  })
}

/** A person's word where there is one, else what reading chose by itself. */
function beforeLessons(rows: readonly ReadingRow[]): Partial<Record<FieldName, FieldBefore>> {
  const fields: Partial<Record<FieldName, FieldBefore>> = {}
  for (const field of FieldName.options) {
    const ofField = rows.filter(row => row.field === field && row.reader !== lessonReader)
    const own = ofField.find(row => row.isChosen && row.reader === personReader)
    const row = own ?? ofField.find(candidate => candidate.isFirstChoice)
    if (!row) continue
    const { value, probability, origin } = row
    fields[field] = { value, probability, origin, isByPerson: own !== undefined }
  }
  return fields
}

function isStorableVerdict({ field, value }: Verdict): boolean {
  return value === null || isStorable(field, value)
}

function toReading({ lesson, field, value, probability, origin, isChosen }: Verdict, invoice: InvoiceRow): ReadingRow {
  return {
    // The same lesson on the same field is the same row, so that undo and redo find it.
    id: `${lesson.id}:${field}:${invoice.id}`,
    invoiceId: invoice.id,
    field,
    value,
    probability: Math.round(probability * 1000) / 1000,
    origin,
    reader: lessonReader,
    isChosen,
    isFirstChoice: false,
  }
}

function rowsById(rows: readonly ReadingRow[]): Record<string, ReadingRow> {
  return Object.fromEntries(rows.map(row => [row.id, row]))
}

/** Gives a field the lesson's value, or its own again. A person's value is not touched. */
function chooseReading(
  tx: Tx,
  invoice: InvoiceRow,
  rows: readonly ReadingRow[],
  field: FieldName,
  taught: ReadingRow | null,
): void {
  const ofField = rows.filter(row => row.field === field && row.reader !== lessonReader)
  if (ofField.some(row => row.isChosen && row.reader === personReader)) return
  const own = ofField.find(row => row.isFirstChoice)
  const ofInvoice = and(eq(readings.invoiceId, invoice.id), eq(readings.field, field))
  tx.update(readings).set({ isChosen: false }).where(ofInvoice).run()
  if (!taught && own) tx.update(readings).set({ isChosen: true }).where(eq(readings.id, own.id)).run()
  putValue(tx, invoice.documentId, field, taught ? taught.value : (own?.value ?? null))
}

function putValue(tx: Tx, documentId: DocumentId, field: FieldName, value: string | null): void {
  const invoice = findInvoice(tx, documentId)
  if (!invoice) return
  const columns = toColumns({ [field]: value }, invoice.currency)
  if (columns[columnOf[field]] === invoice[columnOf[field]]) return
  if (field === 'currency') changeCurrency(tx, invoice, value)
  else tx.update(invoices).set(columns).where(eq(invoices.id, invoice.id)).run()
}

/** Which lessons gave this document its values. What a person settled since stays on record: it judges the lesson. */
function recordUses(tx: Tx, documentId: DocumentId, rows: readonly ReadingRow[], verdicts: readonly Verdict[]): void {
  const settled = rows.filter(row => row.isChosen && row.reader === personReader).map(row => row.field)
  const open = and(eq(lessonUses.documentId, documentId), notInArray(lessonUses.field, settled))
  tx.delete(lessonUses).where(open).run()
  const acting = verdicts.filter(verdict => verdict.isChosen)
  for (const { lesson, field, value } of acting) {
    tx.insert(lessonUses).values({ lessonId: lesson.id, documentId, field, value }).run()
  }
}
