import { findRoute } from './routes'

/** What may happen to a call before it reaches the server. */
export interface Detour {
  readonly method: string
  readonly pattern: string
  readonly times: number
  /** @returns the answer or failure met instead; undefined to go on to the server */
  meet(path: string, init: RequestInit | undefined): Promise<Response> | undefined
}

const ledgerPattern = (method: string, path: string) => findRoute(method, path)?.route.pattern

/**
 * `fetch` with detours: the network between the sync and the stand-in.
 *
 * @param patternOf the route pattern of a call, where the stand-in is another one than the ledger's
 */
export function createNetwork(patternOf: (method: string, path: string) => string | undefined = ledgerPattern) {
  const waiting: { detour: Detour; left: number }[] = []
  let inFlight = 0
  let mostInFlight = 0
  return {
    add(detour: Detour): void {
      waiting.push({ detour, left: detour.times })
    },
    clear(): void {
      waiting.length = 0
    },
    /** How many calls are still to be led astray. */
    pending: () => waiting.reduce((sum, each) => sum + each.left, 0),
    /** The most calls the client had under way at once; one it has given up is none. */
    mostInFlight: () => mostInFlight,
    fetch: (async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input)
      const method = init?.method ?? 'GET'
      const pattern = patternOf(method, url.pathname)
      const hit = waiting.find(
        each => each.left > 0 && each.detour.method === method && each.detour.pattern === pattern,
      )
      mostInFlight = Math.max(mostInFlight, ++inFlight)
      try {
        if (hit) {
          hit.left--
          const met = hit.detour.meet(`${url.pathname}${url.search}`, init)
          if (met) return await met
        }
        return await fetch(url, init)
      } finally {
        inFlight--
      }
    }) satisfies typeof fetch as typeof fetch,
  }
}

export type Network = ReturnType<typeof createNetwork>

/** As `fetch` fails for a name that nobody knows; a test holds it against the real thing. */
export function unknownHost(host: string): Error {
  const cause = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND', syscall: 'getaddrinfo' })
  return new TypeError('fetch failed', { cause })
}
