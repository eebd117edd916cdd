import { useEffect, useState } from 'react'
import type { TelemetryStatus } from '../../../shared/telemetry'
import { useNetwork } from '../app/network-slice'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { Switch } from '../parts/Checkbox'
import { FormError } from '../parts/FormError'
import { SavedTextField } from '../parts/SavedTextField'
import { useSettings } from './settings-slice'

/** Whether times and figures are sent to a collector of the company's own, and how the last sending went. */
export function TelemetryFields() {
  const { t, instant } = useText()
  const telemetry = useSettings(state => state.settings.telemetry)
  const isClosed = useNetwork(state => state.isClosed)
  const { change } = useSettings.getState()
  const [status, setStatus] = useState<TelemetryStatus | null>(null)
  useEffect(() => {
    let isCurrent = true
    void engine.call('telemetry.status').then(reply => {
      if (isCurrent && reply.ok) setStatus(reply.value)
    })
    return () => {
      isCurrent = false
    }
  }, [telemetry, isClosed])
  const { address = null, isRefused = false, lastSentAt = null, lastFailedAt = null } = status ?? {}
  const hasFailed = lastFailedAt !== null && lastFailedAt > (lastSentAt ?? 0)
  return (
    <div className="form sub">
      <Switch
        isSelected={telemetry.isOn}
        onChange={isOn => void change({ telemetry: { ...telemetry, isOn } })}
        hint={t('telemetry.hint')}
      >
        {t('telemetry.switch')}
      </Switch>
      <SavedTextField
        label={t('telemetry.address')}
        hint={t('telemetry.address.hint')}
        value={telemetry.address}
        maxLength={500}
        {...(isRefused && { error: t('telemetry.refused') })}
        onSave={typed => void change({ telemetry: { ...telemetry, address: typed.trim() } })}
      />
      {address !== null && (
        <p role="status">
          {[
            t('telemetry.on', { address }),
            ...(lastSentAt === null ? [] : [t('telemetry.lastSent', { at: instant(lastSentAt) })]),
          ].join(' ')}
        </p>
      )}
      {hasFailed && <FormError>{t('telemetry.lastFailed', { at: instant(lastFailedAt) })}</FormError>}
    </div>
  )
}
