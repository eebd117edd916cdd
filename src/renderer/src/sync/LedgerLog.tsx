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
import type { LedgerLogEntry } from '../../../shared/ledger'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Pill, type PillTone } from '../parts/StatePill'
import { Calls, type Step } from './Calls'

const looks: Readonly<Record<LedgerLogEntry['state'], { icon: LucideIcon; tone: PillTone }>> = {
  pending: { icon: CircleDashed, tone: 'quiet' },
  sent: { icon: Send, tone: 'info' },
  confirmed: { icon: Check, tone: 'good' },
  unknown: { icon: CircleQuestionMark, tone: 'check' },
  refused: { icon: CircleX, tone: 'critical' },
  cancelled: { icon: Undo2, tone: 'quiet' },
}

/** What exactly was sent, and what came back. Keys are never part of it. */
export function LedgerLog({ entries }: { readonly entries: readonly LedgerLogEntry[] }) {
  const { t } = useText()
  return (
    <section className="sync-log" aria-label="BigCapital">
      <h2>BigCapital</h2>
      {entries.length === 0 && <p className="muted">{t('sync.log.none')}</p>}
      {entries.map(entry => (
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
          <Calls calls={entry.calls} states={statesOf(t, entry)} />
          <h3>{t('sync.request')}</h3>
          <pre>{request ?? t('sync.nothingSent')}</pre>
          <h3>{t('sync.answer')}</h3>
          <pre>{answer ?? t('sync.noAnswer')}</pre>
        </div>
      )}
    </details>
  )
}

/** From the approval to the confirmation. */
function statesOf(
  t: ReturnType<typeof useText>['t'],
  { createdAt, sentAt, confirmedAt }: Pick<LedgerLogEntry, 'createdAt' | 'sentAt' | 'confirmedAt'>,
): Step[] {
  const state = (at: EpochMs | null, what: string): Step[] => (at === null ? [] : [{ at, what }])
  return [
    ...state(createdAt, t('sync.timeline.approved')),
    ...state(sentAt, t('sync.timeline.sent')),
    ...state(confirmedAt, t('sync.timeline.confirmed')),
  ]
}
