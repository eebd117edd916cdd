import { useSyncExternalStore } from 'react'

const narrow = window.matchMedia('(max-width: 1099px)')

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** True where document and values do not fit side by side; the document is then a toggle (F8). */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches)
}
