import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleX,
  Clock,
  LoaderCircle,
  RotateCcw,
  SkipForward,
  type LucideIcon,
} from 'lucide-react'
import type { Step } from '../../../../shared/document'
import type { RunStep, StepAttempt, StepState } from '../../../../shared/template'
import { useText, type Text } from '../../i18n/t'
import { IconButton } from '../../parts/Button'
import { columnsOf } from './columns-of'

const icons: Readonly<Record<StepState, LucideIcon>> = {
  off: CircleMinus,
  not_run: CircleDashed,
  waiting: Clock,
  running: LoaderCircle,
  done: CircleCheck,
  skipped: SkipForward,
  failed: CircleX,
}

interface RunGraphProps {
  readonly steps: readonly RunStep[]
  readonly mayRunFrom: readonly Step[]
  onRunAgain(step: Step, name: string): void
}

/** Steps from left to right, those that wait for the same ones below each other. */
export function RunGraph({ steps, mayRunFrom, onRunAgain }: RunGraphProps) {
  const { t, language } = useText()
  const nameOf = (key: Step) => steps.find(step => step.key === key)?.name[language] ?? key
  return (
    <ol className="run-graph" aria-label={t('run.title')}>
      {columnsOf(steps).map(column => (
        <li key={column.map(({ key }) => key).join(' ')}>
          <ul>
            {column.map(step => (
              <StepCard
                key={step.key}
                step={step}
                after={step.dependsOn.map(nameOf)}
                {...(mayRunFrom.includes(step.key) && {
                  onRunAgain: () => onRunAgain(step.key, nameOf(step.key)),
                })}
              />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

interface StepCardProps {
  readonly step: RunStep
  readonly after: readonly string[]
  readonly onRunAgain?: () => void
}

function StepCard({ step, after, onRunAgain }: StepCardProps) {
  const text = useText()
  const { t, language } = text
  const { state, attempts } = step
  const name = step.name[language]
  const Icon = icons[state]
  const last = attempts.at(-1)
  return (
    <li className="run-step" data-state={state}>
      <div className="run-step-head">
        <strong>{name}</strong>
        {onRunAgain && <IconButton label={t('run.again', { step: name })} icon={RotateCcw} onPress={onRunAgain} />}
      </div>
      {after.length > 0 && <span className="visually-hidden">{t('templates.after', { steps: after.join(', ') })}</span>}
      <span className="run-step-state">
        <Icon aria-hidden="true" />
        {t(`run.state.${state}`)}
        {last && (state === 'done' || state === 'failed') && <span className="num"> · {durationText(text, last)}</span>}
      </span>
      {last && last.reason !== null && <span className="run-step-why">{reasonText(text, last)}</span>}
      {attempts.length > 1 && (
        <details>
          <summary>{t('run.attempts', { count: attempts.length })}</summary>
          <ol>
            {attempts.map((attempt, index) => (
              <li key={index} className="num">
                {t('run.attempt', {
                  at: text.time(attempt.startedAt),
                  duration: durationText(text, attempt),
                  result: t(`run.result.${attempt.result}`),
                })}
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  )
}

function durationText({ t, number }: Text, { startedAt, endedAt }: StepAttempt): string {
  const ms = Math.max(0, endedAt - startedAt)
  if (ms < 1000) return t('run.milliseconds', { ms: number(ms) })
  return t('run.seconds', { seconds: number(Math.round(ms / 100) / 10) })
}

function reasonText(text: Text, { result, reason }: StepAttempt): string {
  if (result === 'skipped') return text.firstOf([`run.skipped.${reason}`, 'run.state.skipped'])
  return text.firstOf([`error.${reason}`, 'error.bug'])
}
