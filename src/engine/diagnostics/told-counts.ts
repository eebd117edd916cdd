import { count } from 'drizzle-orm'
import { conservation } from '../lists/counts'
import {
  documents,
  invoices,
  issues,
  jobs,
  journal,
  modelCalls,
  outbox,
  paperlessUploads,
  vendors,
} from '../store/schema'
import type { Reader } from '../store/write'

/** How much of everything there is. */
export function toldCounts(db: Reader) {
  const { received, byState, isBalanced } = conservation(db)
  const all = (table: typeof vendors | typeof invoices | typeof journal) =>
    db.select({ n: count() }).from(table).get()?.n ?? 0
  return {
    documents: { received, isBalanced, ...byState },
    byKind: Object.fromEntries(
      db
        .select({ kind: documents.kind, n: count() })
        .from(documents)
        .groupBy(documents.kind)
        .all()
        .map(row => [row.kind, row.n]),
    ),
    vendors: all(vendors),
    invoices: all(invoices),
    journalRows: all(journal),
    issues: db
      .select({ key: issues.key, state: issues.state, n: count() })
      .from(issues)
      .groupBy(issues.key, issues.state)
      .all(),
    jobs: db.select({ step: jobs.step, state: jobs.state, n: count() }).from(jobs).groupBy(jobs.step, jobs.state).all(),
    ledger: db.select({ state: outbox.state, n: count() }).from(outbox).groupBy(outbox.state).all(),
    archive: db
      .select({ state: paperlessUploads.state, n: count() })
      .from(paperlessUploads)
      .groupBy(paperlessUploads.state)
      .all(),
    outsideModel: db
      .select({ outcome: modelCalls.outcome, n: count() })
      .from(modelCalls)
      .groupBy(modelCalls.outcome)
      .all(),
  }
}
