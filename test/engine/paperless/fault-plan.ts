import type { PaperlessPoint } from '../../../src/engine/paperless/checkpoint'
import { faultKinds, type FaultKind } from '../../ledger-stand-in/faults'
import type { TlsServers } from '../../ledger-stand-in/tls-servers'
import { networkFaults, waylay, type Call, type NetworkFault } from '../../faults/network-faults'
import { hasSilence, patientMs, silenceMs } from '../../faults/silence'
import { allParts, everything, fill, openArchiveDesk, pdfNumber, type ArchiveDesk } from './archive-desk'
import { bookBill, dropApproved } from './bookings'
import { judge, type Verdict } from './once'

/** The three ways between us and the archive: documents in, what was decided back, files from elsewhere out. */
export type Lane = 'take' | 'write back' | 'upload'

/** A permission is missing: for the account as a whole in JSON, for one document in bare text. */
export const refusals = ['permission_denied', 'not_shared'] as const
type Refused = (typeof refusals)[number]
export type ArchiveFault = FaultKind | NetworkFault | Refused
export const allFaults: readonly ArchiveFault[] = [...faultKinds, ...networkFaults, ...refusals]

interface FaultAtCall {
  readonly fault: ArchiveFault
  readonly call: Call
  readonly times: number
}
export type Trouble = FaultAtCall | { readonly killedAt: PaperlessPoint }

/** Everything one run depends on: the same plan, the same run. Odd seeds meet release 3, even ones 2.20. */
export interface Plan {
  readonly seed: number
  readonly lane: Lane
  readonly troubles: readonly Trouble[]
  /** Faults and death come in any order. */
  readonly isStorm?: boolean
}

export interface Outcome extends Verdict {
  /** Troubles that found nothing to trouble. */
  readonly unstruck: number
  /** Missing permissions that no screen told of. */
  readonly unexplained: number
}

const documents = 2

/** Lets one lane work as a day in an office would, with the planned trouble on its way. */
export async function runPlan(plan: Plan, tls: TlsServers): Promise<Outcome> {
  const { seed, lane } = plan
  // For every third seed the archive's worker is slow: an upload becomes a document some rounds later.
  const worksAtOnce = seed % 3 !== 0
  const desk = await openArchiveDesk({
    seed,
    worksAtOnce,
    release: seed % 2 === 1 ? '3.0.5' : '2.20.15',
  })
  try {
    await prepareLane(desk, lane)
    if (hasSilence(plan.troubles)) desk.restart(silenceMs)
    prepare(desk, plan, tls)
    const said = await work(desk)
    const unstruck = desk.standIn.faults.pending() + desk.network.pending()
    desk.dieAt(undefined)
    desk.standIn.faults.clear()
    desk.network.clear()
    if (hasSilence(plan.troubles)) desk.restart(patientMs)
    // What was refused waits for a person, who has given the permission meanwhile.
    await desk.sync().retry()
    await work(desk)
    if (lane === 'upload') {
      // What was stored there is not news when it is looked for.
      await desk.sync().setOptions({ ...desk.sync().status().options, take: everything })
      await work(desk)
    }
    const isRefused = plan.troubles.some(trouble => 'fault' in trouble && mustBeTold(trouble))
    return { ...(await judge(desk, lane, documents)), unstruck, unexplained: isRefused && !said ? 1 : 0 }
  } finally {
    await desk.close()
  }
}

async function prepareLane(desk: ArchiveDesk, lane: Lane): Promise<void> {
  if (lane === 'upload') {
    await desk.connect({ take: null, archivesOthers: true })
    for (let number = 1; number <= documents; number++) await dropApproved(desk, pdfNumber(100 + number))
    return
  }
  fill(desk, documents)
  if (lane === 'take') return desk.connect()
  await desk.connect({ writeBack: allParts })
  await desk.settle()
  for (let number = 1; number <= documents; number++) {
    bookBill(desk, number, String(1286 + number))
    desk.decide(number, 'posted')
  }
  // A new engine knows no ids of names and fields yet.
  desk.restart()
}

/** @returns whether a missing permission was told on the way */
async function work(desk: ArchiveDesk): Promise<boolean> {
  let isSaid = false
  for (let round = 0; round < 40; round++) {
    const isQuiet = await desk.settle(1)
    const codes = [
      desk.sync().status().lastError?.code,
      ...desk
        .sync()
        .problems()
        .map(({ error }) => error.code),
    ]
    isSaid ||= codes.some(code => code === 'paperless_permission_missing' || code === 'paperless_not_shared')
    if (isQuiet && desk.standIn.faults.pending() + desk.network.pending() === 0) break
    if (round % 3 === 2) desk.standIn.work()
  }
  return isSaid
}

/** After a death planned for, the faults wait for the engine that comes after it. */
function prepare(desk: ArchiveDesk, { troubles, isStorm }: Plan, tls: TlsServers): void {
  const faults = troubles.filter(trouble => 'fault' in trouble)
  const addAll = () => faults.forEach(trouble => addFault(desk, trouble, tls))
  const death = troubles.find(trouble => 'killedAt' in trouble)
  if (death) desk.dieAt(death.killedAt, isStorm === true ? undefined : addAll)
  if (!death || isStorm === true) addAll()
}

function addFault(desk: ArchiveDesk, { fault, call, times }: FaultAtCall, tls: TlsServers): void {
  if (isRefusal(fault)) desk.network.add({ ...call, times, meet: () => Promise.resolve(refusal(fault, desk)) })
  else waylay(desk, { fault, call, times }, tls)
}

function refusal(fault: Refused, { standIn }: ArchiveDesk): Response {
  const headers = { 'x-version': standIn.archive.release }
  if (fault === 'permission_denied') {
    const detail = 'You do not have permission to perform this action.'
    return Response.json({ detail }, { status: 403, headers })
  }
  return new Response('Insufficient permissions', { status: 403, headers: { ...headers, 'content-type': 'text/html' } })
}

export function isRefusal(fault: ArchiveFault): fault is Refused {
  return refusals.some(each => each === fault)
}

/** An account that may not ask who it is gets along without: that alone is no reason to trouble a person. */
function mustBeTold({ fault, call }: { readonly fault: ArchiveFault; readonly call: Call }): boolean {
  if (fault === 'permission_denied' && call.pattern === '/api/ui_settings/') return false
  return isRefusal(fault)
}
