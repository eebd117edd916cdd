import { CircleAlert, CircleCheck, CirclePause, CloudOff, ExternalLink, Pause, Play, RefreshCw } from 'lucide-react'
import type { LedgerStatus } from '../../../shared/ledger'
import { useCounts } from '../app/counts-slice'
import { useLedger } from '../app/ledger-slice'
import { useNavigation } from '../app/navigation'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Pill } from '../parts/StatePill'
import { openInLedger } from './open-in-ledger'
import { SyncProblems } from './SyncProblems'
import { useSync } from './sync-slice'

/** The ledger's lane: how it stands, what went, what did not and why. */
export function BigCapitalLane({ ledger }: { readonly ledger: LedgerStatus }) {
  const { t } = useText()
  return (
    <section className="sync-lane" aria-label="BigCapital">
      <h2>BigCapital</h2>
      {ledger.connected ? (
        <Connected ledger={ledger} />
      ) : (
        <>
          <p>
            <Pill icon={CloudOff} tone="quiet">
              {t('ledger.offline')}
            </Pill>
          </p>
          <div className="actions">
            <Button tone="primary" onPress={() => useNavigation.getState().openSettings('ledger')}>
              {t('sync.connect')}
            </Button>
          </div>
        </>
      )}
      <SyncProblems />
    </section>
  )
}

function Connected({ ledger }: { readonly ledger: LedgerStatus }) {
  const text = useText()
  const { t, instant } = text
  const isPaused = ledger.isPaused === true
  const { lastSyncAt, nextSyncAt, lastError } = ledger
  return (
    <>
      <p className="sync-line">
        <Pill icon={isPaused ? Pause : CircleCheck} tone={isPaused ? 'quiet' : 'good'}>
          {t(isPaused ? 'sync.paused' : 'sync.connected')}
        </Pill>
        <span className="num">
          {t('sync.last', { at: lastSyncAt === null ? '—' : instant(lastSyncAt) })}
          {' · '}
          {t('sync.next', { at: nextSyncAt === null || isPaused ? '—' : instant(nextSyncAt) })}
        </span>
      </p>
      <Counts ledger={ledger} />
      {lastError && (
        <p className="form-error" role="alert">
          <CircleAlert aria-hidden="true" />
          {errorText(text, lastError)}
        </p>
      )}
      <Circuit ledger={ledger} />
      <Alarm ledger={ledger} />
      <div className="actions">
        <Button icon={RefreshCw} command="ledger.sync">
          {t('settings.ledger.sync')}
        </Button>
        <Button icon={isPaused ? Play : Pause} onPress={() => void useSync.getState().setPaused(!isPaused)}>
          {t(isPaused ? 'sync.goOn' : 'sync.pause')}
        </Button>
        <Button icon={ExternalLink} onPress={() => void openInLedger(null)}>
          {t('sync.openLedger')}
        </Button>
      </div>
    </>
  )
}

/** Whether the ledger is left alone after failing again and again, and until when. */
function Circuit({ ledger }: { readonly ledger: LedgerStatus }) {
  const { t, instant } = useText()
  const { state, failures, triedAgainAt } = ledger.circuit ?? { state: 'closed', failures: 0, triedAgainAt: null }
  if (state === 'closed') return null
  return (
    <p className="sync-line" role="status">
      <Pill icon={CirclePause} tone="check">
        {state === 'open'
          ? t('sync.circuit.open', { failures, at: triedAgainAt === null ? '—' : instant(triedAgainAt) })
          : t('sync.circuit.half_open')}
      </Pill>
    </p>
  )
}

function Counts({ ledger }: { readonly ledger: LedgerStatus }) {
  const { t, number } = useText()
  const ready = useCounts(state => state.tabs.ready)
  const counts: readonly (readonly [string, number])[] = [
    [t('sync.count.ready'), ready],
    [t('sync.count.waiting'), ledger.waiting],
    [t('sync.count.today'), ledger.postedToday ?? 0],
    [t('sync.count.failed'), ledger.failed],
    [t('sync.count.drifted'), ledger.watch?.drifted ?? 0],
  ]
  return (
    <dl className="sync-counts num">
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What the ledger says about posted bills, and nobody believes without a person's word. */
function Alarm({ ledger }: { readonly ledger: LedgerStatus }) {
  const text = useText()
  const alarm = ledger.watch?.alarm ?? null
  if (!alarm || !useLedger.getState().ledger.connected) return null
  return (
    <div className="sync-alarm" role="alert">
      <p className="form-error">
        <CircleAlert aria-hidden="true" />
        {errorText(text, alarm)}
      </p>
      {alarm.code === 'ledger_mass_change' && (
        <Button tone="danger" onPress={() => void useSync.getState().confirmMassChange()}>
          {text.t('sync.confirmMassChange')}
        </Button>
      )}
    </div>
  )
}
