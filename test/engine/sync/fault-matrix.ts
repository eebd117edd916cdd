import type { TlsServers } from '../../ledger-stand-in/tls-servers'
import {
  allFaults,
  creates,
  draftCalls,
  draftKillPoints,
  killPoints,
  knownVendor,
  questions,
  restoreCalls,
  runPlan,
  type Call,
  type NetworkFault,
  type Outcome,
  type Plan,
  type Trouble,
} from './fault-plan'
import type { FaultKind } from '../../ledger-stand-in/faults'

/** A row of the matrix: one fault at one call, or one moment to be killed at. */
export interface Row {
  readonly title: string
  /** Column of the printed table. */
  readonly fault: string
  readonly call: string
  plan(seed: number): Plan
}

const single = (seed: number, troubles: readonly Omit<TroubleOf, 'round'>[]): Plan => ({
  seed,
  rounds: 1,
  throttle: false,
  troubles: troubles.map(trouble => ({ round: 0, ...trouble }) as Trouble),
})
type TroubleOf = Trouble

/** Every fault at every call, every moment to be killed at, and every fault of the look-up after such a death. */
export function faultRows(): Row[] {
  const atCalls = [...creates, ...questions].flatMap(call =>
    allFaults.map((fault): Row => ({
      title: `${call.method} ${call.pattern}: ${fault}`,
      fault,
      call: `${call.method} ${call.pattern.replace('/api', '')}`,
      plan: seed => single(seed, [{ fault, call, times: hits(fault, call, seed) } as Trouble]),
    })),
  )
  const killed = killPoints.map((killedAt): Row => ({
    title: `killed at ${killedAt}`,
    fault: 'killed',
    call: `at ${killedAt}`,
    plan: seed => single(seed, [{ killedAt } as Trouble]),
  }))
  const lookUp: Call = { method: 'GET', pattern: '/api/bills' }
  const killedThen = allFaults.map((fault): Row => ({
    title: `killed after the answer, the look-up then meets ${fault}`,
    fault,
    call: 'look-up after a death',
    plan: seed => single(seed, [{ killedAt: 'answered' } as Trouble, { fault, call: lookUp, times: 1 } as Trouble]),
  }))
  const drafts = [
    ...draftCalls.flatMap(call =>
      allFaults.map((fault): Row => ({
        title: `as a draft, ${call.method} ${call.pattern}: ${fault}`,
        fault,
        call: `${call.method} ${call.pattern.replace('/api', '')} (draft)`,
        plan: seed => ({ ...single(seed, [{ fault, call, times: 1 } as Trouble]), drafts: true }),
      })),
    ),
    ...draftKillPoints.map((killedAt): Row => ({
      title: `as a draft, killed at ${killedAt}`,
      fault: 'killed',
      call: `at ${killedAt} (draft)`,
      plan: seed => ({ ...single(seed, [{ killedAt } as Trouble]), drafts: true }),
    })),
  ]
  const known = allFaults.map((fault): Row => ({
    title: `GET ${knownVendor.pattern}: ${fault}`,
    fault,
    call: 'GET /vendors/:id',
    plan: seed => ({ ...single(seed, [{ fault, call: knownVendor, times: 1 } as Trouble]), before: 'posted' }),
  }))
  const restored = restoreCalls.flatMap(call =>
    allFaults.map((fault): Row => ({
      title: `while restoring, ${call.method} ${call.pattern}: ${fault}`,
      fault,
      call: `${call.method} ${call.pattern.replace('/api', '')} (restore)`,
      plan: seed => ({ ...single(seed, [{ fault, call, times: 1 } as Trouble]), before: 'changed' }),
    })),
  )
  return [...atCalls, ...killed, ...killedThen, ...drafts, ...known, ...restored]
}

/** Two hits in a row for some seeds, where there is something to hit twice. */
function hits(fault: FaultKind | NetworkFault, { method }: Call, seed: number): number {
  // One jump is enough: what is asked is then asked anew or remembered.
  if (fault.startsWith('clock')) return 1
  if (method === 'GET') return 1 + (seed % 2)
  // A create done in spite of its fault is not repeated, and a server error met twice goes to a person.
  const isOnce = fault.startsWith('server_error') || fault.endsWith('_after')
  return isOnce ? 1 : 1 + (seed % 2)
}

export function isKept({ lost, doubled, repeatedWithoutLookup, complaints, mostInFlight }: Outcome): boolean {
  return lost + doubled + repeatedWithoutLookup + complaints.length === 0 && mostInFlight <= 1
}

export async function holds(plan: Plan, tls: TlsServers): Promise<boolean> {
  return isKept(await runPlan(plan, tls))
}
