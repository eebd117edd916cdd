import type { Settings } from '../../../shared/settings'

/** Countries offered, with the currency books are kept in there and the chart that fits. */
export const countries: Readonly<Record<string, Pick<Settings, 'homeCurrency' | 'chart'>>> = {
  MX: { homeCurrency: 'MXN', chart: 'sat' },
  US: { homeCurrency: 'USD', chart: 'us-generic' },
  GB: { homeCurrency: 'GBP', chart: 'uk-small-business' },
  ES: { homeCurrency: 'EUR', chart: 'es-pgc' },
  DE: { homeCurrency: 'EUR', chart: 'uk-small-business' },
  FR: { homeCurrency: 'EUR', chart: 'uk-small-business' },
  IT: { homeCurrency: 'EUR', chart: 'uk-small-business' },
  NL: { homeCurrency: 'EUR', chart: 'uk-small-business' },
  PT: { homeCurrency: 'EUR', chart: 'uk-small-business' },
  AT: { homeCurrency: 'EUR', chart: 'uk-small-business' },
  BE: { homeCurrency: 'EUR', chart: 'uk-small-business' },
  IE: { homeCurrency: 'EUR', chart: 'uk-small-business' },
}

/** Options of a country select in the language of the screens; a country set elsewhere is offered too. */
export function countryOptions(language: string, present: string): readonly { id: string; label: string }[] {
  const codes = Object.hasOwn(countries, present) ? Object.keys(countries) : [...Object.keys(countries), present]
  return codes.map(id => ({ id, label: countryName(language, id) }))
}

/** @param code two letters of ISO 3166; anything else is given back as it is */
export function countryName(language: string, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}
