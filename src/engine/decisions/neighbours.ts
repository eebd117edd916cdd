import { eq } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { documentById } from '../store/documents'
import { documents } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import type { DecisionContext } from './context'
import { findInvoice } from './load'
import { assessAnew } from './assess'
import { findTwins } from './twins'

/** Documents whose duplicate check looks at this one. */
export function neighboursOf(reader: Reader, documentId: DocumentId): DocumentId[] {
  const { duplicateOfId } = documentById(reader, documentId)
  const invoice = findInvoice(reader, documentId)
  // The e-invoice this is a page of lists what the page says otherwise.
  const file = duplicateOfId === null ? [] : [duplicateOfId]
  return invoice ? [...file, ...findTwins(reader, invoice).map(twin => twin.documentId)] : file
}

/**
 * Assesses the twins of before and after a change anew: an invoice that is rejected, or whose number was put right, no
 * longer makes another one a duplicate.
 */
export function reassessNeighbours(
  tx: Tx,
  documentId: DocumentId,
  before: readonly DocumentId[],
  ctx: DecisionContext,
): void {
  for (const neighbour of new Set([...before, ...neighboursOf(tx, documentId)])) {
    const row = tx.select({ state: documents.state }).from(documents).where(eq(documents.id, neighbour)).get()
    if (row?.state !== 'needs_review' && row?.state !== 'ready') continue
    assessAnew(tx, neighbour, ctx)
    ctx.touched?.(neighbour)
  }
}
