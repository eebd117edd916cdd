import type { Settings } from '../../../shared/settings'
import type { Language } from '../i18n/messages'

export const languages: readonly Language[] = ['en', 'es']

const usualFormat: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-MX' }

type LanguageChange = Pick<Settings, 'language'> & Partial<Pick<Settings, 'formatLocale'>>

/**
 * The change that another language of the screens means. A format of the old language would leave its month names
 * behind, so it follows; one that was chosen on purpose stays.
 */
export function languageChange(language: Language, now: Pick<Settings, 'language' | 'formatLocale'>): LanguageChange {
  const follows = now.formatLocale === usualFormat[now.language]
  return { language, ...(follows && { formatLocale: usualFormat[language] }) }
}
