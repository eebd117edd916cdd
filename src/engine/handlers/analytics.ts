import { writeFileSync } from 'node:fs'
import type { Period } from '../../shared/analytics'
import type { HandlersOf } from '../../shared/contract'
import type { analyticsCalls } from '../../shared/contract/analytics'
import { issueFigures } from '../analytics/issue-figures'
import { overview } from '../analytics/overview'
import { dayOf } from '../analytics/period'
import { recordEffort } from '../analytics/record-work'
import { timeFigures } from '../analytics/times'
import { vendorFigures } from '../analytics/vendor-figures'
import type { EngineCore } from '../engine'
import { analyticsCsv } from '../export/analytics-csv'
import { journalHead } from '../store/journal'
import { newId } from '../store/new-id'
import { write } from '../store/write'

/** Figures about the work. Four questions, so that none of them makes everybody wait. */
export function analyticsHandlers(core: EngineCore): HandlersOf<typeof analyticsCalls> {
  const db = () => core.company().store.db
  const now = () => core.host.now()
  const overviewOf = (period: Period) => overview(db(), period, now(), core.company().queue.progress().rate)

  return {
    'analytics.overview': ({ period }) => overviewOf(period),
    'analytics.issues': ({ period }) => issueFigures(db(), period, now()),
    'analytics.times': ({ period }) => timeFigures(db(), period),
    'analytics.vendors': ({ period }) => vendorFigures(db(), period),
    'analytics.export'({ period }) {
      const csv = analyticsCsv({
        period,
        overview: overviewOf(period),
        issues: issueFigures(db(), period, now()),
        times: timeFigures(db(), period),
        vendors: vendorFigures(db(), period),
        head: journalHead(db()),
      })
      const name = `analytics-${dayOf(now())}.csv`
      return core.company().ready.make(newId(now()), name, path => writeFileSync(path, csv, { mode: 0o600 }))
    },
    'effort.record'(effort) {
      const { store, metrics } = core.company()
      write(store, tx => recordEffort(tx, effort))
      metrics.recordEffort(effort)
      return {}
    },
    'metrics.status': () => core.company().metrics.status(),
    'telemetry.status': () => core.company().telemetry.status(),
  }
}
