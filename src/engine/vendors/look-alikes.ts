import { and, asc, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { VendorId } from '../../shared/ids'
import type { LookAlikePair, VendorEvidence } from '../../shared/vendor-merge'
import { taxIdForm } from '../pipeline/check/tax-id'
import { editDistance } from '../pipeline/code/spelling'
import type { DecisionContext } from '../decisions/context'
import { appendJournal } from '../store/journal'
import { documentMarks, invoices, vendors, vendorsKeptApart } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import type { VendorRow } from './lessons'
import { similarityTo, trigrams } from './similarity'
import { loadVendor } from './vendor-store'

/** Below this nobody need look. */
const shownFrom = 0.6
/** Below this share of common letters two names are different names. */
const namesFrom = 0.6
/** How much each kind of evidence alone says that two vendors are one. */
const strength: Readonly<Record<Exclude<VendorEvidence['kind'], 'name'>, number>> = {
  tax_id_slip: 0.9,
  tax_id: 0.9,
  account: 0.9,
  host: 0.5,
}
/** A letter group that more names than this have in common finds nothing. */
const namesPerTrigram = 60
const pairsShown = 50

type Pairs = Map<string, { readonly one: number; readonly other: number; readonly evidence: VendorEvidence[] }>

/**
 * Vendors that may be one: names alike, tax ids a letter apart, the same bank account, web or mail domain, or tax id
 * printed on the invoices of both. Pairs that a person kept apart are left out.
 */
export function lookAlikes(reader: Reader): LookAlikePair[] {
  const all = reader.select().from(vendors).where(isNull(vendors.mergedIntoId)).orderBy(asc(vendors.createdAt)).all()
  const pairs: Pairs = new Map()
  const likeness = addNames(pairs, all)
  addTaxIdSlips(pairs, all)
  addMarks(pairs, all, reader)
  const apart = new Set(
    reader
      .select()
      .from(vendorsKeptApart)
      .all()
      .map(({ oneId, otherId }) => `${oneId} ${otherId}`),
  )
  const counts = invoiceCounts(reader)
  return [...pairs]
    .flatMap(([key, { one, other, evidence }]) => {
      const [left, right] = [all[one], all[other]]
      if (!left || !right || apart.has(pairKey(left.id, right.id))) return []
      const similarity = together(evidence, likeness.get(key) ?? 0) * (areTwoCompanies(left, right) ? 0.5 : 1)
      return similarity < shownFrom ? [] : [{ left, right, evidence, similarity }]
    })
    .toSorted((a, b) => b.similarity - a.similarity)
    .slice(0, pairsShown)
    .map(({ left, right, evidence, similarity }) => {
      const brief = ({ id, name, taxId }: VendorRow) => ({ id, name, taxId, invoiceCount: counts.get(id) ?? 0 })
      const [from, into] = rank(left, counts) > rank(right, counts) ? [right, left] : [left, right]
      return { from: brief(from), into: brief(into), similarity, evidence }
    })
}

/** Two that a person says are two are not proposed again; `apart` false takes that back. */
export function keepApart(
  tx: Tx,
  { oneId, otherId, apart }: { readonly oneId: VendorId; readonly otherId: VendorId; readonly apart: boolean },
  ctx: DecisionContext,
): void {
  const names = { name: loadVendor(tx, oneId).name, other: loadVendor(tx, otherId).name }
  const [first, second] = [oneId, otherId].toSorted()
  const row = { oneId: first as VendorId, otherId: second as VendorId }
  const isPair = and(eq(vendorsKeptApart.oneId, row.oneId), eq(vendorsKeptApart.otherId, row.otherId))
  const before = tx.select().from(vendorsKeptApart).where(isPair).get()
  if ((before !== undefined) === apart) return
  if (apart) tx.insert(vendorsKeptApart).values(row).run()
  else tx.delete(vendorsKeptApart).where(isPair).run()
  appendJournal(tx, {
    at: ctx.now,
    actor: ctx.actor,
    kind: apart ? 'vendor.kept_apart' : 'vendor.not_kept_apart',
    documentId: null,
    params: names,
    before,
    after: apart ? row : undefined,
  })
}

function pairKey(one: string, other: string): string {
  return [one, other].toSorted().join(' ')
}

/** The one a person confirmed, with more invoices, stays. */
function rank(vendor: VendorRow, counts: ReadonlyMap<VendorId, number>): number {
  return (vendor.isNew ? 0 : 1e9) + (counts.get(vendor.id) ?? 0)
}

/** Independent signs: how unlikely it is that all of them mislead. */
function together(evidence: readonly VendorEvidence[], nameLikeness: number): number {
  return 1 - evidence.reduce((doubt, { kind }) => doubt * (1 - (kind === 'name' ? nameLikeness : strength[kind])), 1)
}

/** Two tax ids that both pass their country's check are seldom one company, however alike the names. */
function areTwoCompanies(one: VendorRow, other: VendorRow): boolean {
  const isSound = ({ taxId }: VendorRow) => taxId !== null && taxIdForm(taxId, '') === 'valid'
  return one.taxId !== other.taxId && isSound(one) && isSound(other)
}

function note(pairs: Pairs, one: number, other: number, all: readonly VendorRow[], evidence: VendorEvidence): string {
  const key = pairKey(all[one]?.id ?? '', all[other]?.id ?? '')
  const pair = pairs.get(key) ?? { one, other, evidence: [] }
  if (!pair.evidence.some(known => known.kind === evidence.kind)) pair.evidence.push(evidence)
  pairs.set(key, pair)
  return key
}

/** @returns how alike the names of each pair are */
function addNames(pairs: Pairs, all: readonly VendorRow[]): ReadonlyMap<string, number> {
  const likeness = new Map<string, number>()
  const holders = new Map<string, number[]>()
  for (const [index, { nameKey }] of all.entries()) {
    if (nameKey === '') continue
    const own = trigrams(nameKey)
    const met = new Set<number>()
    for (const trigram of own) {
      const others = holders.get(trigram) ?? []
      if (others.length <= namesPerTrigram) for (const other of others) met.add(other)
      others.push(index)
      holders.set(trigram, others)
    }
    for (const other of met) {
      const alike = similarityTo(own, all[other]?.nameKey ?? '')
      if (alike >= namesFrom) likeness.set(note(pairs, other, index, all, { kind: 'name', value: '' }), alike)
    }
  }
  return likeness
}

/** One letter apart, and at least one of the two no sound number: a slip of reading rather than a neighbour's number. */
function addTaxIdSlips(pairs: Pairs, all: readonly VendorRow[]): void {
  const withId = all.flatMap(({ taxId }, index) => (taxId !== null && taxId.length >= 8 ? [{ taxId, index }] : []))
  const doubtful = withId.filter(({ taxId }) => taxIdForm(taxId, '') !== 'valid')
  for (const one of doubtful) {
    for (const other of withId) {
      if (other.index === one.index || editDistance(one.taxId, other.taxId, 1) > 1) continue
      note(pairs, one.index, other.index, all, { kind: 'tax_id_slip', value: `${one.taxId} ≈ ${other.taxId}` })
    }
  }
}

/** Marks that the invoices of exactly two vendors print; what more print is somebody's web shop or our own. */
function addMarks(pairs: Pairs, all: readonly VendorRow[], reader: Reader): void {
  const indexOf = new Map(all.map(({ id }, index) => [id, index]))
  const shared = reader
    .select({
      mark: documentMarks.mark,
      one: sql<VendorId>`min(${invoices.vendorId})`,
      other: sql<VendorId>`max(${invoices.vendorId})`,
    })
    .from(documentMarks)
    .innerJoin(invoices, eq(invoices.documentId, documentMarks.documentId))
    .where(isNotNull(invoices.vendorId))
    .groupBy(documentMarks.mark)
    .having(sql`count(DISTINCT ${invoices.vendorId}) = 2`)
    .all()
  for (const { mark, one, other } of shared) {
    const [left, right] = [indexOf.get(one), indexOf.get(other)]
    const [kind = '', value = ''] = mark.split(' ')
    if (left === undefined || right === undefined) continue
    if (kind === 'account' || kind === 'host' || kind === 'tax_id') note(pairs, left, right, all, { kind, value })
  }
}

function invoiceCounts(reader: Reader): ReadonlyMap<VendorId, number> {
  const rows = reader
    .select({ vendorId: invoices.vendorId, n: count() })
    .from(invoices)
    .where(isNotNull(invoices.vendorId))
    .groupBy(invoices.vendorId)
    .all()
  return new Map(rows.flatMap(({ vendorId, n }) => (vendorId === null ? [] : [[vendorId, n] as const])))
}
