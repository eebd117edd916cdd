import { eq } from 'drizzle-orm'
import type { Parsed } from '../../shared/contract'
import { AppError } from '../../shared/result'
import type { IssueRow } from '../issues/identity'
import { openAgain } from '../issues/reconcile'
import { issues } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { loadIssue } from './apply-fix'
import { editableStates, runCommand } from './command'
import type { DecisionContext } from './context'
import { historyOf, type HistoryEntry } from './history'
import { changesOf, undo } from './undo'

/**
 * Asks a question again: one waived or skipped is open at once; one a person resolved with a change comes back by
 * undoing that change, as long as it was the last one.
 *
 * @throws AppError `issue_not_found`, `fix_no_longer_fits` when later changes stand on the resolution
 */
export function reopenIssue(tx: Tx, input: Parsed<'issue.reopen'>, ctx: DecisionContext): { revision: number } {
  const issue = loadIssue(tx, input.issueId)
  const { documentId } = issue
  if (issue.state === 'waived' || issue.state === 'skipped') {
    const command = { kind: 'issue.reopened', params: { issue: issue.key }, revision: null, allowedIn: editableStates }
    return runCommand(tx, documentId, command, ctx, () => {
      tx.update(issues).set(openAgain).where(eq(issues.id, issue.id)).run()
    })
  }
  const last = historyOf(tx, documentId).undoable.at(-1)
  if (!last || !endedBy(tx, last, issue)) throw new AppError('fix_no_longer_fits')
  return undo(tx, { documentId }, ctx)
}

/** Whether it was this decision that resolved this very issue: two of one kind may stand side by side. */
function endedBy(reader: Reader, decision: HistoryEntry, issue: IssueRow): boolean {
  if (decision.kind !== 'issue.resolved' || issue.resolutionFix === null) return false
  const row = changesOf(reader, decision.id).after[`issue:${issue.id}`]
  return typeof row === 'object' && row !== null && 'resolvedAt' in row && row.resolvedAt === issue.resolvedAt
}
