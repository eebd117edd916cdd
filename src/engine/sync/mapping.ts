import type { Settings } from '../../shared/settings'
import type { Chart } from '../pipeline/code/chart'
import { taxOverride } from './tax-map'
import type { BillPolicy, RoundingPreference } from './build-bill'
import type { LedgerSession } from './ledger-session'
import { isRent, taxAccountIn } from './tax-accounts'

/** How bills are made for this organization: its currency, its chart, and the accounts a person chose for taxes. */
export function billPolicy(session: LedgerSession, settings: Settings): BillPolicy {
  const { store, organization, baseCurrency } = session
  const ofChart = chartPolicy(session.chart(settings.chart), settings)
  return {
    ...ofChart,
    baseCurrency,
    taxAccountOf: tax => taxOverride(store.db, organization, tax) ?? ofChart.taxAccountOf?.(tax),
  }
}

/** How bills are made by a chart alone, whatever ledger they are for. */
export function chartPolicy(
  chart: Chart,
  { chart: key, roundingTolerance, differenceLimit, differenceAccount }: Pick<Settings, RoundingPreference>,
): BillPolicy {
  return {
    chart: key,
    roundingTolerance,
    differenceLimit,
    // Chosen while another chart was in use: a bill that waits for nothing else does not wait for that.
    differenceAccount: differenceAccount !== null && chart.byCode.has(differenceAccount) ? differenceAccount : null,
    taxAccountOf: tax => taxAccountIn(chart, tax) ?? undefined,
    isRent: code => isRent(chart, code),
  }
}
