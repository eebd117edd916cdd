import type { DocumentId } from '../../shared/ids'
import { refreshOverdue } from '../automation/overdue'
import { documentById } from '../store/documents'
import type { Tx } from '../store/write'
import { checkDocument } from './check-document'
import { codeDocument } from './code-document'
import type { DecisionContext } from './context'
import { recordChange } from './record-change'
import { routeDocument } from './route-document'

/**
 * The three steps after reading, run after every command: same invoice in, same issues and state out, so that running
 * it again changes nothing.
 */
export function assess(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  const { state } = documentById(tx, documentId)
  // About to be read (again): the steps of the road will come by themselves.
  if (state === 'queued' || state === 'processing') return
  checkDocument(tx, documentId, ctx)
  codeDocument(tx, documentId, ctx)
  routeDocument(tx, documentId)
  refreshOverdue(tx, ctx, documentId)
}

/** The same for a document that another one's decision, or a preference, asks to look at anew: what changed is journaled. */
export function assessAnew(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  recordChange(tx, documentId, { kind: 'document.assessed' }, ctx, () => assess(tx, documentId, ctx))
}
