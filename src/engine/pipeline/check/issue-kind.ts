import type { Fix, IssueKey } from '../../../shared/issue'
import type { Check, RaisedIssue } from './subject'

/** A way out of an issue, by the fix that takes it. */
export type Resolution = Fix['type']

/**
 * What is true of every issue of a kind. Cause, severity and suggestions are worked out where it is raised, in the same
 * file; title and sentence are translations, `issue.<key>.title` and `.cause`.
 */
export interface IssueKind {
  readonly key: IssueKey
  /** Fixes it may be answered with, beside those open to every kind. Anything else is refused. */
  readonly resolutions: readonly Resolution[]
  /** Whether a person may say that it does not apply here; left out: never. */
  readonly mayWaive?: (issue: Pick<RaisedIssue, 'severity' | 'subject' | 'params'>) => boolean
}

/** A question asked of every invoice, with the kinds of issue it answers for. */
export interface IssueCheck {
  readonly check: Check
  readonly kinds: readonly IssueKind[]
}

/** Open to every kind: skipping (while it does not block), rejecting the document, and what only moves the cursor. */
export const commonResolutions: readonly Resolution[] = [
  'skip',
  'reject',
  'edit_field',
  'edit_account',
  'edit_line',
  'open_settings',
]

/** For kinds that a person may always wave through. */
export const always = (): boolean => true
