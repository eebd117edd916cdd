import { useEffect, useState } from 'react'
import type { DocumentId } from '../../../shared/ids'
import type { LedgerLogEntry } from '../../../shared/ledger'
import type { ArchiveLogEntry } from '../../../shared/server-call'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { Dialog } from '../parts/Dialog'
import { ArchiveLog } from './ArchiveLog'
import { LedgerLog } from './LedgerLog'

interface DocumentExchangesProps {
  readonly documentId: DocumentId
  onClose(): void
}

interface Exchanges {
  readonly ledger: readonly LedgerLogEntry[]
  readonly archive: readonly ArchiveLogEntry[]
}

/** Everything that went to other programs about one document, and what they said. */
export function DocumentExchanges({ documentId, onClose }: DocumentExchangesProps) {
  const { t } = useText()
  const [found, setFound] = useState<Exchanges | null>(null)
  useEffect(() => {
    let isCurrent = true
    void Promise.all([engine.call('ledger.log', { documentId }), engine.call('paperless.log', { documentId })]).then(
      ([ledger, archive]) => {
        if (!isCurrent) return
        setFound({ ledger: ledger.ok ? ledger.value.entries : [], archive: archive.ok ? archive.value.entries : [] })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [documentId])
  return (
    <Dialog title={t('sync.exchanges')} isOpen onClose={onClose} size="large">
      {found && (
        <div className="sync-logs">
          <LedgerLog entries={found.ledger} />
          <ArchiveLog entries={found.archive} />
        </div>
      )}
    </Dialog>
  )
}
