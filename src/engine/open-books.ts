import type { EpochMs } from '../shared/ids'
import { AppError, toErrorData } from '../shared/result'
import type { VaultSecret } from '../shared/vault'
import type { RunBackupTask } from './backup/backup-task'
import { finishRestore } from './backup/restore-backup'
import type { RestoreRights } from './backup/restore-rights'
import { openCompany, type Company } from './company'
import {
  companyFolder,
  hasSampleCompany,
  lastCompany,
  rememberCompany,
  removeSampleCompany,
  type CompanyKey,
} from './company-folders'
import type { EngineHost } from './host'
import type { NetworkGate } from './http/network-gate'
import { conservation } from './lists/counts'
import { warmKnowledge } from './pipeline/code/chart-coder'
import type { Announce } from './queue/announcer'
import { fillSampleCompany, sampleFiles } from './sample-company'
import { createRewriting, type BooksRewriting } from './rewrite-books'
import { acceptBooks } from './store/journal-anchor'
import { readSettings } from './store/settings'
import { fromSqlite } from './store/sqlite-errors'
import type { Keyring } from './vault/keyring'
import { finishReseal } from './vault/reseal'
import { requireVault } from './vault/vault'
import { createPool, type Pool } from './worker/pool'
import { watchOn } from './worker/watch-on'

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

/** The books that are open, one company's at a time, and how they come to be others. */
export interface OpenBooks extends BooksRewriting {
  /** @throws AppError why none are open */
  company(): Company
  companyIfOpen(): Company | null
  /** The company that is open, or would be. */
  companyKey(): CompanyKey
  /** False while the books cannot be opened: only backups can be spoken of then. */
  isOpen(): boolean
  hasSample(): boolean
  /** Opens the other company's books; makes and fills the sample company when it is not there yet. */
  switchTo(key: CompanyKey): Promise<void>
  removeSample(): Promise<void>
  /** A person says that books older than what was acknowledged are right: opens them as they are. */
  acceptLoss(): Promise<void>
  /** Opens the vault of the books that are to be open, and the books. @throws AppError what `Keyring.open` throws */
  unlockVault(secret: VaultSecret): Promise<void>
  /** Forgets the keys of vaults; books that lie in one are closed. */
  lockVault(): Promise<void>
  /** Forgets keys of vaults that were opened while no books are open. */
  forgetKeysUnused(): Promise<void>
}

/** For the engine itself, which begins and ends. */
export interface BooksOfEngine extends OpenBooks {
  /** @throws AppError when the books cannot be opened (in use, damaged, from a newer version …) */
  start(options?: StartOptions): Promise<void>
  close(): Promise<void>
}

export interface BooksParts {
  readonly host: EngineHost
  readonly network: NetworkGate
  readonly runBackupTask: RunBackupTask
  readonly keyring: Keyring
  readonly restoreRights: RestoreRights
  readonly announce: Announce
}

export function createBooks(parts: BooksParts): BooksOfEngine {
  const { host, network, runBackupTask, keyring, restoreRights, announce } = parts
  let company: Company | null = null
  /** Why there are no books open: what every question is answered with until some are. */
  let startError: unknown = null
  let pool: Pool | null = null
  let runs = { reads: false, posts: false }
  // Opening and closing books one after the other: two switches at once would open one folder twice.
  let turn: Promise<unknown> = Promise.resolve()

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
    try {
      if (isSealed) await closeCurrent()
    } finally {
      // Whatever could not be stopped: nobody opens these books without their secret.
      keyring.forget()
      restoreRights.forget()
      if (isSealed) notOpen(new AppError('vault_locked', {}, 'user'))
    }
  }

  function forgetKeysNow(): void {
    if (company) return
    keyring.forget()
    restoreRights.forget()
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

  const rewriting = createRewriting({
    ...parts,
    company: current,
    companyIfOpen: () => company,
    closeCurrent,
    open: key => openAgain(key),
    tryToOpen: tryToOpenAgain,
  })

  return {
    ...rewriting,
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
    company: current,
    companyIfOpen: () => company,
    isOpen: () => company !== null,
    companyKey: () => company?.key ?? lastCompany(host.dataFolder),
    hasSample: () => hasSampleCompany(host.dataFolder),
    switchTo: key => inTurn(() => switchNow(key)),
    removeSample: () =>
      inTurn(async () => {
        await switchNow('own')
        removeSampleCompany(host.dataFolder)
        announce('company.changed', {})
      }),
    restore: backup => inTurn(() => rewriting.restore(backup)),
    acceptLoss: () => inTurn(() => Promise.resolve().then(acceptLossNow)),
    unlockVault: secret => inTurn(() => unlockNow(secret)),
    lockVault: () => inTurn(lockNow),
    forgetKeysUnused: () => inTurn(() => Promise.resolve().then(forgetKeysNow)),
    reseal: to => inTurn(() => rewriting.reseal(to)),
    close: () =>
      inTurn(async () => {
        await closeCurrent()
        await pool?.close()
        pool = null
      }),
  }
}

function isLocked(thrown: unknown): thrown is AppError {
  return thrown instanceof AppError && thrown.data.code === 'vault_locked'
}
