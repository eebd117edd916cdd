import type { Handlers } from '../../shared/contract'
import { applyFix, documentOfIssue } from '../decisions/apply-fix'
import { reopenIssue } from '../decisions/reopen-issue'
import type { EngineCore } from '../engine'
import { changesOn } from './changes'

export function issueHandlers(core: EngineCore): Pick<Handlers, 'issue.applyFix' | 'issue.reopen'> {
  const { decide } = changesOn(core)
  const documentOf = (issueId: Parameters<typeof documentOfIssue>[1]) =>
    documentOfIssue(core.company().store.db, issueId)
  return {
    'issue.applyFix': input => decide(documentOf(input.issueId), (tx, ctx) => applyFix(tx, input, ctx)),
    'issue.reopen': input => decide(documentOf(input.issueId), (tx, ctx) => reopenIssue(tx, input, ctx)),
  }
}
