import type { HandlersOf } from '../../shared/contract'
import type { issueCalls } from '../../shared/contract/issues'
import { applyFix, documentOfIssue } from '../decisions/apply-fix'
import { answerIssue, askAboutIssue } from '../decisions/ask-issue'
import { reopenIssue } from '../decisions/reopen-issue'
import { previewSame } from '../decisions/preview-same'
import { openKinds, settleKind, settleSame } from '../decisions/settle-many'
import type { EngineCore } from '../engine'
import { changesOn } from './changes'

export function issueHandlers(core: EngineCore): HandlersOf<typeof issueCalls> {
  const { decide, decideEach } = changesOn(core)
  const documentOf = (issueId: Parameters<typeof documentOfIssue>[1]) =>
    documentOfIssue(core.company().store.db, issueId)
  return {
    'issue.applyFix': input => decide(documentOf(input.issueId), (tx, ctx) => applyFix(tx, input, ctx)),
    'issue.ask': input => decide(documentOf(input.issueId), (tx, ctx) => askAboutIssue(tx, input, ctx)),
    'issue.answer': input => decide(documentOf(input.issueId), (tx, ctx) => answerIssue(tx, input, ctx)),
    'issue.previewSame'({ issueId, rehearse }) {
      const { store, context } = core.company()
      return previewSame(store, { issueId, rehearse }, context('person'))
    },
    'issue.settleSame': ({ issueId, documentIds }) =>
      decideEach(documentIds, (tx, documentId, ctx) => settleSame(tx, { issueId, documentId }, ctx)),
    'issue.openKinds': ({ documentIds }) => ({ kinds: openKinds(core.company().store.db, documentIds) }),
    'issue.settleKind': ({ documentIds, key, how, reason }) =>
      decideEach(documentIds, (tx, documentId, ctx) => settleKind(tx, { documentId, key, how, reason }, ctx)),
    'issue.reopen': input => decide(documentOf(input.issueId), (tx, ctx) => reopenIssue(tx, input, ctx)),
  }
}
