import { eq } from 'drizzle-orm'
import type { DocumentState } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { AppError, type MessageParams } from '../../shared/result'
import { documentById } from '../store/documents'
import { appendJournal } from '../store/journal'
import { invoices } from '../store/schema'
import type { Tx } from '../store/write'
import type { DecisionContext } from './context'
import { findInvoice } from './load'
import { assessFollowers, vendorsIn } from './followers'
import { reassessNeighbours, neighboursOf } from './neighbours'
import { learnFromDocument } from '../vendors/reading-memory/learn-document'
import { learnTolerances } from '../vendors/tolerances/learn-tolerance'
import { SharedRows } from './shared-rows'
import { difference, snapshot } from './snapshot'
import { assess } from './assess'

/** States in which an invoice's facts may be changed. Approved ones are reopened first; posted ones never. */
export const editableStates: readonly DocumentState[] = ['needs_review', 'ready', 'on_hold']

export interface Command {
  /** Fact for the journal, e.g. `field.changed`. */
  readonly kind: string
  readonly params: MessageParams
  /** What the window saw when the person decided; null when the command does not depend on it. */
  readonly revision: number | null
  readonly allowedIn: readonly DocumentState[]
}

/** What a command works with: the transaction, who and when, and where changes of shared rows are noted. */
export interface CommandScope {
  readonly tx: Tx
  readonly documentId: DocumentId
  readonly ctx: DecisionContext
  readonly shared: SharedRows
}

/**
 * Runs one decision of a person: refused when the window's picture is old or the state does not allow it; otherwise
 * changed, assessed anew and written to the journal with what it changed, so that it can be undone. All of it belongs
 * to the caller's transaction.
 *
 * @returns the invoice's new revision (0 while the document has no invoice) and the journal's row; null when nothing
 *   was changed
 * @throws AppError `document_not_found`, `not_allowed_in_state`, `changed_meanwhile`; whatever `change` throws
 */
export function runCommand(
  tx: Tx,
  documentId: DocumentId,
  command: Command,
  ctx: DecisionContext,
  change: (scope: CommandScope) => void,
): { revision: number; entryId: string | null } {
  requireState(tx, documentId, command.allowedIn)
  requireRevision(tx, documentId, command.revision)
  const before = snapshot(tx, documentId)
  const neighbours = neighboursOf(tx, documentId)
  const shared = new SharedRows()
  change({ tx, documentId, ctx, shared })
  assess(tx, documentId, ctx)
  learnFromDocument(tx, documentId, shared, ctx)
  const own = difference(before, snapshot(tx, documentId))
  learnTolerances(tx, documentId, own, shared, ctx)
  const changes = shared.mergeInto(own)
  // The value it already had, confirmed already: nothing happened, so there is nothing to undo.
  if (Object.keys(changes.after).length === 0) {
    return { revision: findInvoice(tx, documentId)?.revision ?? 0, entryId: null }
  }
  const revision = countRevision(tx, documentId)
  const { kind, params } = command
  const entry = appendJournal(tx, {
    at: ctx.now,
    actor: ctx.actor,
    kind,
    documentId,
    params,
    ...changes,
    groupId: ctx.group,
  })
  reassessNeighbours(tx, documentId, neighbours, ctx)
  assessFollowers(tx, vendorsIn(changes), documentId, ctx)
  return { revision, entryId: entry.id }
}

/** @throws AppError `not_allowed_in_state` */
export function requireState(tx: Tx, documentId: DocumentId, allowed: readonly DocumentState[]): void {
  const { state } = documentById(tx, documentId)
  if (!allowed.includes(state)) throw new AppError('not_allowed_in_state', { state })
}

function requireRevision(tx: Tx, documentId: DocumentId, seen: number | null): void {
  if (seen === null) return
  const invoice = findInvoice(tx, documentId)
  if (!invoice) throw new AppError('invoice_not_found')
  if (invoice.revision !== seen) throw new AppError('changed_meanwhile')
}

/** Every change counts, also an undo: a window that shows an older picture must not overwrite the newer one. */
export function countRevision(tx: Tx, documentId: DocumentId): number {
  const invoice = findInvoice(tx, documentId)
  if (!invoice) return 0
  const revision = invoice.revision + 1
  tx.update(invoices).set({ revision }).where(eq(invoices.id, invoice.id)).run()
  return revision
}
