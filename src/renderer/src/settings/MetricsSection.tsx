import { useEffect, useState } from 'react'
import { MetricsSettings, type MetricsStatus } from '../../../shared/analytics'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { Switch } from '../parts/Checkbox'
import { FormError } from '../parts/FormError'
import { SavedTextField } from '../parts/SavedTextField'
import { useSettings } from './settings-slice'
import { TelemetryFields } from './TelemetryFields'

/** Who else may have the figures: a Prometheus server on this machine asks for them, a collector is sent them. */
export function MetricsSection() {
  return (
    <>
      <Prometheus />
      <TelemetryFields />
    </>
  )
}

/** Whether the figures of Analytics are told to a Prometheus server on this machine. Off unless somebody wants it. */
function Prometheus() {
  const { t } = useText()
  const metrics = useSettings(state => state.settings.metrics)
  const { change } = useSettings.getState()
  const [isPortRefused, refusePort] = useState(false)
  const [status, setStatus] = useState<MetricsStatus | null>(null)
  useEffect(() => {
    let isCurrent = true
    void engine.call('metrics.status').then(reply => {
      if (isCurrent && reply.ok) setStatus(reply.value)
    })
    return () => {
      isCurrent = false
    }
  }, [metrics])
  return (
    <div className="form">
      <Switch
        isSelected={metrics.isOn}
        onChange={isOn => void change({ metrics: { ...metrics, isOn } })}
        hint={t('settings.metrics.hint')}
      >
        {t('settings.metrics.switch')}
      </Switch>
      <SavedTextField
        label={t('settings.metrics.port')}
        value={String(metrics.port)}
        inputMode="numeric"
        {...(isPortRefused && { error: t('settings.metrics.portRange') })}
        onSave={typed => {
          const port = MetricsSettings.shape.port.safeParse(Number(typed))
          refusePort(!port.success)
          if (port.success) void change({ metrics: { ...metrics, port: port.data } })
        }}
      />
      {status?.address && <p role="status">{t('settings.metrics.address', { address: status.address })}</p>}
      {status?.failedPort && <FormError>{t('settings.metrics.failed', { port: String(status.failedPort) })}</FormError>}
    </div>
  )
}
