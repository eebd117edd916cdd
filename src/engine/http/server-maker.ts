import type { EpochMs } from '../../shared/ids'
import type { EngineLog } from '../host'
import type { Circuit } from './circuit'
import { createPacing } from './pacing'
import type { Dialect, Server, Timeouts } from './server'
import { abortableWait } from './timers'

interface MakerParts {
  readonly dialect: Dialect
  readonly circuit: Circuit
  readonly log: EngineLog
  now(): EpochMs
  /** Ends calls and waits under way. */
  signal(): AbortSignal
  readonly timeouts: Timeouts
  readonly fetch: typeof globalThis.fetch | undefined
  readonly wait: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined
}

/** Makes the servers one lane speaks to, given address and headers; the limits learned from answers outlive each. */
export function createServerMaker(parts: MakerParts): (baseUrl: string, headers: Server['headers']) => Server {
  const { dialect, circuit, log, now, timeouts, wait = abortableWait } = parts
  const pacing = createPacing(now)
  return (baseUrl, headers) => {
    const signal = parts.signal()
    const fetch = parts.fetch ?? globalThis.fetch
    return {
      baseUrl,
      dialect,
      headers,
      fetch,
      pacing,
      circuit,
      log,
      now,
      wait: ms => wait(ms, signal),
      signal,
      timeouts,
    }
  }
}
