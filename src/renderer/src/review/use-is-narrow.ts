import { useSyncExternalStore } from 'react'

const narrow = () => window.matchMedia('(max-width: 1099px)')

function subscribe(listener: () => void): () => void {
  const query = narrow()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** True where document and values do not fit side by side; the document is then a toggle (F8). */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow().matches)
}
