import { and, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import type { DocumentId, VendorId } from '../../../shared/ids'
import type { Sighting } from '../../pipeline/facts'
import { compactTaxId } from '../../pipeline/check/tax-id'
import { documentMarks, invoices } from '../../store/schema'
import type { Reader, Tx } from '../../store/write'
import { survivorOf } from '../families'
import { findVendor, type SellerAsRead } from '../match'

export interface Recognised {
  readonly vendorId: VendorId
  /** False when only a bank account or web address tells. */
  readonly isSure: boolean
}

/** Documents looked at per mark; a mark that many vendors print is found to be nobody's long before. */
const documentsLooked = 100

/** Keeps what a document's pages print of bank accounts, addresses and tax ids; our own tax ids are nobody else's mark. */
export function recordMarks(
  tx: Tx,
  documentId: DocumentId,
  sightings: readonly Sighting[],
  ownTaxIds: readonly string[],
): void {
  tx.delete(documentMarks).where(eq(documentMarks.documentId, documentId)).run()
  for (const mark of marksIn(sightings, ownTaxIds)) tx.insert(documentMarks).values({ mark, documentId }).run()
}

function marksIn(sightings: readonly Sighting[], ownTaxIds: readonly string[]): Set<string> {
  const own = new Set(ownTaxIds.map(id => `tax_id ${compactTaxId(id)}`))
  const marks = sightings.filter(({ kind }) => kind === 'mark').map(({ readings }) => readings[0]?.value ?? '')
  return new Set(marks.filter(mark => mark !== '' && !own.has(mark)))
}

/**
 * Whose page it is before any lesson acts: by the seller as read, else by a mark that only one vendor's documents carry.
 */
export function recogniseVendor(reader: Reader, documentId: DocumentId, seller: SellerAsRead): Recognised | null {
  const found = findVendor(reader, seller)
  if (found.match === 'known') return { vendorId: found.vendorId, isSure: true }
  const marks = reader
    .select({ mark: documentMarks.mark })
    .from(documentMarks)
    .where(eq(documentMarks.documentId, documentId))
    .all()
  const owners = new Set(marks.flatMap(({ mark }) => ownerOf(reader, mark, documentId) ?? []))
  const [only] = owners
  return only !== undefined && owners.size === 1 ? { vendorId: only, isSure: false } : null
}

/** The one vendor whose documents carry a mark; nobody when several do: then it is the customer's own. */
function ownerOf(reader: Reader, mark: string, except: DocumentId): VendorId | undefined {
  const holders = reader
    .select({ documentId: documentMarks.documentId })
    .from(documentMarks)
    .where(and(eq(documentMarks.mark, mark), ne(documentMarks.documentId, except)))
    .orderBy(desc(documentMarks.documentId))
    .limit(documentsLooked)
    .all()
    .map(row => row.documentId)
  if (holders.length === 0) return undefined
  const vendors = reader
    .selectDistinct({ vendorId: invoices.vendorId })
    .from(invoices)
    .where(and(inArray(invoices.documentId, holders), isNotNull(invoices.vendorId)))
    .all()
  const owners = new Set(vendors.flatMap(({ vendorId }) => (vendorId === null ? [] : [survivorOf(reader, vendorId)])))
  const [only] = owners
  return owners.size === 1 ? only : undefined
}
