import { statfs } from 'node:fs/promises'
import type { EventData } from '../shared/contract'
import type { DocumentId } from '../shared/ids'
import type { Settings, SettingsPatch } from '../shared/settings'
import { createMetrics, type Metrics } from './analytics/metrics/metrics'
import { createTelemetry, type Telemetry } from './analytics/telemetry/telemetry'
import { createBackups, type Backups } from './backup/backups'
import type { RunBackupTask } from './backup/backup-task'
import { watchOverdue } from './automation/overdue'
import { reachNothing } from './crash-points'
import { keepArchive } from './lists/archive-keeper'
import { watchCompanyTrade, type CompanyTrade } from './company-trade'
import { companyFolder, type CompanyKey } from './company-folders'
import type { DecisionContext } from './decisions/context'
import { modelActor, modelStepsOf } from './decisions/model-steps'
import type { EngineHost } from './host'
import type { NetworkGate } from './http/network-gate'
import { createWatchedFolders, type WatchedFolders } from './folders/watch-folders'
import { createIntake, type Intake } from './intake/intake'
import { withKeyFiles } from './key-file'
import { keepSearchFresh, type SearchKeeper } from './lists/search-keeper'
import { chosenModel, type ChosenModel } from './meaning/chosen-folder'
import { createOutsideModel, type OutsideModel } from './model/outside-model'
import { loadModels, type PricedModel } from './model/prices'
import { noticeNews, type Notices } from './notices/notices'
import { createSeat, type Seat } from './people/seat'
import { createPaperlessSync, type PaperlessSync } from './paperless/paperless-sync'
import { pictureDrawer } from './model-pictures'
import { companyCharts } from './charts/company-charts'
import { Announcer, type Announce } from './queue/announcer'
import { createQueue, type Queue } from './queue/run'
import { openBlobs, type Blobs } from './store/blobs'
import type { BooksKey } from './store/books-key'
import { anchorJournal } from './store/journal-anchor'
import { newId } from './store/new-id'
import { openStore, type Store } from './store/open'
import { patchSettings, readSettings } from './store/settings'
import { write, type Tx } from './store/write'
import { createLedgerSync, type LedgerSync } from './sync/ledger-sync'
import { askToReassess, keepAssessed, reassessAll, type Reassessment } from './reassess'
import type { DocumentReading } from './pipeline/facts'
import { readOptionsOf } from './read-options'
import { knowledgeOf } from './pipeline/code/chart-coder'
import { openReadyFiles, type ReadyFiles } from './ready-files'
import { createSending, type Sending } from './sending'
import { stepsOf } from './steps-of-company'
import { documentById } from './store/documents'
import { loadTemplates, type Templates } from './templates/templates'
import type { Pool } from './worker/pool'

/** One company's books, open, with everything that works on them. */
export interface Company {
  readonly key: CompanyKey
  /** Who sits at this machine and what they may do. */
  readonly seat: Seat
  readonly store: Store
  readonly blobs: Blobs
  readonly queue: Queue
  readonly templates: Templates
  readonly intake: Intake
  readonly ledger: LedgerSync
  readonly model: OutsideModel
  readonly paperless: PaperlessSync
  readonly folders: WatchedFolders
  /** The language model a company may supply for coding. */
  readonly meaning: ChosenModel
  /** The ledger, the archive, the outside model, metrics and telemetry: what speaks to somebody outside, together. */
  readonly sending: Sending
  /** The trade its purchases look like, while it has not said what it does. */
  readonly trade: CompanyTrade
  readonly search: SearchKeeper
  readonly metrics: Metrics
  readonly telemetry: Telemetry
  readonly backups: Backups
  /** Tells what has become urgent. */
  readonly notices: Notices
  /** Files the person may save. */
  readonly ready: ReadyFiles
  /** Reads a document once more, for comparison; nothing is kept. */
  readAside(documentId: DocumentId): Promise<DocumentReading>
  /** Looks at open documents anew after a change of preferences. */
  readonly reassessment: Reassessment
  /** What a change is given: the time, who makes it, the preferences and the chart now in force. */
  context(actor: string): DecisionContext
  /** The only way preferences change while the books are open: every decision after it goes by the new ones. */
  changeSettings(patch: SettingsPatch, actor: string): Settings
  /** The only way charts change: open documents are looked at anew by the new ones. */
  changeChart(change: (tx: Tx, ctx: DecisionContext) => void, actor: string): void
  /** Stops all work, leaves every document where it can go on, lets go of the folder. */
  close(): Promise<void>
}

/** Said aloud: left out, the SDK would ask the environment. */
const vendorAddress = 'https://api.anthropic.com'

/** What companies share: one after the other, they are read by the same workers. */
export interface CompanyParts {
  readonly pool: Pool
  readonly announce: Announce
  readonly network: NetworkGate
  readonly runBackupTask: RunBackupTask
  /** A person says that books older than what was acknowledged are right. */
  readonly acceptsLoss: boolean
  /** What the books are sealed with; null where they lie in no vault. */
  readonly booksKey: BooksKey | null
}

/**
 * Opens a company's store and prepares its workings; nothing runs until they are started.
 *
 * @throws AppError what `openStore` throws; nothing stays open then
 */
export function openCompany(
  host: EngineHost,
  key: CompanyKey,
  { pool, announce, network, runBackupTask, acceptsLoss, booksKey }: CompanyParts,
): Company {
  const folder = companyFolder(host.dataFolder, key)
  const { reach = reachNothing } = host
  const store = openStore(folder, { acceptsLoss, key: booksKey, reach })
  const blobs = blobsBeside(store, folder)
  const charts = companyCharts(store.db, host.resourcesFolder)
  const machine = `engine ${host.version}`

  // Asked several times per document, changed a few times a year.
  let settings: Settings | undefined

  function context(actor: string, now = host.now()): DecisionContext {
    const inForce = (settings ??= readSettings(store.db))
    return {
      now,
      actor,
      settings: inForce,
      // A list is shown without it: the first one must not wait until a chart is read.
      get chart() {
        return charts.of(inForce.chart)
      },
      meaning: () => meaning.model(),
      purchases: () => trade.guess(),
      newId: () => newId(now),
    }
  }

  const meaning = chosenModel(store, { now: host.now, log: host.log, changed: reassessAll })
  const search = keepSearchFresh(store, host.log)
  const tell: Announce = (event, data) => {
    if (event === 'document.changed' || event === 'vendor.changed') search.wake()
    if (event === 'document.changed') {
      // It may have put a question, a rule may have approved it, and what was decided is written back.
      for (const part of [trade, model, ledger, paperless]) part.wake()
    }
    if (event === 'document.changed') telemetry.hear((data as EventData<'document.changed'>).documentIds)
    announce(event, data)
  }
  // An invoice that arrives may make a duplicate of one that was here: its row changes too.
  const neighbours = new Announcer(tell)
  const templates = loadTemplates(host.resourcesFolder)
  const queue = createQueue({
    store,
    blobs,
    pool,
    templates,
    steps: stepsOf(now => ({
      ...context(machine, now),
      touched: documentId => neighbours.documentChanged(documentId),
    })),
    now: host.now,
    random: host.random,
    log: host.log,
    announce: tell,
  })
  const books = { reader: store.db, now: host.now, readingRate: () => queue.progress().rate }
  const metrics = createMetrics(books, host.log)
  const telemetry = createTelemetry(books, host.version, host.log)
  const intake = createIntake({
    store,
    blobs,
    log: host.log,
    dataFolder: host.dataFolder,
    context: () => context(machine),
    announce: tell,
    freeBytes: () => host.freeBytes?.() ?? freeBytesIn(folder),
    wake: () => queue.wake(),
    openMail: async bytes => [...(await pool.openMail(bytes))],
  })
  const folders = createWatchedFolders({
    store,
    intake,
    log: host.log,
    announce: tell,
    dataFolder: host.dataFolder,
    now: host.now,
  })
  const paperless = createPaperlessSync({
    store,
    blobs,
    keyStore: withKeyFiles(host.keyStore),
    log: host.log,
    announce: tell,
    now: host.now,
    random: host.random,
    context: () => context(machine),
    wakeQueue: () => queue.wake(),
    fetch: network.fetch,
  })
  const ledger = createLedgerSync({
    store,
    keyStore: withKeyFiles(host.keyStore),
    now: host.now,
    random: host.random,
    log: host.log,
    announce: tell,
    chart: key => charts.of(key),
    fetch: network.fetch,
    checkpoint(point) {
      reach(`ledger.${point}`)
      return Promise.resolve()
    },
  })

  const reassessment = keepAssessed(
    store,
    () => context(machine),
    documentIds => {
      tell('document.changed', { documentIds: [...documentIds] })
      tell('counts.changed', {})
    },
    host.log,
  )
  const trade = watchCompanyTrade({
    store,
    settings: () => context(machine).settings,
    knowledge: () => knowledgeOf(host.resourcesFolder),
    changed: reassessAll,
    told() {
      reassessment.wake()
      announce('settings.changed', {})
    },
    log: host.log,
  })
  let models: readonly PricedModel[] | undefined
  const model = createOutsideModel({
    store,
    keyStore: withKeyFiles(host.keyStore),
    models: () => (models ??= loadModels(host.resourcesFolder)),
    address: host.outsideModelAddress ?? vendorAddress,
    fetch: network.fetch,
    steps: modelStepsOf(() => context(modelActor), pictureDrawer({ store, blobs, pool, log: host.log })),
    log: host.log,
    announce: tell,
    now: host.now,
    random: host.random,
  })

  const overdue = watchOverdue(
    store,
    () => context(machine),
    ids => ids.forEach(id => neighbours.documentChanged(id)),
    thrown => host.log.warn({ err: thrown }, 'what is overdue could not be raised'),
  )

  const archive = keepArchive(
    store,
    () => context(machine),
    () => announce('counts.changed', {}),
    host.log,
  )

  const notices = noticeNews({
    store,
    settings: () => context(machine).settings,
    isReading: () => {
      const { waiting, running, isPaused } = queue.progress()
      return waiting + running > 0 && !isPaused
    },
    announce,
    log: host.log,
  })

  const backups = createBackups({
    store,
    company: key,
    dataFolder: host.dataFolder,
    madeBy: `quittance ${host.version}`,
    runTask: runBackupTask,
    settings: () => context(machine).settings.backups,
    now: host.now,
    announce: tell,
    log: host.log,
  })

  const sending = createSending(network, [
    ledger,
    model,
    paperless,
    { start: () => metrics.start(context(machine).settings.metrics), stop: () => metrics.stop() },
    { start: () => telemetry.start(context(machine).settings.telemetry), stop: () => telemetry.stop() },
  ])
  const seat = createSeat(store)
  const anchor = anchorJournal(store, host.log)
  const ready = openReadyFiles(folder, booksKey)

  async function readAside(documentId: DocumentId): Promise<DocumentReading> {
    const { sha256, kind, mediaType, part } = documentById(store.db, documentId)
    const options = { ...readOptionsOf(store.db), forceOcr: false, ...(part === null ? {} : { part }) }
    return pool.read({ bytes: await blobs.load(sha256), kind, mediaType, options })
  }

  return {
    key,
    notices,
    ready,
    readAside,
    seat,
    store,
    blobs,
    queue,
    templates,
    intake,
    ledger,
    model,
    paperless,
    folders,
    meaning,
    sending,
    trade,
    search,
    metrics,
    telemetry,
    backups,
    reassessment,
    context,
    changeSettings(patch, actor) {
      const changed = write(store, tx => {
        const before = readSettings(tx)
        const after = patchSettings(tx, patch, host.now(), actor)
        askToReassess(tx, before, after)
        return after
      })
      settings = undefined
      metrics.follow(changed.metrics)
      telemetry.follow(changed.telemetry)
      reassessment.wake()
      if (patch.escalation) overdue.look()
      if (patch.archiveAfterDays !== undefined) archive.look()
      return changed
    },
    changeChart(change, actor) {
      write(store, tx => {
        change(tx, context(actor))
        reassessAll(tx)
      })
      settings = undefined
      charts.forget()
      reassessment.wake()
    },
    async close() {
      try {
        await backups.stop()
        await folders.stop()
        await sending.stop()
        await intake.close()
        queue.stop()
        overdue.stop()
        archive.stop()
        notices.stop()
        neighbours.flush()
        search.stop()
        trade.stop()
        reassessment.stop()
        meaning.close()
      } finally {
        anchor.stop()
        // Whatever went wrong: books that keep their folder could not be opened again.
        store.close()
      }
    },
  }
}

async function freeBytesIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

function blobsBeside(store: Store, folder: string): Blobs {
  try {
    return openBlobs(folder, store.key, store.reach)
  } catch (thrown) {
    store.close()
    throw thrown
  }
}
