import type { EngineHost } from '../../../src/engine/host'
import type { PaperlessPoint } from '../../../src/engine/paperless/checkpoint'
import type { Timeouts } from '../../../src/engine/http/server'
import { createPaperlessSync, type PaperlessSync } from '../../../src/engine/paperless/paperless-sync'
import { openBlobs, type Blobs } from '../../../src/engine/store/blobs'
import { newId } from '../../../src/engine/store/new-id'
import type { Store } from '../../../src/engine/store/open'
import { documents, paperlessDocuments } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { loadChart } from '../../../src/engine/pipeline/code/chart'
import { defaultPaperlessOptions, type PaperlessOptions } from '../../../src/shared/paperless'
import { defaultSettings } from '../../../src/shared/settings'
import type { DocumentState } from '../../../src/shared/document'
import { eq } from 'drizzle-orm'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAlarms } from '../../faults/alarms'
import { createNetwork, type Network } from '../../ledger-stand-in/network'
import { startPaperless, type PaperlessStandIn, type StandInOptions } from '../../paperless-stand-in/server'
import { findRoute } from '../../paperless-stand-in/routes'
import { memoryStore } from '../store/memory-store'
import { mulberry, testKeyStore } from '../sync/ledger-desk'

export interface ArchiveDesk {
  readonly standIn: PaperlessStandIn
  readonly store: Store
  readonly blobs: Blobs
  readonly clock: { now: number }
  readonly network: Network
  readonly logged: string[]
  sync(): PaperlessSync
  /**
   * From now on the lane stops dead at this point, once; `settle` starts another one.
   *
   * @param point undefined to let it live
   * @param afterwards what goes wrong next, when the other one begins
   */
  dieAt(point: PaperlessPoint | undefined, afterwards?: () => void): void
  /**
   * Starts anew on the same store, as a restarted engine does.
   *
   * @param timeoutMs from now on silence is waited for that long, in earnest
   */
  restart(timeoutMs?: number): void
  /** Connects and chooses what to take and what to write back. */
  connect(options?: Partial<PaperlessOptions>): Promise<void>
  /**
   * Runs until nothing waits any more, moving the clock on between tries.
   *
   * @returns whether it came to that
   */
  settle(rounds?: number): Promise<boolean>
  /** Lets time pass as a running engine does: rounds come when the lane itself wants them. @returns how often it woke up */
  pass(ms: number): Promise<number>
  /** Somebody decides about a document, as far as its state goes. */
  decide(archiveId: number, state: DocumentState): void
  rows(): (typeof documents.$inferSelect)[]
  linkOf(archiveId: number): typeof paperlessDocuments.$inferSelect | undefined
  close(): Promise<void>
}

/** Everything of every document: no condition at all. */
export const everything = { tagIds: [], documentTypeIds: [], correspondentIds: [], customField: null }
export const allParts = {
  processedTag: true,
  billId: true,
  billUrl: true,
  total: true,
  state: true,
  correspondent: true,
  note: true,
}

const start = Date.parse('2026-03-02T10:00:00Z')
// From where tests and benches are started: a bundled bench lies elsewhere.
const chart = loadChart(join(process.cwd(), 'resources'), 'sat')

export interface DeskOptions extends StandInOptions {
  /** Of the jitter. */
  readonly seed?: number
}

export async function openArchiveDesk(options: DeskOptions = {}): Promise<ArchiveDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-archive-'))
  const clock = { now: start }
  const standIn = await startPaperless({ now: () => clock.now, ...options })
  const store = memoryStore()
  const blobs = openBlobs(join(folder, 'own'))
  const logged: string[] = []
  const log = (fields: Record<string, unknown>, message: string) =>
    void logged.push(JSON.stringify({ ...fields, message }))
  const host: Pick<EngineHost, 'log'> = { log: { info: log, warn: log, error: log } }
  const random = mulberry(options.seed ?? 1)
  const alarms = createAlarms(clock)
  const network = createNetwork((_method, path) => findRoute(path)?.route.pattern)
  // Long, so that a busy machine makes no faults of its own.
  let timeouts = timeoutsOf(10_000)
  let deadly: PaperlessPoint | undefined
  let died: (() => void) | undefined
  let afterDeath: (() => void) | undefined

  const make = () => {
    // A killed process never comes back, with nothing it had under way: neither do these promises.
    let isDead = false
    const forEver = new Promise<never>(() => undefined)
    return createPaperlessSync({
      store,
      blobs,
      keyStore: testKeyStore,
      log: host.log,
      announce: () => undefined,
      now: () => clock.now,
      random,
      context: () => ({
        now: clock.now,
        actor: 'engine test',
        settings: defaultSettings,
        chart,
        newId: () => newId(clock.now),
      }),
      wakeQueue: () => undefined,
      fetch: async (input, init) => (isDead ? forEver : network.fetch(input, init)),
      wait: ms => {
        clock.now += ms
        return Promise.resolve()
      },
      alarm: alarms.alarm,
      timeouts,
      async checkpoint(point) {
        if (point === deadly) {
          deadly = undefined
          isDead = true
          afterDeath?.()
          died?.()
        }
        if (isDead) await forEver
      },
    })
  }
  let sync = make()
  const linkOf = (archiveId: number) =>
    store.db
      .select()
      .from(paperlessDocuments)
      .where(eq(paperlessDocuments.archiveId, archiveId))
      .all()
      .find(row => row.isNewest)

  return {
    standIn,
    store,
    blobs,
    clock,
    network,
    logged,
    sync: () => sync,
    dieAt(point, afterwards) {
      deadly = point
      afterDeath = afterwards
    },
    restart(timeoutMs) {
      if (timeoutMs !== undefined) timeouts = timeoutsOf(timeoutMs)
      sync = make()
    },
    async connect(more = {}) {
      await sync.connect({ url: standIn.url, token: standIn.token })
      await sync.setOptions({ ...defaultPaperlessOptions, take: everything, ...more })
    },
    async settle(rounds = 12) {
      for (let round = 0; round < rounds; round++) {
        const killed = new Promise<'killed'>(done => (died = () => done('killed')))
        const outcome = await Promise.race([sync.syncNow(), killed])
        clock.now += 20 * 60_000
        if (outcome === 'killed') {
          sync = make()
          continue
        }
        const { counts, lastError } = outcome
        if (lastError === null && counts.failed + counts.toWrite + counts.uploading === 0) return true
      }
      return false
    },
    pass: ms => alarms.pass(ms, () => sync.idle()),
    decide(archiveId, next) {
      const { documentId } = linkOf(archiveId) ?? { documentId: null }
      if (documentId === null) throw new Error(`nothing was taken of ${archiveId}`)
      write(store, tx => tx.update(documents).set({ state: next }).where(eq(documents.id, documentId)).run())
    },
    rows: () => store.db.select().from(documents).orderBy(documents.intakeNumber).all(),
    linkOf,
    async close() {
      await sync.stop()
      store.close()
      await standIn.close()
    },
  }
}

const timeoutsOf = (ms: number): Timeouts => ({ answer: ms, silence: ms, whole: 4 * ms })

/** A small PDF that is unlike every other number's. */
export function pdfNumber(number: number): Buffer {
  return Buffer.from(`%PDF-1.7\n% Factura A-${number}\n${'x'.repeat(200 + number)}\n%%EOF\n`)
}

/** Puts so many invoices into the archive. */
export function fill(desk: Pick<ArchiveDesk, 'standIn'>, count: number): void {
  for (let number = 1; number <= count; number++) {
    desk.standIn.add({
      title: `Factura A-${number}`,
      fileName: `factura A-${number}.pdf`,
      bytes: pdfNumber(number),
      owner: 3,
    })
  }
}
