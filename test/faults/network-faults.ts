import { unknownHost, type Network } from '../ledger-stand-in/network'
import type { Fault } from '../ledger-stand-in/faults'
import type { TlsServers } from '../ledger-stand-in/tls-servers'

/** Troubles that meet a call before it reaches the server. */
export const networkFaults = [
  'connection_refused',
  'dns_failure',
  'tls_expired',
  'tls_wrong_host',
  'tls_self_signed',
  'clock_forward',
  'clock_back',
] as const
export type NetworkFault = (typeof networkFaults)[number]

/** A route of a server, as its stand-in names it. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  readonly pattern: string
}

/** Who meets the trouble: a lane between our store and a stand-in. */
export interface Waylaid {
  readonly clock: { now: number }
  readonly network: Network
  readonly standIn: { readonly faults: { add(fault: Fault): void } }
}

/** Lets a fault lie in wait for its call, on the way or at the server. */
export function waylay(
  desk: Waylaid,
  { fault, call, times }: { readonly fault: NetworkFault | Fault['kind']; readonly call: Call; readonly times: number },
  tls: TlsServers,
): void {
  if (!isNetworkFault(fault)) return desk.standIn.faults.add({ kind: fault, ...call, times })
  desk.network.add({ ...call, times, meet: meeting(fault, desk.clock, tls) })
}

function meeting(fault: NetworkFault, clock: { now: number }, tls: TlsServers) {
  const elsewhere = (origin: string) => (path: string, init: RequestInit | undefined) => fetch(`${origin}${path}`, init)
  const jump = (ms: number) => () => {
    clock.now += ms
    return undefined
  }
  switch (fault) {
    case 'connection_refused':
      return elsewhere('http://127.0.0.1:1')
    case 'dns_failure':
      return () => Promise.reject(unknownHost('server.example'))
    case 'tls_expired':
      return elsewhere(tls.expired)
    case 'tls_wrong_host':
      return elsewhere(tls.wrongHost)
    case 'tls_self_signed':
      return elsewhere(tls.selfSigned)
    case 'clock_forward':
      return jump(26 * 60 * 60_000)
    case 'clock_back':
      return jump(-26 * 60 * 60_000)
  }
}

function isNetworkFault(fault: string): fault is NetworkFault {
  return networkFaults.some(each => each === fault)
}
