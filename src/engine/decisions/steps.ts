import type { DocumentId } from '../../shared/ids'
import type { SkipReason } from '../../shared/template'
import { isUndecided } from '../automation/approvals'
import { openIssues } from '../issues/summary'
import { automate } from '../automation/automate'
import { documentById } from '../store/documents'
import type { Tx } from '../store/write'
import { checkDocument as check } from './check-document'
import { codeDocument as code } from './code-document'
import type { DecisionContext } from './context'
import { reassessNeighbours } from './neighbours'
import { recordChange } from './record-change'
import { routeDocument as route } from './route-document'

// The steps of the road as the queue runs them: each writes to the journal what it changed.

export function checkDocument(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  recordChange(tx, documentId, { kind: 'document.checked' }, ctx, () => check(tx, documentId, ctx))
}

export function codeDocument(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  recordChange(tx, documentId, { kind: 'document.coded' }, ctx, () => code(tx, documentId, ctx))
}

/**
 * Where the road ends. Files are read side by side, so a later one may have been checked before this one was there:
 * twins are checked again now that both are.
 */
export function routeDocument(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  const params = () => ({
    state: documentById(tx, documentId).state,
    issues: openIssues(tx, documentId).count,
  })
  recordChange(tx, documentId, { kind: 'document.routed', params }, ctx, () => route(tx, documentId))
  reassessNeighbours(tx, documentId, [], ctx)
}

/** Rules, policies that ask nobody and the autopilot, on a document that has arrived. */
export function applyRules(tx: Tx, documentId: DocumentId, ctx: DecisionContext): SkipReason | undefined {
  if (!isUndecided(documentById(tx, documentId).state)) return 'already_decided'
  automate(tx, documentId, ctx)
  return undefined
}
