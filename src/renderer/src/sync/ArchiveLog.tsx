import { ChevronRight, CircleCheck, CircleX } from 'lucide-react'
import { useState } from 'react'
import type { ArchiveLogEntry } from '../../../shared/server-call'
import { useText } from '../i18n/t'
import { Pill } from '../parts/StatePill'
import { Calls } from './Calls'

/** What was asked of the archive for each document, and what it said. The token and files are never part of it. */
export function ArchiveLog({ entries }: { readonly entries: readonly ArchiveLogEntry[] }) {
  const { t } = useText()
  return (
    <section className="sync-log" aria-label="Paperless-ngx">
      <h2>Paperless-ngx</h2>
      {entries.length === 0 && <p className="muted">{t('paperless.log.none')}</p>}
      {entries.map(entry => (
        <Entry key={entry.job} entry={entry} />
      ))}
    </section>
  )
}

function Entry({ entry: { work, intakeNumber, archiveId, calls } }: { readonly entry: ArchiveLogEntry }) {
  const { t, instant } = useText()
  const [isOpen, setIsOpen] = useState(false)
  const [first] = calls
  // A call that failed may have been repeated with success.
  const isFailed = calls.at(-1)?.code !== null
  const names = [
    intakeNumber === null ? null : `#${intakeNumber}`,
    archiveId === null ? null : t('paperless.log.there', { id: archiveId }),
  ]
  return (
    <details onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary>
        <ChevronRight aria-hidden="true" />
        <span className="num">{first ? instant(first.at) : ''}</span>
        <span className="sync-number num">{names.filter(name => name !== null).join(' · ')}</span>
        <span>{t(`sync.work.${work}`)}</span>
        <Pill icon={isFailed ? CircleX : CircleCheck} tone={isFailed ? 'critical' : 'good'}>
          {t(isFailed ? 'sync.work.failed' : 'sync.work.done')}
        </Pill>
      </summary>
      {isOpen && (
        <div className="sync-exchange">
          <Calls calls={calls} />
        </div>
      )}
    </details>
  )
}
