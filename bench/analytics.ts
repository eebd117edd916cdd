import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countBehind } from '../src/engine/analytics/behind-figure'
import { issueFigures } from '../src/engine/analytics/issue-figures'
import { overview } from '../src/engine/analytics/overview'
import { timeFigures } from '../src/engine/analytics/times'
import { vendorFigures } from '../src/engine/analytics/vendor-figures'
import { listDocuments } from '../src/engine/lists/list-documents'
import { openStore } from '../src/engine/store/open'
import { Figure, type Period } from '../src/shared/analytics'
import { InboxFilter, InboxSort } from '../src/shared/inbox'
import { fillBooks } from './parts/made-up-books'
import { describeMachine } from './parts/machine'
import { distributionOf } from './parts/statistics'

// How long the figures of Analytics take, and the lists behind them, with many documents: npm run bench -- analytics
const documents = Number(process.env['DOCUMENTS'] ?? 100_000)
const rounds = 7
const now = Date.UTC(2026, 5, 1)
const periods: Record<string, Period> = {
  all: { from: null, to: null },
  month: { from: '2026-02-01', to: '2026-02-28' },
}

const folder = mkdtempSync(join(tmpdir(), 'quittance-analytics-'))
try {
  fillBooks(folder, documents, { vendors: 1000, resolvedEvery: 5 })
  const store = openStore(folder)
  const timed = (work: () => unknown) => {
    const all = Array.from({ length: rounds }, () => {
      const startedAt = performance.now()
      work()
      return performance.now() - startedAt
    })
    return distributionOf(all)
  }
  const results = Object.fromEntries(
    Object.entries(periods).map(([name, period]) => [
      name,
      {
        overview: timed(() => overview(store.db, period, now, null)),
        issues: timed(() => issueFigures(store.db, period, now)),
        times: timed(() => timeFigures(store.db, period)),
        vendors: timed(() => vendorFigures(store.db, period)),
        counts: Object.fromEntries(
          Figure.options.map(figure => [figure, timed(() => countBehind(store.db, { figure, period }, now))]),
        ),
        lists: Object.fromEntries(
          Figure.options.map(figure => {
            const filter = InboxFilter.parse({ figure: { figure, period } })
            const page = { filter, sort: InboxSort.parse({}), after: null, limit: 200 }
            return [figure, timed(() => listDocuments(store.db, page, now))]
          }),
        ),
      },
    ]),
  )
  console.log(JSON.stringify({ machine: describeMachine(), documents, rounds, results }, null, 2))
  store.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
