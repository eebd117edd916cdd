import type { Parsed } from '../../shared/contract'
import type { LedgerStatus } from '../../shared/ledger'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import type { EngineLog, KeyStore } from '../host'
import { createLane } from '../http/lane'
import type { Timeouts } from '../http/server'
import { sittingActor } from '../people/sitting'
import type { Chart } from '../pipeline/code/chart'
import type { Announce } from '../queue/announcer'
import { appendJournal } from '../store/journal'
import type { Store } from '../store/open'
import { readSettings, writeSetting } from '../store/settings'
import { write, type Tx } from '../store/write'
import { applyCredits } from './apply-credits'
import type { Checkpoint } from './checkpoint'
import { checkConnection, storeConnection, type EnteredConnection } from './connect'
import { lastSyncKey, ledgerSlot, readConnection } from './connection'
import { deleteDraft } from './delete-draft'
import { ledgerDialect } from './ledger-dialect'
import type { LedgerSession } from './ledger-session'
import { isPaused, ledgerStatus, pausedKey } from './ledger-status'
import { nextDue, settleMs } from './outbox'
import { keepProbe } from './probe-result'
import { probeServer } from './probe-server'
import { restoreBills } from './restore-bills'
import { runOutbox } from './run-outbox'
import { createSessions } from './sessions'
import { answerUnknown } from './unknown-bills'
import { createWatchRounds, keepMassChangeConfirmed } from './watch-round'

export interface LedgerSyncOptions {
  readonly store: Store
  readonly keyStore: KeyStore
  now(): EpochMs
  /** Uniform in [0, 1): jitter only. */
  random(): number
  readonly log: EngineLog
  readonly announce: Announce
  /** Charts of accounts, for the names and types of accounts the ledger does not have yet. */
  chart(key: Settings['chart']): Chart
  readonly fetch?: typeof globalThis.fetch
  /** Resolves after that many milliseconds; tests move their clock instead. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>
  /** Rings once after that many milliseconds, unless its undo is called first; tests ring it themselves. */
  readonly alarm?: (ms: number, ring: () => void) => () => void
  readonly timeouts?: Timeouts
  readonly checkpoint?: Checkpoint
}

export interface LedgerSync {
  /** Posts what is due now and from here on by itself: after approvals (`wake`) and every few minutes. */
  start(): void
  /** Lets go of calls under way; what was sent without an answer is looked up next time. */
  stop(): Promise<void>
  /** An approval put something into the outbox. */
  wake(): void
  /** Checks address and key against the ledger before anything is stored. */
  connect(entered: EnteredConnection): Promise<LedgerStatus>
  disconnect(): Promise<LedgerStatus>
  /** A person's "sync now": also what waits for a later try. */
  syncNow(): Promise<LedgerStatus>
  /** Stops posting and watching until a person says go on; kept over restarts. */
  pause(isPaused: boolean): Promise<LedgerStatus>
  /** Finds out with drafts, deleted again, how this server computes bills. */
  probe(): Promise<LedgerStatus>
  /** A person has seen that many bills changed in the ledger, and says that this is right. */
  confirmMassChange(): Promise<LedgerStatus>
  /** A person wants the draft gone that a refused bill left over there. @throws AppError `fix_no_longer_fits` */
  deleteDraft(documentId: DocumentId): Promise<void>
  /** A person says what is to become of bills there that are unknown here. */
  answerUnknown(input: Parsed<'ledger.answerUnknownBills'>): LedgerStatus
  /** The connection in use, for questions beside the posting; @throws AppError `ledger_not_connected` */
  session(): Promise<LedgerSession>
  status(): LedgerStatus
  /** Resolves when no run is under way. */
  idle(): Promise<void>
}

/** Carries approved invoices to the ledger, one at a time, for one company's store. */
export function createLedgerSync(options: LedgerSyncOptions): LedgerSync {
  return new Sync(options)
}

class Sync implements LedgerSync {
  readonly #lane
  readonly #sessions
  readonly #watch = createWatchRounds()

  constructor(private readonly options: LedgerSyncOptions) {
    const { store, log, now, random, alarm, announce } = options
    this.#lane = createLane({
      ...{ store, log, now, random, alarm },
      noun: 'ledger',
      failedMessage: 'ledger sync paused',
      dialect: ledgerDialect,
      needsPerson: ({ code }) => code === 'ledger_unauthorized',
      settleMs,
      periodMs: () => this.#periodMs(),
      isConnected: () => readConnection(store.db) !== undefined,
      isPaused: () => isPaused(store.db),
      keepPaused: (tx, isPausedNow) => writeSetting(tx, pausedKey, isPausedNow),
      nextDue: () => nextDue(store.db),
      round: (asked, signal) => this.#round(asked === 'everything', signal),
      keepDone: tx => writeSetting(tx, lastSyncKey, now()),
      doubt: () => this.#sessions.doubt(),
      changed: () => announce('ledger.changed', {}),
    })
    this.#sessions = createSessions(options, this.#lane.circuit, this.#lane.rounds.signal)
  }

  start(): void {
    // A session ends with the signal it was opened under.
    if (this.#lane.rounds.start()) this.#sessions.forget()
  }

  stop(): Promise<void> {
    return this.#lane.rounds.stop()
  }

  idle(): Promise<void> {
    return this.#lane.rounds.idle()
  }

  wake(): void {
    // Called after every decision; most of them put nothing into the outbox.
    if (!this.#lane.rounds.isStarted() || nextDue(this.options.store.db) === undefined) return
    this.#lane.comeSoon()
  }

  async connect(entered: EnteredConnection): Promise<LedgerStatus> {
    const { store, keyStore, now } = this.options
    this.#lane.circuit.tryNow()
    const checked = await checkConnection(entered, (url, apiKey) => this.#sessions.speakTo(url, apiKey))
    const sealed = await keyStore.seal(checked.apiKey)
    await this.#lane.rounds.idle()
    write(store, tx => storeConnection(tx, checked.connection, sealed, now()))
    this.#forgetConnection()
    this.#sessions.checked()
    this.wake()
    this.options.announce('ledger.changed', {})
    return this.status()
  }

  async disconnect(): Promise<LedgerStatus> {
    await this.#lane.rounds.idle()
    // What waits goes on waiting.
    write(this.options.store, tx => ledgerSlot.forget(tx, this.options.now()))
    this.#forgetConnection()
    this.options.announce('ledger.changed', {})
    return this.status()
  }

  async syncNow(): Promise<LedgerStatus> {
    await this.#lane.runNow('everything')
    return this.status()
  }

  async pause(isPausedNow: boolean): Promise<LedgerStatus> {
    await this.#lane.pause(isPausedNow)
    return this.status()
  }

  async confirmMassChange(): Promise<LedgerStatus> {
    const { store, now } = this.options
    write(store, tx => {
      keepMassChangeConfirmed(tx, now())
      this.#journal(tx, 'ledger.mass_change_confirmed')
    })
    return this.syncNow()
  }

  async probe(): Promise<LedgerStatus> {
    const { store, announce } = this.options
    const session = await this.session()
    await this.#lane.rounds.idle()
    this.#lane.circuit.tryNow()
    // In the place of a round, so that no bill is made at the same time.
    await this.#lane.rounds.during(async () => {
      const found = await probeServer(session)
      write(store, tx => {
        keepProbe(tx, session.organization, found)
        this.#journal(tx, 'ledger.probed', { mode: found.mode })
      })
    })
    announce('ledger.changed', {})
    return this.status()
  }

  async deleteDraft(documentId: DocumentId): Promise<void> {
    const { announce } = this.options
    const session = await this.session()
    await this.#lane.rounds.idle()
    await this.#lane.rounds.during(() => deleteDraft(session, documentId))
    announce('document.changed', { documentIds: [documentId] })
    announce('ledger.changed', {})
  }

  answerUnknown(input: Parsed<'ledger.answerUnknownBills'>): LedgerStatus {
    const { store, now, announce } = this.options
    write(store, tx => answerUnknown(tx, input, now()))
    announce('ledger.changed', {})
    return this.status()
  }

  async session(): Promise<LedgerSession> {
    const session = await this.#sessions.ready()
    if (!session) throw new AppError('ledger_not_connected')
    return session
  }

  status(): LedgerStatus {
    return ledgerStatus(this.options.store.db, {
      now: this.options.now(),
      nextSyncAt: this.#lane.rounds.nextAt(),
      lastError: this.#lane.patience.error(),
      heldUntil: this.#lane.patience.heldUntil(),
      alarm: this.#watch.alarm(),
      circuit: this.#lane.circuit.view(),
    })
  }

  /** Rounds never overlap: that is what keeps one create in flight per organization. */
  async #round(force: boolean, signal: AbortSignal): Promise<boolean> {
    const { announce, random } = this.options
    const session = await this.#sessions.ready()
    if (!session) return false
    // A person asks how it stands: with nothing to post or watch, this is the call that tells.
    if (force) this.#sessions.doubt()
    await this.#sessions.checkOrganization(session)
    await runOutbox(session, { force, random, signal, announce })
    await applyCredits(session)
    await restoreBills(session)
    await this.#watch.work(session, { force, periodMs: this.#periodMs(), signal, announce })
    return true
  }

  #forgetConnection(): void {
    this.#sessions.forget()
    this.#lane.patience.forget()
  }

  /** A person's word about the whole connection. */
  #journal(tx: Tx, kind: string, params: Readonly<Record<string, string>> = {}): void {
    appendJournal(tx, { at: this.options.now(), actor: sittingActor(tx), kind, documentId: null, params })
  }

  #periodMs(): number {
    return readSettings(this.options.store.db).ledgerSyncMinutes * 60_000
  }
}
