import { eq } from 'drizzle-orm'
import { askToRestore } from '../../../src/engine/sync/answer-drift'
import { issues } from '../../../src/engine/store/schema'
import type { SyncPoint } from '../../../src/engine/sync/checkpoint'
import { patchSettings } from '../../../src/engine/store/settings'
import { write } from '../../../src/engine/store/write'
import type { DocumentId } from '../../../src/shared/ids'
import { networkFaults, waylay, type Call, type NetworkFault } from '../../faults/network-faults'
import { hasSilence, patientMs, silenceMs } from '../../faults/silence'
import { faultKinds, type FaultKind } from '../../ledger-stand-in/faults'
import type { TlsServers } from '../../ledger-stand-in/tls-servers'
import { approve, stationery } from './books'
import { mulberry, openDesk, type Desk } from './ledger-desk'
import { judge, type Verdict } from './once'

export const allFaults: readonly (FaultKind | NetworkFault)[] = [...faultKinds, ...networkFaults]

interface FaultAtCall {
  readonly fault: FaultKind | NetworkFault
  readonly call: Call
  readonly times: number
}

/** One thing that goes wrong; `round` says after which approvals. */
export type Trouble = { readonly round: number } & (FaultAtCall | { readonly killedAt: SyncPoint })

/** Everything one run depends on: the same plan, the same run. */
export interface Plan {
  readonly seed: number
  readonly rounds: number
  readonly throttle: boolean
  /** Bills are made as drafts, compared, and only then booked. */
  readonly drafts?: boolean
  /**
   * What went before the troubles: bills of the same vendors were posted an hour ago, or were changed over there since
   * and a person wants them to say again what was posted.
   */
  readonly before?: 'posted' | 'changed'
  readonly troubles: readonly Trouble[]
}

export interface Outcome extends Verdict {
  /** Troubles that found nothing to trouble. */
  readonly unstruck: number
}

/** Approves invoices, makes the planned trouble, restarts and waits as a day in an office would. */
export async function runPlan(plan: Plan, tls: TlsServers): Promise<Outcome> {
  const desk = await openDesk({ seed: plan.seed, throttle: plan.throttle })
  try {
    if (plan.drafts === true) write(desk.store, tx => patchSettings(tx, { ledgerChecksDrafts: true }, desk.clock.now))
    const documentIds = plan.before === undefined ? [] : await postBefore(desk, plan)
    // Connecting asked for the organization; the faults are meant for the run.
    desk.clock.now += 10 * 60_000
    if (hasSilence(plan.troubles)) desk.restart(silenceMs)
    let unstruck = 0
    for (let round = 0; round < plan.rounds; round++) {
      documentIds.push(...approveSome(desk, plan, round))
      prepareRound(desk, plan, round, tls)
      await desk.settle(plan.rounds === 1 ? undefined : 3)
    }
    unstruck = desk.standIn.faults.pending() + desk.network.pending() + Number(desk.isDoomed())
    desk.standIn.faults.clear()
    desk.network.clear()
    if (hasSilence(plan.troubles)) desk.restart(patientMs)
    await desk.settle()
    const verdict = judge(desk, documentIds)
    const complaints = [...verdict.complaints, ...(plan.before === 'changed' ? unrestored(desk) : [])]
    return { ...verdict, complaints, unstruck: plan.rounds === 1 ? unstruck : 0 }
  } finally {
    await desk.close()
  }
}

/** Everything goes well, an hour passes; then bills are changed over there and asked to be restored, if so planned. */
async function postBefore(desk: Desk, plan: Plan): Promise<DocumentId[]> {
  const { store, standIn, clock } = desk
  const documentIds = approveSome(desk, { ...plan, seed: plan.seed + 1_000, rounds: 2 }, 0)
  await desk.settle()
  clock.now += 60 * 60_000
  if (plan.before !== 'changed') return documentIds
  standIn.books.bills.forEach((bill, at, bills) => (bills[at] = { ...bill, date: changedDate }))
  const { lastError } = await desk.sync().syncNow()
  const drifted = eq(issues.key, 'ledger_drift')
  const found = store.db.select().from(issues).where(drifted).all()
  if (found.length !== standIn.books.bills.length) {
    const { length } = standIn.books.bills
    throw new Error(`${found.length} of ${length} changed bills were noticed: ${JSON.stringify(lastError)}`)
  }
  write(store, tx => {
    for (const { documentId } of found) askToRestore(tx, documentId, { now: clock.now })
    tx.update(issues).set({ state: 'resolved' }).where(drifted).run()
  })
  return documentIds
}

const changedDate = '2026-02-11'

function unrestored({ standIn }: Desk): string[] {
  return standIn.books.bills.filter(bill => bill.date === changedDate).map(() => 'a bill was not restored')
}

/** A bill of a known vendor, one of another vendor with the same number, a credit note. */
function approveSome({ store, clock }: Desk, { seed, rounds }: Plan, round: number): DocumentId[] {
  const number = rounds === 1 ? 'A-1' : `S-${seed}-${round}`
  const other = { name: `Proveedor ${round % 3}`, taxId: `PRO01020${round % 3}AB1` }
  return [
    stationery(number),
    stationery(number, { vendor: other, uuid: null }),
    stationery(`${number}-2`, round % 2 === 0 ? {} : { vendor: other }),
    stationery(`NC-${number}`, { documentType: 'credit_note', related: [stationery(number).uuid ?? ''] }),
  ].map(invoice => approve(store, invoice, clock.now))
}

/** In a plan of one round faults wait for the engine that comes after the death; in a storm they come in any order. */
function prepareRound(desk: Desk, plan: Plan, round: number, tls: TlsServers): void {
  const troubles = plan.troubles.filter(each => each.round === round)
  const waylayAll = () => {
    for (const trouble of troubles) if ('fault' in trouble) waylay(desk, trouble, tls)
  }
  const death = troubles.find(trouble => 'killedAt' in trouble)
  const isInOrder = death !== undefined && plan.rounds === 1
  if (death) desk.dieAt(death.killedAt, isInOrder ? waylayAll : undefined)
  if (!isInOrder) waylayAll()
}

/** A plan of one seed in which troubles come thick and at random. */
export function storm(seed: number): Plan {
  const random = mulberry(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const rounds = 4
  const troubles: Trouble[] = []
  for (let round = 0; round < rounds; round++) {
    for (let hit = 0; hit < 3; hit++) {
      const isCreate = random() < 0.6
      // Two server errors in a row about one bill are a reason to ask a person, which is no storm's business.
      const faults = isCreate ? allFaults.filter(fault => !fault.startsWith('server_error')) : allFaults
      const call = pick(isCreate ? creates : questions)
      troubles.push({ round, fault: pick(faults), call, times: 1 })
    }
    if (random() < 0.5) troubles.push({ round, killedAt: pick(killPoints) })
  }
  return { seed, rounds, throttle: true, troubles }
}

export const creates: readonly Call[] = [
  '/api/vendors',
  '/api/accounts',
  '/api/items',
  '/api/bills',
  '/api/vendor-credits',
  '/api/vendor-credits/:id/apply-to-bills',
].map(pattern => ({
  method: 'POST',
  pattern,
}))
export const questions: readonly Call[] = [
  '/api/organization/current',
  '/api/vendors',
  '/api/accounts',
  '/api/items',
  '/api/bills',
  '/api/bills/:id',
  '/api/vendor-credits',
  '/api/vendor-credits/:id',
  '/api/vendor-credits/:id/applied-bills',
  '/api/branches',
  '/api/transactions-locking',
].map(pattern => ({ method: 'GET', pattern }))
/** Of a vendor whose last bill is an hour ago. */
export const knownVendor: Call = { method: 'GET', pattern: '/api/vendors/:id' }
export const restoreCalls: readonly Call[] = [
  { method: 'PUT', pattern: '/api/bills/:id' },
  { method: 'GET', pattern: '/api/bills/:id' },
]
/** In the way with drafts: the create, the booking, and what lies between. */
export const draftCalls: readonly Call[] = [
  { method: 'POST', pattern: '/api/bills' },
  { method: 'PATCH', pattern: '/api/bills/:id/open' },
]
export const draftKillPoints: readonly SyncPoint[] = ['answered', 'draft_compared', 'draft_opened', 'read_back']
export const killPoints: readonly SyncPoint[] = [
  'row_taken',
  'vendor_created',
  'vendor_resolved',
  'account_created',
  'item_created',
  'accounts_resolved',
  'looked_up',
  'sent_committed',
  'answered',
  'read_back',
  'confirmed',
  'credit_applied',
]
