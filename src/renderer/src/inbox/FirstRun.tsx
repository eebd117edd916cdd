import { useEffect, useEffectEvent } from 'react'
import { defaultSettings } from '../../../shared/settings'
import { systemLanguage } from '../app/speak-as-the-system'
import { useText } from '../i18n/t'
import { SavedTextField } from '../parts/SavedTextField'
import { Select } from '../parts/Select'
import { countries, countryOptions } from '../settings/countries'
import { languageChange, languages } from '../settings/languages'
import { useSettings } from '../settings/settings-slice'

/** What a fresh installation asks before its first invoice: language, whose books, where. All of it stands in Settings too. */
export function FirstRun() {
  const { t, language } = useText()
  const settings = useSettings(state => state.settings)
  const isLoaded = useSettings(state => state.isLoaded)
  const { begin, change } = useSettings.getState()
  const speakAsTheSystem = useEffectEvent(() => {
    const isUnasked = isLoaded && !settings.firstRunDone && settings.language === defaultSettings.language
    const language = systemLanguage()
    if (isUnasked && language !== settings.language)
      void begin({ formatLocale: settings.formatLocale, ...languageChange(language, settings) })
  })
  useEffect(() => speakAsTheSystem(), [isLoaded])
  return (
    <div className="first-run" role="group" aria-label={t('firstRun.label')}>
      <Select
        label={t('settings.language')}
        value={settings.language}
        options={languages.map(id => ({ id, label: t(`settings.language.${id}`) }))}
        onChange={chosen => void change({ ...languageChange(chosen, settings), firstRunDone: true })}
      />
      <Select
        label={t('settings.country')}
        value={settings.country}
        options={countryOptions(language, settings.country)}
        onChange={country => void change({ country, ...countries[country], firstRunDone: true })}
      />
      <SavedTextField
        label={t('settings.companyName')}
        value={settings.companyName}
        maxLength={255}
        onSave={companyName => void change({ companyName, firstRunDone: true })}
      />
    </div>
  )
}
