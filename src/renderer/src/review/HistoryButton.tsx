import type { LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { JournalEntryView } from '../../../shared/journal-entry'
import type { DocumentId } from '../../../shared/ids'
import { everything, useActivity } from '../activity/activity-slice'
import { useNavigation } from '../app/navigation'
import { engine } from '../engine-client'
import { actorText, journalText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { DocumentExchanges } from '../sync/DocumentExchanges'

interface HistoryButtonProps {
  readonly documentId: DocumentId
  readonly icon: LucideIcon
}

/** Opens what happened to this document, newest first. */
export function HistoryButton({ documentId, icon: Icon }: HistoryButtonProps) {
  const { t } = useText()
  const [isOpen, setIsOpen] = useState(false)
  const [showsExchanges, setShowsExchanges] = useState(false)
  return (
    <>
      <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
        <AriaButton className="rv-foot-button">
          <Icon aria-hidden="true" />
          {t('review.history.open')}
        </AriaButton>
        <Popover className="popover rv-history" placement="top start">
          <Dialog aria-label={t('review.history.title')}>
            <h3>{t('review.history.title')}</h3>
            <HistoryList documentId={documentId} />
            <div className="actions">
              {' '}
              <Button onPress={() => showInActivity(documentId)}>{t('review.history.all')}</Button>
              <Button
                onPress={() => {
                  setIsOpen(false)
                  setShowsExchanges(true)
                }}
              >
                {t('review.history.exchanges')}
              </Button>
            </div>
          </Dialog>
        </Popover>
      </DialogTrigger>
      {showsExchanges && <DocumentExchanges documentId={documentId} onClose={() => setShowsExchanges(false)} />}
    </>
  )
}

/** With the states of then, what today's engine would read, and the evidence pack. */
function showInActivity(documentId: DocumentId): void {
  useActivity.setState({ filter: { ...everything, documentId }, past: null, replay: null })
  useNavigation.getState().show('activity')
}

function HistoryList({ documentId }: { readonly documentId: DocumentId }) {
  const text = useText()
  const [entries, setEntries] = useState<readonly JournalEntryView[] | null>(null)

  useEffect(() => {
    let isCurrent = true
    void engine.call('journal.list', { documentId }).then(reply => {
      if (isCurrent) setEntries(reply.ok ? reply.value.entries : [])
    })
    return () => {
      isCurrent = false
    }
  }, [documentId])

  if (!entries) return <p className="muted">{text.t('review.viewer.opening')}</p>
  if (entries.length === 0) return <p className="muted">{text.t('review.history.none')}</p>
  return (
    <ol>
      {entries.map(entry => (
        <li key={entry.id}>
          <time className="num" dateTime={new Date(entry.at).toISOString()}>
            {text.instant(entry.at)}
          </time>
          <span className="rv-history-actor">{actorText(text, entry.actor)}</span>
          <span>{journalText(text, entry)}</span>
        </li>
      ))}
    </ol>
  )
}
