import { version } from '../../../../package.json'
import { useText } from '../i18n/t'
import { Licences } from './Licences'

export function AboutSection() {
  const { t } = useText()
  return (
    <>
      <p>
        <strong>{t('app.name')}</strong> · {t('settings.about.version', { version })}
      </p>
      <p>{t('settings.about.body')}</p>
      <p>{t('settings.about.local')}</p>
      <p className="muted">{t('settings.about.license')}</p>
      <Licences />
    </>
  )
}
