import { write } from '../store/write'
import { appendJournal } from '../store/journal'
import type { VendorAnswer } from './answers'
import { forgetId, rememberId, theirId } from './ledger-map'
import { isFresh, type LedgerSession } from './ledger-session'
import type { VendorToPost } from './load-approved'
import { sameLedgerText } from './same-text'

/**
 * The ledger's id of a vendor, found by our own map, else by name or tax id, else made. The ledger has no tax id
 * field and takes the same vendor twice, so the mapping is ours to keep and is stored at once; the tax id goes into
 * `company_name`, the one filterable field that can hold it.
 *
 * @param currency of the bill; a vendor's currency is fixed for good, and a bill always has its vendor's
 * @throws ServerFailure
 */
export async function resolveVendor(session: LedgerSession, vendor: VendorToPost, currency: string): Promise<number> {
  const { store, ledger, organization } = session
  const key = vendorKey(vendor, currency, session)
  const mapped = theirId(store.db, organization, 'vendor', key)
  if (mapped !== undefined) {
    const row = await vendorRow(session, mapped)
    if (row && fitsCurrency(row, currency, session.baseCurrency)) return mapped
    write(store, tx => forgetId(tx, organization, 'vendor', key))
  }
  const roles = [{ field: 'display_name', value: vendor.name }]
  if (vendor.taxId !== null) roles.push({ field: 'company_name', value: vendor.taxId })
  for (const kind of ['active', 'inactive'] as const) {
    const rows = await ledger.vendors(roles, kind)
    const found = rows.filter(row => fitsCurrency(row, currency, session.baseCurrency))
    const match = sameVendor(found, vendor)
    if (!match) continue
    remember(session, vendor, key, match, 'ledger.vendor_found')
    return match.id
  }
  return (await createLedgerVendor(session, vendor, currency)).id
}

/** Makes a vendor of ours in the ledger and remembers at once which it is. @throws ServerFailure */
export async function createLedgerVendor(
  session: LedgerSession,
  vendor: VendorToPost,
  currency: string,
): Promise<VendorAnswer> {
  const made = await session.ledger.createVendor({
    display_name: vendor.name,
    currency_code: currency,
    ...(vendor.taxId === null ? {} : { company_name: vendor.taxId, note: `Tax ID ${vendor.taxId}` }),
  })
  await session.checkpoint('vendor_created')
  remember(session, vendor, vendorKey(vendor, currency, session), made, 'ledger.vendor_created')
  return made
}

/** The one that is this vendor beyond doubt: by tax id, else by the very same name. */
export function sameVendor(rows: readonly VendorAnswer[], vendor: VendorToPost): VendorAnswer | undefined {
  return byTaxId(rows, vendor) ?? byName(rows, vendor)
}

/** A vendor that invoices in two currencies is two vendors there, because each has one for good. */
export function vendorKey({ id }: VendorToPost, currency: string, { baseCurrency }: LedgerSession): string {
  return currency === baseCurrency ? id : `${id} ${currency}`
}

async function vendorRow(session: LedgerSession, id: number): Promise<VendorAnswer | undefined> {
  const held = session.known.vendors.get(id)
  if (held && isFresh(held.readAt, session.now())) return held.row
  const row = await session.ledger.vendor(id)
  if (row) session.known.vendors.set(id, { row, readAt: session.now() })
  return row
}

function remember(session: LedgerSession, vendor: VendorToPost, key: string, row: VendorAnswer, kind: string): void {
  const { store, organization } = session
  write(store, tx => {
    rememberId(tx, organization, 'vendor', key, row.id)
    const params = { vendor: vendor.name, ledgerId: row.id }
    appendJournal(tx, { at: session.now(), actor: session.actor, kind, documentId: null, params })
  })
  session.known.vendors.set(row.id, { row, readAt: session.now() })
}

function byTaxId(rows: readonly VendorAnswer[], { taxId }: VendorToPost): VendorAnswer | undefined {
  if (taxId === null) return undefined
  return oldest(rows.filter(row => compact(row.company_name ?? '') === compact(taxId)))
}

/** Same name, unless the ledger's vendor carries the tax id of somebody else. */
function byName(rows: readonly VendorAnswer[], { name, taxId }: VendorToPost): VendorAnswer | undefined {
  const namesakes = rows.filter(row => row.display_name !== null && sameLedgerText(row.display_name, name))
  return oldest(namesakes.filter(row => taxId === null || !looksLikeTaxId(row.company_name ?? '')))
}

function oldest(rows: readonly VendorAnswer[]): VendorAnswer | undefined {
  return [...rows].sort((one, other) => one.id - other.id)[0]
}

/** A vendor's currency is fixed for good, and a bill always has its vendor's. */
export function fitsCurrency(row: VendorAnswer, currency: string, baseCurrency: string): boolean {
  return (row.currency_code ?? baseCurrency) === currency
}

function looksLikeTaxId(text: string): boolean {
  return /^[A-ZÑ&0-9]{8,16}$/i.test(text.trim()) && (text.match(/\d/g) ?? []).length >= 5
}

function compact(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
}
