import type { TwinAnswer } from '../../shared/comparison'
import type { DocumentId } from '../../shared/ids'
import type { Fix } from '../../shared/issue'
import { AppError } from '../../shared/result'
import { documentById } from '../store/documents'
import type { Tx } from '../store/write'
import { applyFix } from './apply-fix'
import { editableStates, runCommand, type CommandScope } from './command'
import { allowedAnswers, openTwinIssues } from './compare-documents'
import type { DecisionContext } from './context'
import { findInvoice } from './load'
import { replaceOther } from './replace-document'
import { putDuplicate } from './set-state'
import { putSupport } from './support'

interface TwinDecision {
  readonly documentId: DocumentId
  readonly otherId: DocumentId
  readonly answer: TwinAnswer
  /** A person's words; empty where none were asked. */
  readonly reason: string
}

/**
 * Says what two documents are to each other. Where an issue asked the question it is settled by the answer; without one
 * the answer is a decision of its own. Either way one undo takes it back.
 *
 * @throws AppError `fix_no_longer_fits` when their states do not allow it any more, `nothing_to_settle` for "different"
 *   where nobody asked, `document_not_found`
 */
export function settleTwin(tx: Tx, decision: TwinDecision, ctx: DecisionContext): { revision: number } {
  const { documentId, otherId, answer, reason } = decision
  const issue = openTwinIssues(tx, documentId).find(({ params }) => params['ref'] === otherId)
  if (answer === 'different' && !issue) throw new AppError('nothing_to_settle', { key: 'duplicate_found' })
  if (!allowedAnswers(tx, documentId, otherId).includes(answer)) throw new AppError('fix_no_longer_fits')
  if (issue) {
    applyFix(tx, { issueId: issue.id, fix: fixOf(decision), note: reason }, ctx)
    return { revision: findInvoice(tx, documentId)?.revision ?? 0 }
  }
  const { intakeNumber } = documentById(tx, otherId)
  const params = { answer, intakeNumber }
  const command = { kind: 'document.twin_settled', params, revision: null, allowedIn: editableStates }
  return runCommand(tx, documentId, command, ctx, scope => put(scope, decision))
}

function fixOf({ otherId, answer, reason }: TwinDecision): Fix {
  switch (answer) {
    case 'same':
      return { type: 'mark_duplicate', ofDocumentId: otherId }
    case 'replaces':
      return { type: 'replace_document', documentId: otherId }
    case 'support':
      return { type: 'attach_support', toDocumentId: otherId }
    case 'different':
      return { type: 'waive', reason: reason === '' ? 'not_duplicate' : reason }
  }
}

function put(scope: CommandScope, { otherId, answer }: TwinDecision): void {
  if (answer === 'same') putDuplicate(scope, otherId)
  else if (answer === 'replaces') replaceOther(scope, otherId)
  else putSupport(scope, otherId)
}
