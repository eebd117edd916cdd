import { and, eq, inArray } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { unsettledStates } from '../../shared/issue'
import type { MessageParams } from '../../shared/result'
import type { DecisionContext } from '../decisions/context'
import { byEngine, insertIssue } from '../issues/reconcile'
import { always, type IssueKind } from '../pipeline/check/issue-kind'
import { issues } from '../store/schema'
import type { Reader, Tx } from '../store/write'

/** A rule would reject the document. Until a person says so it stays where persons see it, and nobody approves it. */
export const rejectionProposed: IssueKind = { key: 'rejection_proposed', resolutions: [], mayWaive: always }

interface Proposal {
  readonly rule: string
  readonly version: number
  /** The rule's own words; what the document is rejected with once a person agrees. */
  readonly because: string
}

/** Asks a person to reject. One question is enough: a document that has one already is left as it is. */
export function proposeRejection(tx: Tx, documentId: DocumentId, proposal: Proposal, ctx: DecisionContext): void {
  if (isRejectionProposed(tx, documentId)) return
  insertIssue(
    tx,
    documentId,
    {
      key: 'rejection_proposed',
      severity: 'high',
      subject: { type: 'document' },
      params: { ...proposal },
      suggestions: [
        { key: 'reject_as_proposed', params: {}, fix: { type: 'reject' } },
        { key: 'keep_despite_rule', params: {}, fix: { type: 'waive', reason: 'keep_despite_rule' } },
      ],
    },
    ctx,
  )
}

/** Why a document is rejected whose proposal a person agreed to without words of their own; undefined for other issues. */
export function proposedReason(issue: { readonly key: string; readonly params: MessageParams }): string | undefined {
  return issue.key === rejectionProposed.key ? String(issue.params['because'] ?? '') : undefined
}

/** Whether a proposal waits for a person: then the document is theirs, and no other rule moves it. */
export function isRejectionProposed(reader: Reader, documentId: DocumentId): boolean {
  return reader.select({ id: issues.id }).from(issues).where(waiting(documentId)).get() !== undefined
}

/** The document was read again: a rule that still fits proposes anew. */
export function withdrawProposal(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  const ended = { state: 'resolved', resolvedBy: byEngine, resolvedAt: ctx.now } as const
  tx.update(issues).set(ended).where(waiting(documentId)).run()
}

function waiting(documentId: DocumentId) {
  const { documentId: of, key, state } = issues
  return and(eq(of, documentId), eq(key, rejectionProposed.key), inArray(state, [...unsettledStates]))
}
