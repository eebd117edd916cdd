import { and, eq, inArray, lt, type SQL } from 'drizzle-orm'
import type { PersonId } from '../../shared/ids'
import type { NoticeKind } from '../../shared/notice'
import { waitsForWordOf } from '../lists/inbox-filter'
import { inboxRows } from '../store/schema'
import type { Reader } from '../store/write'

/** Kinds of notice that are about documents standing somewhere; a batch is over, a backup or a disk is no document. */
export type UrgentKind = Exclude<NoticeKind, 'batch_finished' | 'failed_backup' | 'disk_low'>

/**
 * The documents that are urgent now by intake number, for each reason why. One may be there for several. Numbers, because
 * every index of the list holds them: ten thousand overdue ones are told without reading their rows.
 */
export type Urgent = Readonly<Record<UrgentKind, ReadonlySet<number>>>

export const nothingUrgent: Urgent = {
  asked: new Set(),
  failed_posts: new Set(),
  critical_issues: new Set(),
  overdue: new Set(),
}

/** The rank of a document whose worst open issue is critical, in time and overdue. */
const criticalRanks = [0, -5]

/** @param personId who sits at this machine; null where nobody has a name */
export function urgentNow(reader: Reader, personId: PersonId | null): Urgent {
  const where = (condition: SQL | undefined) => {
    const rows = reader.select({ intakeNumber: inboxRows.intakeNumber }).from(inboxRows).where(condition).all()
    return new Set(rows.map(row => row.intakeNumber))
  }
  return {
    asked: personId === null ? new Set() : where(waitsForWordOf(personId)),
    failed_posts: where(and(eq(inboxRows.isArchived, false), eq(inboxRows.state, 'post_failed'))),
    critical_issues: where(and(inArray(inboxRows.urgencyRank, criticalRanks), eq(inboxRows.state, 'needs_review'))),
    overdue: where(lt(inboxRows.urgencyRank, 0)),
  }
}

/** Those urgent for a reason they were not urgent for before. */
export function newlyUrgent(before: Urgent, now: Urgent): Record<UrgentKind, number> {
  const fresh = (kind: UrgentKind) => [...now[kind]].filter(number => !before[kind].has(number)).length
  return {
    asked: fresh('asked'),
    failed_posts: fresh('failed_posts'),
    critical_issues: fresh('critical_issues'),
    overdue: fresh('overdue'),
  }
}

export function urgentCount(urgent: Urgent): number {
  return new Set(Object.values(urgent).flatMap(numbers => [...numbers])).size
}
