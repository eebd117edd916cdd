import { eq } from 'drizzle-orm'
import type { EventName } from '../../../src/shared/contract'
import type { DocumentId } from '../../../src/shared/ids'
import type { KeyStore } from '../../../src/engine/host'
import { openStore, type Store } from '../../../src/engine/store/open'
import { documents, issues, ledgerBills, outbox } from '../../../src/engine/store/schema'
import type { SyncPoint } from '../../../src/engine/sync/checkpoint'
import { createLedgerSync, type LedgerSync } from '../../../src/engine/sync/ledger-sync'
import { createAlarms } from '../../faults/alarms'
import { patientMs } from '../../faults/silence'
import { createNetwork, type Network } from '../../ledger-stand-in/network'
import { startStandIn, type StandIn, type StandInOptions } from '../../ledger-stand-in/server'
import { memoryStore } from '../store/memory-store'
import { chartOf } from './books'

/** Reverses the text: enough to see that what is stored is not the secret. */
export const testKeyStore: KeyStore = {
  seal: secret => Promise.resolve([...secret].reverse().join('')),
  open: sealed => Promise.resolve([...sealed].reverse().join('')),
}

export interface Desk {
  readonly standIn: StandIn
  readonly network: Network
  readonly store: Store
  readonly clock: { now: number }
  readonly announced: EventName[]
  readonly logged: string[]
  /** How often each row of the outbox was taken up. */
  readonly tries: ReadonlyMap<string, number>
  /** The sync in charge; a new one after `dieAt`. */
  sync(): LedgerSync
  /**
   * From now on the sync stops dead at this point, once.
   *
   * @param afterwards what goes wrong next, when the other one begins
   */
  dieAt(point: SyncPoint, afterwards?: () => void): void
  /** Whether a planned death never came. */
  isDoomed(): boolean
  /** Does something at this point, once: somebody else works in the ledger, the disk fills up. */
  at(point: SyncPoint, act: () => void): void
  /**
   * Starts anew on the same store, as a restarted engine does.
   *
   * @param timeoutMs from now on silence is waited for that long, in earnest
   */
  restart(timeoutMs?: number): void
  /**
   * Closes the books, lets something happen to their folder, and starts anew on what lies there then.
   *
   * @param meanwhile given the folder
   */
  reopen(meanwhile: (folder: string) => Promise<void>): Promise<void>
  /**
   * Lets time pass as a running engine does: tries come when the sync itself wants them.
   *
   * @returns how often it woke up
   */
  pass(ms: number): Promise<number>
  /** Syncs, moving the clock on between tries, until nothing waits any more. */
  settle(rounds?: number): Promise<void>
  stateOf(documentId: DocumentId): string | undefined
  close(): Promise<void>
}

const start = Date.parse('2026-02-20T15:00:00Z')

export interface DeskOptions extends StandInOptions {
  /** Of the jitter. */
  readonly seed?: number
  /** Keeps the store there instead of in memory. */
  readonly folder?: string
  /** The sync wakes by itself, in real time. */
  readonly realAlarms?: boolean
  readonly keyStore?: KeyStore
}

/** A store, a stand-in ledger over loopback and a sync between them, connected; time moves only when told. */
export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const clock = { now: start }
  const standIn = await startStandIn({ ...options, now: () => clock.now })
  let store = options.folder === undefined ? memoryStore() : openStore(options.folder)
  const announced: EventName[] = []
  const logged: string[] = []
  const tries = new Map<string, number>()
  const network = createNetwork()
  const alarms = createAlarms(clock)
  const random = mulberry(options.seed ?? 1)
  let deadly: SyncPoint | undefined
  let died: (() => void) | undefined
  let afterDeath: (() => void) | undefined
  let planned: { readonly point: SyncPoint; readonly act: () => void } | undefined
  const log = (fields: Record<string, unknown>, message: string) =>
    void logged.push(`${message} ${JSON.stringify(fields)}`)

  let timeoutMs = patientMs
  const make = () =>
    createLedgerSync({
      store,
      keyStore: options.keyStore ?? testKeyStore,
      now: () => clock.now,
      random,
      log: { info: log, warn: log, error: log },
      announce: name => void announced.push(name),
      chart: chartOf,
      // A trickling answer is cut off as soon as a silent one.
      timeouts: { answer: timeoutMs, silence: timeoutMs, whole: timeoutMs },
      wait: ms => {
        clock.now += ms
        return Promise.resolve()
      },
      ...(options.realAlarms === true ? {} : { alarm: alarms.alarm }),
      fetch: network.fetch,
      async checkpoint(point, about) {
        if (point === 'row_taken' && about !== undefined) tries.set(about, (tries.get(about) ?? 0) + 1)
        if (point === planned?.point) {
          const { act } = planned
          planned = undefined
          act()
        }
        if (point !== deadly) return
        deadly = undefined
        afterDeath?.()
        died?.()
        // A killed process never comes back: neither does this promise.
        await new Promise<never>(() => undefined)
      },
    })

  let sync = make()
  await sync.connect({ url: standIn.url, apiKey: standIn.apiKey })

  return {
    standIn,
    network,
    get store() {
      return store
    },
    clock,
    announced,
    logged,
    tries,
    sync: () => sync,
    dieAt(point, afterwards) {
      deadly = point
      afterDeath = afterwards
    },
    isDoomed: () => deadly !== undefined,
    at(point, act) {
      planned = { point, act }
    },
    restart(givenMs = timeoutMs) {
      timeoutMs = givenMs
      sync = make()
    },
    async reopen(meanwhile) {
      await sync.stop()
      store.close()
      await meanwhile(store.folder)
      store = openStore(store.folder)
      sync = make()
    },
    async settle(rounds = 40) {
      for (let round = 0; round < rounds; round++) {
        const killed = new Promise<'killed'>(done => (died = () => done('killed')))
        const outcome = await Promise.race([sync.syncNow().then(() => 'done'), killed])
        if (outcome === 'killed') sync = make()
        const waiting = store.db
          .select()
          .from(outbox)
          .all()
          .filter(row => ['pending', 'sent', 'unknown'].includes(row.state))
        const unapplied = store.db.select().from(ledgerBills).where(eq(ledgerBills.applyState, 'waiting')).all()
        const unrestored = store.db.select().from(ledgerBills).where(eq(ledgerBills.restoreAsked, true)).all()
        if (waiting.length + unapplied.length + unrestored.length === 0) return
        clock.now += 60_000
      }
    },
    pass: ms => alarms.pass(ms, () => sync.idle()),
    stateOf: documentId =>
      store.db.select({ state: documents.state }).from(documents).where(eq(documents.id, documentId)).get()?.state,
    async close() {
      await sync.stop()
      store.close()
      await standIn.close()
    },
  }
}

export function openIssuesOf(store: Store, documentId: DocumentId) {
  return store.db
    .select()
    .from(issues)
    .where(eq(issues.documentId, documentId))
    .all()
    .filter(issue => issue.state === 'open')
}

export function ledgerBillOf(store: Store, documentId: DocumentId) {
  return store.db.select().from(ledgerBills).where(eq(ledgerBills.documentId, documentId)).get()
}

/** Small seeded generator: the same seed, the same jitter. */
export function mulberry(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
