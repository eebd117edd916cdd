import { useEffect, useSyncExternalStore } from 'react'
import { useSettings } from '../settings/settings-slice'

const darkQuery = '(prefers-color-scheme: dark)'

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(darkQuery)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Puts theme, density and language on the document, where the style sheets look for them. */
export function useAppearance(): void {
  const theme = useSettings(state => state.settings.theme)
  const density = useSettings(state => state.settings.density)
  const language = useSettings(state => state.settings.language)
  const systemIsDark = useSyncExternalStore(subscribe, () => window.matchMedia(darkQuery).matches)
  const shown = theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['theme'] = shown
    dataset['density'] = density
    document.documentElement.lang = language
  }, [shown, density, language])
}
