import { useEffect } from 'react'
import type { PaperlessStatus } from '../../../shared/paperless'
import { usePaperless } from '../app/paperless-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { ConnectionCard } from './ConnectionCard'
import { ConnectionForm } from './ConnectionForm'
import { useKeyPlace } from './keys-slice'
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
  const { t } = useText()
  const isConnecting = usePaperless(state => state.isConnecting)
  const error = usePaperless(state => state.connectError)
  const place = useKeyPlace('paperless.token')
  return (
    <ConnectionForm
      lastUrl={null}
      isConnecting={isConnecting}
      error={error}
      words={{
        state: t('sync.notConnected'),
        off: t('paperless.off'),
        url: { label: t('paperless.url'), hint: t('paperless.url.hint') },
        secret: { label: t('paperless.token'), hint: `${t('paperless.token.hint')} ${place}` },
        connect: t('paperless.connect'),
        connecting: t('paperless.connecting'),
      }}
      connect={(url, token) => usePaperless.getState().connect(url, token)}
    />
  )
}

function Connected({ paperless }: { readonly paperless: PaperlessStatus }) {
  const text = useText()
  const { t } = text
  const place = useKeyPlace('paperless.token')
  const { url, user, release, apiVersion, lastError, missingPermissions } = paperless
  useEffect(() => void usePaperless.getState().loadChoices(), [url])
  const missing =
    missingPermissions.length > 0 ? [t('paperless.missing', { permissions: missingPermissions.join(', ') })] : []
  return (
    <ConnectionCard
      state={t('paperless.on', { url: url ?? '', user: user ?? '' })}
      facts={[
        [t('paperless.release'), t('paperless.release.value', { release: release ?? '—', version: apiVersion ?? '—' })],
        [t('paperless.token'), place],
      ]}
      problems={[...missing, ...(lastError ? [errorText(text, lastError)] : [])]}
      disconnectWords={{
        action: t('paperless.disconnect'),
        title: t('paperless.disconnect.ask'),
        effect: t('paperless.disconnect.effect'),
      }}
      disconnect={() => void usePaperless.getState().disconnect()}
    />
  )
}
