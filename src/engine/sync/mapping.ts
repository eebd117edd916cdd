import type { Settings } from '../../shared/settings'
import { taxOverride } from './tax-map'
import type { BillPolicy } from './build-bill'
import type { LedgerSession } from './ledger-session'

/** How bills are made for this organization: its currency, and the accounts a person chose for taxes. */
export function billPolicy({ store, organization, baseCurrency }: LedgerSession, settings: Settings): BillPolicy {
  const { chart, roundingTolerance } = settings
  return { chart, roundingTolerance, baseCurrency, taxAccountOf: tax => taxOverride(store.db, organization, tax) }
}
