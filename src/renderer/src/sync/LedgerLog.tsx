import {
  Check,
  ChevronRight,
  CircleDashed,
  CircleQuestionMark,
  CircleX,
  Send,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import { useState } from 'react'
import type { EpochMs } from '../../../shared/ids'
import type { LedgerCall, LedgerLogEntry } from '../../../shared/ledger'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Pill, type PillTone } from '../parts/StatePill'
import { useSync } from './sync-slice'

const looks: Readonly<Record<LedgerLogEntry['state'], { icon: LucideIcon; tone: PillTone }>> = {
  pending: { icon: CircleDashed, tone: 'quiet' },
  sent: { icon: Send, tone: 'info' },
  confirmed: { icon: Check, tone: 'good' },
  unknown: { icon: CircleQuestionMark, tone: 'check' },
  refused: { icon: CircleX, tone: 'critical' },
  cancelled: { icon: Undo2, tone: 'quiet' },
}

/** What exactly was sent, and what came back. Keys are never part of it. */
export function LedgerLog() {
  const { t } = useText()
  const log = useSync(state => state.log)
  if (log.length === 0) return <p className="muted sync-log">{t('sync.log.none')}</p>
  return (
    <section className="sync-log" aria-label={t('sync.log')}>
      {log.map(entry => (
        <Entry key={`${entry.documentId} ${entry.createdAt}`} entry={entry} />
      ))}
    </section>
  )
}

function Entry({ entry }: { readonly entry: LedgerLogEntry }) {
  const text = useText()
  const { t, instant } = text
  const [isOpen, setIsOpen] = useState(false)
  const { billNumber, state, sentAt, createdAt, nextTryAt, error, request, answer } = entry
  return (
    <details onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary>
        <ChevronRight aria-hidden="true" />
        <span className="num">{instant(sentAt ?? createdAt)}</span>
        <span className="sync-number">{billNumber}</span>
        <Pill {...looks[state]}>{t(`sync.state.${state}`)}</Pill>
        {nextTryAt !== null && <span className="muted num">{t('sync.nextTry', { at: instant(nextTryAt) })}</span>}
      </summary>
      {isOpen && (
        <div className="sync-exchange">
          {error && <p className="critical-ink">{errorText(text, error)}</p>}
          <Timeline entry={entry} />
          <h3>{t('sync.request')}</h3>
          <pre>{request ?? t('sync.nothingSent')}</pre>
          <h3>{t('sync.answer')}</h3>
          <pre>{answer ?? t('sync.noAnswer')}</pre>
        </div>
      )}
    </details>
  )
}

/** From the approval to the confirmation: what was asked of the ledger, when, and how it answered. */
function Timeline({ entry }: { readonly entry: LedgerLogEntry }) {
  const { t, moment, number } = useText()
  const { calls, createdAt, sentAt, confirmedAt } = entry
  const name = t('sync.timeline')
  return (
    <>
      <h3>{name}</h3>
      <table className="sync-calls num" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t('sync.timeline.when')}</th>
            <th scope="col">{t('sync.timeline.call')}</th>
            <th scope="col">{t('sync.timeline.answer')}</th>
            <th scope="col">{t('sync.timeline.took')}</th>
          </tr>
        </thead>
        <tbody>
          {steps(t, { createdAt, sentAt, confirmedAt }, calls).map((step, at) => (
            <tr key={`${step.at} ${at}`}>
              <td>{moment(step.at)}</td>
              <td>{step.what}</td>
              <td className={step.isFailure ? 'critical-ink' : undefined}>{step.answer}</td>
              <td>{step.ms === null ? '' : t('sync.timeline.ms', { ms: number(step.ms) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

interface Step {
  readonly at: EpochMs
  readonly what: string
  readonly answer: string
  readonly isFailure: boolean
  readonly ms: number | null
}

/** States and calls in order of time; a state stands before the calls of the same instant. */
function steps(
  t: ReturnType<typeof useText>['t'],
  { createdAt, sentAt, confirmedAt }: Pick<LedgerLogEntry, 'createdAt' | 'sentAt' | 'confirmedAt'>,
  calls: readonly LedgerCall[],
): Step[] {
  const state = (at: EpochMs | null, what: string): Step[] =>
    at === null ? [] : [{ at, what, answer: '', isFailure: false, ms: null }]
  const asked = calls.map(({ at, call, status, code, ms }) => ({
    at,
    what: call,
    answer: [status === null ? t('sync.timeline.noAnswer') : String(status), code].filter(Boolean).join(' · '),
    isFailure: code !== null,
    ms,
  }))
  return [
    ...state(createdAt, t('sync.timeline.approved')),
    ...state(sentAt, t('sync.timeline.sent')),
    ...asked,
    ...state(confirmedAt, t('sync.timeline.confirmed')),
  ].sort((one, other) => one.at - other.at)
}
