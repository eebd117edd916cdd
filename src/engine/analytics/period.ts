import { and, gte, isNotNull, lt, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Period } from '../../shared/analytics'
import type { EpochMs } from '../../shared/ids'
import { startOfDay } from '../evidence/choose-documents'

/** Instants that lie in a period. Rows without the instant never do. */
export function within(at: SQLiteColumn, { from, to }: Period): SQL {
  const conditions = and(
    isNotNull(at),
    from === null ? undefined : gte(at, startOfDay(from)),
    to === null ? undefined : lt(at, startOfDay(to, 1)),
  )
  return conditions ?? isNotNull(at)
}

const daysToShow = 31
const weeksToShow = 27

/**
 * A period in parts of one size: days while they are few, then weeks, then months. The first and the last one may be
 * cut short by the period's ends.
 *
 * @param first the day before which nothing happened; taken where the period has no beginning
 * @param last the present day; taken where it has no end
 */
export function spansOf({ from, to }: Period, first: string, last: string): { from: string; to: string }[] {
  const begin = from ?? first
  const end = to ?? (last < begin ? begin : last)
  const days = daysBetween(begin, end)
  const spans: { from: string; to: string }[] = []
  for (let start = begin; start <= end;) {
    const next =
      days <= daysToShow
        ? dayOf(startOfDay(start, 1))
        : days <= weeksToShow * 7
          ? dayOf(startOfDay(start, 7))
          : firstOfNextMonth(start)
    const stop = dayOf(startOfDay(next, -1))
    spans.push({ from: start, to: stop < end ? stop : end })
    start = next
  }
  return spans
}

/** How many days a period has, both ends included. */
export function daysBetween(from: string, to: string): number {
  // Rounded: the days on which clocks change have 23 or 25 hours.
  return Math.round((startOfDay(to, 1) - startOfDay(from)) / 86_400_000)
}

/** YYYY-MM-DD of an instant, on this machine's calendar. */
export function dayOf(at: EpochMs): string {
  const date = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function firstOfNextMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return dayOf(new Date(year, month, 1).getTime())
}
