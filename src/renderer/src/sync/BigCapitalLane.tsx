import { ExternalLink, RefreshCw, ScrollText } from 'lucide-react'
import type { LedgerStatus } from '../../../shared/ledger'
import { useCounts } from '../app/counts-slice'
import { useNetwork } from '../app/network-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { FormError } from '../parts/FormError'
import { Lane, LaneHead, OfflineLane, PauseButton } from './Lane'
import { openInLedger } from './open-in-ledger'
import { SyncProblems } from './SyncProblems'
import { useSync } from './sync-slice'
import { UnknownBills } from './UnknownBills'

interface BigCapitalLaneProps {
  readonly ledger: LedgerStatus
  onShowLog(): void
}

/** The ledger's lane: how it stands, what went, what did not and why. */
export function BigCapitalLane({ ledger, onShowLog }: BigCapitalLaneProps) {
  const { t } = useText()
  return (
    <Lane name="BigCapital">
      {ledger.connected ? (
        <Connected ledger={ledger} onShowLog={onShowLog} />
      ) : (
        <OfflineLane off={t('settings.ledger.off')} connect={t('sync.connect')} section="ledger" />
      )}
      <SyncProblems />
      <UnknownBills />
    </Lane>
  )
}

function Connected({ ledger, onShowLog }: BigCapitalLaneProps) {
  const { t } = useText()
  const ready = useCounts(state => state.tabs.ready)
  const isClosed = useNetwork(state => state.isClosed)
  const { isPaused = false, lastSyncAt, nextSyncAt, lastError } = ledger
  return (
    <>
      <LaneHead
        isPaused={isPaused}
        lastAt={lastSyncAt}
        nextAt={nextSyncAt}
        lastError={lastError}
        circuit={ledger.circuit}
        counts={[
          [t('sync.count.ready'), ready],
          [t('sync.count.waiting'), ledger.waiting],
          [t('sync.count.today'), ledger.postedToday ?? 0],
          [t('sync.count.failed'), ledger.failed],
          [t('sync.count.drifted'), ledger.watch?.drifted ?? 0],
        ]}
      />
      <Alarm ledger={ledger} />
      <div className="actions">
        <Button icon={RefreshCw} command="ledger.sync" isDisabled={isClosed}>
          {t('settings.ledger.sync')}
        </Button>
        <PauseButton isPaused={isPaused} onChange={isWanted => void useSync.getState().setPaused(isWanted)} />
        <Button icon={ExternalLink} isDisabled={isClosed} onPress={() => void openInLedger(null)}>
          {t('sync.openLedger')}
        </Button>
        <Button icon={ScrollText} onPress={onShowLog}>
          {t('sync.view.sent')}
        </Button>
      </div>
    </>
  )
}

/** What the ledger says about posted bills, and nobody believes without a person's word. */
function Alarm({ ledger }: { readonly ledger: LedgerStatus }) {
  const text = useText()
  const alarm = ledger.watch?.alarm ?? null
  if (!alarm) return null
  return (
    <div className="sync-alarm">
      <FormError>{errorText(text, alarm)}</FormError>
      {alarm.code === 'ledger_mass_change' && (
        <Button tone="danger" onPress={() => void useSync.getState().confirmMassChange()}>
          {text.t('sync.confirmMassChange')}
        </Button>
      )}
    </div>
  )
}
