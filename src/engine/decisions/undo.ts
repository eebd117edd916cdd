import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { DocumentState } from '../../shared/document'
import type { DocumentId, VendorId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { requireApprovals } from '../automation/approvals'
import { noteUndone } from '../automation/firings'
import { requireRight } from '../people/sitting'
import { documentById } from '../store/documents'
import { appendJournal } from '../store/journal'
import { journal } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { enqueueBill } from '../sync/enqueue-bill'
import { learnTolerances } from '../vendors/tolerances/learn-tolerance'
import { assess } from './assess'
import { requireNothingBlocks } from './approve'
import { countRevision, requireState } from './command'
import type { DecisionContext } from './context'
import { assessFollowers, codedFor, assessSome, releaseVendor, vendorsIn } from './followers'
import { historyOf, joinedKind, redoneKind, undoneKind, type HistoryEntry } from './history'
import { turnJoin } from './join-pages'
import { neighboursOf, reassessNeighbours } from './neighbours'
import { putBack } from './put-back'
import { readAgain } from './read-again'
import { recordChange } from './record-change'
import { reopenPostFailed, takeBackFromOutbox } from './set-state'
import { SharedRows } from './shared-rows'
import { difference, snapshot, type RowChanges, type Rows } from './snapshot'
import { returnParts, withdrawParts } from './split-pages'

// Everything but running and posted: what the ledger holds is changed there, not undone here.
const turnableStates: readonly DocumentState[] = [
  'needs_review',
  'ready',
  'approved',
  'post_failed',
  'on_hold',
  'rejected',
  'duplicate',
  'set_aside',
  'unpacked',
]

interface ForDocument {
  readonly documentId: DocumentId
}

/**
 * Takes the last decision on a document back, with what was learned from it.
 *
 * @throws AppError `nothing_to_undo`, `already_sent` (an approval the ledger may have seen), `not_allowed_in_state`
 */
export function undo(tx: Tx, { documentId }: ForDocument, ctx: DecisionContext): { revision: number } {
  requireState(tx, documentId, turnableStates)
  const entry = historyOf(tx, documentId).undoable.at(-1)
  if (!entry) throw new AppError('nothing_to_undo')
  return turn(tx, documentId, entry, 'before', ctx)
}

/** @throws AppError `nothing_to_redo`, `blocking_issues_open` (an approval that would no longer be one), `not_allowed_in_state` */
export function redo(tx: Tx, { documentId }: ForDocument, ctx: DecisionContext): { revision: number } {
  requireState(tx, documentId, turnableStates)
  const entry = historyOf(tx, documentId).redoable.at(-1)
  if (!entry) throw new AppError('nothing_to_redo')
  return turn(tx, documentId, entry, 'after', ctx)
}

function turn(
  tx: Tx,
  documentId: DocumentId,
  entry: HistoryEntry,
  side: 'before' | 'after',
  ctx: DecisionContext,
): { revision: number } {
  if (entry.kind === joinedKind) return turnJoining(tx, documentId, entry, side, ctx)
  const changes = changesOf(tx, entry.id)
  const neighbours = neighboursOf(tx, documentId)
  const was = snapshot(tx, documentId)
  const from = documentById(tx, documentId).state
  const released = vendorsRemoved(changes[side]).flatMap(vendorId => releaseVendor(tx, vendorId, documentId, ctx))
  const back = () => putBack(tx, changes[side], changes[side === 'before' ? 'after' : 'before'])
  withJournal(tx, othersMoved(changes.after), ctx, back)
  const to = documentById(tx, documentId).state
  if (from !== to) takeBackFromOutbox(tx, documentId, from, ctx)
  if (to === 'post_failed' && from !== to) reopenPostFailed(tx, documentId)
  if (from === 'unpacked' && to !== from) withdrawParts(tx, documentId, ctx)
  if (to === 'unpacked' && to !== from) returnParts(tx, documentId, ctx)
  // The job of then is long over: without one of its own the document would wait for ever.
  if (to === 'queued') readAgain(tx, documentId, ctx, entry.params['fix'] === 'retry_reading')
  assess(tx, documentId, ctx)
  if (to === 'approved' && from !== 'approved') {
    requireRight(tx, 'approve')
    requireNothingBlocks(tx, documentId)
    requireApprovals(tx, documentId, ctx)
    enqueueBill(tx, documentId, { now: ctx.now })
  }
  noteUndone(tx, entry.id, side === 'before' ? ctx.now : null)
  const revision = countRevision(tx, documentId)
  const own = difference(was, snapshot(tx, documentId))
  const shared = new SharedRows()
  // Undone out of turn: a tolerance may have rested on what was accepted here.
  learnTolerances(tx, documentId, own, shared, ctx)
  const turned = shared.mergeInto(own)
  tellTurn(tx, documentId, entry, side, ctx, turned)
  reassessNeighbours(tx, documentId, neighbours, ctx)
  const taught = vendorsIn({
    before: { ...changes.before, ...turned.before },
    after: { ...changes.after, ...turned.after },
  })
  assessSome(tx, [...new Set([...released, ...codedFor(tx, taught.known, documentId)])], ctx)
  assessFollowers(tx, taught, documentId, ctx)
  return { revision }
}

/** Documents that the decision moved beside its own. */
function othersMoved(rows: Rows): DocumentId[] {
  const prefix = 'twin:'
  return Object.keys(rows).flatMap(key => (key.startsWith(prefix) ? [key.slice(prefix.length) as DocumentId] : []))
}

/** Their own journals tell of it too. */
function withJournal(tx: Tx, others: readonly DocumentId[], ctx: DecisionContext, change: () => void): void {
  const [other, ...rest] = others
  if (other === undefined) return change()
  recordChange(tx, other, { kind: 'document.assessed' }, ctx, () => withJournal(tx, rest, ctx, change))
}

function turnJoining(
  tx: Tx,
  documentId: DocumentId,
  entry: HistoryEntry,
  side: 'before' | 'after',
  ctx: DecisionContext,
): { revision: number } {
  const neighbours = neighboursOf(tx, documentId)
  const wanted = changesOf(tx, entry.id)[side][`document:${documentId}`]
  const was = snapshot(tx, documentId)
  turnJoin(tx, documentId, { params: entry.params, side, wanted }, ctx)
  noteUndone(tx, entry.id, side === 'before' ? ctx.now : null)
  const revision = countRevision(tx, documentId)
  tellTurn(tx, documentId, entry, side, ctx, difference(was, snapshot(tx, documentId)))
  reassessNeighbours(tx, documentId, neighbours, ctx)
  return { revision }
}

function tellTurn(
  tx: Tx,
  documentId: DocumentId,
  entry: HistoryEntry,
  side: 'before' | 'after',
  ctx: DecisionContext,
  changes: RowChanges,
): void {
  const kind = side === 'before' ? undoneKind : redoneKind
  const params = { entry: entry.id, kind: entry.kind }
  appendJournal(tx, { at: ctx.now, actor: ctx.actor, kind, documentId, params, ...changes })
}

/** Vendors that this turn takes away: those it created. */
function vendorsRemoved(wanted: Rows): VendorId[] {
  return Object.keys(wanted)
    .filter(key => key.startsWith('vendor:') && wanted[key] === null)
    .map(key => key.slice('vendor:'.length) as VendorId)
}

const RowsFromJournal = z.record(z.string(), z.unknown())

/** What a decision changed, as the journal keeps it. */
export function changesOf(reader: Reader, entryId: string): RowChanges {
  const row = reader.select().from(journal).where(eq(journal.id, entryId)).get()
  return {
    before: RowsFromJournal.parse(JSON.parse(row?.before ?? '{}')),
    after: RowsFromJournal.parse(JSON.parse(row?.after ?? '{}')),
  }
}
