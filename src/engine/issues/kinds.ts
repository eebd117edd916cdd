import { isBlocking, type Fix, type IssueKey } from '../../shared/issue'
import { rejectionProposed } from '../automation/rejection'
import { readingKinds } from '../decisions/reading-issues'
import { commonResolutions, type IssueKind } from '../pipeline/check/issue-kind'
import { checks } from '../pipeline/check/registry'
import { accountNeeded } from '../pipeline/code/check-accounts'
import { cfdiCodesContradict } from '../pipeline/code/check-cfdi-use'
import { archiveChanged } from '../paperless/notice-change'
import { ledgerKinds } from '../sync/ledger-issues'
import type { IssueRow } from './identity'

/** Every kind of issue there is, from whoever raises it. */
export const kinds: readonly IssueKind[] = [
  ...checks.flatMap(check => check.kinds),
  accountNeeded,
  cfdiCodesContradict,
  ...readingKinds,
  ...ledgerKinds,
  archiveChanged,
  rejectionProposed,
]

const byKey = new Map<IssueKey, IssueKind>(kinds.map(kind => [kind.key, kind]))

/** What may be said to an issue besides its suggestions. */
export function allowedFor(issue: Pick<IssueRow, 'key' | 'severity' | 'subject' | 'params'>) {
  return { skip: !isBlocking(issue.severity), waive: byKey.get(issue.key)?.mayWaive?.(issue) ?? false }
}

/** Whether a fix is a way out of this issue at all, whatever the document says now. */
export function mayAnswer(issue: Pick<IssueRow, 'key' | 'severity' | 'subject' | 'params'>, fix: Fix): boolean {
  if (fix.type === 'skip') return allowedFor(issue).skip
  if (fix.type === 'waive') return allowedFor(issue).waive
  if (commonResolutions.includes(fix.type)) return true
  return byKey.get(issue.key)?.resolutions.includes(fix.type) ?? false
}
