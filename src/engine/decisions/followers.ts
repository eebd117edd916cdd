import { and, asc, eq, inArray, isNull, ne, or, type SQL } from 'drizzle-orm'
import type { DocumentState } from '../../shared/document'
import type { DocumentId, VendorId } from '../../shared/ids'
import type { IssueKey } from '../../shared/issue'
import { enqueueJob, laneOf } from '../store/jobs'
import { documents, invoiceLines, invoices, issues, vendorAliases, vendorLessons, vendors } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { isTolerance } from '../vendors/tolerances/learn-tolerance'
import { differenceKinds } from '../vendors/tolerances/tolerance'
import { nameKey } from '../vendors/name-key'
import { assessAnew } from './assess'
import { isVendorChosenByPerson } from './check-document'
import type { DecisionContext } from './context'
import { recordChange } from './record-change'
import type { RowChanges } from './snapshot'

// More would hold the engine's loop; the others go through the queue.
const assessedAtOnce = 8

// What is matched and coded by itself in these may follow what is known.
export const undecidedStates: readonly DocumentState[] = ['needs_review', 'ready', 'on_hold']

/**
 * What was learned about a vendor answers questions on other documents too: invoices of the vendor just created are
 * matched, lines like the one just coded get its account, its pages are read with the lesson. The first few at once, the
 * rest by the queue.
 *
 * @param except the document whose decision this was
 */
export function assessFollowers(
  tx: Tx,
  { known, taught, recoded = [], tolerated = [] }: VendorsTouched,
  except: DocumentId | null,
  ctx: DecisionContext,
): void {
  const waiting = new Set([
    ...known.flatMap(vendorId => followersOf(tx, vendorId)),
    ...taught.flatMap(vendorId => pagesWaiting(tx, vendorId)),
    ...codedFor(tx, recoded, null),
    ...tolerated.flatMap(vendorId => differingDocuments(tx, vendorId)),
  ])
  assessSome(
    tx,
    [...waiting].filter(id => id !== except),
    ctx,
  )
}

/** The first few at once, the rest by the queue. */
export function assessSome(tx: Tx, documentIds: readonly DocumentId[], ctx: DecisionContext): void {
  for (const [index, documentId] of documentIds.entries()) {
    if (index < assessedAtOnce) assessAnew(tx, documentId, ctx)
    else enqueueJob(tx, { documentId, step: 'check', lane: laneOf.check, runAfter: ctx.now, now: ctx.now })
    ctx.touched?.(documentId)
  }
}

/**
 * Before a vendor's creation is undone: takes it off the invoices that were matched to it by themselves. If one was
 * decided on meanwhile, or a person chose the vendor there, nothing is taken off and the vendor stays.
 *
 * @returns the documents to assess once the vendor is gone
 */
export function releaseVendor(tx: Tx, vendorId: VendorId, except: DocumentId, ctx: DecisionContext): DocumentId[] {
  const users = tx
    .select({ documentId: invoices.documentId, state: documents.state })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(and(eq(invoices.vendorId, vendorId), ne(invoices.documentId, except)))
    .all()
  const isFree = users.every(({ documentId, state }) => {
    return undecidedStates.includes(state) && !isVendorChosenByPerson(tx, documentId)
  })
  if (!isFree) return []
  const documentIds = users.map(({ documentId }) => documentId)
  for (const documentId of documentIds) {
    recordChange(tx, documentId, { kind: 'document.assessed' }, ctx, () =>
      tx.update(invoices).set({ vendorId: null }).where(eq(invoices.documentId, documentId)).run(),
    )
  }
  return documentIds
}

/**
 * Undecided documents whose lines the engine coded for a vendor: once a lesson is learned or taken back, they may have
 * better accounts, or rest on something that is no longer there.
 */
export function codedFor(reader: Reader, vendorIds: readonly VendorId[], except: DocumentId | null): DocumentId[] {
  if (vendorIds.length === 0) return []
  const isUndecided = inArray(documents.state, [...undecidedStates])
  const isOther = except === null ? undefined : ne(invoices.documentId, except)
  return reader
    .selectDistinct({ documentId: invoices.documentId, number: documents.intakeNumber })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .innerJoin(invoiceLines, and(eq(invoiceLines.invoiceId, invoices.id), eq(invoiceLines.codingState, 'pending')))
    .where(and(inArray(invoices.vendorId, [...vendorIds]), isUndecided, isOther))
    .orderBy(asc(documents.intakeNumber))
    .all()
    .map(row => row.documentId)
}

/** Vendors whose rows, names or lessons changed, and those whose pages are to be read with other lessons. */
export interface VendorsTouched {
  readonly known: readonly VendorId[]
  readonly taught: readonly VendorId[]
  /** Those of which a lesson about accounts was learned, forgotten or came back: what a machine coded is coded anew. */
  readonly recoded?: readonly VendorId[]
  /** Those of which it was learned or forgotten which differences pass for rounding. */
  readonly tolerated?: readonly VendorId[]
}

export function vendorsIn({ before, after }: RowChanges): VendorsTouched {
  const entries = [...Object.entries(before), ...Object.entries(after)]
  const vendorOf = (row: unknown) =>
    typeof row === 'object' && row !== null && 'vendorId' in row ? [row.vendorId as VendorId] : []
  const known = entries.flatMap(([key, row]) => {
    const [table, id] = key.split(':')
    if (table === 'vendor' || table === 'alias') return [id as VendorId]
    return table === 'example' ? vendorOf(row) : []
  })
  const lessons = entries.filter(([key]) => key.startsWith('lesson:')).map(([, row]) => row)
  const taught = lessons.flatMap(row => (isAboutTolerance(row) ? [] : vendorOf(row)))
  const tolerated = lessons.flatMap(row => (isAboutTolerance(row) ? vendorOf(row) : []))
  const recoded = entries.flatMap(([key, row]) => (key.startsWith('example:') ? vendorOf(row) : []))
  return {
    known: [...new Set(known)],
    taught: [...new Set(taught)],
    recoded: [...new Set(recoded)],
    tolerated: [...new Set(tolerated)],
  }
}

function isAboutTolerance(row: unknown): boolean {
  return isTolerance((row as typeof vendorLessons.$inferSelect | null)?.lesson)
}

/** Undecided documents of a vendor whose sums miss each other. */
function differingDocuments(reader: Reader, vendorId: VendorId): DocumentId[] {
  return openQuestions(reader, differenceKinds, eq(invoices.vendorId, vendorId), ['needs_review', 'ready']).map(
    ({ documentId }) => documentId,
  )
}

/** Pages of a vendor that wait for a person: a lesson just learned or forgotten may read them otherwise. */
function pagesWaiting(reader: Reader, vendorId: VendorId): DocumentId[] {
  return reader
    .select({ documentId: invoices.documentId })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(
      and(
        eq(invoices.vendorId, vendorId),
        eq(invoices.format, 'page'),
        inArray(documents.state, ['needs_review', 'ready']),
      ),
    )
    .orderBy(asc(documents.intakeNumber))
    .all()
    .map(row => row.documentId)
}

function followersOf(reader: Reader, vendorId: VendorId): DocumentId[] {
  const names = namesOf(reader, vendorId)
  const mayBeTheirs =
    names.taxId === null ? undefined : or(isNull(invoices.sellerTaxId), eq(invoices.sellerTaxId, names.taxId))
  const unmatched = openQuestions(reader, ['vendor_no_match', 'vendor_similar'], mayBeTheirs)
  const uncoded = openQuestions(reader, ['account_needed'], eq(invoices.vendorId, vendorId))
  return [
    ...unmatched.filter(({ sellerName, sellerTaxId }) => {
      if (sellerTaxId !== null && names.taxId !== null) return sellerTaxId === names.taxId
      return names.keys.has(nameKey(sellerName ?? ''))
    }),
    ...uncoded,
  ].map(document => document.documentId)
}

/** @param which narrowed down by the store: with ten thousand invoices waiting, fetching all of them makes everybody wait */
function openQuestions(
  reader: Reader,
  keys: readonly IssueKey[],
  which: SQL | undefined,
  states: readonly DocumentState[] = ['needs_review'],
) {
  const { sellerName, sellerTaxId } = invoices
  return reader
    .select({ documentId: issues.documentId, sellerName, sellerTaxId })
    .from(issues)
    .innerJoin(documents, eq(documents.id, issues.documentId))
    .innerJoin(invoices, eq(invoices.documentId, issues.documentId))
    .where(and(inArray(issues.key, [...keys]), eq(issues.state, 'open'), inArray(documents.state, [...states]), which))
    .orderBy(asc(documents.intakeNumber))
    .all()
}

function namesOf(reader: Reader, vendorId: VendorId): { taxId: string | null; keys: ReadonlySet<string> } {
  const vendor = reader.select().from(vendors).where(eq(vendors.id, vendorId)).get()
  const aliases = reader.select().from(vendorAliases).where(eq(vendorAliases.vendorId, vendorId)).all()
  const keys = new Set([vendor?.nameKey ?? '', ...aliases.map(alias => alias.nameKey)])
  keys.delete('')
  return { taxId: vendor?.taxId ?? null, keys }
}
