import { and, count, eq, inArray, notInArray } from 'drizzle-orm'
import type { DocumentId, VendorId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { MergePreview } from '../../shared/vendor-merge'
import type { DecisionContext } from '../decisions/context'
import { assessSome, undecidedStates } from '../decisions/followers'
import { putBack } from '../decisions/put-back'
import { recordChange } from '../decisions/record-change'
import { SharedRows } from '../decisions/shared-rows'
import { changesOf } from '../decisions/undo'
import { appendJournal } from '../store/journal'
import { accountExamples, documents, invoices, vendorAliases, vendorLessons, vendors } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { familyOf, mergesDeep } from './families'
import { learnAlias, type VendorRow } from './lessons'
import { loadVendor, vendorBrief } from './vendor-store'

interface Merge {
  /** The vendor that turned out to be another one. */
  readonly vendorId: VendorId
  /** The one kept. */
  readonly intoId: VendorId
}

/** @throws AppError `vendor_not_found`, `vendor_merge_refused` */
export function previewMerge(reader: Reader, merge: Merge): MergePreview {
  const { from, into } = requireMergeable(reader, merge)
  const own = eq(invoices.vendorId, from.id)
  const documentsIn = (isOpen: boolean) =>
    reader
      .select({ n: count() })
      .from(invoices)
      .innerJoin(documents, eq(documents.id, invoices.documentId))
      .where(and(own, (isOpen ? inArray : notInArray)(documents.state, [...undecidedStates])))
      .get()?.n ?? 0
  const names = reader
    .select()
    .from(vendorAliases)
    .where(inArray(vendorAliases.vendorId, [from.id, into.id]))
    .all()
  const lessons = reader.select({ n: count() }).from(vendorLessons).where(eq(vendorLessons.vendorId, from.id)).get()
  const examples = reader
    .select({ n: count() })
    .from(accountExamples)
    .where(eq(accountExamples.vendorId, from.id))
    .get()
  return {
    from: vendorBrief(reader, from),
    into: vendorBrief(reader, into),
    aliases: [...new Set([from.name, ...names.map(alias => alias.name)])].filter(name => name !== into.name),
    lessons: lessons?.n ?? 0,
    examples: examples?.n ?? 0,
    moving: documentsIn(true),
    staying: documentsIn(false),
    takesTaxId: into.taxId === null && from.taxId !== null,
    takesAccount: into.defaultAccountCode === null && from.defaultAccountCode !== null,
    taxIdsDiffer: into.taxId !== null && from.taxId !== null && into.taxId !== from.taxId,
  }
}

/**
 * Makes one vendor of two: names, lessons, coding examples and undecided documents go to the one kept. Decided documents
 * stay as they were decided, and are told as part of the kept one's history.
 *
 * @throws AppError `vendor_not_found`, `vendor_merge_refused` (params `reason`: `itself`, `merged`, `target_merged`, `too_deep`)
 */
export function mergeVendors(tx: Tx, merge: Merge, ctx: DecisionContext): void {
  const { from, into } = requireMergeable(tx, merge)
  const shared = new SharedRows()
  moveNames(tx, from, into, shared)
  moveLessons(tx, from, into, shared)
  const moved = moveDocuments(tx, { from: from.id, into: into.id, name: into.name }, undefined, ctx)
  const fromAfter: VendorRow = { ...from, mergedIntoId: into.id, ...(into.taxId === null && { taxId: null }) }
  const intoAfter: VendorRow = {
    ...into,
    taxId: into.taxId ?? from.taxId,
    country: into.country ?? from.country,
    ...(into.defaultAccountCode === null && {
      defaultAccountCode: from.defaultAccountCode,
      isDefaultLearned: from.isDefaultLearned,
    }),
    isNew: false,
  }
  // The one that goes first: two never have one tax id, not even for a moment.
  tx.update(vendors).set(fromAfter).where(eq(vendors.id, from.id)).run()
  tx.update(vendors).set(intoAfter).where(eq(vendors.id, into.id)).run()
  const names = shared.mergeInto({ before: {}, after: {} })
  const { id } = appendJournal(tx, {
    at: ctx.now,
    actor: ctx.actor,
    kind: 'vendor.merged',
    documentId: null,
    params: { name: from.name, into: into.name, documents: moved.length },
    before: { ...names.before, [`vendor:${from.id}`]: from, [`vendor:${into.id}`]: into },
    after: {
      ...names.after,
      [`vendor:${from.id}`]: fromAfter,
      [`vendor:${into.id}`]: intoAfter,
      ...Object.fromEntries(moved.map(documentId => [`moved:${documentId}`, into.id])),
    },
  })
  tx.update(vendors).set({ mergeEntryId: id }).where(eq(vendors.id, from.id)).run()
  assessSome(tx, moved, ctx)
}

/**
 * Takes a merge back: what it moved and nobody changed since goes back, documents decided meanwhile stay where they were
 * decided.
 *
 * @throws AppError `vendor_not_found`; `vendor_merge_refused` (reason `not_merged`)
 */
export function unmergeVendor(tx: Tx, { vendorId }: { readonly vendorId: VendorId }, ctx: DecisionContext): VendorId {
  const from = loadVendor(tx, vendorId)
  const { mergedIntoId, mergeEntryId } = from
  if (mergedIntoId === null || mergeEntryId === null) {
    throw new AppError('vendor_merge_refused', { reason: 'not_merged', name: from.name, into: '' }, 'user')
  }
  const changes = changesOf(tx, mergeEntryId)
  const was = changes.before[`vendor:${vendorId}`] as VendorRow
  const into = loadVendor(tx, mergedIntoId)
  const intoBack = withoutGifts(into, changes.before[`vendor:${into.id}`] as VendorRow, was)
  tx.update(vendors).set(intoBack).where(eq(vendors.id, into.id)).run()
  const fromBack: VendorRow = {
    ...from,
    taxId: from.taxId ?? freeTaxId(tx, was),
    mergedIntoId: null,
    mergeEntryId: null,
  }
  tx.update(vendors).set(fromBack).where(eq(vendors.id, vendorId)).run()
  putBack(tx, sharedOnly(changes.before), sharedOnly(changes.after))
  const ids = Object.keys(changes.after).flatMap(key => (key.startsWith('moved:') ? [key.slice(6) as DocumentId] : []))
  const moved = moveDocuments(tx, { from: into.id, into: vendorId, name: from.name }, ids, ctx)
  appendJournal(tx, {
    at: ctx.now,
    actor: ctx.actor,
    kind: 'vendor.unmerged',
    documentId: null,
    params: { name: from.name, into: into.name, documents: moved.length },
    before: { [`vendor:${vendorId}`]: from, [`vendor:${into.id}`]: into },
    after: { [`vendor:${vendorId}`]: fromBack, [`vendor:${into.id}`]: intoBack },
  })
  assessSome(tx, moved, ctx)
  return into.id
}

function requireMergeable(reader: Reader, { vendorId, intoId }: Merge): { from: VendorRow; into: VendorRow } {
  const [from, into] = [loadVendor(reader, vendorId), loadVendor(reader, intoId)]
  const refuse = (reason: string, after = into.name) =>
    new AppError('vendor_merge_refused', { reason, name: from.name, into: after }, 'user')
  if (vendorId === intoId) throw refuse('itself')
  if (from.mergedIntoId !== null) throw refuse('merged', loadVendor(reader, from.mergedIntoId).name)
  // Also a circle: one that was merged into the other can only be the target while it is merged.
  if (into.mergedIntoId !== null) throw refuse('target_merged')
  if (familyOf(reader, vendorId).length >= mergesDeep) throw refuse('too_deep')
  return { from, into }
}

/** The kept vendor's name stays what it is; every other becomes a name it is also known by. */
function moveNames(tx: Tx, from: VendorRow, into: VendorRow, shared: SharedRows): void {
  learnAlias(tx, into.id, from.name, shared)
  for (const alias of tx.select().from(vendorAliases).where(eq(vendorAliases.vendorId, from.id)).all()) {
    tx.delete(vendorAliases)
      .where(and(eq(vendorAliases.vendorId, from.id), eq(vendorAliases.nameKey, alias.nameKey)))
      .run()
    shared.note(`alias:${from.id}:${alias.nameKey}`, alias, null)
    learnAlias(tx, into.id, alias.name, shared)
  }
}

function moveLessons(tx: Tx, from: VendorRow, into: VendorRow, shared: SharedRows): void {
  for (const lesson of tx.select().from(vendorLessons).where(eq(vendorLessons.vendorId, from.id)).all()) {
    shared.note(`lesson:${lesson.id}`, lesson, { ...lesson, vendorId: into.id })
  }
  tx.update(vendorLessons).set({ vendorId: into.id }).where(eq(vendorLessons.vendorId, from.id)).run()
  for (const example of tx.select().from(accountExamples).where(eq(accountExamples.vendorId, from.id)).all()) {
    shared.note(`example:${example.id}`, example, { ...example, vendorId: into.id })
  }
  tx.update(accountExamples).set({ vendorId: into.id }).where(eq(accountExamples.vendorId, from.id)).run()
}

/** @param only left out: all undecided ones */
function moveDocuments(
  tx: Tx,
  { from, into, name }: { readonly from: VendorId; readonly into: VendorId; readonly name: string },
  only: readonly DocumentId[] | undefined,
  ctx: DecisionContext,
): DocumentId[] {
  const wanted = only === undefined ? undefined : new Set(only)
  const open = tx
    .select({ documentId: invoices.documentId })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(and(eq(invoices.vendorId, from), inArray(documents.state, [...undecidedStates])))
    .all()
    .map(row => row.documentId)
    .filter(documentId => wanted?.has(documentId) ?? true)
  for (const documentId of open) {
    recordChange(tx, documentId, { kind: 'document.vendor_merged', params: { name } }, ctx, () =>
      tx.update(invoices).set({ vendorId: into }).where(eq(invoices.documentId, documentId)).run(),
    )
  }
  return open
}

/** What the kept vendor got from the other goes back, unless a person changed it since. */
function withoutGifts(into: VendorRow, before: VendorRow, was: VendorRow): VendorRow {
  const keep = <K extends 'taxId' | 'country' | 'defaultAccountCode'>(key: K) =>
    before[key] === null && into[key] === was[key] ? null : into[key]
  const defaultAccountCode = keep('defaultAccountCode')
  return {
    ...into,
    taxId: keep('taxId'),
    country: keep('country'),
    defaultAccountCode,
    isDefaultLearned: defaultAccountCode === null ? before.isDefaultLearned : into.isDefaultLearned,
    isNew: before.isNew,
  }
}

/** Its own tax id, unless another vendor has it by now. */
function freeTaxId(reader: Reader, { taxId }: VendorRow): string | null {
  if (taxId === null) return null
  return reader.select({ id: vendors.id }).from(vendors).where(eq(vendors.taxId, taxId)).get() ? null : taxId
}

/** Names, lessons and examples; the vendors themselves are turned back by hand, field by field. */
function sharedOnly(rows: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rows).filter(([key]) => /^(alias|lesson|example):/.test(key)))
}
