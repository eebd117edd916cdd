import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { VendorId } from '../../shared/ids'
import { compactTaxId, isGenericTaxId, taxIdForm } from '../pipeline/check/tax-id'
import { editDistance } from '../pipeline/code/spelling'
import { vendorAliases, vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { survivorOf } from './families'
import { nameKey } from './name-key'
import { similarityTo, trigrams } from './similarity'

/** A vendor that may be the one on the document, and why we think so. */
export interface LookAlike {
  readonly vendorId: VendorId
  readonly name: string
  readonly taxId: string | null
  /** 0 to 1. */
  readonly similarity: number
  /** tax_id_differs: the very name, another tax id. tax_id_slip: tax ids differ in one character. */
  readonly reason: 'name_similar' | 'tax_id_differs' | 'tax_id_slip'
}

export type VendorFinding =
  | { readonly match: 'known'; readonly vendorId: VendorId }
  | { readonly match: 'similar'; readonly lookAlikes: readonly LookAlike[] }
  | { readonly match: 'unknown' }
  /** The document names no seller: the missing field is the issue. */
  | { readonly match: 'unnamed' }

export interface SellerAsRead {
  readonly name: string | null
  readonly taxId: string | null
}

/** Below this share of common trigrams two names are different names. */
const similarFrom = 0.6
const lookAlikesShown = 5

/**
 * Finds who sent an invoice: by tax id, then by exact name or alias (case, accents and legal form do not count).
 * The same name with another tax id is never taken for the same vendor: that is how payments are diverted.
 */
export function findVendor(reader: Reader, seller: SellerAsRead): VendorFinding {
  const taxId = seller.taxId === null || isGenericTaxId(seller.taxId) ? null : compactTaxId(seller.taxId)
  const key = seller.name === null ? '' : nameKey(seller.name)
  if (taxId === null && key === '') return { match: 'unnamed' }
  const byTaxId = taxId === null ? undefined : vendorByTaxId(reader, taxId)
  if (byTaxId) return { match: 'known', vendorId: byTaxId }
  const named = key === '' ? [] : vendorsByName(reader, key)
  const agreeing = named.filter(vendor => taxId === null || vendor.taxId === null)
  const [only] = agreeing
  if (only && agreeing.length === 1 && named.length === 1) return { match: 'known', vendorId: only.id }
  const lookAlikes = rankLookAlikes(reader, key, taxId)
  return lookAlikes.length > 0 ? { match: 'similar', lookAlikes } : { match: 'unknown' }
}

/** Vendor with this tax id, its country prefix written or not; of merged ones the one kept. */
export function vendorByTaxId(reader: Reader, taxId: string): VendorId | undefined {
  const spellings = [taxId, ...(/^[A-Z]{2}\d/.test(taxId) ? [taxId.slice(2)] : [])]
  const found = reader.select({ id: vendors.id }).from(vendors).where(inArray(vendors.taxId, spellings)).get()
  return found && survivorOf(reader, found.id)
}

function vendorsByName(reader: Reader, key: string): { id: VendorId; taxId: string | null }[] {
  const columns = { id: vendors.id, taxId: vendors.taxId }
  const own = reader
    .select(columns)
    .from(vendors)
    .where(and(eq(vendors.nameKey, key), isNull(vendors.mergedIntoId)))
    .all()
  const aliased = reader
    .select(columns)
    .from(vendorAliases)
    .innerJoin(vendors, eq(vendors.id, vendorAliases.vendorId))
    .where(eq(vendorAliases.nameKey, key))
    .all()
  return [...new Map([...own, ...aliased].map(vendor => [vendor.id, vendor])).values()]
}

/** Walks all vendors (some thousands take a few milliseconds); only documents of unknown senders come here. */
function rankLookAlikes(reader: Reader, key: string, taxId: string | null): LookAlike[] {
  const wanted = trigrams(key)
  const columns = { id: vendors.id, name: vendors.name, nameKey: vendors.nameKey, taxId: vendors.taxId }
  const found: LookAlike[] = []
  // A check digit that fits proves that nothing was misread: the neighbour's number is another company's.
  const maySlip = taxId !== null && taxId.length >= 8 && taxIdForm(taxId, '') !== 'valid'
  for (const vendor of reader.select(columns).from(vendors).where(isNull(vendors.mergedIntoId)).all()) {
    const alike = key === '' ? 0 : vendor.nameKey === key ? 1 : similarityTo(wanted, vendor.nameKey)
    const base = { vendorId: vendor.id, name: vendor.name, taxId: vendor.taxId }
    if (maySlip && vendor.taxId !== null && editDistance(taxId, vendor.taxId, 1) <= 1) {
      found.push({ ...base, similarity: Math.max(alike, 0.95), reason: 'tax_id_slip' })
    } else if (alike >= similarFrom) {
      const differs = taxId !== null && vendor.taxId !== null
      found.push({ ...base, similarity: alike, reason: alike === 1 && differs ? 'tax_id_differs' : 'name_similar' })
    }
  }
  return found.sort((a, b) => b.similarity - a.similarity).slice(0, lookAlikesShown)
}
