import { RefreshCw } from 'lucide-react'
import type { LedgerStatus } from '../../../shared/ledger'
import { useLedger } from '../app/ledger-slice'
import { useNetwork } from '../app/network-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Switch } from '../parts/Checkbox'
import { Select } from '../parts/Select'
import { ConnectionCard } from './ConnectionCard'
import { ConnectionForm } from './ConnectionForm'
import { useKeyPlace } from './keys-slice'
import { useSettings } from './settings-slice'

const intervals = [5, 15, 30, 60, 240] as const
const keepFor = [7, 30, 90, 365] as const

/** The connection to BigCapital. The key goes to the key store and is never shown again. */
export function LedgerSection() {
  const { t } = useText()
  const ledger = useLedger(state => state.ledger)
  return (
    <>
      {ledger.connected ? <Connected ledger={ledger} /> : <ConnectForm url={ledger.url} />}
      <div className="sub">
        <PostingChoices />
      </div>
      <span className="visually-hidden" role="status">
        {ledger.connected
          ? t('settings.ledger.on', { organization: ledger.organization ?? '' })
          : `${t('sync.notConnected')}. ${t('settings.ledger.off')}`}
      </span>
    </>
  )
}

function ConnectForm({ url }: { readonly url: string | null }) {
  const { t } = useText()
  const isConnecting = useLedger(state => state.isConnecting)
  const error = useLedger(state => state.connectError)
  const place = useKeyPlace('ledger.api_key')
  return (
    <ConnectionForm
      lastUrl={url}
      isConnecting={isConnecting}
      error={error}
      words={{
        state: t('sync.notConnected'),
        off: t('settings.ledger.off'),
        url: { label: t('settings.ledger.url'), hint: t('settings.ledger.url.hint') },
        secret: { label: t('settings.ledger.key'), hint: `${t('settings.ledger.key.hint')} ${place}` },
        connect: t('settings.ledger.connect'),
        connecting: t('settings.ledger.connecting'),
      }}
      connect={(address, apiKey) => useLedger.getState().connect(address, apiKey)}
    />
  )
}

function Connected({ ledger }: { readonly ledger: LedgerStatus }) {
  const text = useText()
  const { t, number, instant } = text
  const isClosed = useNetwork(state => state.isClosed)
  const place = useKeyPlace('ledger.api_key')
  const { url, organization, baseCurrency, lastSyncAt, nextSyncAt, lastError } = ledger
  return (
    <ConnectionCard
      state={t('settings.ledger.on', { organization: organization ?? url ?? '' })}
      facts={[
        [t('settings.ledger.url'), url ?? '—'],
        [t('settings.ledger.key'), place],
        [t('settings.ledger.currency'), baseCurrency ?? '—'],
        [t('settings.ledger.lastSync'), lastSyncAt === null ? t('settings.ledger.never') : instant(lastSyncAt)],
        [t('settings.ledger.nextSync'), nextSyncAt === null ? '—' : instant(nextSyncAt)],
        [t('settings.ledger.waiting'), number(ledger.waiting)],
        [t('settings.ledger.failed'), number(ledger.failed)],
      ]}
      problems={lastError ? [errorText(text, lastError)] : []}
      disconnectWords={{
        action: t('settings.ledger.disconnect'),
        title: t('settings.ledger.disconnect.title'),
        effect: t('settings.ledger.disconnect.body'),
      }}
      disconnect={() => void useLedger.getState().disconnect()}
    >
      <Button icon={RefreshCw} isDisabled={isClosed} onPress={() => void useLedger.getState().sync()}>
        {t('settings.ledger.sync')}
      </Button>
      {isClosed && <span className="muted">{t('network.lane')}</span>}
    </ConnectionCard>
  )
}

function PostingChoices() {
  const { t } = useText()
  const minutes = useSettings(state => state.settings.ledgerSyncMinutes)
  const createsAccounts = useSettings(state => state.settings.ledgerCreatesAccounts)
  const checksDrafts = useSettings(state => state.settings.ledgerChecksDrafts)
  const keepDays = useSettings(state => state.settings.keepJobsDays)
  const { change } = useSettings.getState()
  const keptDays = keepFor.some(one => one === keepDays) ? keepFor : [keepDays, ...keepFor]
  const offered = intervals.some(one => one === minutes) ? intervals : [minutes, ...intervals]
  return (
    <>
      <div className="form">
        <Select
          label={t('settings.ledger.minutes')}
          value={String(minutes)}
          options={offered.map(count => ({ id: String(count), label: t('settings.ledger.minutes.value', { count }) }))}
          onChange={count => void change({ ledgerSyncMinutes: Number(count) })}
        />
      </div>
      <Switch
        isSelected={createsAccounts}
        onChange={ledgerCreatesAccounts => void change({ ledgerCreatesAccounts })}
        hint={t('settings.ledger.createsAccounts.hint')}
      >
        {t('settings.ledger.createsAccounts')}
      </Switch>
      <Switch
        isSelected={checksDrafts}
        onChange={ledgerChecksDrafts => void change({ ledgerChecksDrafts })}
        hint={t('settings.ledger.checksDrafts.hint')}
      >
        {t('settings.ledger.checksDrafts')}
      </Switch>
      <div className="form">
        <Select
          label={t('settings.ledger.keepJobs')}
          value={String(keepDays)}
          options={keptDays.map(count => ({
            id: String(count),
            label: t('settings.ledger.keepJobs.value', { count }),
          }))}
          onChange={count => void change({ keepJobsDays: Number(count) })}
        />
      </div>
    </>
  )
}
