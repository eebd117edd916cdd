/** Headers of an answer, and whether the call is refused. */
export interface Throttled {
  readonly refused: boolean
  readonly headers: { [name: string]: string }
}

const windowMs = 60_000
const limits = { plain: 100, auth: 10 }

/**
 * The server's two counters per route handler and client address: 100 a minute, and 10 a minute (suffix `-auth`),
 * which is the one that decides. A refused client is let in again when its minute is over, however often it knocked.
 */
export function createThrottle(now: () => number) {
  const windows = new Map<string, { startedAt: number; calls: number }>()
  return (bucket: string): Throttled => {
    const at = now()
    let window = windows.get(bucket)
    // Client and server share a clock here; set back, it must not make a minute last for days.
    if (!window || at < window.startedAt || at - window.startedAt >= windowMs) {
      window = { startedAt: at, calls: 0 }
      windows.set(bucket, window)
    }
    window.calls++
    const reset = String(Math.ceil((window.startedAt + windowMs - at) / 1000))
    const plain = {
      'x-ratelimit-limit': String(limits.plain),
      'x-ratelimit-remaining': String(Math.max(0, limits.plain - window.calls)),
      'x-ratelimit-reset': reset,
    }
    if (window.calls > limits.auth) return { refused: true, headers: { ...plain, 'retry-after-auth': reset } }
    return {
      refused: false,
      headers: {
        ...plain,
        'x-ratelimit-limit-auth': String(limits.auth),
        'x-ratelimit-remaining-auth': String(limits.auth - window.calls),
        'x-ratelimit-reset-auth': reset,
      },
    }
  }
}
