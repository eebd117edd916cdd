import { and, asc, count, eq, gt, inArray, isNull, like, or, sql, type SQL } from 'drizzle-orm'
import type { Output, Parsed } from '../../shared/contract'
import type { VendorView } from '../../shared/vendor'
import type { VendorId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { VendorBrief } from '../../shared/vendor-merge'
import type { DecisionContext } from '../decisions/context'
import { assessFollowers } from '../decisions/followers'
import { compactTaxId, isGenericTaxId } from '../pipeline/check/tax-id'
import { appendJournal } from '../store/journal'
import { documents, invoices, vendorAliases, vendors } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import type { VendorRow } from './lessons'
import { families, familyOf } from './families'
import { nameKey } from './name-key'

/** Vendors by name, in pages; found by any part of name, alias or tax id, accents aside. */
export function listVendors(reader: Reader, { search, after, limit }: Parsed<'vendor.list'>): Output<'vendor.list'> {
  const found = matching(search)
  const rows = reader
    .select()
    .from(vendors)
    .where(and(found, after === null ? undefined : afterKey(after)))
    .orderBy(asc(vendors.nameKey), asc(vendors.id))
    .limit(limit + 1)
    .all()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const total = reader.select({ n: count() }).from(vendors).where(found).get()?.n ?? 0
  return {
    vendors: toViews(reader, shown),
    next: rows.length > limit && last ? JSON.stringify([last.nameKey, last.id]) : null,
    total,
  }
}

function matching(search: string): SQL | undefined {
  const key = nameKey(search)
  const taxId = compactTaxId(search)
  const isKept = isNull(vendors.mergedIntoId)
  if (key === '' && taxId === '') return isKept
  const part = `%${key.replace(/[%_]/g, '')}%`
  const byAlias = sql`${vendors.id} IN (SELECT vendor_id FROM vendor_aliases WHERE name_key LIKE ${part})`
  const isFound = or(
    key === '' ? undefined : like(vendors.nameKey, part),
    key === '' ? undefined : byAlias,
    taxId === '' ? undefined : like(vendors.taxId, `%${taxId}%`),
  )
  return and(isKept, isFound)
}

/** @throws AppError `invalid_input` for a key we did not make */
function afterKey(after: string): SQL | undefined {
  const key: unknown = safeParse(after)
  if (!Array.isArray(key) || typeof key[0] !== 'string' || typeof key[1] !== 'string') {
    throw new AppError('invalid_input', { field: 'after' }, 'never')
  }
  const [name, id] = key
  return or(gt(vendors.nameKey, name), and(eq(vendors.nameKey, name), gt(vendors.id, id as VendorId)))
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new AppError('invalid_input', { field: 'after' }, 'never', { cause: error })
  }
}

/** @throws AppError `vendor_not_found` */
export function getVendor(reader: Reader, vendorId: VendorId): VendorView {
  const [view] = toViews(reader, [loadVendor(reader, vendorId)])
  if (!view) throw new AppError('vendor_not_found', {}, 'never')
  return view
}

/** @throws AppError `vendor_not_found` */
export function loadVendor(reader: Reader, vendorId: VendorId): VendorRow {
  const row = reader.select().from(vendors).where(eq(vendors.id, vendorId)).get()
  if (!row) throw new AppError('vendor_not_found', {}, 'never')
  return row
}

/**
 * Changes a vendor's record by a person's hand; from then on it is no longer new.
 *
 * @throws AppError `vendor_not_found`, `account_not_found`, `value_invalid` (a generic tax id, or one another vendor has)
 */
export function updateVendor(tx: Tx, input: Parsed<'vendor.update'>, ctx: DecisionContext): VendorView {
  const before = loadVendor(tx, input.vendorId)
  const after: VendorRow = { ...before, isNew: false }
  if (input.name !== undefined) Object.assign(after, { name: input.name.trim(), nameKey: nameKey(input.name) })
  if (input.taxId !== undefined) after.taxId = ownTaxId(tx, input.vendorId, input.taxId)
  if (input.defaultAccountCode !== undefined) {
    const code = input.defaultAccountCode
    if (code !== null && !ctx.chart.byCode.has(code)) throw new AppError('account_not_found', { code })
    after.defaultAccountCode = code
    after.isDefaultLearned = false
  }
  tx.update(vendors).set(after).where(eq(vendors.id, input.vendorId)).run()
  appendJournal(tx, {
    at: ctx.now,
    actor: ctx.actor,
    kind: 'vendor.changed',
    documentId: null,
    params: { name: after.name },
    before,
    after,
  })
  assessFollowers(tx, { known: [input.vendorId], taught: [] }, null, ctx)
  return getVendor(tx, input.vendorId)
}

function ownTaxId(tx: Tx, vendorId: VendorId, typed: string | null): string | null {
  const taxId = typed === null ? '' : compactTaxId(typed)
  if (taxId === '') return null
  if (isGenericTaxId(taxId)) throw new AppError('value_invalid', { field: 'vendor.tax_id', reason: 'generic_tax_id' })
  const holder = tx.select().from(vendors).where(eq(vendors.taxId, taxId)).get()
  if (holder && holder.id !== vendorId) {
    throw new AppError('value_invalid', { field: 'vendor.tax_id', reason: 'taken', name: holder.name })
  }
  return taxId
}

/** A vendor as merging speaks of it. */
export function vendorBrief(reader: Reader, { id, name, taxId }: VendorRow): VendorBrief {
  const own = inArray(invoices.vendorId, familyOf(reader, id))
  return { id, name, taxId, invoiceCount: reader.select({ n: count() }).from(invoices).where(own).get()?.n ?? 0 }
}

function toViews(reader: Reader, rows: readonly VendorRow[]): VendorView[] {
  if (rows.length === 0) return []
  const ids = rows.map(row => row.id)
  const aliases = Map.groupBy(
    reader.select().from(vendorAliases).where(inArray(vendorAliases.vendorId, ids)).all(),
    alias => alias.vendorId,
  )
  const known = families(reader)
  const owners = new Map(ids.flatMap(id => (known.get(id) ?? [id]).map(member => [member, id] as const)))
  const open = sql<number>`sum(${documents.state} IN ('needs_review', 'ready', 'on_hold'))`
  const counts = new Map<VendorId, { all: number; open: number }>()
  const counted = reader
    .select({ vendorId: invoices.vendorId, all: count(), open })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(inArray(invoices.vendorId, [...owners.keys()]))
    .groupBy(invoices.vendorId)
    .all()
  for (const { vendorId, ...of } of counted) {
    const owner = vendorId === null ? undefined : owners.get(vendorId)
    if (owner === undefined) continue
    const sum = counts.get(owner) ?? { all: 0, open: 0 }
    counts.set(owner, { all: sum.all + of.all, open: sum.open + of.open })
  }
  return rows.map(({ id, name, taxId, country, defaultAccountCode, isNew }) => ({
    id,
    name,
    taxId,
    country,
    aliases: (aliases.get(id) ?? []).map(alias => alias.name),
    defaultAccountCode,
    invoiceCount: counts.get(id)?.all ?? 0,
    openCount: counts.get(id)?.open ?? 0,
    isNew,
  }))
}
