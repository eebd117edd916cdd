import { Stethoscope } from 'lucide-react'
import { version } from '../../../../package.json'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { useDiagnostics } from './diagnostics-slice'
import { Licences } from './Licences'

export function AboutSection() {
  const { t } = useText()
  const isCollecting = useDiagnostics(state => state.isCollecting)
  return (
    <>
      <p>
        <strong>{t('app.name')}</strong> · {t('settings.about.version', { version })}
      </p>
      <p>{t('settings.about.body')}</p>
      <p>{t('settings.about.local')}</p>
      <p className="muted">{t('settings.about.license')}</p>
      <h3>{t('diagnostics.heading')}</h3>
      <p>{t('diagnostics.about')}</p>
      <div className="actions">
        <Button icon={Stethoscope} isDisabled={isCollecting} onPress={() => void useDiagnostics.getState().collect()}>
          {t('command.diagnostics')}
        </Button>
      </div>
      <Licences />
    </>
  )
}
