import Big from 'big.js'
import { and, asc, eq } from 'drizzle-orm'
import { amountFields, dateFields, FieldName } from '../../shared/invoice'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { findOnPage, type FoundValue } from '../model/found-on-page'
import type { Picture, Question } from '../model/question'
import {
  askableFields,
  pagesToShow,
  proposedValues,
  readingQuestion,
  ReadingExpected,
  type AskableField,
} from '../model/reading-question'
import { isNoBill } from '../pipeline/check/check-payable'
import type { FieldNow } from '../pipeline/check/subject'
import { textLines, type TextLine } from '../pipeline/read/page/text-lines'
import { documentById } from '../store/documents'
import { invoices, pages, readings } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import type { DecisionContext } from './context'
import { historyOf } from './history'
import { isAmountField, toColumns, type InvoiceRow } from './invoice-fields'
import { findInvoice, loadFields } from './load'
import { isStorable } from './value-form'
import { summedFields, sumsUp } from './sums-up'

/** Without one of these an invoice cannot be paid or booked; a model is asked only where one is missing or unsure. */
const worthAsking: readonly AskableField[] = [
  'invoice_number',
  'issue_date',
  'currency',
  'seller.name',
  'net_total',
  'tax_total',
  'grand_total',
]

/**
 * A model may fill these in. Who is paid, and in which money, it may only offer: a person chooses.
 */
const fillable: readonly FieldName[] = ['invoice_number', ...dateFields, ...amountFields]

/** Claims for a model's value: always below any bar, because nobody has measured it on this company's paper. */
const confirmedBySum = 0.85
const foundOnPage = 0.6
/** An amount that nothing confirms is as likely wrong as right: approval waits for a person. */
const unconfirmedAmount = 0.45
/** A local reading less likely than this gives way. */
const coinToss = 0.5

/** Fields a model could help with: not a person's, and missing or below the bar. */
function uncertainFields(reader: Reader, invoice: InvoiceRow, ctx: DecisionContext): AskableField[] {
  const fields = loadFields(reader, invoice)
  const uncertain = askableFields.filter(field => {
    const now = fields[field]
    return !now.byPerson && (now.value === null || now.probability < ctx.settings.checkBar)
  })
  return uncertain.some(field => worthAsking.includes(field)) ? uncertain : []
}

/** The pages to be shown as pictures beside their words, because character recognition read them. */
export function pagesToDraw(reader: Reader, documentId: DocumentId): number[] {
  const { number, textSource } = pages
  const rows = reader.select({ number, textSource }).from(pages).where(eq(pages.documentId, documentId)).all()
  const shown = pagesToShow(rows.map(row => row.number))
  return rows.filter(row => row.textSource === 'ocr' && shown.includes(row.number)).map(row => row.number)
}

/** @returns `undefined` when there is nothing (left) to ask */
export function askAboutPages(
  reader: Reader,
  documentId: DocumentId,
  pictures: readonly Picture[],
  ctx: DecisionContext,
): Question | undefined {
  const { state, kind } = documentById(reader, documentId)
  const invoice = findInvoice(reader, documentId)
  if (!invoice || state !== 'needs_review' || (kind !== 'pdf' && kind !== 'image')) return
  // An e-invoice says itself what it says.
  if (invoice.xmlSha256 !== null || isNoBill(invoice.documentType)) return
  const wanted = uncertainFields(reader, invoice, ctx)
  const lines = visibleLines(reader, documentId)
  const shown = new Set(pagesToShow(lines.map(line => line.page)))
  if (wanted.length === 0 || lines.length === 0) return
  return readingQuestion({ lines: lines.filter(line => shown.has(line.page)), pictures, wanted })
}

/** The words of the pages as lines. What nobody sees was left out when they were stored. */
function visibleLines(reader: Reader, documentId: DocumentId): TextLine[] {
  const rows = reader.select().from(pages).where(eq(pages.documentId, documentId)).orderBy(asc(pages.number)).all()
  return textLines(
    rows.map(row => ({
      ...row,
      words: row.words.map(([text, x, y, width, height]) => ({
        text,
        box: { x, y, width, height },
        confidence: 1,
        hidden: false,
      })),
      failure: null,
    })),
  )
}

/**
 * Adds what a model read as candidates, each at its place on the page, and fills in what was missing or doubtful. A
 * person's value is never touched; values the page does not show are dropped. @returns how many counted
 */
export function recordModelReading(
  tx: Tx,
  documentId: DocumentId,
  { model, expected, answer, at }: { model: string; expected: unknown; answer: unknown; at: EpochMs },
  ctx: DecisionContext,
): number {
  const invoice = findInvoice(tx, documentId)
  if (!invoice) return 0
  const lines = visibleLines(tx, documentId)
  const found = proposedValues(answer, ReadingExpected.parse(expected)).flatMap(value => findOnPage(value, lines) ?? [])
  const values = oncePerValue(found.filter(({ field, value }) => isStorable(field, value)))
  const before = loadFields(tx, invoice)
  const known = values.filter(
    ({ field, value }) => !before[field].byPerson && !isSameValue(field, before[field].value, value),
  )
  // Somebody works on it: what they see does not change under their hands, they only have more to choose from.
  const chosen = isInHand(tx, documentId) ? [] : choose(known, before, ctx)
  for (const one of known) {
    const isChosen = chosen.includes(one)
    if (isChosen) unchoose(tx, invoice, one.field)
    tx.insert(readings)
      .values({
        id: ctx.newId<string>(),
        invoiceId: invoice.id,
        field: one.field,
        value: one.value,
        probability: claimFor(one, chosen, before),
        origin: { kind: 'model', model, at, page: one.page, box: one.box, text: one.text },
        reader: `model ${model}`,
        isChosen,
      })
      .run()
  }
  if (chosen.length === 0) return values.length
  const columns = toColumns(Object.fromEntries(chosen.map(({ field, value }) => [field, value])), invoice.currency)
  tx.update(invoices)
    .set({ ...columns, revision: invoice.revision + 1 })
    .where(eq(invoices.id, invoice.id))
    .run()
  return values.length
}

function isInHand(reader: Reader, documentId: DocumentId): boolean {
  const { undoable, redoable } = historyOf(reader, documentId)
  return undoable.length + redoable.length > 0
}

/** "11600" and "11600.00" are one amount. */
function isSameValue(field: FieldName, held: string | null, found: string): boolean {
  return held === found || (held !== null && isAmountField(field) && new Big(held).eq(found))
}

type Fields = Readonly<Record<FieldName, FieldNow>>

function oncePerValue(found: readonly FoundValue[]): FoundValue[] {
  return [...new Map(found.map(one => [`${one.field} ${one.value}`, one])).values()]
}

/** At most one value per field: what is missing or doubtful, and for amounts only what does not break the sum. */
function choose(known: readonly FoundValue[], before: Fields, ctx: DecisionContext): FoundValue[] {
  const firsts = fillable.flatMap(field => known.find(one => one.field === field) ?? [])
  const isDoubtful = (field: FieldName, below: number) =>
    before[field].value === null || before[field].probability < below
  const plain = firsts.filter(({ field }) => !isAmountField(field) && isDoubtful(field, coinToss))
  const dates = inOrder(plain, before)
  const doubtful = firsts.filter(({ field }) => isAmountField(field) && isDoubtful(field, ctx.settings.checkBar))
  const amounts = doubtful.filter(({ field }) => summedFields.includes(field))
  const together = withValues(before, amounts)
  if (sumsUp(together) && !sumsUp(valuesOf(before))) return [...dates, ...amounts]
  // Nothing is confirmed: only gaps are filled.
  return [...dates, ...doubtful.filter(({ field }) => before[field].value === null)]
}

/** A document falls due on or after its date. */
function inOrder(chosen: readonly FoundValue[], before: Fields): FoundValue[] {
  const values = withValues(before, chosen)
  const isTurned = values.issue_date !== null && values.due_date !== null && values.due_date < values.issue_date
  return isTurned ? chosen.filter(({ field }) => !dateFields.some(date => date === field)) : [...chosen]
}

function claimFor(one: FoundValue, chosen: readonly FoundValue[], before: Fields): number {
  if (!isAmountField(one.field)) return foundOnPage
  return chosen.includes(one) && sumsUp(withValues(before, chosen)) ? confirmedBySum : unconfirmedAmount
}

function valuesOf(fields: Fields): Record<FieldName, string | null> {
  return Object.fromEntries(FieldName.options.map(field => [field, fields[field].value])) as Record<
    FieldName,
    string | null
  >
}

function withValues(before: Fields, chosen: readonly FoundValue[]): Record<FieldName, string | null> {
  return { ...valuesOf(before), ...Object.fromEntries(chosen.map(({ field, value }) => [field, value])) }
}

function unchoose(tx: Tx, invoice: InvoiceRow, field: FieldName): void {
  tx.update(readings)
    .set({ isChosen: false })
    .where(and(eq(readings.invoiceId, invoice.id), eq(readings.field, field)))
    .run()
}
