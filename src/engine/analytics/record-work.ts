import { eq, sql } from 'drizzle-orm'
import type { Effort } from '../../shared/analytics'
import { documentWork } from '../store/schema'
import type { Tx } from '../store/write'

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
