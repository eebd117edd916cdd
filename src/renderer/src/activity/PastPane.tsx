import { ChevronLeft, ChevronRight, Filter, RotateCcw, X } from 'lucide-react'
import type { PastState } from '../../../shared/activity'
import { fieldLabel, issueTitle, journalText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { Money } from '../parts/Money'
import { StatePill } from '../parts/StatePill'
import { pastValue } from './past-value'
import { originText } from '../review/fields/origin-text'
import { useActivity } from './activity-slice'
import { ReplayTable } from './ReplayTable'

/** A document as it was at one moment, read-only; what that moment changed is marked. */
export function PastPane({ past }: { readonly past: PastState }) {
  const text = useText()
  const { t } = text
  const { documentId, entry } = past
  const replay = useActivity(state => state.replay)
  const isReplaying = useActivity(state => state.isReplaying)
  const { goTo, closePast, replayNow, narrow } = useActivity.getState()
  const name = entry.document
    ? `#${entry.document.intakeNumber} ${entry.document.number ?? entry.document.fileName}`
    : ''
  return (
    <section className="past" aria-label={t('activity.past', { time: text.moment(entry.at) })}>
      <header className="past-head">
        <IconButton
          label={t('activity.earlier')}
          icon={ChevronLeft}
          isDisabled={past.previous === null}
          onPress={() => void goTo(documentId, past.previous)}
        />
        <h2 className="num">{t('activity.past', { time: text.moment(entry.at) })}</h2>
        <IconButton
          label={t('activity.later')}
          icon={ChevronRight}
          isDisabled={past.next === null}
          onPress={() => void goTo(documentId, past.next)}
        />
        <IconButton label={t('activity.closePast')} icon={X} keys="Escape" onPress={closePast} />
      </header>
      <div className="past-body" tabIndex={0} role="group" aria-label={name}>
        <p className="past-name">
          <strong>{name}</strong>
          {past.state && <StatePill state={past.state} />}
        </p>
        <p className="muted">{journalText(text, entry)}</p>
        <div className="actions">
          <Button icon={Filter} onPress={() => void narrow({ documentId })}>
            {t('activity.onlyThis')}
          </Button>
          <Button
            icon={RotateCcw}
            isDisabled={isReplaying || past.fields.every(field => field.value === null)}
            onPress={() => void replayNow()}
          >
            {t(isReplaying ? 'activity.replaying' : 'activity.replay')}
          </Button>
        </div>
        {replay && <ReplayTable replay={replay} currency={past.currency} />}
        <Fields past={past} />
        <Lines past={past} />
        <Issues past={past} />
      </div>
    </section>
  )
}

function Fields({ past }: { readonly past: PastState }) {
  const text = useText()
  const shown = past.fields.filter(field => field.value !== null || field.isChanged)
  if (shown.length === 0) return <p className="muted">{text.t('activity.nothingRead')}</p>
  return (
    <dl className="past-fields">
      {shown.map(field => (
        <div key={field.name} className={field.isChanged ? 'changed' : ''}>
          <dt>{fieldLabel(text, field.name)}</dt>
          <dd>
            <span className="num">{pastValue(text, field.name, field.value, past.currency)}</span>
            {field.isChanged && <ChangedHere />}
            {field.origin && <span className="muted">{originText(text, field.origin)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Lines({ past }: { readonly past: PastState }) {
  const { t } = useText()
  if (past.lines.length === 0) return null
  return (
    <table className="past-lines">
      <caption>{t('activity.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">{t('activity.description')}</th>
          <th scope="col">{t('activity.account')}</th>
          <th scope="col" className="right">
            {t('activity.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {past.lines.map(line => (
          <tr key={line.position} className={line.isChanged ? 'changed' : ''}>
            <td className="num">{line.position}</td>
            <td>
              {line.description}
              {line.isChanged && <ChangedHere />}
            </td>
            <td className="num">{line.accountCode ?? '—'}</td>
            <td className="num right">
              {line.lineTotal === null ? '—' : <Money amount={line.lineTotal} currency={past.currency} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Issues({ past }: { readonly past: PastState }) {
  const text = useText()
  if (past.issues.length === 0) return null
  return (
    <>
      <h3>{text.t('activity.issues')}</h3>
      <ul className="past-issues">
        {past.issues.map((issue, index) => (
          <li key={index} className={issue.isChanged ? 'changed' : ''}>
            {issueTitle(text, issue)} · {text.firstOf([`activity.issue.${issue.state}`, 'activity.issue.open'])}
            {issue.isChanged && <ChangedHere />}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Says in words what the tint says. */
function ChangedHere() {
  const { t } = useText()
  return <span className="past-mark">{t('activity.changedHere')}</span>
}
