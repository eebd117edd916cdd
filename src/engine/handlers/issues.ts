import type { Handlers } from '../../shared/contract'
import { applyFix, documentOfIssue } from '../decisions/apply-fix'
import { answerIssue, askAboutIssue } from '../decisions/ask-issue'
import { reopenIssue } from '../decisions/reopen-issue'
import type { EngineCore } from '../engine'
import { changesOn } from './changes'

type Names = 'issue.applyFix' | 'issue.reopen' | 'issue.ask' | 'issue.answer'

export function issueHandlers(core: EngineCore): Pick<Handlers, Names> {
  const { decide } = changesOn(core)
  const documentOf = (issueId: Parameters<typeof documentOfIssue>[1]) =>
    documentOfIssue(core.company().store.db, issueId)
  return {
    'issue.applyFix': input => decide(documentOf(input.issueId), (tx, ctx) => applyFix(tx, input, ctx)),
    'issue.ask': input => decide(documentOf(input.issueId), (tx, ctx) => askAboutIssue(tx, input, ctx)),
    'issue.answer': input => decide(documentOf(input.issueId), (tx, ctx) => answerIssue(tx, input, ctx)),
    'issue.reopen': input => decide(documentOf(input.issueId), (tx, ctx) => reopenIssue(tx, input, ctx)),
  }
}
