import type { Parsed } from '../../shared/contract'
import type { LedgerStatus } from '../../shared/ledger'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import type { EngineLog, KeyStore } from '../host'
import { createCircuit } from '../http/circuit'
import { createPatience } from '../http/patience'
import { createRounds } from '../http/rounds'
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
  readonly #rounds
  readonly #circuit
  readonly #patience
  readonly #sessions
  readonly #watch = createWatchRounds()

  constructor(private readonly options: LedgerSyncOptions) {
    const { now, random, alarm } = options
    this.#circuit = createCircuit(now)
    this.#patience = createPatience({
      now,
      random,
      periodMs: () => this.#periodMs(),
      circuit: this.#circuit,
      dialect: ledgerDialect,
      needsPerson: ({ code }) => code === 'ledger_unauthorized',
      settleMs,
    })
    this.#rounds = createRounds({
      now,
      work: (isAsked, signal) => this.#work(isAsked, signal),
      dueAt: () => this.#dueAt(),
      alarm,
    })
    this.#sessions = createSessions(options, this.#circuit, this.#rounds.signal)
  }

  start(): void {
    // A session ends with the signal it was opened under.
    if (this.#rounds.start()) this.#sessions.forget()
  }

  stop(): Promise<void> {
    return this.#rounds.stop()
  }

  idle(): Promise<void> {
    return this.#rounds.idle()
  }

  wake(): void {
    // Called after every decision; most of them put nothing into the outbox.
    if (!this.#rounds.isStarted() || nextDue(this.options.store.db) === undefined) return
    this.#rounds.runIn(Math.max(0, this.#patience.until() - this.options.now()))
  }

  async connect(entered: EnteredConnection): Promise<LedgerStatus> {
    const { store, keyStore, now } = this.options
    this.#circuit.tryNow()
    const checked = await checkConnection(entered, (url, apiKey) => this.#sessions.speakTo(url, apiKey))
    const sealed = await keyStore.seal(checked.apiKey)
    await this.#rounds.idle()
    write(store, tx => storeConnection(tx, checked.connection, sealed, now()))
    this.#forgetConnection()
    this.#sessions.checked()
    this.wake()
    this.options.announce('ledger.changed', {})
    return this.status()
  }

  async disconnect(): Promise<LedgerStatus> {
    await this.#rounds.idle()
    // What waits goes on waiting.
    write(this.options.store, tx => ledgerSlot.forget(tx, this.options.now()))
    this.#forgetConnection()
    this.options.announce('ledger.changed', {})
    return this.status()
  }

  async syncNow(): Promise<LedgerStatus> {
    await this.#rounds.idle()
    this.#patience.tryNow()
    await this.#rounds.run(true)
    return this.status()
  }

  async pause(isPausedNow: boolean): Promise<LedgerStatus> {
    const { store, announce } = this.options
    await this.#rounds.idle()
    write(store, tx => {
      writeSetting(tx, pausedKey, isPausedNow)
      this.#journal(tx, isPausedNow ? 'ledger.paused' : 'ledger.resumed')
    })
    announce('ledger.changed', {})
    if (!isPausedNow) this.#rounds.runIn(0)
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
    await this.#rounds.idle()
    this.#circuit.tryNow()
    // In the place of a round, so that no bill is made at the same time.
    await this.#rounds.during(async () => {
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
    await this.#rounds.idle()
    await this.#rounds.during(() => deleteDraft(session, documentId))
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
      nextSyncAt: this.#rounds.nextAt(),
      lastError: this.#patience.error(),
      heldUntil: this.#patience.heldUntil(),
      alarm: this.#watch.alarm(),
      circuit: this.#circuit.view(),
    })
  }

  /** Rounds never overlap: that is what keeps one create in flight per organization. */
  async #work(force: boolean, signal: AbortSignal): Promise<void> {
    const { store, now, log, announce, random } = this.options
    if (!force && isPaused(store.db)) return
    if (this.#patience.isHeldBack() || signal.aborted) return
    const errorBefore = this.#patience.error()?.code
    try {
      const session = await this.#sessions.ready()
      if (!session) return
      await this.#sessions.checkOrganization(session)
      await runOutbox(session, { force, random, signal, announce })
      await applyCredits(session)
      await restoreBills(session)
      await this.#watch.work(session, { force, periodMs: this.#periodMs(), signal, announce })
      this.#patience.succeeded()
      write(store, tx => writeSetting(tx, lastSyncKey, now()))
      announce('ledger.changed', {})
    } catch (thrown) {
      if (signal.aborted) return
      const error = this.#patience.failed(thrown)
      this.#sessions.doubt()
      const detail = error.code === 'bug' && thrown instanceof Error ? { stack: thrown.stack ?? '' } : {}
      if (errorBefore !== error.code) log.warn({ code: error.code, ...error.params, ...detail }, 'ledger sync paused')
      announce('ledger.changed', {})
    }
  }

  #forgetConnection(): void {
    this.#sessions.forget()
    this.#patience.forget()
  }

  /** A person's word about the whole connection. */
  #journal(tx: Tx, kind: string, params: Readonly<Record<string, string>> = {}): void {
    appendJournal(tx, { at: this.options.now(), actor: sittingActor(tx), kind, documentId: null, params })
  }

  /** What comes first: a row becoming due, the end of a pause, the period. */
  #dueAt(): EpochMs | undefined {
    if (!readConnection(this.options.store.db)) return undefined
    const now = this.options.now()
    const pausedUntil = this.#patience.until()
    const due = nextDue(this.options.store.db) ?? Number.POSITIVE_INFINITY
    // A row that is due already was just tried; without a pause it would be tried in a circle.
    const soonest = Math.max(due, now + 1000, pausedUntil)
    return Math.min(soonest, Math.max(now + this.#periodMs(), pausedUntil))
  }

  #periodMs(): number {
    return readSettings(this.options.store.db).ledgerSyncMinutes * 60_000
  }
}
