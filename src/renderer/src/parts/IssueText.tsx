import type { IssueKey, Severity } from '../../../shared/issue'
import { isBlocking } from '../../../shared/issue'
import type { MessageParams } from '../../../shared/result'
import { issueInList, issueTitle } from '../i18n/sentences'
import { useText } from '../i18n/t'

interface IssueTextProps {
  readonly issue: { readonly key: IssueKey; readonly severity: Severity; readonly params: MessageParams }
  /** How many more are open. */
  readonly more?: number
}

/** The worst issue in a few words, and how many others there are. */
export function IssueText({ issue, more = 0 }: IssueTextProps) {
  const text = useText()
  return (
    <span className={`issue-text ${issueTone(issue.severity)}`} title={issueTitle(text, issue)}>
      <span className="issue-title">{issueInList(text, issue)}</span>
      {more > 0 && <span className="muted">{text.t('inbox.moreIssues', { count: more })}</span>}
    </span>
  )
}

/** Class of the colour that goes with a severity. */
export function issueTone(severity: Severity): 'critical-ink' | 'check-ink' | 'quiet-ink' {
  if (isBlocking(severity)) return 'critical-ink'
  return severity === 'medium' ? 'check-ink' : 'quiet-ink'
}
