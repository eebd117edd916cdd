import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { DocumentId, GroupId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { journal } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import type { DecisionContext } from './context'
import { historyOf, type HistoryEntry } from './history'
import { redo, undo } from './undo'

interface OnDocument {
  readonly documentId: DocumentId
  readonly group: GroupId
}

/** Documents one action decided on, the last one first: what built on another is taken back before it. */
export function documentsOfGroup(reader: Reader, group: GroupId): DocumentId[] {
  const rows = reader
    .select({ documentId: journal.documentId })
    .from(journal)
    .where(and(eq(journal.groupId, group), isNotNull(journal.documentId)))
    .groupBy(journal.documentId)
    .orderBy(desc(sql`max(${journal.sequence})`))
    .all()
  return rows.flatMap(({ documentId }) => documentId ?? [])
}

/**
 * Takes back everything that one action decided on one of its documents. Belongs in one transaction with nothing else,
 * so that a document is turned back wholly or not at all.
 *
 * @throws AppError `nothing_to_undo` (it was undone already), `decided_since` (somebody decided on the document after
 *   the action), and what `undo` throws
 */
export function undoGroup(tx: Tx, { documentId, group }: OnDocument, ctx: DecisionContext): { revision: number } {
  const { undoable } = historyOf(tx, documentId)
  const count = endOfGroup(undoable, group)
  if (count === 0)
    throw new AppError(undoable.some(entry => entry.groupId === group) ? 'decided_since' : 'nothing_to_undo')
  return repeat(count, () => undo(tx, { documentId }, ctx))
}

/** @throws AppError `nothing_to_redo`, `decided_since`, and what `redo` throws */
export function redoGroup(tx: Tx, { documentId, group }: OnDocument, ctx: DecisionContext): { revision: number } {
  const { redoable } = historyOf(tx, documentId)
  const count = endOfGroup(redoable, group)
  if (count === 0)
    throw new AppError(redoable.some(entry => entry.groupId === group) ? 'decided_since' : 'nothing_to_redo')
  return repeat(count, () => redo(tx, { documentId }, ctx))
}

/** How many of the next entries belong to the group. */
function endOfGroup(entries: readonly HistoryEntry[], group: GroupId): number {
  const last = entries.findLastIndex(entry => entry.groupId !== group)
  return entries.length - 1 - last
}

function repeat(times: number, turn: () => { revision: number }): { revision: number } {
  let done = turn()
  for (let count = 1; count < times; count += 1) done = turn()
  return done
}
