import type { EpochMs } from '../../shared/ids'
import type { ServerFailure } from './server-failure'

/** Failures in a row after which a server is left alone. */
export const mostFailures = 5
const restMs = 60_000

/** What a screen says about it; `opensAt` is when the server is tried again. */
export interface CircuitView {
  readonly state: 'closed' | 'open' | 'half_open'
  readonly failures: number
  readonly triedAgainAt: EpochMs | null
}

/**
 * Leaves a server alone that failed five times in a row: for a minute no call is made, then one tries whether it is
 * back. Written here because libraries read the machine's clock, and ours is handed in and may be set back.
 */
export function createCircuit(now: () => EpochMs) {
  let failures = 0
  let openedAt: EpochMs | undefined
  let last: ServerFailure | undefined
  /** Milliseconds it stays open; a clock that was set back ends it. */
  const restLeft = (): number => {
    if (openedAt === undefined || now() < openedAt) return 0
    return Math.max(0, openedAt + restMs - now())
  }
  return {
    /** The failure a call is answered with instead of being made; undefined when it may be made. */
    refusal: (): { readonly last: ServerFailure; readonly waitMs: number } | undefined =>
      last !== undefined && restLeft() > 0 ? { last, waitMs: restLeft() } : undefined,
    succeeded(): void {
      failures = 0
      openedAt = undefined
      last = undefined
    },
    failed(failure: ServerFailure): void {
      failures++
      last = failure
      if (failures >= mostFailures) openedAt = now()
    },
    /** A person asks: the next call is made at once, and if it fails the minute begins anew. */
    tryNow(): void {
      openedAt = undefined
    },
    view(): CircuitView {
      const left = restLeft()
      if (left > 0) return { state: 'open', failures, triedAgainAt: now() + left }
      return { state: failures >= mostFailures ? 'half_open' : 'closed', failures, triedAgainAt: null }
    },
  }
}

export type Circuit = ReturnType<typeof createCircuit>
