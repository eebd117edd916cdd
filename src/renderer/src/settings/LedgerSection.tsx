import { CircleAlert, CircleCheck, CloudOff, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { LedgerStatus } from '../../../shared/ledger'
import { useLedger } from '../app/ledger-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Switch } from '../parts/Checkbox'
import { ConfirmDialog } from '../parts/Dialog'
import { Select } from '../parts/Select'
import { Pill } from '../parts/StatePill'
import { TextField } from '../parts/TextField'
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
          : t('settings.ledger.off')}
      </span>
    </>
  )
}

function ConnectForm({ url: lastUrl }: { readonly url: string | null }) {
  const text = useText()
  const { t } = text
  const isConnecting = useLedger(state => state.isConnecting)
  const error = useLedger(state => state.connectError)
  const [url, setUrl] = useState(lastUrl ?? '')
  const [apiKey, setApiKey] = useState('')
  const connect = async () => {
    const isConnected = await useLedger.getState().connect(url.trim(), apiKey.trim())
    if (isConnected) setApiKey('')
  }
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void connect()
      }}
    >
      <p className="wide">
        <Pill icon={CloudOff} tone="quiet">
          {t('ledger.offline')}
        </Pill>{' '}
        {t('settings.ledger.off')}
      </p>
      <TextField
        className="wide"
        label={t('settings.ledger.url')}
        hint={t('settings.ledger.url.hint')}
        value={url}
        onChange={setUrl}
        maxLength={500}
      />
      <TextField
        className="wide"
        label={t('settings.ledger.key')}
        hint={t('settings.ledger.key.hint')}
        type="password"
        value={apiKey}
        onChange={setApiKey}
        maxLength={400}
      />
      {error && (
        <p className="wide form-error" role="alert">
          <CircleAlert aria-hidden="true" />
          {errorText(text, error)}
        </p>
      )}
      <div className="wide actions">
        <Button tone="primary" type="submit" isDisabled={isConnecting || url.trim() === '' || apiKey.trim() === ''}>
          {t(isConnecting ? 'settings.ledger.connecting' : 'settings.ledger.connect')}
        </Button>
      </div>
    </form>
  )
}

function Connected({ ledger }: { readonly ledger: LedgerStatus }) {
  const text = useText()
  const { t, number, instant } = text
  const [isAsking, setIsAsking] = useState(false)
  const facts: readonly [string, string][] = [
    [t('settings.ledger.url'), ledger.url ?? '—'],
    [t('settings.ledger.key'), t('settings.ledger.keyKept')],
    [t('settings.ledger.currency'), ledger.baseCurrency ?? '—'],
    [
      t('settings.ledger.lastSync'),
      ledger.lastSyncAt === null ? t('settings.ledger.never') : instant(ledger.lastSyncAt),
    ],
    [t('settings.ledger.nextSync'), ledger.nextSyncAt === null ? '—' : instant(ledger.nextSyncAt)],
    [t('settings.ledger.waiting'), number(ledger.waiting)],
    [t('settings.ledger.failed'), number(ledger.failed)],
  ]
  return (
    <>
      <p>
        <Pill icon={CircleCheck} tone="good">
          {t('settings.ledger.on', { organization: ledger.organization ?? ledger.url ?? '' })}
        </Pill>
      </p>
      <dl className="facts num sub">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {ledger.lastError && (
        <p className="form-error sub" role="alert">
          <CircleAlert aria-hidden="true" />
          {errorText(text, ledger.lastError)}
        </p>
      )}
      <div className="actions">
        <Button icon={RefreshCw} onPress={() => void useLedger.getState().sync()}>
          {t('settings.ledger.sync')}
        </Button>
        <Button tone="danger" onPress={() => setIsAsking(true)}>
          {t('settings.ledger.disconnect')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={t('settings.ledger.disconnect.title')}
        body={t('settings.ledger.disconnect.body')}
        action={t('settings.ledger.disconnect')}
        onConfirm={() => void useLedger.getState().disconnect()}
        onClose={() => setIsAsking(false)}
      />
    </>
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
