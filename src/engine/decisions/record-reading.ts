import { eq } from 'drizzle-orm'
import type { DocumentId, InvoiceId, Sha256 } from '../../shared/ids'
import { FieldName } from '../../shared/invoice'
import { suspiciousText } from '../pipeline/check/suspicious-text'
import { forgetFirings } from '../automation/firings'
import { withdrawProposal } from '../automation/rejection'
import { routeTo } from '../automation/routing'
import type { Candidate, DocumentReading, InvoiceFacts } from '../pipeline/facts'
import { reconcileIssues } from '../issues/reconcile'
import { refreshSummary } from '../issues/summary'
import { documents, invoices, invoiceTaxes, pages, readings } from '../store/schema'
import type { Tx } from '../store/write'
import { recordMarks } from '../vendors/reading-memory/recognise-vendor'
import type { DecisionContext } from './context'
import { isSame } from '../issues/identity'
import { toColumns, type InvoiceRow } from './invoice-fields'
import { findInvoice, personReader } from './load'
import { isOfReading, issuesOfRemarks } from './reading-issues'
import { recordChange } from './record-change'
import { recordLines } from './record-lines'
import { exactAmount } from './exact-amount'
import { unpackInvoices } from './unpack-invoices'
import { isStorable } from './value-form'

export { recordFailure } from './record-failure'

/** Blobs the queue stored before the transaction began. */
export interface ReadingBlobs {
  readonly previews: readonly { readonly page: number; readonly sha256: Sha256; readonly mediaType: string }[]
  readonly xmlSha256: Sha256 | null
}

// More candidates than this explain nothing any more.
const candidatesPerField = 12

/**
 * Stores what reading a document gave: pages with words, the invoice with every candidate, lines, taxes and the
 * remarks that become issues. Read again, values a person typed or confirmed stay; everything else is replaced.
 * A file with several invoices becomes `unpacked` and each of its invoices a document that is read by itself.
 * Part of the transaction that ends the read job; checks run in the steps that follow.
 */
export function recordReading(
  tx: Tx,
  documentId: DocumentId,
  reading: DocumentReading,
  blobs: ReadingBlobs,
  ctx: DecisionContext,
): void {
  const { kind, mediaType } = reading
  tx.update(documents).set({ kind, mediaType }).where(eq(documents.id, documentId)).run()
  if (unpackInvoices(tx, documentId, reading, ctx)) return
  forgetFirings(tx, documentId)
  const params = { format: reading.format, reader: reading.reader, pages: reading.pages.length }
  recordChange(tx, documentId, { kind: 'document.read', params, isFact: true }, ctx, () => {
    routeTo(tx, documentId, null)
    withdrawProposal(tx, documentId, ctx)
    storeReading(tx, documentId, reading, blobs, ctx)
  })
}

function storeReading(
  tx: Tx,
  documentId: DocumentId,
  reading: DocumentReading,
  blobs: ReadingBlobs,
  ctx: DecisionContext,
): void {
  recordPages(tx, documentId, reading, blobs)
  recordMarks(tx, documentId, reading.facts.sightings ?? [], ctx.settings.companyTaxIds)
  const before = findInvoice(tx, documentId)
  const invoiceId = before?.id ?? ctx.newId<InvoiceId>()
  const kept = before ? personValues(tx, before) : {}
  const values = { ...chosenValues(reading.facts), ...kept }
  const row = {
    ...emptyFields,
    ...toColumns(values, values.currency ?? null),
    format: reading.format,
    reader: reading.reader,
    xmlSha256: blobs.xmlSha256,
    related: reading.facts.related ? [...reading.facts.related] : null,
    details: reading.facts.details ? [...reading.facts.details] : null,
  }
  if (before) {
    const revision = before.revision + 1
    tx.update(invoices)
      .set({ ...row, revision })
      .where(eq(invoices.id, invoiceId))
      .run()
  } else
    tx.insert(invoices)
      .values({ id: invoiceId, documentId, ...row })
      .run()
  recordCandidates(tx, invoiceId, reading, new Set(Object.keys(kept)), ctx)
  recordTaxes(tx, invoiceId, reading.facts, values.currency ?? null, ctx)
  recordLines(tx, invoiceId, reading.facts, values, ctx)
  const raised = [...issuesOfRemarks(reading.remarks), ...suspiciousText(reading)]
  reconcileIssues(tx, documentId, raised, isOfReading, ctx)
  refreshSummary(tx, documentId)
}

const emptyFields = toColumns(Object.fromEntries(FieldName.options.map(field => [field, null])), null)

function recordPages(tx: Tx, documentId: DocumentId, reading: DocumentReading, blobs: ReadingBlobs): void {
  tx.delete(pages).where(eq(pages.documentId, documentId)).run()
  for (const page of reading.pages) {
    const preview = blobs.previews.find(candidate => candidate.page === page.number)
    const words = page.words
      .filter(word => !word.hidden)
      .map(({ text, box }): [string, number, number, number, number] => [text, box.x, box.y, box.width, box.height])
    tx.insert(pages)
      .values({
        documentId,
        number: page.number,
        width: page.width,
        height: page.height,
        rotation: page.rotation,
        textSource: page.textSource,
        words,
        sightings: (reading.facts.sightings ?? []).filter(sighting => sighting.origin.page === page.number),
        previewSha256: preview?.sha256 ?? null,
        previewMediaType: preview?.mediaType ?? null,
      })
      .run()
  }
}

type Values = Partial<Record<FieldName, string | null>>

function chosenValues(facts: InvoiceFacts): Values {
  const values: Values = {}
  for (const field of FieldName.options) {
    const chosen = facts.chosen[field]
    if (chosen && isStorable(field, chosen.value)) values[field] = chosen.value
  }
  return values
}

/** Values a person typed or confirmed (or emptied): reading again does not touch them. */
function personValues(tx: Tx, invoice: InvoiceRow): Values {
  const rows = tx.select().from(readings).where(eq(readings.invoiceId, invoice.id)).all()
  const own = rows.filter(row => row.isChosen && row.reader === personReader)
  return Object.fromEntries(own.map(row => [row.field, row.value]))
}

function recordCandidates(
  tx: Tx,
  invoiceId: InvoiceId,
  { facts, reader }: DocumentReading,
  ofPerson: ReadonlySet<string>,
  ctx: DecisionContext,
): void {
  for (const row of tx.select().from(readings).where(eq(readings.invoiceId, invoiceId)).all()) {
    if (!(row.isChosen && row.reader === personReader)) tx.delete(readings).where(eq(readings.id, row.id)).run()
  }
  const rows: (typeof readings.$inferInsert)[] = []
  for (const field of FieldName.options) {
    const chosen = facts.chosen[field]
    const found = facts.candidates.filter(candidate => candidate.field === field && isStorable(field, candidate.value))
    for (const candidate of withChosenFirst(found, chosen).slice(0, candidatesPerField)) {
      if (!isStorable(field, candidate.value)) continue
      const { value, probability, origin } = candidate
      const isFirstChoice = candidate === chosen
      const isChosen = isFirstChoice && !ofPerson.has(field)
      const id = ctx.newId<string>()
      rows.push({ id, invoiceId, field, value, probability, origin, reader, isChosen, isFirstChoice })
    }
  }
  if (rows.length > 0) tx.insert(readings).values(rows).run()
}

function withChosenFirst(found: readonly Candidate[], chosen: Candidate | undefined): Candidate[] {
  if (!chosen) return [...found]
  return [chosen, ...found.filter(candidate => candidate !== chosen && !isSame(candidate, chosen))]
}

function recordTaxes(
  tx: Tx,
  invoiceId: InvoiceId,
  facts: InvoiceFacts,
  currency: string | null,
  ctx: DecisionContext,
): void {
  tx.delete(invoiceTaxes).where(eq(invoiceTaxes.invoiceId, invoiceId)).run()
  for (const { kind, name, rate, base, amount, origin } of facts.taxes) {
    const stated = exactAmount(amount, currency)
    if (stated === null) continue
    const statedBase = exactAmount(base, currency)
    tx.insert(invoiceTaxes)
      .values({
        id: ctx.newId<string>(),
        invoiceId,
        kind,
        name,
        rate,
        base: statedBase?.amount ?? null,
        exactBase: statedBase?.exact ?? null,
        amount: stated.amount,
        exactAmount: stated.exact,
        origin,
      })
      .run()
  }
}
