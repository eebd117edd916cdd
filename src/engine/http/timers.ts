import { setTimeout as waitFor } from 'node:timers/promises'

/** Resolves after that many milliseconds; rejects at once when the signal is given. */
export async function abortableWait(ms: number, signal: AbortSignal): Promise<void> {
  await waitFor(ms, undefined, { signal })
}

/** Rings once, without keeping the process alive. @returns its own undo */
export function wakeAfter(ms: number, ring: () => void): () => void {
  const timer = setTimeout(ring, ms)
  timer.unref()
  return () => clearTimeout(timer)
}
