import { and, eq, isNotNull, notInArray } from 'drizzle-orm'
import type { LedgerBasics } from '../../shared/ledger'
import { documents, invoices } from '../store/schema'
import type { Reader } from '../store/write'
import { documentsOwnCurrency } from './build-bill'
import { carrierItemId, carrierName } from './carrier-item'
import type { LedgerSession } from './ledger-session'
import { isRateByPerson } from './load-approved'
import { ledgerLocks, lockedUntil } from './period-lock'

/** What bills hang on beside accounts and vendors: the carrier item, currencies with their rates, the closed period. */
export async function ledgerBasics(session: LedgerSession): Promise<LedgerBasics> {
  const { store, baseCurrency } = session
  const itemId = carrierItemId(session)
  return {
    baseCurrency,
    carrierItem: itemId === undefined ? null : { id: itemId, name: carrierName },
    currencies: foreignCurrencies(store.db, baseCurrency),
    lockedUntil: lockedUntil(await ledgerLocks(session)) ?? null,
  }
}

/** Invoices not posted yet in another currency than the ledger's, by whether their exchange rate may be used. */
function foreignCurrencies(reader: Reader, baseCurrency: string): LedgerBasics['currencies'] {
  const { id, currency, exchangeRate, format } = invoices
  const rows = reader
    .select({ id, currency, exchangeRate, format })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(and(isNotNull(currency), notInArray(documents.state, ['posted', 'rejected', 'duplicate'])))
    .all()
  const counted = new Map<string, { stated: number; missing: number }>()
  for (const row of rows) {
    if (row.currency === null || row.currency === baseCurrency) continue
    const of = counted.get(row.currency) ?? { stated: 0, missing: 0 }
    counted.set(row.currency, of)
    const isUsable =
      row.exchangeRate !== null && (documentsOwnCurrency(row.format) === baseCurrency || isRateByPerson(reader, row.id))
    if (isUsable) of.stated++
    else of.missing++
  }
  return [...counted]
    .map(([code, of]) => ({ currency: code, ...of }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
}
