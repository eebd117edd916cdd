import type { Language } from '../i18n/messages'
import { useLanguage } from '../i18n/t'
import { useSettings } from '../settings/settings-slice'

/** The language of the screens that is nearest to the system's. */
export function systemLanguage(): Language {
  return navigator.language.startsWith('es') ? 'es' : 'en'
}

/** Without books there are no settings: the system's language is the best guess. */
export function speakAsTheSystem(): void {
  if (useSettings.getState().isLoaded) return
  useLanguage.getState().setLanguage(systemLanguage(), navigator.language)
}
