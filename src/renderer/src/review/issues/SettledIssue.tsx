import { Check } from 'lucide-react'
import type { IssueView } from '../../../../shared/issue'
import { issueTitle } from '../../i18n/sentences'
import { useText } from '../../i18n/t'
import { isOpen } from '../state/approval'
import { useReview } from '../state/review-store'

interface SettledIssueProps {
  readonly issue: IssueView
}

/** A settled issue on one line: what it was, how it ended, and the way back. */
export function SettledIssue({ issue }: SettledIssueProps) {
  const text = useText()
  const { t } = text
  const reopenIssue = useReview(state => state.reopenIssue)
  const mayReopen = useReview(({ view }) => view !== null && isOpen(view))
  const title = issueTitle(text, issue)
  const note = issue.resolution?.note ?? ''
  return (
    <li>
      <Check aria-hidden="true" className="good-ink" />
      <span className="rv-settled-title" title={title}>
        {title}
      </span>
      <span className="muted">{text.firstOf([`review.issueState.${issue.state}`, 'review.issueState.resolved'])}</span>
      {note !== '' && (
        <span className="rv-settled-note muted" title={note}>
          {note}
        </span>
      )}
      {issue.resolution && mayReopen && (
        <button
          type="button"
          className="rv-link"
          aria-label={t('review.issues.reopenNamed', { title })}
          onClick={() => void reopenIssue(issue)}
        >
          {t('review.issues.reopen')}
        </button>
      )}
    </li>
  )
}
