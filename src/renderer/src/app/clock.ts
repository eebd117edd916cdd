import { useSyncExternalStore } from 'react'

/** How often ages on screen move on, in milliseconds. */
const everyMs = 30_000

/** The engine's clock is the one that counts; the machine's own until the engine has told it. */
let aheadMs = 0
let now = currentTime()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function tick(): void {
  now = currentTime()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = currentTime()
    timer = setInterval(tick, everyMs)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

/** Epoch milliseconds by the engine's clock. */
export function currentTime(): number {
  return Date.now() + aheadMs
}

/** @param engineNow what the engine's clock says now */
export function setClock(engineNow: number): void {
  aheadMs = engineNow - Date.now()
  tick()
}

/** The time of day for ages ("2 h"), in epoch milliseconds; one timer for everything on screen. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
