import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { isBlocking, type Fix, type IssueView } from '../../../../shared/issue'
import { useLedger } from '../../app/ledger-slice'
import { useNavigation } from '../../app/navigation'
import { useNetwork } from '../../app/network-slice'
import { useCompare } from '../../compare/compare-slice'
import { issueCause, issueTitle, suggestionLabel, suggestionWhy } from '../../i18n/sentences'
import { useText } from '../../i18n/t'
import { openInLedger } from '../../sync/open-in-ledger'
import { issueTarget, subjectTarget } from '../state/progress'
import { useReview } from '../state/review-store'
import { AskedOf } from './AskedOf'
import {
  handTarget,
  moreActions,
  numbered,
  offersHand,
  screenActionOf,
  twinOf,
  underAirGap,
  type MoreAction,
} from './issue-actions'

interface IssueCardProps {
  readonly issue: IssueView
  readonly isExpanded: boolean
  /** Title only while it is not in hand. */
  readonly isTerse: boolean
  /** Neighbouring open issues, for the arrow keys. */
  readonly next: string | null
  readonly previous: string | null
}

interface Choice {
  /** Key that takes it. */
  readonly key: string
  readonly label: string
  readonly why: string | undefined
  readonly isRefused?: boolean
  take(): void
}

/** An open issue: cause in a sentence, then numbered ways out, the likeliest with the cursor on it. */
export function IssueCard({ issue, isExpanded, isTerse, next, previous }: IssueCardProps) {
  const text = useText()
  const { t } = text
  const id = useId()
  const card = useRef<HTMLLIElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const [marked, setMarked] = useState(0)
  const { applyFix, correct, moveTo, openDialog, openCuts, setFocusedIssue, setFocused } = useReview.getState()
  const isClosed = useNetwork(state => state.isClosed)
  const isBlocked = isBlocking(issue.severity)
  const Icon = isBlocked ? CircleAlert : issue.severity === 'medium' ? TriangleAlert : Info
  const tone = isBlocked ? 'critical' : issue.severity === 'medium' ? 'check' : 'quiet'

  // Opened below the fold of a list that scrolls, only its first choice would be seen.
  useEffect(() => {
    if (isExpanded) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isExpanded])

  function take(fix: Fix) {
    const action = screenActionOf(fix)
    const { documentId } = useReview.getState()
    if (action?.type === 'move') void correct(action.target)
    else if (action?.type === 'password') openDialog('password')
    else if (action?.type === 'cut') openCuts(action.starts)
    else if (action?.type === 'settings') useNavigation.getState().openSettings(action.section)
    else if (action?.type === 'open_in_ledger') void openInLedger(documentId)
    else if (action?.type === 'delete_ledger_draft') {
      if (documentId !== null) void useLedger.getState().deleteDraft(documentId)
    } else void applyFix(issue, fix)
  }

  const hand = offersHand(issue) ? handTarget(issue) : null
  const choices: Choice[] = [
    ...numbered(issue).map((suggestion, index) => {
      const gap = isClosed ? underAirGap(suggestion.fix) : null
      const isRefused = gap === 'refused'
      return {
        key: String(index + 1),
        label: suggestionLabel(text, suggestion),
        why: gap ? t(isRefused ? 'network.notNow' : 'network.lane') : suggestionWhy(text, suggestion),
        isRefused,
        take: () => {
          if (!isRefused) take(suggestion.fix)
        },
      }
    }),
    ...(hand === null
      ? []
      : [{ key: 'E', label: t('review.issues.byHand'), why: undefined, take: () => moveTo(hand) }]),
  ]
  const more = moreActions(issue)

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const choice = choices.find(({ key }) => key.toLowerCase() === event.key.toLowerCase())
    const other = more.find(({ key }) => key.toLowerCase() === event.key.toLowerCase())
    if (choice) choice.take()
    else if (other) openMore(other)
    else if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function openMore({ dialog }: Pick<MoreAction, 'dialog'>) {
    const { documentId } = useReview.getState()
    if (dialog !== 'compare') openDialog(dialog, issue.id)
    else if (documentId !== null) void useCompare.getState().open(documentId, twinOf(issue))
  }

  /** Arrows walk the choices, and past their end the neighbouring issue. */
  function step(direction: 1 | -1) {
    const button = list.current?.querySelectorAll('button')[marked + direction]
    const neighbour = direction === 1 ? next : previous
    if (button) button.focus()
    else if (neighbour !== null) moveTo(issueTarget(neighbour))
  }

  function onFocus() {
    setFocusedIssue(issue.id)
    setFocused(subjectTarget(issue))
  }

  if (!isExpanded) {
    return (
      <li className={`rv-issue rv-issue-${tone}`}>
        <button
          type="button"
          className={isTerse ? 'rv-issue-terse' : undefined}
          data-focus-target={issueTarget(issue.id)}
          title={issueCause(text, issue)}
          onClick={() => moveTo(issueTarget(issue.id))}
        >
          <Icon aria-hidden="true" className={`${tone}-ink`} />
          <strong>{issueTitle(text, issue)}</strong>
          {!isTerse && <span className="rv-issue-cause">{issueCause(text, issue)}</span>}
        </button>
      </li>
    )
  }

  return (
    <li ref={card} className={`rv-issue rv-issue-${tone} rv-issue-open`}>
      <div role="group" aria-labelledby={`${id}-title`} aria-describedby={`${id}-cause`} onKeyDown={onKeyDown}>
        <Icon aria-hidden="true" className={`${tone}-ink`} />
        <h3 id={`${id}-title`}>
          {issueTitle(text, issue)}
          <span className="visually-hidden"> {t(`severity.${issue.severity}`)}</span>
        </h3>
        <p id={`${id}-cause`} className="rv-issue-cause">
          {issueCause(text, issue)}
          {issue.params['rule'] !== undefined && (
            <span className="rv-issue-rule"> {t('review.issues.rule', { rule: String(issue.params['rule']) })}</span>
          )}
        </p>
        {issue.question && <AskedOf question={issue.question} />}
        <ol ref={list} className="rv-choices">
          {choices.map((choice, index) => (
            <li key={choice.key}>
              <button
                type="button"
                className={index === marked ? 'rv-choice rv-choice-marked' : 'rv-choice'}
                data-focus-target={index === 0 ? issueTarget(issue.id) : undefined}
                tabIndex={index === marked ? 0 : -1}
                aria-keyshortcuts={choice.key}
                aria-disabled={choice.isRefused}
                onKeyDown={event => {
                  // A held key settles one issue, not all of them.
                  if (event.repeat) event.preventDefault()
                }}
                onClick={choice.take}
                onFocus={() => {
                  setMarked(index)
                  onFocus()
                }}
              >
                <kbd aria-hidden="true">{choice.key}</kbd>
                <span className="rv-choice-label">{choice.label}</span>
                {choice.why !== undefined && <span className="rv-choice-why">{choice.why}</span>}
              </button>
            </li>
          ))}
        </ol>
        <p className="rv-issue-more">
          {more.map(({ key, label, dialog }) => (
            <button key={key} type="button" aria-keyshortcuts={key} onClick={() => openMore({ dialog })}>
              <kbd aria-hidden="true">{key}</kbd>
              {t(label)}
            </button>
          ))}
        </p>
      </div>
    </li>
  )
}
