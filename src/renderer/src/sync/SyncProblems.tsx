import { ExternalLink } from 'lucide-react'
import { useNavigation } from '../app/navigation'
import { issueCause, issueTitle, suggestionLabel } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { issueTone } from '../parts/IssueText'
import { screenActionOf } from '../review/issues/issue-actions'
import { useDryRun } from './DryRun'
import { openInLedger } from './open-in-ledger'
import { useSync, type SyncProblem } from './sync-slice'

/** Bills the ledger would not take, and posted ones it no longer shows as posted; each with its one next action. */
export function SyncProblems() {
  const { t } = useText()
  const problems = useSync(state => state.problems)
  const isLoaded = useSync(state => state.isLoaded)
  if (problems.length === 0) return isLoaded ? <p className="muted sub">{t('sync.noProblems')}</p> : null
  return (
    <ul className="sync-problems" aria-label={t('sync.problems')}>
      {problems.map(problem => (
        <Problem key={`${problem.row.documentId} ${problem.issue?.id ?? ''}`} problem={problem} />
      ))}
    </ul>
  )
}

function Problem({ problem }: { readonly problem: SyncProblem }) {
  const text = useText()
  const { row, issue } = problem
  const isDrift = issue?.key === 'ledger_drift'
  // A change there has several honest answers; a refusal has one next action.
  const offered = (issue?.suggestions ?? []).filter(each => screenActionOf(each.fix) === null).slice(0, isDrift ? 3 : 1)
  const open = () => useNavigation.getState().openReview(row.documentId, [row.documentId])
  const name = [row.number ?? row.fileName, row.vendorName].filter(part => part !== null).join(' · ')
  return (
    <li>
      <div className="sync-problem">
        <strong>{name}</strong>
        {issue && <span className={issueTone(issue.severity)}>{issueTitle(text, issue)}</span>}
        {issue && <p className="muted">{issueCause(text, issue)}</p>}
      </div>
      {offered.map((suggestion, index) => (
        <Button
          key={suggestion.key}
          tone={index === 0 ? 'primary' : 'plain'}
          onPress={() => void useSync.getState().resolve(problem, suggestion)}
        >
          {suggestionLabel(text, suggestion)}
        </Button>
      ))}
      {isDrift ? (
        <Button icon={ExternalLink} onPress={() => void openInLedger(row.documentId)}>
          {text.t('sync.openBill')}
        </Button>
      ) : (
        <Button onPress={() => void useDryRun.getState().show(row.documentId)}>{text.t('sync.dryRun')}</Button>
      )}
      <Button onPress={open}>{text.t('sync.open')}</Button>
    </li>
  )
}
