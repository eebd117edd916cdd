import { eq, sql } from 'drizzle-orm'
import type { Effort } from '../../shared/analytics'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { documentWork } from '../store/schema'
import type { Tx } from '../store/write'

/** What a successful reading took; how long the document had waited for it is what is left since it was received. */
export function recordReadingTime(tx: Tx, documentId: DocumentId, readMs: number | null, now: EpochMs): void {
  const waited = sql`max(0, ${now} - ${documentWork.receivedAt} - ${readMs ?? 0})`
  tx.update(documentWork)
    // Read again later, it did not wait all that time in the queue.
    .set({ readMs, waitMs: sql`ifnull(${documentWork.waitMs}, ${waited})` })
    .where(eq(documentWork.documentId, documentId))
    .run()
}

/** What a short step took, in milliseconds; of several runs the last. */
export function recordStepTime(tx: Tx, documentId: DocumentId, step: 'check' | 'code', ms: number): void {
  const took = Math.round(ms)
  tx.update(documentWork)
    .set(step === 'check' ? { checkMs: took } : { codeMs: took })
    .where(eq(documentWork.documentId, documentId))
    .run()
}

/**
 * Adds what the page counted while a person had the document open. What is told after its approval belongs to that
 * approval all the same: the page sends it when the document is left.
 */
export function recordEffort(tx: Tx, { documentId, keystrokes, ms }: Effort): void {
  tx.update(documentWork)
    .set({
      keystrokes: sql`ifnull(${documentWork.keystrokes}, 0) + ${keystrokes}`,
      handsOnMs: sql`ifnull(${documentWork.handsOnMs}, 0) + ${ms}`,
    })
    .where(eq(documentWork.documentId, documentId))
    .run()
}
