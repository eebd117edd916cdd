import { ShieldCheck } from 'lucide-react'
import type { DocumentView } from '../../../../shared/document-view'
import { isUnsettled } from '../../../../shared/issue'
import { useText } from '../../i18n/t'
import { Kbd } from '../../parts/Kbd'
import { isSettled } from '../state/approval'
import { orderIssues } from '../state/progress'
import { useReview } from '../state/review-store'
import { IssueCard } from './IssueCard'
import { SameOffer } from './SameCause'
import { SettledIssues } from './SettledIssues'

interface IssuePaneProps {
  readonly view: DocumentView
}

/** With more open issues than this, those not in hand show their title only, so that the fields stay in sight. */
const tersenessFrom = 2

/** With more than this the list of issues scrolls by itself. */
const scrollsFrom = 3

/** Open issues, blocking ones first; one is shown in full and Enter settles it. Settled ones fold to a line. */
export function IssuePane({ view }: IssuePaneProps) {
  const { t } = useText()
  const focusedIssueId = useReview(state => state.focusedIssueId)
  const issues = orderIssues(view)
  const open = issues.filter(issue => isUnsettled(issue.state))
  const settled = issues.filter(issue => !isUnsettled(issue.state))
  // Where everything is decided the issues are history: told, not asked.
  const focused = isSettled(view) ? undefined : (open.find(issue => issue.id === focusedIssueId) ?? open[0])

  return (
    <section
      className={open.length > scrollsFrom ? 'rv-issues rv-issues-many' : 'rv-issues'}
      data-pane="issues"
      aria-label={t('review.issues.title')}
    >
      <header>
        <h2>{t('review.issues.title')}</h2>
        {issues.length > 0 && (
          <span className="muted">{t('review.issues.resolvedOf', { done: settled.length, count: issues.length })}</span>
        )}
        {focused && (
          <span className="rv-issues-keys" aria-hidden="true">
            <Kbd keys="Enter" /> {t('review.issues.accept')}
            <Kbd keys="1" />–<Kbd keys="9" /> {t('review.issues.choose')}
          </span>
        )}
      </header>
      <SameOffer />
      {open.length === 0 && (
        <p className="rv-issues-none">
          <ShieldCheck aria-hidden="true" />
          {t(issues.length === 0 ? 'review.issues.none' : 'review.issues.allResolved')}
        </p>
      )}
      {open.length > 0 && (
        <ol>
          {open.map((issue, index) => (
            <IssueCard
              key={issue.id}
              issue={issue}
              isExpanded={issue.id === focused?.id}
              isTerse={open.length > tersenessFrom}
              next={open[index + 1]?.id ?? null}
              previous={open[index - 1]?.id ?? null}
            />
          ))}
        </ol>
      )}
      <SettledIssues issues={settled} />
    </section>
  )
}
