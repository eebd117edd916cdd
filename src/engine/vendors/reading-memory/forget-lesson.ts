import { and, eq } from 'drizzle-orm'
import type { LessonId, VendorId } from '../../../shared/ids'
import { AppError } from '../../../shared/result'
import type { DecisionContext } from '../../decisions/context'
import { assessFollowers, vendorsIn, type VendorsTouched } from '../../decisions/followers'
import { putBack } from '../../decisions/put-back'
import type { RowChanges } from '../../decisions/snapshot'
import { changesOf } from '../../decisions/undo'
import { appendJournal } from '../../store/journal'
import { accountExamples, journal, vendorAliases, vendorLessons, vendors } from '../../store/schema'
import type { Tx } from '../../store/write'
import { loadVendor } from '../vendor-store'

const forgottenKind = 'lesson.forgotten'

/**
 * Forgets one thing that was learned about a vendor: it acts no more, and undecided documents are looked at without it.
 *
 * @returns the journal entry by which {@link restoreLesson} brings it back
 * @throws AppError `lesson_not_found`, `vendor_not_found`
 */
export function forgetLesson(
  tx: Tx,
  { vendorId, lessonId }: { readonly vendorId: VendorId; readonly lessonId: string },
  ctx: DecisionContext,
): { entryId: string } {
  const { name } = loadVendor(tx, vendorId)
  const changes = remove(tx, vendorId, lessonId, ctx)
  const entry = { at: ctx.now, actor: ctx.actor, kind: forgottenKind, documentId: null, params: { name }, ...changes }
  const { id } = appendJournal(tx, entry)
  assessFollowers(tx, touchedBy(vendorId, changes), null, ctx)
  return { entryId: id }
}

/**
 * Brings a forgotten lesson back as it was.
 *
 * @throws AppError `lesson_not_found` when the entry is not one of forgetting
 */
export function restoreLesson(tx: Tx, { entryId }: { readonly entryId: string }, ctx: DecisionContext): VendorId {
  const entry = tx.select().from(journal).where(eq(journal.id, entryId)).get()
  const changes = changesOf(tx, entryId)
  const row = Object.values(changes.before).find(one => typeof one === 'object' && one !== null && 'vendorId' in one)
  if (entry?.kind !== forgottenKind || typeof row !== 'object' || row === null || !('vendorId' in row)) {
    throw new AppError('lesson_not_found')
  }
  const vendorId = row.vendorId as VendorId
  putBack(tx, changes.before, changes.after)
  const told = { at: ctx.now, actor: ctx.actor, kind: 'lesson.restored', documentId: null, params: entry.params }
  appendJournal(tx, { ...told, before: changes.after, after: changes.before })
  assessFollowers(tx, touchedBy(vendorId, changes), null, ctx)
  return vendorId
}

function touchedBy(vendorId: VendorId, changes: RowChanges): VendorsTouched {
  const { before } = changes
  const { tolerated = [] } = vendorsIn(changes)
  const isAboutAccounts = Object.keys(before).some(key => key.startsWith('example:'))
  return { known: [vendorId], taught: [vendorId], recoded: isAboutAccounts ? [vendorId] : [], tolerated }
}

function remove(tx: Tx, vendorId: VendorId, lessonId: string, ctx: DecisionContext): RowChanges {
  const [table = '', ...rest] = lessonId.split(':')
  const key = rest.join(':')
  if (table === 'alias') {
    const same = and(eq(vendorAliases.vendorId, vendorId), eq(vendorAliases.nameKey, key))
    const row = tx.select().from(vendorAliases).where(same).get()
    tx.delete(vendorAliases).where(same).run()
    return changed(`alias:${vendorId}:${key}`, row, null)
  }
  if (table === 'example') {
    const same = and(eq(accountExamples.vendorId, vendorId), eq(accountExamples.id, key))
    const rows = sayingTheSame(tx, tx.select().from(accountExamples).where(same).get())
    for (const { id } of rows) tx.delete(accountExamples).where(eq(accountExamples.id, id)).run()
    const { before, after } = withoutLearnedDefault(tx, vendorId)
    const gone = (row: unknown) => Object.fromEntries(rows.map(({ id }) => [`example:${id}`, row]))
    const were = Object.fromEntries(rows.map(row => [`example:${row.id}`, row]))
    return { before: { ...were, ...before }, after: { ...gone(null), ...after } }
  }
  const same = and(eq(vendorLessons.vendorId, vendorId), eq(vendorLessons.id, lessonId as LessonId))
  const row = tx.select().from(vendorLessons).where(same).get()
  tx.update(vendorLessons).set({ forgottenAt: ctx.now }).where(same).run()
  return changed(
    `lesson:${lessonId}`,
    row?.forgottenAt === null ? row : undefined,
    row && { ...row, forgottenAt: ctx.now },
  )
}

type AccountExample = typeof accountExamples.$inferSelect

/**
 * Several lines may have taught one thing; it is shown as one lesson and goes as one.
 *
 * @throws AppError `lesson_not_found`
 */
function sayingTheSame(tx: Tx, lesson: AccountExample | undefined): AccountExample[] {
  if (!lesson) throw new AppError('lesson_not_found')
  const { vendorId, descriptionKey, accountCode } = lesson
  const same = and(
    eq(accountExamples.vendorId, vendorId),
    eq(accountExamples.descriptionKey, descriptionKey),
    eq(accountExamples.accountCode, accountCode),
  )
  return tx.select().from(accountExamples).where(same).all()
}

/** The account that followed from a vendor's lessons goes with the last of them that names it. */
function withoutLearnedDefault(tx: Tx, vendorId: VendorId): RowChanges {
  const vendor = tx.select().from(vendors).where(eq(vendors.id, vendorId)).get()
  if (!vendor?.isDefaultLearned || vendor.defaultAccountCode === null) return { before: {}, after: {} }
  const { defaultAccountCode } = vendor
  const sameAccount = and(eq(accountExamples.vendorId, vendorId), eq(accountExamples.accountCode, defaultAccountCode))
  if (tx.select().from(accountExamples).where(sameAccount).get()) return { before: {}, after: {} }
  const after = { ...vendor, defaultAccountCode: null, isDefaultLearned: false }
  tx.update(vendors).set(after).where(eq(vendors.id, vendorId)).run()
  return { before: { [`vendor:${vendorId}`]: vendor }, after: { [`vendor:${vendorId}`]: after } }
}

/** @throws AppError `lesson_not_found` when nothing was there */
function changed(key: string, before: unknown, after: unknown): RowChanges {
  if (before === undefined) throw new AppError('lesson_not_found')
  return { before: { [key]: before }, after: { [key]: after } }
}
