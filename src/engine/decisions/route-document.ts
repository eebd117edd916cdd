import { and, eq, inArray } from 'drizzle-orm'
import type { DocumentState } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { unsettledStates } from '../../shared/issue'
import { severityRank, refreshSummary } from '../issues/summary'
import { refreshQuality } from '../quality/document-quality'
import { documentById } from '../store/documents'
import { documents, issues } from '../store/schema'
import type { Tx } from '../store/write'
import { findInvoice } from './load'

// States the engine may change by itself; the others were decided by a person or by the ledger.
const routable: readonly DocumentState[] = ['queued', 'processing', 'needs_review', 'ready']

/**
 * Step `route`: what the open issues mean for the document. Anything a person should look at (medium and up) needs
 * review; remarks (low) do not stop a document from being ready for approval.
 */
export function routeDocument(tx: Tx, documentId: DocumentId): void {
  const summary = refreshSummary(tx, documentId)
  const document = documentById(tx, documentId)
  if (!routable.includes(document.state)) return
  refreshQuality(tx, documentId)
  const isReady = findInvoice(tx, documentId) !== undefined && summary.worst < severityRank.medium
  const state = isReady ? 'ready' : 'needs_review'
  const stateReason = state === 'needs_review' ? passwordReason(tx, documentId) : null
  if (document.state === state && document.step === null && document.stateReason === stateReason) return
  tx.update(documents).set({ state, step: null, stateReason }).where(eq(documents.id, documentId)).run()
}

function passwordReason(tx: Tx, documentId: DocumentId): string | null {
  const waiting = and(
    eq(issues.documentId, documentId),
    eq(issues.key, 'needs_password'),
    inArray(issues.state, [...unsettledStates]),
  )
  return tx.select({ id: issues.id }).from(issues).where(waiting).get() ? 'needs_password' : null
}
