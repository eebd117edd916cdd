import { and, eq, inArray } from 'drizzle-orm'
import type { DocumentId, LessonId, VendorId } from '../../../shared/ids'
import type { DecisionContext } from '../../decisions/context'
import { findInvoice } from '../../decisions/load'
import type { SharedRows } from '../../decisions/shared-rows'
import type { RowChanges } from '../../decisions/snapshot'
import { issues, vendorLessons, type documents, type invoices } from '../../store/schema'
import type { Reader, Tx } from '../../store/write'
import { acceptedDifferences, offTheRoad, settledStates, type AcceptedDifference } from './evidence'
import { differenceKinds, learnedAmount, toleratedFields, type ToleratedField, type ToleranceTaught } from './tolerance'

type LessonRow = typeof vendorLessons.$inferSelect

/**
 * Brings a vendor's tolerances in line with the differences people accepted, after a decision that accepted one, took it
 * back, or moved the document to another vendor or off the road. Part of that decision: undoing it takes the lesson back.
 *
 * @param changes what the decision did to the document
 */
export function learnTolerances(
  tx: Tx,
  documentId: DocumentId,
  changes: RowChanges,
  shared: SharedRows,
  ctx: DecisionContext,
): void {
  if (!isAboutDifferences(tx, documentId, changes)) return
  const vendorIds = new Set([...vendorsBefore(changes), findInvoice(tx, documentId)?.vendorId])
  for (const vendorId of vendorIds) if (vendorId) settle(tx, vendorId, shared, ctx)
}

/** Forgetting is remembered: only what is accepted afterwards teaches again. */
function settle(tx: Tx, vendorId: VendorId, shared: SharedRows, ctx: DecisionContext): void {
  const accepted = acceptedDifferences(tx, vendorId)
  const known = toleranceRows(tx, vendorId)
  const currencies = new Set([...accepted, ...known.map(({ lesson }) => lesson)].map(({ currency }) => currency))
  for (const field of toleratedFields) {
    for (const currency of currencies) {
      const own = known.filter(row => row.field === field && row.lesson.currency === currency)
      const forgottenAt = Math.max(0, ...own.map(row => row.forgottenAt ?? 0))
      const teaching = accepted.filter(
        one => one.field === field && one.currency === currency && one.at > forgottenAt && isRounding(one, ctx),
      )
      keepOne(tx, { vendorId, field, currency }, own, teaching, shared, ctx)
    }
  }
}

/** A difference above the company's limit was let pass for another reason than rounding. */
function isRounding({ amount }: AcceptedDifference, { settings }: DecisionContext): boolean {
  return Math.abs(amount) <= settings.differenceLimit
}

interface About {
  readonly vendorId: VendorId
  readonly field: ToleratedField
  readonly currency: string
}

function keepOne(
  tx: Tx,
  { vendorId, field, currency }: About,
  known: readonly LessonRow[],
  teaching: readonly AcceptedDifference[],
  shared: SharedRows,
  ctx: DecisionContext,
): void {
  const amount = learnedAmount(teaching.map(one => Math.abs(one.amount))) ?? 0
  // Up to the company's own tolerance nothing is asked anyway.
  const lesson = amount > ctx.settings.roundingTolerance ? toleranceOf(amount, currency) : null
  const acting = known.filter(row => row.forgottenAt === null)
  const [only] = acting
  if (acting.length === 1 && isTolerance(only?.lesson) && only.lesson.amount === lesson?.amount) return
  for (const row of acting) {
    tx.delete(vendorLessons).where(eq(vendorLessons.id, row.id)).run()
    shared.note(`lesson:${row.id}`, row, null)
  }
  const [latest] = teaching
  if (lesson === null || latest === undefined) return
  const id = ctx.newId<LessonId>()
  const { documentId } = latest
  const row: LessonRow = { id, vendorId, field, documentId, lesson, learnedAt: ctx.now, forgottenAt: null }
  tx.insert(vendorLessons).values(row).run()
  shared.note(`lesson:${id}`, null, row)
}

function toleranceOf(amount: number, currency: string): ToleranceTaught {
  return { kind: 'tolerance', amount, currency }
}

export function isTolerance(lesson: LessonRow['lesson'] | undefined): lesson is ToleranceTaught {
  return lesson?.kind === 'tolerance'
}

/** A vendor's tolerances, forgotten ones too. */
export function toleranceRows(reader: Reader, vendorId: VendorId): (LessonRow & { lesson: ToleranceTaught })[] {
  const rows = reader
    .select()
    .from(vendorLessons)
    .where(and(eq(vendorLessons.vendorId, vendorId), inArray(vendorLessons.field, [...toleratedFields])))
    .orderBy(vendorLessons.learnedAt, vendorLessons.id)
    .all()
  return rows.flatMap(({ lesson, ...row }) => (isTolerance(lesson) ? [{ ...row, lesson }] : []))
}

type IssueRow = typeof issues.$inferSelect
type InvoiceFacts = Pick<typeof invoices.$inferSelect, 'vendorId'>
type DocumentFacts = Pick<typeof documents.$inferSelect, 'state'>

/** Whether a decision settled a difference or opened it again, or moved a document on which one was settled. */
function isAboutDifferences(reader: Reader, documentId: DocumentId, { before, after }: RowChanges): boolean {
  const isMoved = Object.keys(after).some(key => {
    if (key.startsWith('document:')) return isBill(before[key]) !== isBill(after[key])
    return key.startsWith('invoice:') && vendorOf(before[key]) !== vendorOf(after[key])
  })
  if (isMoved && hasSettled(reader, documentId)) return true
  return Object.keys(after).some(key => key.startsWith('issue:') && isSettled(before[key]) !== isSettled(after[key]))
}

function isBill(row: unknown): boolean {
  const document = row as DocumentFacts | null | undefined
  return !offTheRoad.some(state => state === document?.state)
}

function vendorOf(row: unknown): VendorId | null {
  return (row as InvoiceFacts | null | undefined)?.vendorId ?? null
}

function isSettled(row: unknown): boolean {
  const issue = row as IssueRow | null | undefined
  return settledStates.some(state => state === issue?.state) && differenceKinds.some(kind => kind === issue?.key)
}

function hasSettled(reader: Reader, documentId: DocumentId): boolean {
  const settled = and(
    eq(issues.documentId, documentId),
    inArray(issues.key, [...differenceKinds]),
    inArray(issues.state, [...settledStates]),
  )
  return reader.select({ id: issues.id }).from(issues).where(settled).limit(1).get() !== undefined
}

function vendorsBefore({ before }: RowChanges): VendorId[] {
  return Object.keys(before).flatMap(key => (key.startsWith('invoice:') ? (vendorOf(before[key]) ?? []) : []))
}
