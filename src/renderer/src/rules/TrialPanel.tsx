import { TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { RuleBody, RuleTrial } from '../../../shared/automation'
import type { ErrorData } from '../../../shared/result'
import { useNavigation } from '../app/navigation'
import { engine } from '../engine-client'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Money } from '../parts/Money'
import { useRules } from './rules-slice'
import { WalkProgress } from './WalkProgress'

/** What the rule as it stands would have done with everything received so far. Nothing is changed by asking. */
export function TrialPanel({ body }: { readonly body: RuleBody }) {
  const text = useText()
  const { t, number } = text
  const [tried, setTried] = useState<{ readonly of: string; readonly trial: RuleTrial } | null>(null)
  const [error, setError] = useState<ErrorData | null>(null)
  const [isShown, setShown] = useState(false)
  const wording = JSON.stringify([body.conditions, body.actions])
  const [isRunning, setRunning] = useState(false)
  const run = async () => {
    setRunning(true)
    // A name may still be missing; history does not care.
    const reply = await engine.call('rule.try', { body: { ...body, name: body.name.trim() || '…' } })
    if (reply.ok) setTried({ of: wording, trial: reply.value })
    setError(reply.ok ? null : reply.error)
    useRules.getState().hearWalk('rule', null)
    setRunning(false)
  }
  // Left behind, nobody waits for its answer.
  useEffect(() => () => void engine.call('rule.stopTrial'), [])
  const trial = tried?.of === wording ? tried.trial : null
  return (
    <section className="trial" aria-label={t('rules.trial')}>
      <div className="trial-running">
        {/* One button for both: whoever pressed it keeps the focus, and Esc still closes the dialog. */}
        <Button onPress={() => void (isRunning ? engine.call('rule.stopTrial') : run())}>
          {t(isRunning ? 'rules.trial.stop' : 'rules.trial.run')}
        </Button>
        {isRunning && <WalkProgress walk="rule" />}
        <p role="status">
          {trial &&
            t('rules.trial.result', {
              count: number(trial.wouldChange),
              of: number(trial.documents),
              against: number(trial.againstPerson),
            })}
          {trial &&
            trial.documents < trial.received &&
            ` ${t('rules.trial.stopped', { received: number(trial.received) })}`}
          {error && errorText(text, error.code === 'invalid_input' ? { code: 'value_invalid', params: {} } : error)}
        </p>
      </div>
      {trial && trial.changes.length > 0 && (
        <Button tone="ghost" onPress={() => setShown(!isShown)}>
          {t(isShown ? 'rules.trial.hide' : 'rules.trial.view', { count: number(trial.wouldChange) })}
        </Button>
      )}
      {trial && isShown && (
        <ul className="trial-list" aria-label={t('rules.trial.documents')}>
          {trial.changes.map(change => (
            <li key={change.documentId}>
              <span className="num muted">#{change.intakeNumber}</span>
              <Button
                tone="ghost"
                onPress={() => {
                  useRules.getState().edit(null)
                  useNavigation.getState().openReview(change.documentId, [change.documentId])
                }}
              >
                {change.name}
              </Button>
              <span className="num">{change.number ?? '—'}</span>
              <Money amount={change.total} currency={change.currency} />
              {change.isAgainstPerson && (
                <span className="against">
                  <TriangleAlert aria-hidden="true" />
                  {t('rules.trial.against')}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
