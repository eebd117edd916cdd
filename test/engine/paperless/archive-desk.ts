import type { EngineHost } from '../../../src/engine/host'
import { createPaperlessSync, type PaperlessSync } from '../../../src/engine/paperless/paperless-sync'
import { openBlobs, type Blobs } from '../../../src/engine/store/blobs'
import { newId } from '../../../src/engine/store/new-id'
import { openStore, type Store } from '../../../src/engine/store/open'
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
import { startPaperless, type PaperlessStandIn, type StandInOptions } from '../../paperless-stand-in/server'
import { findRoute } from '../../paperless-stand-in/routes'
import { resourcesFolder } from '../some-engine'
import { testKeyStore } from '../sync/ledger-desk'

/** What may happen to a call before it reaches the server. */
export interface Detour {
  readonly method: string
  readonly pattern: string
  times: number
  meet(): Promise<Response>
}

export interface ArchiveDesk {
  readonly standIn: PaperlessStandIn
  readonly store: Store
  readonly blobs: Blobs
  readonly clock: { now: number }
  readonly detours: Detour[]
  readonly logged: string[]
  sync(): PaperlessSync
  /** Starts anew on the same store, as a restarted engine does. */
  restart(): void
  /** Connects and chooses what to take and what to write back. */
  connect(options?: Partial<PaperlessOptions>): Promise<void>
  /** Runs until nothing waits any more, moving the clock on between tries. */
  settle(rounds?: number): Promise<void>
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
const chart = loadChart(resourcesFolder, 'sat')

export async function openArchiveDesk(options: StandInOptions & { readonly seed?: number } = {}): Promise<ArchiveDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-archive-'))
  const clock = { now: start }
  const standIn = await startPaperless({ now: () => clock.now, ...options })
  const store = openStore(join(folder, 'own'))
  const blobs = openBlobs(join(folder, 'own'))
  const logged: string[] = []
  const detours: Detour[] = []
  const log = (fields: Record<string, unknown>, message: string) =>
    void logged.push(JSON.stringify({ ...fields, message }))
  const host: Pick<EngineHost, 'log'> = { log: { info: log, warn: log, error: log } }
  let state = (options.seed ?? 1) % 2147483647
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647

  const viaDetours: typeof fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const pattern = findRoute(url.pathname)?.route.pattern
    const hit = detours.find(
      each => each.times > 0 && each.method === (init?.method ?? 'GET') && each.pattern === pattern,
    )
    if (!hit) return fetch(url, init)
    hit.times--
    return hit.meet()
  }
  const make = () =>
    createPaperlessSync({
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
      fetch: viaDetours,
      wait: ms => {
        clock.now += ms
        return Promise.resolve()
      },
      alarm: () => () => undefined,
      timeouts: { answer: 700, silence: 700, whole: 3_000 },
    })
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
    detours,
    logged,
    sync: () => sync,
    restart() {
      sync = make()
    },
    async connect(more = {}) {
      await sync.connect({ url: standIn.url, token: standIn.token })
      await sync.setOptions({ ...defaultPaperlessOptions, take: everything, ...more })
    },
    async settle(rounds = 12) {
      for (let round = 0; round < rounds; round++) {
        const { counts, lastError } = await sync.syncNow()
        clock.now += 20 * 60_000
        if (lastError === null && counts.failed + counts.toWrite + counts.uploading === 0) return
      }
    },
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
