import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { DocumentId } from '../../shared/ids'
import { PageOfFile } from '../../shared/pages'
import { AppError, type MessageParams } from '../../shared/result'
import { documentById } from '../store/documents'
import { appendJournal } from '../store/journal'
import { documents } from '../store/schema'
import type { Tx } from '../store/write'
import { editableStates, requireState } from './command'
import type { DecisionContext } from './context'
import { joinedKind } from './history'
import { pageSources } from './page-sources'
import { readAgain } from './read-again'
import { difference, snapshot } from './snapshot'
import { putBackOnRoad, takeOffRoad } from './split-pages'

interface Join {
  readonly documentId: DocumentId
  /** Whose pages follow, in this order. */
  readonly otherIds: readonly DocumentId[]
}

/**
 * Appends the pages of other documents to one: scans that are pages of one invoice. It is read again as a whole; the others
 * leave the road as copies of it.
 *
 * @throws AppError `fix_no_longer_fits` for documents that are no pages, `not_allowed_in_state`
 */
export function joinPages(tx: Tx, { documentId, otherIds }: Join, ctx: DecisionContext): void {
  const others = [...new Set(otherIds)]
  if (others.length === 0 || others.includes(documentId)) throw new AppError('fix_no_longer_fits')
  for (const id of [documentId, ...others]) requireState(tx, id, editableStates)
  const before = snapshot(tx, documentId)
  const joined = [documentId, ...others].flatMap(id => pageSources(tx, id))
  takePages(tx, documentId, others, joined, ctx)
  appendJournal(tx, {
    at: ctx.now,
    actor: ctx.actor,
    kind: joinedKind,
    documentId,
    params: { count: others.length, pages: joined.length, others: others.join(' ') },
    ...difference(before, snapshot(tx, documentId)),
  })
}

/**
 * Takes a joining back or does it again.
 *
 * @param wanted the document's row on the side to go to, as the journal kept it
 */
export function turnJoin(
  tx: Tx,
  documentId: DocumentId,
  { params, side, wanted }: { params: MessageParams; side: 'before' | 'after'; wanted: unknown },
  ctx: DecisionContext,
): void {
  const others = String(params['others']).split(' ') as DocumentId[]
  const { pagesFrom } = RowWithPages.parse(wanted)
  if (side === 'after') return takePages(tx, documentId, others, pagesFrom, ctx)
  for (const id of others) {
    const { state, duplicateOfId } = documentById(tx, id)
    // Somebody may have put it elsewhere meanwhile.
    if (state === 'duplicate' && duplicateOfId === documentId) putBackOnRoad(tx, id, ctx)
  }
  tx.update(documents).set({ pagesFrom }).where(eq(documents.id, documentId)).run()
  readAgain(tx, documentId, ctx)
}

const RowWithPages = z.object({ pagesFrom: z.array(PageOfFile).nullable().default(null) })

function takePages(
  tx: Tx,
  documentId: DocumentId,
  others: readonly DocumentId[],
  pagesFrom: typeof documents.$inferSelect.pagesFrom,
  ctx: DecisionContext,
): void {
  for (const id of others) {
    requireState(tx, id, editableStates)
    takeOffRoad(tx, id, documentId, ctx)
  }
  tx.update(documents).set({ pagesFrom }).where(eq(documents.id, documentId)).run()
  readAgain(tx, documentId, ctx)
}
