import { useState } from 'react'
import type { LedgerLogEntry } from '../../../shared/ledger'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { useSync } from './sync-slice'

/** What exactly was sent, and what came back. Keys are never part of it. */
export function LedgerLog() {
  const { t } = useText()
  const log = useSync(state => state.log)
  if (log.length === 0) return <p className="muted sync-log">{t('sync.log.none')}</p>
  return (
    <section className="sync-log" aria-label={t('sync.log')}>
      <h2>{t('sync.log')}</h2>
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
        <span className="num">{instant(sentAt ?? createdAt)}</span>
        <span className="sync-number">{billNumber}</span>
        <span className="pill">{t(`sync.state.${state}`)}</span>
        {nextTryAt !== null && <span className="muted num">{t('sync.nextTry', { at: instant(nextTryAt) })}</span>}
      </summary>
      {isOpen && (
        <div className="sync-exchange">
          {error && <p className="critical-ink">{errorText(text, error)}</p>}
          <h3>{t('sync.request')}</h3>
          <pre>{request ?? t('sync.nothingSent')}</pre>
          <h3>{t('sync.answer')}</h3>
          <pre>{answer ?? t('sync.noAnswer')}</pre>
        </div>
      )}
    </details>
  )
}
