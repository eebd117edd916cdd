import { ExternalLink } from 'lucide-react'
import { useLedger } from '../app/ledger-slice'
import { useNavigation } from '../app/navigation'
import { useNetwork } from '../app/network-slice'
import { issueCause, issueTitle, suggestionLabel } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { issueTone } from '../parts/IssueText'
import { screenActionOf } from '../review/issues/issue-actions'
import { useDryRun } from './DryRun'
import { openInLedger } from './open-in-ledger'
import { useSync, type SyncProblem } from './sync-slice'
import { useUnknownBills } from './unknown-bills-slice'

/** Bills the ledger would not take, and posted ones it no longer shows as posted; each with its one next action. */
export function SyncProblems() {
  const { t } = useText()
  const problems = useSync(state => state.problems)
  const isLoaded = useSync(state => state.isLoaded)
  const unknown = useUnknownBills(state => state.total)
  const isClosed = useNetwork(state => state.isClosed)
  if (problems.length === 0)
    return isLoaded && unknown === 0 ? <p className="muted sub">{t('sync.noProblems')}</p> : null
  return (
    <>
      {isClosed && <p className="sub">{t('network.problems')}</p>}
      <ul className="sync-problems" aria-label={t('sync.problems')}>
        {problems.map(problem => (
          <Problem key={`${problem.row.documentId} ${problem.issue?.id ?? ''}`} problem={problem} />
        ))}
      </ul>
    </>
  )
}

function Problem({ problem }: { readonly problem: SyncProblem }) {
  const text = useText()
  const isClosed = useNetwork(state => state.isClosed)
  const { row, issue } = problem
  const isDrift = issue?.key === 'ledger_drift'
  const suggestions = issue?.suggestions ?? []
  const isAsked = suggestions.some(({ fix }) => fix.type === 'choose_ledger_vendor')
  // A change there has several honest answers, and so has a question; a refusal has one next action.
  const offered = suggestions.filter(({ fix }) => screenActionOf(fix) === null).slice(0, isDrift ? 3 : isAsked ? 2 : 1)
  const isThere = isDrift || suggestions.some(({ fix }) => fix.type === 'open_in_ledger')
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
      {suggestions
        .filter(({ fix }) => fix.type === 'delete_ledger_draft')
        .map(suggestion => (
          <Button
            key={suggestion.key}
            isDisabled={isClosed}
            onPress={() => void useLedger.getState().deleteDraft(row.documentId)}
          >
            {suggestionLabel(text, suggestion)}
          </Button>
        ))}
      {isThere ? (
        <Button icon={ExternalLink} isDisabled={isClosed} onPress={() => void openInLedger(row.documentId)}>
          {text.t('sync.openBill')}
        </Button>
      ) : (
        <Button isDisabled={isClosed} onPress={() => void useDryRun.getState().show(row.documentId)}>
          {text.t('sync.dryRun')}
        </Button>
      )}
      <Button onPress={open}>{text.t('sync.open')}</Button>
    </li>
  )
}
