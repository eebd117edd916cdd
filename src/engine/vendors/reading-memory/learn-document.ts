import { and, eq } from 'drizzle-orm'
import type { DocumentId, LessonId } from '../../../shared/ids'
import { amountFields, FieldName } from '../../../shared/invoice'
import type { DecisionContext } from '../../decisions/context'
import { fieldText, type InvoiceRow } from '../../decisions/invoice-fields'
import { findInvoice, personReader } from '../../decisions/load'
import type { SharedRows } from '../../decisions/shared-rows'
import { isSame } from '../../issues/identity'
import { readings, vendorLessons } from '../../store/schema'
import type { Tx } from '../../store/write'
import { isTolerance } from '../tolerances/learn-tolerance'
import { lessonOf } from './learn'
import type { LessonTaught } from './lesson'
import { loadPageMemory } from './page-memory'

/**
 * Brings the lessons a document taught in line with what people corrected on it: one per field that reading had wrong. Part of
 * the command that corrected it, so that undoing the command takes the lesson back. A vendor found only later learns
 * from the corrections made before.
 */
export function learnFromDocument(tx: Tx, documentId: DocumentId, shared: SharedRows, ctx: DecisionContext): void {
  const invoice = findInvoice(tx, documentId)
  if (invoice?.format !== 'page') return
  const ofDocument = eq(vendorLessons.documentId, documentId)
  const known = tx
    .select()
    .from(vendorLessons)
    .where(ofDocument)
    .all()
    .filter(({ lesson }) => !isTolerance(lesson))
  const own = and(eq(readings.invoiceId, invoice.id), eq(readings.reader, personReader), eq(readings.isChosen, true))
  const isCorrected = tx.select({ id: readings.id }).from(readings).where(own).limit(1).get() !== undefined
  if (known.length === 0 && !isCorrected) return
  const { vendorId } = invoice
  const taught = vendorId === null ? new Map<FieldName, LessonTaught>() : lessonsTaught(tx, documentId, invoice)
  for (const row of known) {
    if (vendorId === row.vendorId && isSame(taught.get(row.field) ?? null, row.lesson)) {
      taught.delete(row.field)
      continue
    }
    tx.delete(vendorLessons).where(eq(vendorLessons.id, row.id)).run()
    shared.note(`lesson:${row.id}`, row, null)
  }
  if (vendorId === null) return
  for (const [field, lesson] of taught) {
    const id = ctx.newId<LessonId>()
    const row = { id, vendorId, field, documentId, lesson, learnedAt: ctx.now, forgottenAt: null }
    tx.insert(vendorLessons).values(row).run()
    shared.note(`lesson:${id}`, null, row)
  }
}

function lessonsTaught(tx: Tx, documentId: DocumentId, invoice: InvoiceRow): Map<FieldName, LessonTaught> {
  const rows = tx.select().from(readings).where(eq(readings.invoiceId, invoice.id)).all()
  const memory = loadPageMemory(tx, documentId)
  const taught = new Map<FieldName, LessonTaught>()
  for (const field of FieldName.options) {
    const own = rows.find(row => row.field === field && row.isChosen && row.reader === personReader)
    if (!own) continue
    const first = rows.find(row => row.field === field && row.isFirstChoice)
    const lesson = lessonOf({
      field,
      value: own.value,
      origin: own.origin,
      instead: first ? { value: first.value, origin: first.origin } : null,
      amounts: Object.fromEntries(amountFields.map(amount => [amount, fieldText(invoice, amount)])),
      ...memory,
    })
    if (lesson) taught.set(field, lesson)
  }
  return taught
}
