import { write } from '../store/write'
import { appendJournal } from '../store/journal'
import { keyed, requireUnlike } from './alike-vendors'
import type { VendorAnswer } from './answers'
import { forgetId, rememberId, theirId } from './ledger-map'
import { isFresh, type LedgerSession } from './ledger-session'
import type { VendorToPost } from './load-approved'
import { fitsCurrency, sameVendor, vendorKey } from './vendor-identity'

/**
 * The ledger's id of a vendor, found by our own map, else by name or tax id, else made. The ledger has no tax id
 * field and takes the same vendor twice, so the mapping is ours to keep and is stored at once; the tax id goes into
 * `company_name`, the one filterable field that can hold it.
 *
 * @param currency of the bill; a vendor's currency is fixed for good, and a bill always has its vendor's
 * @throws AppError `ledger_vendor_alike` when one that may be the same is there under another spelling; ServerFailure
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
  await requireUnlike(session, vendor, currency)
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
  session.known.everyVendor?.rows.push(keyed(made))
  remember(session, vendor, vendorKey(vendor, currency, session), made, 'ledger.vendor_created')
  return made
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
