import { ChartKey } from '../../../shared/settings'
import { useText } from '../i18n/t'
import { SavedTextField } from '../parts/SavedTextField'
import { Select } from '../parts/Select'
import { CompanyProfileFields } from './CompanyProfileFields'
import { countryOptions } from './countries'
import { MeaningModelField } from './MeaningModelField'
import { useSettings } from './settings-slice'

const currencies = ['MXN', 'USD', 'EUR', 'GBP', 'CAD', 'CHF'] as const

/** Whose books these are: invoices are compared with these names and tax IDs. */
export function CompanySection() {
  const { t, language } = useText()
  const settings = useSettings(state => state.settings)
  const { change } = useSettings.getState()
  // One's own chart is chosen by importing it.
  const charts = ChartKey.options.filter(key => key !== 'own' || settings.chart === 'own')
  const currencyNames = new Intl.DisplayNames(language, { type: 'currency' })
  return (
    <div className="form">
      <SavedTextField
        className="wide"
        label={t('settings.companyName')}
        value={settings.companyName}
        maxLength={255}
        onSave={companyName => void change({ companyName })}
      />
      <SavedTextField
        className="wide"
        label={t('settings.companyTaxIds')}
        hint={t('settings.companyTaxIds.hint')}
        value={settings.companyTaxIds.join(', ')}
        onSave={text => void change({ companyTaxIds: taxIds(text) })}
      />
      <Select
        label={t('settings.country')}
        value={settings.country}
        options={countryOptions(language, settings.country)}
        onChange={country => void change({ country })}
      />
      <Select
        label={t('settings.currency')}
        value={settings.homeCurrency}
        options={withPresent(currencies, settings.homeCurrency).map(id => ({
          id,
          label: `${id} · ${currencyNames.of(id) ?? id}`,
        }))}
        onChange={homeCurrency => void change({ homeCurrency })}
      />
      <Select
        label={t('settings.chart')}
        value={settings.chart}
        options={charts.map(id => ({ id, label: t(`settings.chart.${id}`) }))}
        onChange={chart => void change({ chart })}
      />
      <CompanyProfileFields />
      <MeaningModelField />
    </div>
  )
}

/** Tax IDs as typed, separated by commas or spaces. */
export function taxIds(text: string): string[] {
  const parts = text.split(/[\s,;]+/).filter(part => part !== '')
  return [...new Set(parts.map(part => part.toUpperCase()))]
}

function withPresent(known: readonly string[], present: string): readonly string[] {
  return known.includes(present) ? known : [...known, present]
}
