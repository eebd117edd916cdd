import { eq } from 'drizzle-orm'
import type { Parsed } from '../../shared/contract'
import { isUnsettled, type Question } from '../../shared/issue'
import { AppError } from '../../shared/result'
import { activePersonNamed } from '../people/people-store'
import { issues } from '../store/schema'
import type { Tx } from '../store/write'
import { loadIssue } from './apply-fix'
import { editableStates, runCommand } from './command'
import type { DecisionContext } from './context'

/**
 * Asks a named person about an issue. It blocks as much as before; nothing is put on hold. Asking again replaces the
 * question before.
 *
 * @throws AppError `issue_not_found`, `fix_no_longer_fits` when the issue is settled, `not_allowed_in_state`
 */
export function askAboutIssue(tx: Tx, input: Parsed<'issue.ask'>, ctx: DecisionContext): { revision: number } {
  const { issueId, of, text, due } = input
  const issue = loadIssue(tx, issueId)
  if (!isUnsettled(issue.state)) {
    throw new AppError('fix_no_longer_fits', { reason: 'settled', by: issue.resolvedBy ?? '', as: issue.state })
  }
  const name = of.trim()
  const personId = activePersonNamed(tx, name)?.id ?? null
  const question: Question = { of: name, personId, text: text.trim(), due, at: ctx.now, by: ctx.actor, answer: null }
  const params = { issue: issue.key, of: question.of, text: question.text, due: due ?? '' }
  const command = { kind: 'issue.asked', params, revision: null, allowedIn: editableStates }
  return runCommand(tx, issue.documentId, command, ctx, () => {
    tx.update(issues).set({ state: 'asked', question }).where(eq(issues.id, issueId)).run()
  })
}

/**
 * The answer to a question: the issue is open again, with the answer on it, for somebody to settle.
 *
 * @throws AppError `issue_not_found`, `fix_no_longer_fits` when nothing is asked, `not_allowed_in_state`
 */
export function answerIssue(tx: Tx, input: Parsed<'issue.answer'>, ctx: DecisionContext): { revision: number } {
  const { issueId, text } = input
  const issue = loadIssue(tx, issueId)
  const { question } = issue
  if (issue.state !== 'asked' || question === null) throw new AppError('fix_no_longer_fits', { reason: 'not_asked' })
  const answer = { text: text.trim(), at: ctx.now, by: ctx.actor }
  const params = { issue: issue.key, of: question.of, text: answer.text }
  const command = { kind: 'issue.answered', params, revision: null, allowedIn: editableStates }
  return runCommand(tx, issue.documentId, command, ctx, () => {
    tx.update(issues)
      .set({ state: 'open', question: { ...question, answer } })
      .where(eq(issues.id, issueId))
      .run()
  })
}
