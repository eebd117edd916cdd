import { calls, type CallName, type EventData, type EventName } from '../shared/contract'
import { dirname, join } from 'node:path'
import type { ReadyFile } from '../shared/activity'
import type { BackupRunning } from '../shared/backup'
import type { EpochMs } from '../shared/ids'
import type { RunBackupTask } from './backup/backup-task'
import type { FolderPurpose } from '../shared/meaning'
import type { DocumentSource } from '../shared/document'
import { AppError, toErrorData, type Reply } from '../shared/result'
import { runHere, runInThread } from './backup/backup-task'
import { chooseBackupFolder, type FoundBackup } from './backup/places'
import type { RestoreKeys } from './backup/received-since'
import { createRestoreRights, exchangeOf, type RestoreRights, type Vouching } from './backup/restore-rights'
import { finishRestore, type Restored } from './backup/restore-backup'
import { openCompany, type Company } from './company'
import {
  companyFolder,
  hasSampleCompany,
  lastCompany,
  rememberCompany,
  removeSampleCompany,
  type CompanyKey,
} from './company-folders'
import { createHandlers } from './handlers'
import type { VaultSecret, VaultStatus } from '../shared/vault'
import type { EngineHost } from './host'
import { createNetworkGate, type NetworkGate } from './http/network-gate'
import { conservation } from './lists/counts'
import { ledgerPage } from './sync/ledger-page'
import type { LedgerPage } from '../shared/engine-control'
import { locateOriginal, type LocatedFile } from './locate'
import { holdFiles } from './ready-files'
import { fillSampleCompany, sampleFiles } from './sample-company'
import { rightFor } from './people/call-rights'
import { sittingActor } from './people/sitting'
import { keepTries, triesFile } from './people/wrong-tries'
import { warmKnowledge } from './pipeline/code/chart-coder'
import { newId } from './store/new-id'
import { readSettings } from './store/settings'
import { acceptBooks } from './store/journal-anchor'
import { fromSqlite } from './store/sqlite-errors'
import { createKeyring, type Keyring } from './vault/keyring'
import { finishReseal, type ResealTask } from './vault/reseal'
import { requireVault } from './vault/vault'
import { wellFormed } from './well-formed'
import { createPool, type Pool } from './worker/pool'
import { watchOn } from './worker/watch-on'

export type Listener = <N extends EventName>(event: N, data: EventData<N>) => void

/** What runs by itself once the books are open. The terminal starts with less: most of its commands only look. */
export interface StartOptions {
  /** Reads what was received. */
  readonly reads?: boolean
  /** Talks to the ledger and, where it is switched on, to the outside model. */
  readonly posts?: boolean
  /** The books to open; those that were open last when left out. */
  readonly company?: CompanyKey
  /** A person says that the books are right though they are older than what was acknowledged. */
  readonly acceptsLoss?: boolean
}

/** The product without a window. Runs the same in Electron's utility process, in a terminal and in a test. */
export interface Engine {
  /** @throws AppError when the books cannot be opened (in use, damaged, from a newer version …) */
  start(options?: StartOptions): Promise<void>
  /** Answers a question of the contract. Never throws: what goes wrong is in the reply. */
  call(name: string, input: unknown): Promise<Reply<unknown>>
  /** Takes in files and folders; replies when each of them is a row or was refused. */
  take(paths: readonly string[], source: DocumentSource): Promise<Reply<{ accepted: number }>>
  /** Takes a folder that a person chose in a dialog; its path never passes a page. */
  takeFolder(path: string, purpose: FolderPurpose): Promise<Reply<object>>
  /** @returns its own undo */
  on(listener: Listener): () => void
  /** Bytes for the `doc:` protocol: a document's original, or a page's picture where Chromium cannot draw the original. */
  locate(documentId: string, page: number | null): Promise<LocatedFile | null>
  /** Where the connected ledger shows a document's bill; for main, which opens the browser. */
  findLedgerPage(documentId: string | null): LedgerPage | null
  /** Between everything here and the network; hosts hold their sockets to it. */
  readonly network: NetworkGate
  /** The open company, for hosts that do more than call. @throws AppError `engine_starting` */
  company(): Company
  close(): Promise<void>
}

/** What handlers may do beyond the open company. */
export interface EngineCore {
  readonly host: EngineHost
  readonly network: NetworkGate
  company(): Company
  hasSample(): boolean
  /** Opens the other company's books; makes and fills the sample company when it is not there yet. */
  switchTo(key: CompanyKey): Promise<void>
  removeSample(): Promise<void>
  readonly runBackupTask: RunBackupTask
  /** The company that is open, or would be. */
  companyKey(): CompanyKey
  /** False while the books cannot be opened: only backups can be spoken of then. */
  isOpen(): boolean
  /** Puts books back as a backup holds them, also when the ones that are there cannot be opened. */
  restore(backup: FoundBackup): Promise<Restored>
  /** What a restore needs to read both sides. @throws AppError `vault_locked`, `app_locked` */
  restoreKeys(backup: FoundBackup): Required<RestoreKeys>
  readonly restoreRights: RestoreRights
  /** How far a restore is; null while none is under way. */
  restoring(): BackupRunning | null
  /** A person says that books older than what was acknowledged are right: opens them as they are. */
  acceptLoss(): Promise<void>
  /** Keys of vaults that were opened. */
  readonly keyring: Keyring
  /** Opens the vault of the books that are to be open, and the books. @throws AppError what `Keyring.open` throws */
  unlockVault(secret: VaultSecret): Promise<void>
  /** Forgets the keys of vaults; books that lie in one are closed. */
  lockVault(): Promise<void>
  /** Forgets keys of vaults that were opened while no books are open. */
  forgetKeysUnused(): Promise<void>
  /** Keeps a file for the person to save, also where no books are open; the one before it is gone. */
  holdToSave(suggestedName: string, content: Uint8Array): ReadyFile
  /** Puts the open books into a vault, or takes them out of theirs. @throws AppError what `resealBooks` throws */
  reseal(to: ResealTask['to']): Promise<void>
  /** How far that is; null while none is under way. */
  resealing(): VaultStatus['running']
  readonly announce: Listener
}

export function createEngine(host: EngineHost): Engine {
  const listeners = new Set<Listener>()
  const network = createNetworkGate(host.dataFolder)
  const runBackupTask = host.backupThread === undefined ? runHere(host.reach) : runInThread(host.backupThread)
  let company: Company | null = null
  /** Why there are no books open: what every question is answered with until some are. */
  let startError: unknown = null
  let pool: Pool | null = null
  let runs = { reads: false, posts: false }
  // Opening and closing books one after the other: two switches at once would open one folder twice.
  let turn: Promise<unknown> = Promise.resolve()
  let restoring: BackupRunning | null = null
  let resealing: VaultStatus['running'] = null
  let toSave = holdFiles()
  const tries = keepTries(join(host.dataFolder, triesFile), () => host.now())
  const keyring = createKeyring(tries)
  const restoreRights = createRestoreRights(keyring, tries)

  const announce: Listener = (event, data) => {
    for (const listener of listeners) listener(event, data)
    company?.notices.hear(event, data)
  }

  function current(): Company {
    if (!company) throw startError ?? new AppError('engine_starting', {}, 'later')
    return company
  }

  function poolOf(): Pool {
    pool ??= createPool({ start: host.startWorker, size: host.workers, watch: watchOn(host) })
    return pool
  }

  function open(key: CompanyKey, acceptsLoss = false): Company {
    const booksKey = keyring.keyOf(companyFolder(host.dataFolder, key))
    const parts = { pool: poolOf(), announce, network, runBackupTask, acceptsLoss, booksKey }
    const opened = openCompany(host, key, parts)
    company = opened
    startError = null
    // From now on the books themselves say who may do what.
    restoreRights.forget()
    startWork(opened)
    return opened
  }

  function startWork(opened: Company): void {
    if (runs.reads) {
      opened.queue.start()
      warmKnowledge(host.resourcesFolder).catch((thrown: unknown) =>
        host.log.error({ err: thrown }, 'what coding knows could not be read'),
      )
      opened.folders.start()
      opened.intake.resume().catch((thrown: unknown) => host.log.error({ err: thrown }, 'unpacking could not go on'))
    }
    if (!runs.posts) return
    opened.sending.start()
    opened.search.wake()
    opened.reassessment.wake()
    opened.backups.start()
  }

  async function closeCurrent(): Promise<void> {
    const closing = company
    company = null
    await closing?.close()
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  async function switchNow(key: CompanyKey): Promise<void> {
    const before = current()
    if (before.key === key) return
    if (key === 'sample' && !hasSampleCompany(host.dataFolder)) sampleFiles(host.resourcesFolder)
    const settings = readSettings(before.store.db)
    try {
      await closeCurrent()
      const opened = open(key)
      // Not "when its folder is new": a terminal, or a first opening cut short, leaves empty books behind.
      if (key === 'sample' && conservation(opened.store.db).received === 0) {
        await fillSampleCompany(opened, settings, host)
      }
      rememberCompany(host.dataFolder, key)
    } catch (thrown) {
      if (isLocked(thrown)) return standLocked(key, thrown)
      // Books that do not open must not leave the accountant without any.
      await closeCurrent()
      open(before.key)
      throw thrown
    } finally {
      announce('company.changed', {})
    }
  }

  /** Whoever wants these books opens their vault first. */
  function standLocked(key: CompanyKey, thrown: AppError): void {
    rememberCompany(host.dataFolder, key)
    notOpen(thrown)
  }

  function notOpen(thrown: unknown): void {
    startError = fromSqlite(thrown)
    announce('company.closed', { error: toErrorData(startError) })
  }

  async function unlockNow(secret: VaultSecret): Promise<void> {
    if (company) return
    const key = lastCompany(host.dataFolder)
    await keyring.open(requireVault(companyFolder(host.dataFolder, key)), secret)
    try {
      openAgain(key)
    } catch (thrown) {
      notOpen(thrown)
      throw thrown
    }
  }

  async function lockNow(): Promise<void> {
    const isSealed = company?.store.key != null
    if (isSealed) await closeCurrent()
    keyring.forget()
    restoreRights.forget()
    if (isSealed) notOpen(new AppError('vault_locked', {}, 'user'))
  }

  function forgetKeysNow(): void {
    if (company) return
    keyring.forget()
    restoreRights.forget()
  }

  function holdToSave(suggestedName: string, content: Uint8Array): ReadyFile {
    toSave = holdFiles()
    return toSave.hold(newId(host.now()), suggestedName, content)
  }

  async function resealNow(to: ResealTask['to']): Promise<void> {
    const { key, store } = current()
    const task = to === null ? 'unseal' : 'seal'
    const tell = (now: VaultStatus['running']) => {
      resealing = now
      announce('vault.changed', {})
    }
    tell({ task, stage: 'store', bytes: 0, of: 1 })
    try {
      await closeCurrent()
      const input = { dataFolder: host.dataFolder, company: key, from: store.key, to, at: host.now() as EpochMs }
      await runBackupTask('reseal', input, progress => tell({ task, ...progress }))
      if (to !== null) keyring.hold(to.key)
    } finally {
      // Whatever became of it, one whole set of books stands there.
      tryToOpenAgain(key)
      tell(null)
    }
  }

  async function restoreNow(backup: FoundBackup): Promise<Restored> {
    const key = backup.manifest.company
    const actor = vouchingFor(backup)
    const keys = restoreKeys(backup)
    const tell = (now: BackupRunning | null) => {
      restoring = now
      announce('backup.changed', {})
    }
    tell({ task: 'restore', stage: 'check', bytes: 0, of: 1 })
    try {
      await closeCurrent()
      const shelf = dirname(backup.folder)
      const input = {
        folder: backup.folder,
        shelf,
        dataFolder: host.dataFolder,
        at: host.now() as EpochMs,
        actor,
        ...keys,
      }
      const restored = await runBackupTask('restore', input, progress => tell({ task: 'restore', ...progress }))
      openAgain(key)
      return restored
    } catch (thrown) {
      // The books that were there are there still; where they could not be opened before, that is no news.
      if (!company) tryToOpenAgain(key)
      throw thrown
    } finally {
      tell(null)
    }
  }

  /** Whoever sits at open books has the right already. @throws AppError `app_locked`, `vault_locked` */
  function vouchingFor(backup: FoundBackup): Vouching {
    return company ? sittingActor(company.store.db) : restoreRights.require(exchangeOf(host.dataFolder, backup))
  }

  function restoreKeys(backup: FoundBackup): Required<RestoreKeys> {
    vouchingFor(backup)
    return restoreRights.keysFor(exchangeOf(host.dataFolder, backup))
  }

  function openAgain(key: CompanyKey, acceptsLoss = false): void {
    open(key, acceptsLoss)
    announce('company.changed', {})
  }

  function tryToOpenAgain(key: CompanyKey): void {
    try {
      openAgain(key)
    } catch (thrown) {
      notOpen(thrown)
      host.log.error({ err: thrown }, 'the books could not be opened again')
    }
  }

  function acceptLossNow(): void {
    if (company) return
    openAgain(lastCompany(host.dataFolder), true)
    acceptBooks(current().store, host.now() as EpochMs)
  }

  const core: EngineCore = {
    host,
    network,
    announce,
    company: current,
    hasSample: () => hasSampleCompany(host.dataFolder),
    switchTo: key => inTurn(() => switchNow(key)),
    runBackupTask,
    companyKey: () => company?.key ?? lastCompany(host.dataFolder),
    isOpen: () => company !== null,
    restore: backup => inTurn(() => restoreNow(backup)),
    restoreKeys,
    restoreRights,
    restoring: () => restoring,
    acceptLoss: () => inTurn(() => Promise.resolve().then(acceptLossNow)),
    keyring,
    unlockVault: secret => inTurn(() => unlockNow(secret)),
    lockVault: () => inTurn(lockNow),
    forgetKeysUnused: () => inTurn(() => Promise.resolve().then(forgetKeysNow)),
    holdToSave,
    reseal: to => inTurn(() => resealNow(to)),
    resealing: () => resealing,
    removeSample: () =>
      inTurn(async () => {
        await switchNow('own')
        removeSampleCompany(host.dataFolder)
        announce('company.changed', {})
      }),
  }
  const handlers = createHandlers(core)

  async function reply<T>(work: () => T | Promise<T>, what: string): Promise<Reply<T>> {
    const asked = company
    try {
      return { ok: true, value: await work() }
    } catch (thrown) {
      // Questions read without a transaction: a disk that fails under them is no bug either.
      const error = toErrorData(fromSqlite(thrown))
      // A long walk through books that were closed under it finds no connection any more.
      if (error.code === 'bug' && asked && !asked.store.raw.open) {
        return { ok: false, error: { code: 'books_closed', params: {}, retry: 'later' } }
      }
      if (error.code === 'bug') host.log.error({ err: thrown, what }, 'a call failed in a way nobody foresaw')
      return { ok: false, error }
    }
  }

  return {
    network,
    start: ({ reads = true, posts = true, company: key, acceptsLoss = false } = {}) =>
      inTurn(async () => {
        runs = { reads, posts }
        try {
          finishRestore(host.dataFolder)
          finishReseal(host.dataFolder)
          open(key ?? lastCompany(host.dataFolder), acceptsLoss)
        } catch (thrown) {
          startError = fromSqlite(thrown)
          throw thrown
        }
      }),
    call: (name, input) => reply(() => answer(name, input), name),
    take: (paths, source) =>
      reply(async () => {
        current().seat.require('prepare')
        const { received } = await current().intake.take(paths, source)
        return { accepted: received }
      }, 'take'),
    takeFolder: (path, purpose) =>
      reply(async () => {
        // Books that cannot be opened have no seat: a folder of backups may be named all the same.
        company?.seat.require('administer')
        if (purpose === 'watch') await current().folders.add(path)
        else if (purpose === 'backup') {
          chooseBackupFolder(host.dataFolder, path)
          announce('backup.changed', {})
        } else {
          current().meaning.choose(path)
          current().reassessment.wake()
        }
        return {}
      }, 'take folder'),
    on(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    findLedgerPage: documentId => (mayShow(company) ? ledgerPage(company.store.db, documentId) : null),
    locate: async (documentId, page) =>
      toSave.find(documentId) ?? (mayShow(company) ? locateOriginal(company, documentId, page) : null),
    company: current,
    close: () =>
      inTurn(async () => {
        await closeCurrent()
        await pool?.close()
        pool = null
      }),
  }

  function answer(name: string, input: unknown): unknown {
    if (!isCallName(name)) throw new AppError('invalid_input', { call: name.slice(0, 100) }, 'never')
    const parsed = calls[name].input.safeParse(input ?? {})
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') ?? ''
      throw new AppError('invalid_input', { call: name, field: field.slice(0, 100) }, 'never')
    }
    const right = rightFor(name, parsed.data as never)
    if (right !== 'anyone') company?.seat.require(right)
    const handle = handlers[name] as (input: unknown) => unknown
    return handle(wellFormed(parsed.data))
  }
}

function isLocked(thrown: unknown): thrown is AppError {
  return thrown instanceof AppError && thrown.data.code === 'vault_locked'
}

/** Whether anything of it may leave the engine now. */
function mayShow(company: Company | null): company is Company {
  return company !== null && !company.seat.isLocked()
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name)
}
