import { useNavigation } from '../app/navigation'
import { issueCause, issueTitle, suggestionLabel } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { issueTone } from '../parts/IssueText'
import { screenActionOf } from '../review/issues/issue-actions'
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
  const [first] = issue?.suggestions ?? []
  const open = () => useNavigation.getState().openReview(row.documentId, [row.documentId])
  const name = [row.number ?? row.fileName, row.vendorName].filter(part => part !== null).join(' · ')
  return (
    <li>
      <div className="sync-problem">
        <strong>{name}</strong>
        {issue && <span className={issueTone(issue.severity)}>{issueTitle(text, issue)}</span>}
        {issue && <p className="muted">{issueCause(text, issue)}</p>}
      </div>
      {first && screenActionOf(first.fix) === null && (
        <Button tone="primary" onPress={() => void useSync.getState().resolve(problem)}>
          {suggestionLabel(text, first)}
        </Button>
      )}
      <Button onPress={open}>{text.t('sync.open')}</Button>
    </li>
  )
}
