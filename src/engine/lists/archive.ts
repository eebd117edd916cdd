import { sql, type SQL } from 'drizzle-orm'
import { tabStates } from '../../shared/inbox'
import type { EpochMs } from '../../shared/ids'
import { inboxRows } from '../store/schema'
import type { Store } from '../store/open'
import { write } from '../store/write'

const dayMs = 86_400_000

/**
 * Rows of `inbox_rows` that have left the working lists; they stay searchable and in the archive tab. The plus keeps
 * SQLite from finding the rows by this mark and sorting them: every order's index carries it.
 */
export const isArchived: SQL = sql`+${inboxRows.isArchived} = 1`
/** Rows of `inbox_rows` in the working lists. */
export const isListed: SQL = sql`+${inboxRows.isArchived} = 0`

/**
 * Moves finished documents in which nothing happened for so many days to the archive, and brings back what the present
 * number of days keeps in the lists.
 *
 * @param days since the last change; 0 for never
 * @param limit documents at most; keep it small, the loop waits
 * @returns documents moved; fewer than `limit` means that nothing is left
 */
export function archiveFinished(store: Store, now: EpochMs, days: number, limit: number): number {
  const before = days === 0 ? 0 : now - days * dayMs
  const finished = sql.join(
    // Written out, not bound: SQLite uses a partial index only for the very words it was made with.
    tabStates.archive.map(state => sql.raw(`'${state}'`)),
    sql`, `,
  )
  // By name: the index by state would do as well for SQLite, and would walk all that are listed.
  const old = sql`SELECT intake_number FROM inbox_rows INDEXED BY inbox_to_archive
    WHERE is_archived = 0 AND state IN (${finished}) AND changed_at < ${before} LIMIT ${limit}`
  const kept = sql`SELECT intake_number FROM inbox_rows WHERE is_archived = 1 AND changed_at >= ${before} LIMIT ${limit}`
  const isDue = (which: SQL) => store.db.get(sql`SELECT 1 FROM (${which}) LIMIT 1`) !== undefined
  // Nothing to do is the usual case: no write for it.
  if (!isDue(old) && !isDue(kept)) return 0
  return write(
    store,
    tx =>
      tx.run(sql`UPDATE inbox_rows SET is_archived = 1 WHERE intake_number IN (${old})`).changes +
      tx.run(sql`UPDATE inbox_rows SET is_archived = 0 WHERE intake_number IN (${kept})`).changes,
  )
}
