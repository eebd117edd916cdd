import { statfs } from 'node:fs/promises'
import type { EventData } from '../shared/contract'
import type { DocumentId } from '../shared/ids'
import { createBackups, type Backups } from './backup/backups'
import type { RunBackupTask } from './backup/backup-task'
import { watchOverdue } from './automation/overdue'
import { keepArchive } from './lists/archive-keeper'
import { companyFolder, type CompanyKey } from './company-folders'
import { companyOutside, type Outside } from './company-outside'
import { companyPreferences, type CompanyPreferences } from './company-preferences'
import { watchCompanyTrade, type CompanyTrade } from './company-trade'
import type { EngineHost } from './host'
import type { NetworkGate } from './http/network-gate'
import { createWatchedFolders, type WatchedFolders } from './folders/watch-folders'
import { createIntake, type Intake } from './intake/intake'
import { keepSearchFresh, type SearchKeeper } from './lists/search-keeper'
import { chosenModel, type ChosenModel } from './meaning/chosen-folder'
import { noticeNews, type Notices } from './notices/notices'
import { createSeat, type Seat } from './people/seat'
import { Announcer, type Announce } from './queue/announcer'
import { createQueue, type Queue } from './queue/run'
import { openBlobs, type Blobs } from './store/blobs'
import type { BooksKey } from './store/books-key'
import { anchorJournal } from './store/journal-anchor'
import { openStore, type Store } from './store/open'
import { keepAssessed, reassessAll, type Reassessment } from './reassess'
import type { DocumentReading } from './pipeline/facts'
import { readOptionsOf } from './read-options'
import { knowledgeOf } from './pipeline/code/chart-coder'
import { openReadyFiles, type ReadyFiles } from './ready-files'
import { stepsOf } from './steps-of-company'
import { documentById } from './store/documents'
import { loadTemplates, type Templates } from './templates/templates'
import type { Pool } from './worker/pool'

/** One company's books, open, with everything that works on them. */
export interface Company extends Outside {
  readonly key: CompanyKey
  /** Who sits at this machine and what they may do. */
  readonly seat: Seat
  readonly store: Store
  readonly blobs: Blobs
  readonly queue: Queue
  readonly templates: Templates
  readonly intake: Intake
  readonly folders: WatchedFolders
  /** The language model a company may supply for coding. */
  readonly meaning: ChosenModel
  /** The trade its purchases look like, while it has not said what it does. */
  readonly trade: CompanyTrade
  readonly search: SearchKeeper
  readonly backups: Backups
  /** Tells what has become urgent. */
  readonly notices: Notices
  /** Files the person may save. */
  readonly ready: ReadyFiles
  /** Reads a document once more, for comparison; nothing is kept. */
  readAside(documentId: DocumentId): Promise<DocumentReading>
  /** Looks at open documents anew after a change of preferences. */
  readonly reassessment: Reassessment
  readonly context: CompanyPreferences['context']
  readonly changeSettings: CompanyPreferences['change']
  readonly changeChart: CompanyPreferences['changeChart']
  /** Stops all work, leaves every document where it can go on, lets go of the folder. */
  close(): Promise<void>
}

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
  const { log, now } = host
  const store = openStore(folder, { acceptsLoss, key: booksKey, ...(host.reach && { reach: host.reach }) })
  const blobs = blobsBeside(store, folder)
  const machine = `engine ${host.version}`

  const meaning = chosenModel(store, { now, log, changed: reassessAll })
  const preferences = companyPreferences({
    store,
    resourcesFolder: host.resourcesFolder,
    now,
    meaning: () => meaning.model(),
    purchases: () => trade.guess(),
  })
  const { settings, context } = preferences
  const contextOfMachine = () => context(machine)

  const search = keepSearchFresh(store, log)
  const tell: Announce = (event, data) => {
    if (event === 'document.changed' || event === 'vendor.changed') search.wake()
    if (event === 'document.changed') {
      trade.wake()
      documentsChanged((data as EventData<'document.changed'>).documentIds)
    }
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
    steps: stepsOf(at => ({
      ...context(machine, at),
      touched: documentId => neighbours.documentChanged(documentId),
    })),
    now,
    random: host.random,
    log,
    announce: tell,
  })
  const { documentsChanged, settingsChanged, ...outside } = companyOutside({
    ...{ host, store, blobs, pool, network, preferences, queue, machine },
    announce: tell,
  })
  const intake = createIntake({
    store,
    blobs,
    log,
    dataFolder: host.dataFolder,
    context: contextOfMachine,
    announce: tell,
    freeBytes: () => host.freeBytes?.() ?? freeBytesIn(folder),
    wake: () => queue.wake(),
    openMail: async bytes => [...(await pool.openMail(bytes))],
  })
  const folders = createWatchedFolders({ store, intake, log, announce: tell, dataFolder: host.dataFolder, now })

  const reassessment = keepAssessed(
    store,
    contextOfMachine,
    documentIds => {
      tell('document.changed', { documentIds: [...documentIds] })
      tell('counts.changed', {})
    },
    log,
  )
  const trade = watchCompanyTrade({
    store,
    settings,
    knowledge: () => knowledgeOf(host.resourcesFolder),
    changed: reassessAll,
    told() {
      reassessment.wake()
      announce('settings.changed', {})
    },
    log,
  })
  const overdue = watchOverdue(
    store,
    contextOfMachine,
    ids => ids.forEach(id => neighbours.documentChanged(id)),
    thrown => log.warn({ err: thrown }, 'what is overdue could not be raised'),
  )
  const archive = keepArchive(store, contextOfMachine, () => announce('counts.changed', {}), log)
  const notices = noticeNews({
    store,
    settings,
    isReading: () => {
      const { waiting, running, isPaused } = queue.progress()
      return waiting + running > 0 && !isPaused
    },
    announce,
    log,
  })
  const backups = createBackups({
    store,
    company: key,
    dataFolder: host.dataFolder,
    madeBy: `quittance ${host.version}`,
    runTask: runBackupTask,
    settings: () => settings().backups,
    now,
    announce: tell,
    log,
  })
  const anchor = anchorJournal(store, log)

  return {
    ...outside,
    ...{ key, store, blobs, queue, templates, intake, folders, meaning, trade, search, backups, reassessment },
    ...{ notices, context },
    seat: createSeat(store),
    ready: openReadyFiles(folder, booksKey),
    async readAside(documentId) {
      const { sha256, kind, mediaType, part } = documentById(store.db, documentId)
      const options = { ...readOptionsOf(store.db), forceOcr: false, ...(part === null ? {} : { part }) }
      return pool.read({ bytes: await blobs.load(sha256), kind, mediaType, options })
    },
    changeSettings(patch, actor) {
      const changed = preferences.change(patch, actor)
      settingsChanged(changed)
      reassessment.wake()
      if (patch.escalation) overdue.look()
      if (patch.archiveAfterDays !== undefined) archive.look()
      return changed
    },
    changeChart(change, actor) {
      preferences.changeChart(change, actor)
      reassessment.wake()
    },
    close: () =>
      endAll([
        () => backups.stop(),
        () => folders.stop(),
        () => outside.sending.stop(),
        () => intake.close(),
        () => queue.stop(),
        () => overdue.stop(),
        () => archive.stop(),
        () => notices.stop(),
        () => neighbours.flush(),
        () => search.stop(),
        () => trade.stop(),
        () => reassessment.stop(),
        () => meaning.close(),
        () => anchor.stop(),
        () => store.close(),
      ]),
  }
}

/**
 * Ends one part after the other. Whatever goes wrong with one, the others end: work that goes on would find its books
 * closed, and books that keep their folder could not be opened again.
 *
 * @throws what went wrong first
 */
async function endAll(ends: readonly (() => void | Promise<void>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const end of ends) {
    try {
      await end()
    } catch (thrown) {
      failures.push(thrown)
    }
  }
  if (failures.length > 0) throw failures[0]
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
