import { orderOf } from '../../../shared/typed-date'
import { supportedLocale } from './format'
import type { Language } from './messages'

const dayFirst: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-MX' }

/**
 * The locale of fields for days: parts are named in the language of the screens and stand in the order of the person's
 * format. Where no country of the language writes them so, the format's own language names them.
 *
 * @param formatLocale BCP 47 tag for numbers and dates
 */
export function dateFieldLocale(language: Language, formatLocale: string): string {
  const format = supportedLocale(formatLocale) ?? language
  const { region } = new Intl.Locale(format).maximize()
  const own = [region === undefined ? language : `${language}-${region}`, dayFirst[language]]
  return own.find(locale => orderOf(locale)[0] === orderOf(format)[0]) ?? format
}
