import { desc, lt, sql, type SQL } from 'drizzle-orm'
import { tabStates } from '../../shared/inbox'
import type { EpochMs } from '../../shared/ids'
import { documents, inboxRows } from '../store/schema'
import type { Reader } from '../store/write'

const dayMs = 86_400_000

/**
 * Up to which intake number finished documents have left the working lists. Numbers are given in order of arrival, so one
 * number says it for all; they stay searchable and in the archive tab.
 *
 * @param days since arrival; 0 for never
 * @returns 0 while nothing is that old
 */
export function archivedThrough(reader: Reader, now: EpochMs, days: number): number {
  if (days === 0) return 0
  const { intakeNumber, receivedAt, id } = documents
  const last = reader
    .select({ intakeNumber })
    .from(documents)
    .where(lt(receivedAt, now - days * dayMs))
    .orderBy(desc(receivedAt), desc(id))
    .limit(1)
    .get()
  return last?.intakeNumber ?? 0
}

/** Rows of `inbox_rows` that are in the archive. */
export function isArchived(through: number): SQL {
  const states = sql.join(
    tabStates.archive.map(state => sql`${state}`),
    sql`, `,
  )
  return sql`(${inboxRows.intakeNumber} <= ${through} AND +${inboxRows.state} IN (${states}))`
}
