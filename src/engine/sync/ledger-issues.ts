import type { IssueKey } from '../../shared/issue'
import type { MessageParams } from '../../shared/result'
import { always, type IssueKind } from '../pipeline/check/issue-kind'

/** Kinds that say why the ledger did not take a bill. A closed period is one of its own: the way out is another date. */
export const refusalKeys: readonly IssueKey[] = ['post_failed', 'period_locked']

/**
 * Issues that come and go with what the ledger says. `period_locked` is raised by our own checks too; only the ledger's carries
 * the code of its refusal.
 */
export function isOfLedger({ key, params }: { readonly key: IssueKey; readonly params: MessageParams }): boolean {
  if (key === 'post_failed' || key === 'ledger_drift') return true
  return key === 'period_locked' && params['code'] !== undefined
}

const postFailed: IssueKind = {
  key: 'post_failed',
  resolutions: ['retry_posting', 'set_field', 'choose_ledger_vendor', 'open_in_ledger', 'delete_ledger_draft'],
}

const ledgerDrift: IssueKind = {
  key: 'ledger_drift',
  resolutions: ['accept_ledger_change', 'restore_in_ledger', 'open_in_ledger'],
  mayWaive: always,
}

/** What only the ledger raises. */
export const ledgerKinds: readonly IssueKind[] = [postFailed, ledgerDrift]
