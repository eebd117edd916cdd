import { useEffect } from 'react'
import { useSettings } from '../settings/settings-slice'
import { locksOf, useLock } from './lock-slice'

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Locks a protected workspace, or the vault of one that is not, once nobody has touched it for as long as Settings say. */
export function useIdleLock(): void {
  const locks = useLock(locksOf)
  const minutes = useSettings(state => state.settings.lockAfterMinutes)
  useEffect(() => {
    if (!locks || minutes === 0) return undefined
    return whenIdle(minutes * 60_000, () => void useLock.getState().lock())
  }, [locks, minutes])
}

/**
 * Calls back once nobody has touched keys or mouse for that many milliseconds.
 * @returns its own undo
 */
export function whenIdle(ms: number, idle: () => void): () => void {
  let touchedAt = Date.now()
  let timer: ReturnType<typeof setTimeout>
  // By the clock, not by the timer: a machine that slept was idle too.
  const look = () => {
    const left = touchedAt + ms - Date.now()
    if (left <= 0) idle()
    else timer = setTimeout(look, left)
  }
  const touched = () => void (touchedAt = Date.now())
  timer = setTimeout(look, ms)
  for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true })
  return () => {
    clearTimeout(timer)
    for (const sign of signs) window.removeEventListener(sign, touched, { capture: true })
  }
}
