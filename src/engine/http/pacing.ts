import type { EpochMs } from '../../shared/ids'

/**
 * Keeps to the ledger's limit by what its answers say: 10 calls a minute and route as shipped, but operators may
 * change it (contracts/bigcapital.md §4), so nothing is assumed before the first answer.
 */
export function createPacing(now: () => EpochMs) {
  const windows = new Map<string, { left: number; resetAt: EpochMs; learnedAt: EpochMs }>()
  return {
    /** @returns milliseconds to stay away from this route; 0 when it may be called */
    waitFor(route: string): number {
      const window = windows.get(route)
      if (!window || window.left > 0) return 0
      const isClockSetBack = now() < window.learnedAt
      return isClockSetBack ? 0 : Math.max(0, window.resetAt - now())
    },
    learn(route: string, headers: Headers): void {
      const counters = ['-auth', '']
        .map(suffix => ({
          left: numberIn(headers, `x-ratelimit-remaining${suffix}`),
          reset: numberIn(headers, `x-ratelimit-reset${suffix}`),
        }))
        .filter(counter => counter.left !== undefined && counter.reset !== undefined)
        // The tighter of the two counters decides.
        .sort((one, other) => (one.left ?? 0) - (other.left ?? 0))
      const [tightest] = counters
      if (tightest === undefined) windows.delete(route)
      else {
        const resetAt = now() + (tightest.reset ?? 0) * 1000
        windows.set(route, { left: tightest.left ?? 0, resetAt, learnedAt: now() })
      }
    },
  }
}

export type Pacing = ReturnType<typeof createPacing>

/** How long a 429 asks to wait, in milliseconds. The plain header appears only when the looser limit trips. */
export function retryAfter(headers: Headers): number {
  const seconds = numberIn(headers, 'retry-after-auth') ?? numberIn(headers, 'retry-after') ?? 60
  return Math.min(Math.max(seconds, 1), 3600) * 1000
}

function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name)
  if (text === null || !/^\d+$/.test(text)) return undefined
  return Number(text)
}
