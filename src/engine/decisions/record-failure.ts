import type { DocumentId } from '../../shared/ids'
import type { ErrorData } from '../../shared/result'
import { reconcileIssues } from '../issues/reconcile'
import { refreshSummary } from '../issues/summary'
import { moveDocument } from '../store/documents'
import type { Tx } from '../store/write'
import type { DecisionContext } from './context'
import { findInvoice } from './load'
import { recordChange } from './record-change'
import { isOfReading, issueOfFailure } from './reading-issues'

/**
 * Stores that a document cannot be read: an issue with the cause and what to do now. The document is set aside, or
 * waits for its password. One that had been read before keeps what was read.
 *
 * @param error the final failure, or the last one when the attempts are used up
 */
export function recordFailure(tx: Tx, documentId: DocumentId, error: ErrorData, ctx: DecisionContext): void {
  const params = { ...error.params, code: error.code }
  recordChange(tx, documentId, { kind: 'document.failed', params, isFact: true }, ctx, () => {
    const issue = issueOfFailure(error)
    reconcileIssues(tx, documentId, [issue], isOfReading, ctx)
    const canGoOn = issue.key === 'needs_password' || findInvoice(tx, documentId) !== undefined
    moveDocument(tx, documentId, { state: canGoOn ? 'needs_review' : 'set_aside', reason: error.code })
    refreshSummary(tx, documentId)
  })
}
