import type { Call, NetworkFault } from '../../faults/network-faults'
import { faultsAt, killsAt, type Row } from '../../faults/rows'
import type { FaultKind } from '../../ledger-stand-in/faults'
import {
  allFaults,
  creates,
  draftCalls,
  draftKillPoints,
  killPoints,
  knownVendor,
  questions,
  restoreCalls,
  type Outcome,
  type Plan,
  type Trouble,
} from './fault-plan'

/** A trouble of the only round. */
type Single = Trouble extends infer T ? (T extends Trouble ? Omit<T, 'round'> : never) : never

const single = (seed: number, ...troubles: readonly Single[]): Plan => ({
  seed,
  rounds: 1,
  throttle: false,
  troubles: troubles.map(trouble => ({ round: 0, ...trouble })),
})

/** Every fault at every call, every moment to be killed at, and every fault of the look-up after such a death. */
export function faultRows(): Row<Plan>[] {
  const lookUp: Call = { method: 'GET', pattern: '/api/bills' }
  const asDraft = { titled: 'as a draft, ', lined: (what: string) => `${what} (draft)` }
  const whileRestoring = { titled: 'while restoring, ', lined: (what: string) => `${what} (restore)` }
  return [
    ...faultsAt([...creates, ...questions], allFaults, (seed, fault, call): Plan =>
      single(seed, { fault, call, times: hits(fault, call, seed) }),
    ),
    ...killsAt(killPoints, (seed, killedAt): Plan => single(seed, { killedAt })),
    ...faultsAt(
      [lookUp],
      allFaults,
      (seed, fault, call): Plan => single(seed, { killedAt: 'answered' }, { fault, call, times: 1 }),
      { titled: 'killed after the answer, then ', lined: () => 'look-up after a death' },
    ),
    ...faultsAt(
      draftCalls,
      allFaults,
      (seed, fault, call): Plan => ({ ...single(seed, { fault, call, times: 1 }), drafts: true }),
      asDraft,
    ),
    ...killsAt(draftKillPoints, (seed, killedAt): Plan => ({ ...single(seed, { killedAt }), drafts: true }), asDraft),
    ...faultsAt([knownVendor], allFaults, (seed, fault, call): Plan => ({
      ...single(seed, { fault, call, times: 1 }),
      before: 'posted',
    })),
    ...faultsAt(
      restoreCalls,
      allFaults,
      (seed, fault, call): Plan => ({ ...single(seed, { fault, call, times: 1 }), before: 'changed' }),
      whileRestoring,
    ),
  ]
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
