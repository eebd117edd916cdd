import { and, desc, eq, inArray } from 'drizzle-orm'
import { DocumentState } from '../../shared/document'
import type { DocumentId, PersonId } from '../../shared/ids'
import { unsettledStates } from '../../shared/issue'
import { AppError } from '../../shared/result'
import { openAgain } from '../issues/reconcile'
import { activePersonById } from '../people/people-store'
import { moveDocument, documentById } from '../store/documents'
import { approvals, documents, issues } from '../store/schema'
import type { Tx } from '../store/write'
import { cancelUnsent } from '../sync/enqueue-bill'
import { refusalKeys } from '../sync/ledger-issues'
import { runCommand, type CommandScope } from './command'
import type { DecisionContext } from './context'
import { findInvoice } from './load'
import { readAgain } from './read-again'
import { requireOther } from './support'

interface WithReason {
  readonly documentId: DocumentId
  /** A person's own words. */
  readonly reason: string
}

export interface HoldInput extends WithReason {
  /** The day an answer is due, YYYY-MM-DD; null when nobody knows. */
  readonly dueDate?: string | null
}

/** Puts an undecided document on hold until somebody answers; on hold already, its reason and due date are changed. */
export function hold(
  tx: Tx,
  { documentId, reason, dueDate = null }: HoldInput,
  ctx: DecisionContext,
): { revision: number } {
  const allowedIn: readonly DocumentState[] = ['needs_review', 'ready', 'on_hold']
  const params = { reason, ...(dueDate !== null && { dueDate }) }
  const command = { kind: 'document.held', params, revision: null, allowedIn }
  return runCommand(tx, documentId, command, ctx, scope => putOnHold(scope, reason, dueDate))
}

export function putOnHold({ tx, documentId }: CommandScope, reason: string, dueDate: string | null): void {
  moveDocument(tx, documentId, { state: 'on_hold', reason: reason === '' ? null : reason, holdUntil: dueDate })
}

/** Out of the way without being rejected: nothing is decided about it. It stays findable. */
export function setAside(tx: Tx, { documentId, reason }: WithReason, ctx: DecisionContext): { revision: number } {
  const allowedIn: readonly DocumentState[] = ['needs_review', 'ready', 'on_hold']
  const command = { kind: 'document.set_aside', params: { reason }, revision: null, allowedIn }
  return runCommand(tx, documentId, command, ctx, scope => putAside(scope, reason))
}

export function putAside({ tx, documentId }: CommandScope, reason: string): void {
  moveDocument(tx, documentId, { state: 'set_aside', reason: reason === '' ? null : reason })
}

/**
 * Who is to look at a document; null for anyone.
 *
 * @throws AppError `person_not_found`, also for one who left
 */
export function assign(
  tx: Tx,
  { documentId, personId }: { readonly documentId: DocumentId; readonly personId: PersonId | null },
  ctx: DecisionContext,
): { revision: number } {
  const person = personId === null ? '' : activePersonById(tx, personId).name
  const allowedIn = DocumentState.options
  const command = { kind: 'document.assigned', params: { person }, revision: null, allowedIn }
  return runCommand(tx, documentId, command, ctx, scope => putAssignee(scope, personId))
}

export function putAssignee({ tx, documentId }: CommandScope, personId: PersonId | null): void {
  tx.update(documents).set({ assigneeId: personId }).where(eq(documents.id, documentId)).run()
}

/** Not our invoice: it leaves the road and stays findable. */
export function reject(tx: Tx, { documentId, reason }: WithReason, ctx: DecisionContext): { revision: number } {
  const allowedIn: readonly DocumentState[] = [
    'needs_review',
    'ready',
    'on_hold',
    'set_aside',
    'duplicate',
    'post_failed',
  ]
  const command = { kind: 'document.rejected', params: { reason }, revision: null, allowedIn }
  return runCommand(tx, documentId, command, ctx, scope => putRejected(scope, reason))
}

/** @throws AppError `already_sent` when the ledger has or may have its bill */
export function putRejected({ tx, documentId, ctx }: CommandScope, reason: string): void {
  takeBackFromOutbox(tx, documentId, documentById(tx, documentId).state, ctx)
  moveDocument(tx, documentId, { state: 'rejected', reason: reason === '' ? null : reason })
}

/** The same invoice is already here: linked to it, out of the way, never deleted. */
export function putDuplicate({ tx, documentId }: CommandScope, ofDocumentId: DocumentId): void {
  requireOther(tx, documentId, ofDocumentId)
  moveDocument(tx, documentId, { state: 'duplicate' })
  tx.update(documents).set({ duplicateOfId: ofDocumentId }).where(eq(documents.id, documentId)).run()
}

const restorableStates: readonly DocumentState[] = [
  'on_hold',
  'rejected',
  'duplicate',
  'set_aside',
  'approved',
  'post_failed',
]

/**
 * Back on the road from hold, rejected, duplicate, set aside, or approved but not sent. A document that was never read
 * (a copy of the same bytes, one set aside) is read.
 *
 * @throws AppError `already_sent` when the ledger has or may have the bill; `not_allowed_in_state`
 */
export function restore(
  tx: Tx,
  { documentId }: { readonly documentId: DocumentId },
  ctx: DecisionContext,
): { revision: number } {
  const from = documentById(tx, documentId).state
  const command = { kind: 'document.restored', params: { from }, revision: null, allowedIn: restorableStates }
  return runCommand(tx, documentId, command, ctx, () => {
    takeBackFromOutbox(tx, documentId, from, ctx)
    // Whoever takes an approval back takes back all of its steps.
    if (from !== 'on_hold') tx.delete(approvals).where(eq(approvals.documentId, documentId)).run()
    tx.update(documents).set({ duplicateOfId: null }).where(eq(documents.id, documentId)).run()
    if (findInvoice(tx, documentId)) moveDocument(tx, documentId, { state: 'needs_review' })
    else readAgain(tx, documentId, ctx)
  })
}

/** @throws AppError `already_sent` */
export function takeBackFromOutbox(tx: Tx, documentId: DocumentId, from: DocumentState, ctx: DecisionContext): void {
  const isOnItsWay = from === 'approved' || from === 'post_failed'
  if (isOnItsWay && !cancelUnsent(tx, documentId)) throw new AppError('already_sent')
  endPostFailed(tx, documentId, ctx)
}

/** What the ledger refused is no question any more once the invoice is taken back or sent again. */
export function endPostFailed(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  const open = and(
    eq(issues.documentId, documentId),
    inArray(issues.key, [...refusalKeys]),
    inArray(issues.state, [...unsettledStates]),
  )
  tx.update(issues).set({ state: 'resolved', resolvedBy: ctx.actor, resolvedAt: ctx.now }).where(open).run()
}

/** Back to a bill the ledger refused: its refusal is a question again, with the same ways out. */
export function reopenPostFailed(tx: Tx, documentId: DocumentId): void {
  const refusals = and(eq(issues.documentId, documentId), inArray(issues.key, [...refusalKeys]))
  const last = tx
    .select({ id: issues.id })
    .from(issues)
    .where(refusals)
    .orderBy(desc(issues.raisedAt), desc(issues.id))
    .limit(1)
    .get()
  if (!last) return
  tx.update(issues).set(openAgain).where(eq(issues.id, last.id)).run()
}
