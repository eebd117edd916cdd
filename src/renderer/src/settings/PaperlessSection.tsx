import { CircleAlert, CircleCheck, CloudOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { PaperlessStatus } from '../../../shared/paperless'
import { usePaperless } from '../app/paperless-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { ConfirmDialog } from '../parts/Dialog'
import { Pill } from '../parts/StatePill'
import { TextField } from '../parts/TextField'
import { PaperlessSelectionForm } from './PaperlessSelectionForm'
import { PaperlessWriteBackChoices } from './PaperlessWriteBackChoices'

/** The connection to Paperless-ngx, what is taken from it and what is written back. */
export function PaperlessSection() {
  const paperless = usePaperless(state => state.paperless)
  if (!paperless.connected) return <ConnectForm />
  return (
    <>
      <Connected paperless={paperless} />
      <PaperlessSelectionForm key={JSON.stringify(paperless.options.take)} />
      <PaperlessWriteBackChoices />
    </>
  )
}

function ConnectForm() {
  const text = useText()
  const { t } = text
  const isConnecting = usePaperless(state => state.isConnecting)
  const error = usePaperless(state => state.connectError)
  const [url, setUrl] = useState('')
  const [token, setToken] = useState('')
  const connect = async () => {
    if (await usePaperless.getState().connect(url.trim(), token.trim())) setToken('')
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
          {t('paperless.lane.offline')}
        </Pill>{' '}
        {t('paperless.off')}
      </p>
      <TextField
        className="wide"
        label={t('paperless.url')}
        hint={t('paperless.url.hint')}
        value={url}
        onChange={setUrl}
        maxLength={500}
      />
      <TextField
        className="wide"
        label={t('paperless.token')}
        hint={t('paperless.token.hint')}
        type="password"
        value={token}
        onChange={setToken}
        maxLength={400}
      />
      {error && (
        <p className="wide form-error" role="alert">
          <CircleAlert aria-hidden="true" />
          {errorText(text, error)}
        </p>
      )}
      <div className="wide actions">
        <Button tone="primary" type="submit" isDisabled={isConnecting || url.trim() === '' || token.trim() === ''}>
          {t(isConnecting ? 'paperless.connecting' : 'paperless.connect')}
        </Button>
      </div>
    </form>
  )
}

function Connected({ paperless }: { readonly paperless: PaperlessStatus }) {
  const text = useText()
  const { t } = text
  const [isAsking, setIsAsking] = useState(false)
  const { url, user, release, apiVersion, lastError, missingPermissions } = paperless
  useEffect(() => void usePaperless.getState().loadChoices(), [url])
  const facts: readonly (readonly [string, string])[] = [
    [t('paperless.release'), t('paperless.release.value', { release: release ?? '—', version: apiVersion ?? '—' })],
    [t('paperless.token'), t('paperless.token.kept')],
  ]
  return (
    <>
      <p>
        <Pill icon={CircleCheck} tone="good">
          {t('paperless.on', { url: url ?? '', user: user ?? '' })}
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
      {missingPermissions.length > 0 && (
        <p className="form-error sub" role="alert">
          <CircleAlert aria-hidden="true" />
          {t('paperless.missing', { permissions: missingPermissions.join(', ') })}
        </p>
      )}
      {lastError && (
        <p className="form-error sub" role="alert">
          <CircleAlert aria-hidden="true" />
          {errorText(text, lastError)}
        </p>
      )}
      <div className="actions">
        <Button tone="danger" onPress={() => setIsAsking(true)}>
          {t('paperless.disconnect')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('paperless.disconnect.ask')}
        body={t('paperless.disconnect.effect')}
        action={t('paperless.disconnect')}
        isDangerous
        onConfirm={() => void usePaperless.getState().disconnect()}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
