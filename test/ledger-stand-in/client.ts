import { createCircuit } from '../../src/engine/http/circuit'
import { createPacing } from '../../src/engine/http/pacing'
import { usualTimeouts } from '../../src/engine/http/server'
import { createBigCapital } from '../../src/engine/sync/bigcapital'
import type { Ledger } from '../../src/engine/sync/ledger-port'
import { ledgerDialect } from '../../src/engine/sync/ledger-dialect'
import { findRoute } from './routes'

/** How the table of calls names one: `GET /bills/:id`. */
export function callOf(method: string, path: string): string {
  const pattern = findRoute(method, path.replace(/\?.*$/, ''))?.route.pattern ?? path
  return `${method} ${pattern.replace('/api', '')}`
}

/**
 * A client in front of a server that gives every call the same answer. A new one for each call: after five refusals in a
 * row the server would be left alone.
 *
 * @param made is told each call
 */
export function clientHearing(answer: () => Response, made: (call: string) => void = () => undefined): Ledger {
  return createBigCapital({
    baseUrl: 'http://ledger.example/api',
    dialect: ledgerDialect,
    headers: {},
    fetch: (input, init) => {
      made(callOf(init?.method ?? 'GET', new URL(input instanceof Request ? input.url : input).pathname))
      return Promise.resolve(answer())
    },
    pacing: createPacing(() => 0),
    circuit: createCircuit(() => 0),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => 0,
    wait: () => Promise.resolve(),
    signal: new AbortController().signal,
    timeouts: usualTimeouts,
  })
}
