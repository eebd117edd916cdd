import { useLanguage } from '../i18n/t'
import { useSettings } from '../settings/settings-slice'

/** Without books there are no settings: the system's language is the best guess. */
export function speakAsTheSystem(): void {
  if (useSettings.getState().isLoaded) return
  const isSpanish = navigator.language.startsWith('es')
  useLanguage.getState().setLanguage(isSpanish ? 'es' : 'en', navigator.language)
}
