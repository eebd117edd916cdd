import { asc, max, min, sql, type SQL } from 'drizzle-orm'
import type { Overview, Period } from '../../shared/analytics'
import type { EpochMs } from '../../shared/ids'
import { documentWork, issues } from '../store/schema'
import type { Reader } from '../store/write'
import { countBehind, issueCondition, workCondition } from './behind-figure'
import { dayOf, daysBetween, spansOf } from './period'

const ofReceived = ['received', 'failed'] as const
const ofApproved = ['approved', 'touchless', 'approved_as_read', 'auto_coded', 'corrected'] as const
const ofNow = ['posted', 'in_queue', 'open_issues', 'overdue_issues'] as const

/** The numbers on top of Analytics, and how they came about over the period. */
export function overview(reader: Reader, period: Period, now: EpochMs, readingRate: number | null): Overview {
  const days = daysOf(reader, period, now)
  const others = Object.fromEntries(
    ofNow.map(figure => [figure, countBehind(reader, { figure, period }, now)] as const),
  ) as Record<(typeof ofNow)[number], number>
  const counts = {
    ...countTogether(reader, ofReceived, period),
    ...countTogether(reader, ofApproved, period),
    ...others,
  }
  return {
    counts,
    oldestOpen: oldestOpen(reader, now),
    readingRate,
    approvedPerDay: days === null || counts.approved === 0 ? null : counts.approved / days.number,
    spans: days === null ? [] : spans(reader, period, days.first, dayOf(now)),
  }
}

/** Figures that narrow down the same documents, counted in one walk. The first one holds all others. */
function countTogether<F extends (typeof ofReceived | typeof ofApproved)[number]>(
  reader: Reader,
  figures: readonly [F, ...F[]],
  period: Period,
): Record<F, number> {
  const [all] = figures
  const counted = (figure: F): SQL<number> =>
    sql<number>`count(*) FILTER (WHERE ${workCondition({ figure, period: { from: null, to: null } })})`
  const columns = Object.fromEntries(figures.map(figure => [figure, counted(figure)]))
  const [row] = reader
    .select(columns)
    .from(documentWork)
    .where(workCondition({ figure: all, period }))
    .values() as number[][]
  return Object.fromEntries(figures.map((figure, at) => [figure, row?.[at] ?? 0])) as Record<F, number>
}

function oldestOpen(reader: Reader, now: EpochMs): Overview['oldestOpen'] {
  const open = { figure: 'open_issues', period: { from: null, to: null } } as const
  return (
    reader
      .select({ documentId: issues.documentId, raisedAt: issues.raisedAt })
      .from(issues)
      .where(issueCondition(open, now))
      .orderBy(asc(issues.raisedAt), asc(issues.id))
      .limit(1)
      .get() ?? null
  )
}

/** The first day of the books, and how many days the period has up to today; null where nothing was ever received. */
function daysOf(reader: Reader, { from, to }: Period, now: EpochMs): { first: string; number: number } | null {
  const { receivedAt } = documentWork
  // Asked apart, each is one step along the index.
  const first = reader
    .select({ at: min(receivedAt) })
    .from(documentWork)
    .get()?.at
  const last = reader
    .select({ at: max(receivedAt) })
    .from(documentWork)
    .get()?.at
  if (first === null || first === undefined) return null
  const today = dayOf(Math.max(now, last ?? now))
  const end = to === null || to > today ? today : to
  return { first: dayOf(first), number: Math.max(1, daysBetween(from ?? dayOf(first), end)) }
}

function spans(reader: Reader, period: Period, first: string, today: string): Overview['spans'] {
  return spansOf(period, first, today).map(span => ({
    period: span,
    ...countTogether(reader, ['received'], span),
    ...countTogether(reader, ['approved', 'touchless'], span),
  }))
}
