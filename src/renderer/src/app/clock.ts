import { useSyncExternalStore } from 'react'

/** How often ages on screen move on, in milliseconds. */
const everyMs = 30_000

let now = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function tick(): void {
  now = Date.now()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now()
    timer = setInterval(tick, everyMs)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

/** The time of day for ages ("2 h"), in epoch milliseconds; one timer for everything on screen. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
