import type { EpochMs } from '../shared/ids'
import { companyFolder, type CompanyKey } from './company-folders'
import type { DecisionContext } from './decisions/context'
import { recordFailure, recordReading } from './decisions/record-reading'
import { checkDocument, codeDocument, routeDocument } from './decisions/steps'
import type { EngineHost } from './host'
import { createIntake, type Intake } from './intake/intake'
import { keepSearchFresh, type SearchKeeper } from './lists/search-keeper'
import { loadChart, type Chart } from './pipeline/code/chart'
import type { Announce } from './queue/announcer'
import { createQueue, type Queue } from './queue/run'
import type { Steps } from './queue/steps'
import { openBlobs, type Blobs } from './store/blobs'
import { newId } from './store/new-id'
import { openStore, type Reader, type Store } from './store/open'
import { readSettings } from './store/settings'
import { createLedgerSync, type LedgerSync } from './sync/ledger-sync'
import type { ReadOptions } from './worker/protocol'
import type { Pool } from './worker/pool'

/** One company's books, open, with everything that works on them. */
export interface Company {
  readonly key: CompanyKey
  readonly store: Store
  readonly blobs: Blobs
  readonly queue: Queue
  readonly intake: Intake
  readonly ledger: LedgerSync
  readonly search: SearchKeeper
  /** What a change is given: the time, who makes it, the preferences and the chart now in force. */
  context(actor: string): DecisionContext
  /** Stops all work, leaves every document where it can go on, lets go of the folder. */
  close(): Promise<void>
}

/** Pages of one document beyond this are left out with a remark. */
const maxPages = 200

/**
 * Opens a company's store and prepares its workings; nothing runs until they are started.
 *
 * @throws AppError what `openStore` throws; nothing stays open then
 */
export function openCompany(host: EngineHost, key: CompanyKey, pool: Pool, announce: Announce): Company {
  const folder = companyFolder(host.dataFolder, key)
  const store = openStore(folder)
  const blobs = openBlobs(folder)
  const chartOf = chartCache(host.resourcesFolder)
  const machine = `engine ${host.version}`

  function context(actor: string, now = host.now()): DecisionContext {
    const settings = readSettings(store.db)
    return { now, actor, settings, chart: chartOf(settings.chart), newId: () => newId(now) }
  }

  const search = keepSearchFresh(store, host.log)
  const tell: Announce = (event, data) => {
    if (event === 'document.changed' || event === 'vendor.changed') search.wake()
    announce(event, data)
  }
  const queue = createQueue({
    store,
    blobs,
    pool,
    steps: stepsOf(now => context(machine, now)),
    now: host.now,
    random: host.random,
    log: host.log,
    announce: tell,
  })
  const intake = createIntake({
    store,
    blobs,
    log: host.log,
    dataFolder: host.dataFolder,
    context: () => context(machine),
    announce: tell,
    wake: () => queue.wake(),
  })
  const ledger = createLedgerSync({
    store,
    keyStore: host.keyStore,
    now: host.now,
    random: host.random,
    log: host.log,
    announce: tell,
  })

  return {
    key,
    store,
    blobs,
    queue,
    intake,
    ledger,
    search,
    context,
    async close() {
      await intake.close()
      await queue.stop()
      await ledger.stop()
      search.stop()
      store.close()
    },
  }
}

/** Charts never change while the program runs. */
function chartCache(resourcesFolder: string): (key: Chart['key']) => Chart {
  const charts = new Map<Chart['key'], Chart>()
  return key => {
    const chart = charts.get(key) ?? loadChart(resourcesFolder, key)
    charts.set(key, chart)
    return chart
  }
}

/** What reading is told of the preferences. */
export function readOptionsOf(reader: Reader): Omit<ReadOptions, 'password' | 'forceOcr'> {
  const { ocrLanguages, companyTaxIds, country, homeCurrency } = readSettings(reader)
  return {
    ocrLanguages,
    maxPages,
    ownTaxIds: companyTaxIds.map(taxId => taxId.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()),
    country,
    homeCurrency,
  }
}

function stepsOf(contextAt: (now: EpochMs) => DecisionContext): Steps {
  return {
    readOptions: readOptionsOf,
    recordReading: (tx, id, reading, blobs, now) => recordReading(tx, id, reading, blobs, contextAt(now)),
    recordFailure: (tx, id, error, now) => recordFailure(tx, id, error, contextAt(now)),
    check: (tx, id, now) => checkDocument(tx, id, contextAt(now)),
    code: (tx, id, now) => codeDocument(tx, id, contextAt(now)),
    route: (tx, id, now) => routeDocument(tx, id, contextAt(now)),
  }
}
