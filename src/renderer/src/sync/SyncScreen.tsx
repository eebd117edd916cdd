import { useEffect } from 'react'
import { useCounts } from '../app/counts-slice'
import { useLedger } from '../app/ledger-slice'
import { useText } from '../i18n/t'
import { BigCapitalLane } from './BigCapitalLane'
import { LedgerLog } from './LedgerLog'
import { useSync } from './sync-slice'

/** What goes to the ledger and what comes back. */
export function SyncScreen() {
  const { t } = useText()
  const ledger = useLedger(state => state.ledger)
  const failed = useCounts(state => state.tabs.failed)
  // Both change with every run of the sync; the lists follow them.
  useEffect(() => void useSync.getState().load(), [ledger, failed])
  return (
    <>
      <header className="head">
        <h1>{t('sync.title')}</h1>
      </header>
      <div className="sync-body">
        <BigCapitalLane ledger={ledger} />
        <LedgerLog />
      </div>
    </>
  )
}
