import type { Step } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import type { ErrorData } from '../../shared/result'
import type { OnFailure } from '../../shared/template'
import { reconcileIssues } from '../issues/reconcile'
import type { IssueRow } from '../issues/identity'
import { refreshSummary } from '../issues/summary'
import type { RaisedIssue } from '../pipeline/check/subject'
import { moveDocument, documentById } from '../store/documents'
import type { Tx } from '../store/write'
import type { DecisionContext } from './context'
import { recordChange } from './record-change'
import { recordFailure } from './record-failure'
import { issueOfFailure } from './reading-issues'
import { routeDocument } from './route-document'

/** A step whose last attempt failed, and what its template says of that. */
export interface StepFailure {
  readonly step: Step
  readonly error: ErrorData
  readonly onFailure: OnFailure
}

/** Stores that a step failed for good: an issue names the cause, and the document goes where its template says. */
export function recordStepFailure(tx: Tx, documentId: DocumentId, failure: StepFailure, ctx: DecisionContext): void {
  const { step, error, onFailure } = failure
  if (step === 'read') {
    recordFailure(tx, documentId, error, ctx)
    const { state } = documentById(tx, documentId)
    if (onFailure === 'stop' && state === 'set_aside') {
      moveDocument(tx, documentId, { state: 'needs_review', reason: error.code })
    }
    return
  }
  const params = { ...error.params, code: error.code, step }
  recordChange(tx, documentId, { kind: 'document.step_failed', params, isFact: true }, ctx, () => {
    reconcileIssues(tx, documentId, [issueOfStep(failure)], isOfStep(step), ctx)
    refreshSummary(tx, documentId)
    if (onFailure !== 'continue') {
      const state = onFailure === 'stop' ? 'needs_review' : 'set_aside'
      moveDocument(tx, documentId, { state, reason: error.code })
    } else if (hasArrived(tx, documentId)) routeDocument(tx, documentId)
  })
}

/** A step that failed in an earlier run was done now: its issue is over. */
export function recordStepRecovery(tx: Tx, documentId: DocumentId, step: Step, ctx: DecisionContext): void {
  recordChange(tx, documentId, { kind: 'document.assessed' }, ctx, () => {
    reconcileIssues(tx, documentId, [], isOfStep(step), ctx)
    if (hasArrived(tx, documentId)) routeDocument(tx, documentId)
  })
}

function hasArrived(tx: Tx, documentId: DocumentId): boolean {
  const { state } = documentById(tx, documentId)
  return state === 'needs_review' || state === 'ready'
}

function isOfStep(step: Step): (issue: IssueRow) => boolean {
  return ({ key, params }) => key === 'processing_failed' && params['step'] === step
}

/** Where the others went on, a person may say that it does without; where they did not, somebody must act. */
function issueOfStep({ step, error, onFailure }: StepFailure): RaisedIssue {
  const params = { ...error.params, code: error.code, step, variant: 'step', ref: step }
  const subject = { type: 'document' } as const
  if (onFailure !== 'continue') {
    const { suggestions } = issueOfFailure(error)
    return { key: 'processing_failed', severity: 'high', subject, params, suggestions }
  }
  const reason = 'goes_without_step'
  const goWithout = { key: reason, params: {}, fix: { type: 'waive', reason } } as const
  return { key: 'processing_failed', severity: 'medium', subject, params, suggestions: [goWithout] }
}
