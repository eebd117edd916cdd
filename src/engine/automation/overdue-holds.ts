import { eq } from 'drizzle-orm'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { documents } from '../store/schema'
import type { Store } from '../store/open'
import { write, type Tx } from '../store/write'
import { localDay } from './calendar'

/**
 * Lets holds whose answer is overdue rise to the top of the list, and those whose day was moved sink again.
 *
 * @param today YYYY-MM-DD
 * @returns the documents that moved
 */
export function raiseOverdueHolds(tx: Tx, today: string): DocumentId[] {
  const held = tx
    .select({ id: documents.id, holdUntil: documents.holdUntil, wasOverdue: documents.isOverdue })
    .from(documents)
    .where(eq(documents.state, 'on_hold'))
    .all()
  const moved = held.flatMap(({ id, holdUntil, wasOverdue }) => {
    const isOverdue = holdUntil !== null && holdUntil < today
    return isOverdue === wasOverdue ? [] : [{ id, isOverdue }]
  })
  for (const { id, isOverdue } of moved) tx.update(documents).set({ isOverdue }).where(eq(documents.id, id)).run()
  return moved.map(({ id }) => id)
}

const everyMs = 15 * 60_000

/**
 * Looks at the calendar now and every quarter of an hour, for the app may stay open over night.
 * @returns its own end
 */
export function watchHolds(
  store: Store,
  now: () => EpochMs,
  changed: (ids: DocumentId[]) => void,
  failed: (thrown: unknown) => void,
): () => void {
  const look = () => {
    try {
      const ids = write(store, tx => raiseOverdueHolds(tx, localDay(now())))
      if (ids.length > 0) changed(ids)
    } catch (thrown) {
      // A full disk is told where somebody works; the next look comes by itself.
      failed(thrown)
    }
  }
  look()
  const timer = setInterval(look, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
