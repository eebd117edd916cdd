import type { DocumentId } from '../../shared/ids'
import { openIssues } from '../issues/summary'
import { automate } from '../automation/automate'
import type { Tx } from '../store/write'
import { checkDocument as check } from './check-document'
import { codeDocument as code } from './code-document'
import type { DecisionContext } from './context'
import { loadDocument } from './load'
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
 * Last step of the road. Files are read side by side, so a later one may have been checked before this one was there:
 * twins are checked again now that both are. Then rules, policies and the autopilot may act.
 */
export function routeDocument(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  const params = () => ({
    state: loadDocument(tx, documentId).state,
    issues: openIssues(tx, documentId).count,
  })
  recordChange(tx, documentId, { kind: 'document.routed', params }, ctx, () => route(tx, documentId))
  reassessNeighbours(tx, documentId, [], ctx)
  automate(tx, documentId, ctx)
}
