import { eq } from 'drizzle-orm'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { assess } from '../../src/engine/decisions/assess'
import type { DecisionContext } from '../../src/engine/decisions/context'
import { companyCharts } from '../../src/engine/charts/company-charts'
import { newId } from '../../src/engine/store/new-id'
import { openStore } from '../../src/engine/store/open'
import { documents } from '../../src/engine/store/schema'
import { readSettings } from '../../src/engine/store/settings'
import { write } from '../../src/engine/store/write'
import { fillBooks } from '../parts/made-up-books'
import { distributionOf, round } from '../parts/statistics'

const looked = 300
const small = 1_000

/** Milliseconds to check, code and route one invoice again: one transaction each. */
function timesIn(folder: string): number[] {
  const store = openStore(folder)
  const settings = readSettings(store.db)
  const chart = companyCharts(store.db, join(process.cwd(), 'resources')).of(settings.chart)
  const now = Date.UTC(2026, 6, 1)
  const ctx: DecisionContext = { now, actor: 'bench', settings, chart, newId: <T extends string>() => newId<T>(now) }
  const open = store.db
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.state, 'needs_review'))
    .limit(looked)
    .all()
  const times = open.map(({ id }) => {
    const startedAt = performance.now()
    write(store, tx => assess(tx, id, ctx))
    return performance.now() - startedAt
  })
  store.close()
  // The first ones warm statements and pages.
  return times.slice(20)
}

/** Whether an invoice costs more to check in large books than in small ones, with vendors growing alike. */
export function measureChecking(folder: string, large: number) {
  const distributions = [small, large].map(count => {
    const books = join(folder, `checking-${count}`)
    mkdirSync(books, { recursive: true })
    fillBooks(books, count, { vendors: count / 50, resolvedEvery: 5 })
    return distributionOf(timesIn(books))
  })
  const [inSmall, inLarge] = distributions
  return {
    smallMs: inSmall,
    largeMs: inLarge,
    ratioOfMedians: round((inLarge?.median ?? 0) / (inSmall?.median ?? 1)),
  }
}
