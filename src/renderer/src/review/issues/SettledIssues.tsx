import type { IssueView } from '../../../../shared/issue'
import { useNow } from '../../app/clock'
import { useText } from '../../i18n/t'
import { useSettings } from '../../settings/settings-slice'
import { SettledIssue } from './SettledIssue'

const dayMs = 86_400_000

/** Settled issues, one line each; those as old as archived documents are, folded away below. */
export function SettledIssues({ issues }: { readonly issues: readonly IssueView[] }) {
  const { t } = useText()
  const days = useSettings(state => state.settings.archiveAfterDays)
  const before = useNow() - days * dayMs
  const isOld = ({ resolution }: IssueView) => days > 0 && resolution !== null && resolution.at < before
  const old = issues.filter(isOld)
  const recent = issues.filter(issue => !isOld(issue))
  return (
    <>
      {recent.length > 0 && <Lines label={t('review.issues.settled')} issues={recent} />}
      {old.length > 0 && (
        <details className="rv-more">
          <summary>{t('review.issues.settledLongAgo', { count: old.length, days })}</summary>
          <Lines label={t('review.issues.settled')} issues={old} />
        </details>
      )}
    </>
  )
}

function Lines({ label, issues }: { readonly label: string; readonly issues: readonly IssueView[] }) {
  return (
    <ol className="rv-settled" aria-label={label}>
      {issues.map(issue => (
        <SettledIssue key={issue.id} issue={issue} />
      ))}
    </ol>
  )
}
