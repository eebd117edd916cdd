import { setTimeout } from 'node:timers/promises'

/** Resolves after that many milliseconds; rejects at once when the signal is given. */
export async function abortableWait(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal })
}
