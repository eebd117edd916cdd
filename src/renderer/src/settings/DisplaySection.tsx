import { useText } from '../i18n/t'
import { Select } from '../parts/Select'
import { Switch } from '../parts/Checkbox'
import { languageChange, languages } from './languages'
import { useSettings } from './settings-slice'

/** Formats offered; the tag is what the store keeps. Names are written in the format's own language. */
const formats = [
  { id: 'es-MX', label: 'México' },
  { id: 'en-US', label: 'United States' },
  { id: 'en-GB', label: 'United Kingdom' },
  { id: 'es-ES', label: 'España' },
  { id: 'de-DE', label: 'Deutschland' },
  { id: 'fr-FR', label: 'France' },
  { id: 'it-IT', label: 'Italia' },
  { id: 'nl-NL', label: 'Nederland' },
  { id: 'pt-PT', label: 'Portugal' },
] as const

const themes = ['system', 'light', 'dark'] as const
const densities = ['normal', 'compact'] as const

/** Language, formats and look of the screens. */
export function DisplaySection() {
  const { t, money, date } = useText()
  const settings = useSettings(state => state.settings)
  const { change } = useSettings.getState()
  const known = formats.some(({ id }) => id === settings.formatLocale)
  const offered = known ? formats : [...formats, { id: settings.formatLocale, label: settings.formatLocale }]
  return (
    <>
      <div className="form">
        <Select
          label={t('settings.language')}
          value={settings.language}
          options={languages.map(id => ({ id, label: t(`settings.language.${id}`) }))}
          onChange={language => void change(languageChange(language, settings))}
        />
        <Select
          label={t('settings.formatLocale')}
          value={settings.formatLocale}
          options={offered}
          onChange={formatLocale => void change({ formatLocale })}
          hint={t('settings.formatLocale.hint', { money: money('1234567.8', null), date: date('2026-03-12') })}
        />
        <Select
          label={t('settings.theme')}
          value={settings.theme}
          options={themes.map(id => ({ id, label: t(`settings.theme.${id}`) }))}
          onChange={theme => void change({ theme })}
        />
        <Select
          label={t('settings.density')}
          value={settings.density}
          options={densities.map(id => ({ id, label: t(`settings.density.${id}`) }))}
          onChange={density => void change({ density })}
        />
      </div>
      <Switch
        isSelected={settings.singleKeyShortcuts}
        onChange={singleKeyShortcuts => void change({ singleKeyShortcuts })}
        hint={t('settings.shortcuts.hint')}
      >
        {t('settings.shortcuts')}
      </Switch>
    </>
  )
}
