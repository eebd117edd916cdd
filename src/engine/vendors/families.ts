import { eq, inArray, isNotNull } from 'drizzle-orm'
import type { VendorId } from '../../shared/ids'
import { vendors } from '../store/schema'
import type { Reader } from '../store/write'

/** Longer chains of merges than this are refused when they are made, so a walk along one ends. */
export const mergesDeep = 20

/** The vendor that a merged one turned out to be; itself while it is merged into none. */
export function survivorOf(reader: Reader, vendorId: VendorId): VendorId {
  let survivor = vendorId
  for (let depth = 0; depth < mergesDeep; depth += 1) {
    const row = reader.select({ into: vendors.mergedIntoId }).from(vendors).where(eq(vendors.id, survivor)).get()
    if (!row?.into) return survivor
    survivor = row.into
  }
  return survivor
}

/** A vendor and all that were merged into it: whose invoices are its history. */
export function familyOf(reader: Reader, vendorId: VendorId): VendorId[] {
  const family = [vendorId]
  let added: VendorId[] = family
  while (added.length > 0) {
    added = reader
      .select({ id: vendors.id })
      .from(vendors)
      .where(inArray(vendors.mergedIntoId, added))
      .all()
      .map(row => row.id)
    family.push(...added)
  }
  return family
}

/** Every vendor that others were merged into, with them; the few of a company, for questions about many documents. */
export function families(reader: Reader): ReadonlyMap<VendorId, readonly VendorId[]> {
  const merged = reader
    .select({ into: vendors.mergedIntoId })
    .from(vendors)
    .where(isNotNull(vendors.mergedIntoId))
    .all()
  const survivors = new Set(merged.flatMap(({ into }) => (into === null ? [] : [survivorOf(reader, into)])))
  return new Map([...survivors].map(vendorId => [vendorId, familyOf(reader, vendorId)]))
}
