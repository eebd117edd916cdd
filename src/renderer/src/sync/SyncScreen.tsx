import { useEffect, useState } from 'react'
import { useCounts } from '../app/counts-slice'
import { useLedger } from '../app/ledger-slice'
import { usePaperless } from '../app/paperless-slice'
import { useText } from '../i18n/t'
import { Tabs } from '../parts/Tabs'
import { ArchiveLog } from './ArchiveLog'
import { BigCapitalLane } from './BigCapitalLane'
import { JobsView } from './JobsView'
import { PaperlessLane } from './PaperlessLane'
import { LedgerLog } from './LedgerLog'
import { MappingView } from './MappingView'
import { useSync } from './sync-slice'

type View = 'lanes' | 'mapping' | 'jobs' | 'sent'

/** What goes to other programs and what comes back, where it goes there, and all the work of the engine. */
export function SyncScreen() {
  const { t } = useText()
  const ledger = useLedger(state => state.ledger)
  const failed = useCounts(state => state.tabs.failed)
  const [view, setView] = useState<View>('lanes')
  const paperless = usePaperless(state => state.paperless)
  // All change with every run of a lane; the lists follow them.
  useEffect(() => void useSync.getState().load(), [ledger, failed, paperless])
  return (
    <>
      <header className="head">
        <h1>{t('sync.title')}</h1>
      </header>
      <Tabs<View>
        label={t('sync.title')}
        chosen={view}
        isViewPerTab
        onChoose={setView}
        tabs={[
          { id: 'lanes', label: t('sync.view.lanes') },
          { id: 'mapping', label: t('sync.view.mapping') },
          { id: 'jobs', label: t('sync.view.jobs') },
          { id: 'sent', label: t('sync.view.sent') },
        ]}
      >
        <div className="sync-body">
          {view === 'lanes' && (
            <div className="sync-lanes">
              <BigCapitalLane ledger={ledger} onShowLog={() => setView('sent')} />
              <PaperlessLane onShowLog={() => setView('sent')} />
            </div>
          )}
          {view === 'mapping' && <MappingView />}
          {view === 'jobs' && <JobsView />}
          {view === 'sent' && <Logs />}
        </div>
      </Tabs>
    </>
  )
}

/** What exactly went to each of them and what came back. */
function Logs() {
  const log = useSync(state => state.log)
  const archiveLog = useSync(state => state.archiveLog)
  return (
    <div className="sync-logs">
      <LedgerLog entries={log} />
      <ArchiveLog entries={archiveLog} />
    </div>
  )
}
