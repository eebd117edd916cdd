import { eq } from 'drizzle-orm'
import type { VendorId } from '../../shared/ids'
import type { DecisionContext } from '../decisions/context'
import type { LineRow } from '../decisions/load'
import type { SharedRows } from '../decisions/shared-rows'
import { compactTaxId, countryOfTaxId, isGenericTaxId, taxIdForm } from '../pipeline/check/tax-id'
import { descriptionKey } from '../pipeline/code/fold'
import { accountExamples, vendorAliases, vendors } from '../store/schema'
import type { Tx } from '../store/write'
import { vendorByTaxId } from './match'
import { nameKey } from './name-key'

export type VendorRow = typeof vendors.$inferSelect

export interface NewVendor {
  readonly name: string
  readonly taxId: string | null
  readonly country: string | null
}

/**
 * Adds a vendor, or gives back the one that has this tax id already: two people may create it from two invoices.
 * A generic tax id is not kept: it identifies nobody.
 */
export function createVendor(tx: Tx, vendor: NewVendor, shared: SharedRows, ctx: DecisionContext): VendorId {
  const compact = vendor.taxId === null ? '' : compactTaxId(vendor.taxId)
  const taxId = compact === '' || isGenericTaxId(compact) ? null : compact
  const known = taxId === null ? undefined : vendorByTaxId(tx, taxId)
  if (known) return known
  const row: VendorRow = {
    id: ctx.newId<VendorId>(),
    name: vendor.name.trim(),
    nameKey: nameKey(vendor.name),
    taxId,
    country: vendor.country ?? (taxId === null ? null : countryOfTaxId(taxId)),
    defaultAccountCode: null,
    isDefaultLearned: false,
    isNew: false,
    createdAt: ctx.now,
    mergedIntoId: null,
    mergeEntryId: null,
  }
  tx.insert(vendors).values(row).run()
  shared.note(`vendor:${row.id}`, null, row)
  return row.id
}

/** Remembers the tax id of a vendor that had none; the next invoice is then matched by it. */
export function learnTaxId(tx: Tx, vendorId: VendorId, read: string | null, shared: SharedRows): void {
  const vendor = tx.select().from(vendors).where(eq(vendors.id, vendorId)).get()
  const taxId = read === null ? '' : compactTaxId(read)
  if (!vendor || vendor.taxId !== null || isGenericTaxId(taxId) || taxIdForm(taxId, '') !== 'valid') return
  if (vendorByTaxId(tx, taxId)) return
  const after = { ...vendor, taxId, country: vendor.country ?? countryOfTaxId(taxId) }
  tx.update(vendors).set(after).where(eq(vendors.id, vendorId)).run()
  shared.note(`vendor:${vendorId}`, vendor, after)
}

/** Remembers a name under which a vendor writes invoices, so that the next one is recognised. */
export function learnAlias(tx: Tx, vendorId: VendorId, name: string | null, shared: SharedRows): void {
  const key = name === null ? '' : nameKey(name)
  const vendor = tx.select().from(vendors).where(eq(vendors.id, vendorId)).get()
  if (name === null || key === '' || vendor?.nameKey === key) return
  const row = { vendorId, name, nameKey: key }
  const { changes } = tx.insert(vendorAliases).values(row).onConflictDoNothing().run()
  if (changes > 0) shared.note(`alias:${vendorId}:${key}`, null, row)
}

/**
 * Remembers the account a person gave to a line of this vendor, and makes it the vendor's default while every line
 * went to it. A line coded again replaces its own lesson.
 */
export function learnAccount(
  tx: Tx,
  vendorId: VendorId,
  line: Pick<LineRow, 'id' | 'description' | 'classificationCode'>,
  accountCode: string,
  shared: SharedRows,
  ctx: DecisionContext,
): void {
  const before = tx.select().from(accountExamples).where(eq(accountExamples.lineId, line.id)).get()
  const row = {
    id: before?.id ?? ctx.newId<string>(),
    vendorId,
    descriptionKey: descriptionKey(line.description),
    classificationCode: line.classificationCode,
    accountCode,
    lineId: line.id,
    at: ctx.now,
  }
  tx.insert(accountExamples).values(row).onConflictDoUpdate({ target: accountExamples.id, set: row }).run()
  shared.note(`example:${row.id}`, before, row)
  adoptDefault(tx, vendorId, accountCode, shared)
}

function adoptDefault(tx: Tx, vendorId: VendorId, accountCode: string, shared: SharedRows): void {
  const vendor = tx.select().from(vendors).where(eq(vendors.id, vendorId)).get()
  if (!vendor || vendor.defaultAccountCode === accountCode) return
  const others = tx
    .select({ accountCode: accountExamples.accountCode })
    .from(accountExamples)
    .where(eq(accountExamples.vendorId, vendorId))
    .limit(200)
    .all()
  const isConsistent = others.every(example => example.accountCode === accountCode)
  if (vendor.defaultAccountCode !== null || !isConsistent) return
  const learned = { defaultAccountCode: accountCode, isDefaultLearned: true }
  const after = { ...vendor, ...learned }
  tx.update(vendors).set(learned).where(eq(vendors.id, vendorId)).run()
  shared.note(`vendor:${vendorId}`, vendor, after)
}
