import { eq } from 'drizzle-orm'
import type { Output, Parsed } from '../../shared/contract'
import type { LedgerVendorView, VendorMappingRow } from '../../shared/ledger'
import { AppError } from '../../shared/result'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import { invoices, vendors } from '../store/schema'
import { write, type Reader } from '../store/write'
import { keyed, mostAlike, type KeyedVendor } from './alike-vendors'
import type { VendorAnswer } from './answers'
import { forgetId, rememberId, theirId } from './ledger-map'
import type { LedgerSession } from './ledger-session'
import type { VendorToPost } from './load-approved'
import { createLedgerVendor } from './resolve-vendor'
import { fitsCurrency, sameVendor, vendorKey } from './vendor-identity'

interface OurVendor {
  readonly vendor: VendorToPost
  readonly currency: string
}

/** Every vendor bills are for, once per currency, with the vendor of the ledger it is or might be. */
export async function vendorMapping(session: LedgerSession): Promise<Output<'ledger.vendors'>> {
  const { ledger, store, organization, baseCurrency } = session
  const [active, inactive] = [await ledger.allVendors('active'), await ledger.allVendors('inactive')]
  const theirs = [...active.vendors, ...inactive.vendors]
  const comparable = theirs.map(keyed)
  const rows = ourVendors(store.db, baseCurrency).map(({ vendor, currency }): VendorMappingRow => {
    const ours = vendorKey(vendor, currency, session)
    const chosen = theirs.find(row => row.id === theirId(store.db, organization, 'vendor', ours))
    const fitting = comparable.filter(({ row }) => fitsCurrency(row, currency, baseCurrency))
    return {
      ours,
      name: vendor.name,
      taxId: vendor.taxId,
      currency,
      chosen: chosen ? { id: chosen.id, name: chosen.display_name ?? '', taxId: chosen.company_name } : null,
      suggested: chosen ? null : suggestion(vendor, fitting),
    }
  })
  return {
    rows,
    vendors: theirs.map(row => viewOf(row, baseCurrency)),
    isWhole: active.isWhole && inactive.isWhole,
  }
}

/**
 * A person says which vendor of the ledger one of ours is; null leaves it to name and tax id again.
 *
 * @throws AppError `vendor_not_found` when the ledger has no such vendor, `ledger_currency_mismatch`
 */
export async function setVendor(session: LedgerSession, { ours, theirs }: Parsed<'ledger.setVendor'>): Promise<void> {
  const { vendor, currency } = ourVendor(session, ours)
  const row = theirs === null ? undefined : await session.ledger.vendor(theirs)
  if (theirs !== null && !row) throw new AppError('vendor_not_found')
  if (row && !fitsCurrency(row, currency, session.baseCurrency)) {
    throw new AppError('ledger_currency_mismatch', { currency, ledgerCurrency: row.currency_code ?? '' })
  }
  write(session.store, tx => {
    forgetId(tx, session.organization, 'new_vendor', ours)
    if (theirs === null) forgetId(tx, session.organization, 'vendor', ours)
    else rememberId(tx, session.organization, 'vendor', ours, theirs)
    const params = { kind: 'vendor', ours: vendor.name, theirs: row?.display_name ?? '' }
    appendJournal(tx, { at: session.now(), actor: sittingActor(tx), kind: 'ledger.mapped', documentId: null, params })
  })
}

/** Makes a vendor of ours in the ledger now instead of at its first bill. */
export async function makeVendor(session: LedgerSession, ours: string): Promise<LedgerVendorView> {
  const { vendor, currency } = ourVendor(session, ours)
  return viewOf(await createLedgerVendor(session, vendor, currency), session.baseCurrency)
}

function suggestion(vendor: VendorToPost, theirs: readonly KeyedVendor[]): VendorMappingRow['suggested'] {
  const exact = sameVendor(
    theirs.map(({ row }) => row),
    vendor,
  )
  if (exact) return { id: exact.id, name: exact.display_name ?? '', taxId: exact.company_name, fit: 'exact' }
  const best = mostAlike(vendor.name, theirs)
  if (!best) return null
  return { id: best.id, name: best.display_name ?? '', taxId: best.company_name, fit: 'alike' }
}

function ourVendor(session: LedgerSession, ours: string): OurVendor {
  const found = ourVendors(session.store.db, session.baseCurrency).find(
    ({ vendor, currency }) => vendorKey(vendor, currency, session) === ours,
  )
  if (!found) throw new AppError('vendor_not_found')
  return found
}

function ourVendors(reader: Reader, baseCurrency: string): OurVendor[] {
  const rows = reader
    .selectDistinct({ id: vendors.id, name: vendors.name, taxId: vendors.taxId, currency: invoices.currency })
    .from(invoices)
    .innerJoin(vendors, eq(vendors.id, invoices.vendorId))
    .all()
  const known = new Map<string, OurVendor>()
  for (const { currency, ...vendor } of rows) {
    const its = currency ?? baseCurrency
    known.set(`${vendor.id} ${its}`, { vendor, currency: its })
  }
  return [...known.values()].sort(
    (one, other) => one.vendor.name.localeCompare(other.vendor.name) || (one.currency < other.currency ? -1 : 1),
  )
}

function viewOf(row: VendorAnswer, baseCurrency: string): LedgerVendorView {
  return {
    id: row.id,
    name: row.display_name ?? '',
    taxId: row.company_name,
    currency: row.currency_code ?? baseCurrency,
  }
}
