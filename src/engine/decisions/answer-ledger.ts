import { eq } from 'drizzle-orm'
import type { Fix } from '../../shared/issue'
import { AppError } from '../../shared/result'
import type { IssueRow } from '../issues/identity'
import { refreshSummary } from '../issues/summary'
import { issues } from '../store/schema'
import type { Tx } from '../store/write'
import { acceptLedgerChange, askToRestore } from '../sync/answer-drift'
import { requireState } from './command'
import type { DecisionContext } from './context'
import { recordChange } from './record-change'

export type LedgerFix = Extract<Fix, { type: 'accept_ledger_change' | 'restore_in_ledger' }>

export function isLedgerFix(fix: Fix): fix is LedgerFix {
  return fix.type === 'accept_ledger_change' || fix.type === 'restore_in_ledger'
}

/**
 * A person's answer to a bill that was changed or deleted in the ledger. No command like the others: the facts of a
 * posted invoice are no question any more, and what is said to the ledger cannot be undone here.
 *
 * @throws AppError `fix_no_longer_fits`, `not_allowed_in_state`
 */
export function answerLedger(tx: Tx, issue: IssueRow, fix: LedgerFix, note: string, ctx: DecisionContext): void {
  const { documentId, key } = issue
  if (issue.state !== 'open' || key !== 'ledger_drift') throw new AppError('fix_no_longer_fits')
  requireState(tx, documentId, ['posted'])
  const params = { issue: key, fix: fix.type, note }
  recordChange(tx, documentId, { kind: 'bill.answered', params, isFact: true }, ctx, () => {
    if (fix.type === 'accept_ledger_change') acceptLedgerChange(tx, documentId)
    else askToRestore(tx, documentId, { now: ctx.now })
    const answer = { resolvedBy: ctx.actor, resolvedAt: ctx.now, resolutionFix: fix, resolutionNote: note }
    tx.update(issues)
      .set({ state: 'resolved', ...answer })
      .where(eq(issues.id, issue.id))
      .run()
    refreshSummary(tx, documentId)
  })
}
