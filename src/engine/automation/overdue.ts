import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { DocumentState } from '../../shared/document'
import type { Escalation } from '../../shared/escalation'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { Severity } from '../../shared/issue'
import { documents, issues } from '../store/schema'
import type { Store } from '../store/open'
import { write, type Reader, type Tx } from '../store/write'
import { localDay } from './calendar'

/** What being overdue depends on besides the store. */
export interface OverdueContext {
  readonly now: EpochMs
  readonly settings: { readonly escalation: Escalation }
}

/** Documents somebody must still do something about. */
const waitingStates: readonly DocumentState[] = ['needs_review', 'ready', 'post_failed', 'on_hold']

/**
 * Keeps on each document (or on one) whether it is overdue: held past its day, with a question past its day, or with an
 * open issue older than its severity allows. Whoever holds a document has decided that its issues may wait.
 *
 * @returns the documents that became overdue or no longer are
 */
export function refreshOverdue(tx: Tx, ctx: OverdueContext, documentId?: DocumentId): DocumentId[] {
  const moved = staleIn(tx, ctx, documentId)
  for (const { id, wasOverdue } of moved) {
    tx.update(documents).set({ isOverdue: !wasOverdue }).where(eq(documents.id, id)).run()
  }
  return moved.map(({ id }) => id)
}

/** Documents of which the store still says what is no longer so. */
function staleIn(reader: Reader, ctx: OverdueContext, documentId?: DocumentId) {
  return reader
    .select({ id: documents.id, wasOverdue: documents.isOverdue })
    .from(documents)
    .where(
      and(
        inArray(documents.state, [...waitingStates]),
        documentId === undefined ? undefined : eq(documents.id, documentId),
        sql`(${isOverdueAt(ctx)}) <> ${documents.isOverdue}`,
      ),
    )
    .all()
}

function isOverdueAt({ now, settings }: OverdueContext): SQL {
  const today = localDay(now)
  const raisedBefore = Severity.options.map(severity => {
    const hours = settings.escalation[severity]
    // No issue is as old as the epoch.
    return sql`WHEN ${severity} THEN ${hours === 0 ? 0 : now - hours * 3_600_000}`
  })
  const due = sql`json_extract(${issues.question}, '$.due')`
  const isAsked = sql`${issues.state} = 'asked' AND ${due} IS NOT NULL`
  const waits = sql`${issues.state} IN ('open', 'asked') AND NOT (${isAsked}) AND ${documents.state} <> 'on_hold'`
  const isTooOld = sql`${issues.raisedAt} < CASE ${issues.severity} ${sql.join(raisedBefore, sql` `)} END`
  return sql`(${documents.state} = 'on_hold' AND ifnull(${documents.holdUntil} < ${today}, 0)) OR EXISTS (
    SELECT 1 FROM ${issues} WHERE ${issues.documentId} = ${documents.id}
      AND ((${isAsked} AND ${due} < ${today}) OR (${waits} AND ${isTooOld})))`
}

const everyMs = 15 * 60_000
/** Time for the first screen: what is overdue was so before, and stands in the books. */
const firstLookMs = 1_500
/** Documents moved at a time, some ten milliseconds, and the rest others then have: after a holiday thousands are due. */
const handful = 50
const restMs = 40

/** Looks at the calendar by itself: the app may stay open over night. */
export interface OverdueWatch {
  /** Now, because the limits changed. */
  look(): void
  stop(): void
}

export function watchOverdue(
  store: Store,
  context: () => OverdueContext,
  changed: (ids: DocumentId[]) => void,
  failed: (thrown: unknown) => void,
): OverdueWatch {
  let due: DocumentId[] = []
  let next: NodeJS.Timeout | undefined

  function look(): void {
    attempt(() => (due = staleIn(store.db, context()).map(({ id }) => id)))
    moveSome()
  }

  function moveSome(): void {
    clearTimeout(next)
    const some = due.splice(0, handful)
    if (some.length === 0) return
    attempt(() => {
      const ctx = context()
      const ids = write(store, tx => some.flatMap(id => refreshOverdue(tx, ctx, id)))
      if (ids.length > 0) changed(ids)
    })
    next = setTimeout(moveSome, restMs).unref()
  }

  function attempt(work: () => void): void {
    try {
      work()
    } catch (thrown) {
      due = []
      // A full disk is told where somebody works; the next look comes by itself.
      failed(thrown)
    }
  }

  const first = setTimeout(look, firstLookMs).unref()
  const timer = setInterval(look, everyMs).unref()
  return {
    look,
    stop() {
      due = []
      clearTimeout(next)
      clearTimeout(first)
      clearInterval(timer)
    },
  }
}

/** How many documents are overdue. The list keeps them below zero. */
export function overdueCount(reader: Reader): number {
  return reader.get<{ count: number }>(sql`SELECT count(*) AS count FROM inbox_rows WHERE urgency_rank < 0`)?.count ?? 0
}
