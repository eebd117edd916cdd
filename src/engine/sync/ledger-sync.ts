import type { LedgerStatus } from '../../shared/contract'
import type { EpochMs } from '../../shared/ids'
import { AppError, toErrorData, type ErrorData } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import { z } from 'zod'
import type { EngineLog, KeyStore } from '../host'
import type { Chart } from '../pipeline/code/chart'
import type { Announce } from '../queue/announcer'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import type { Store } from '../store/open'
import { readSealed } from '../store/secrets'
import { readSetting, readSettings, writeSetting } from '../store/settings'
import { write, type Tx } from '../store/write'
import { backOff } from '../http/back-off'
import { createBigCapital, type BigCapital } from './bigcapital'
import { noCheckpoint, type Checkpoint } from './checkpoint'
import { applyCredits } from './apply-credits'
import { apiBase, apiKeySecret, lastSyncKey, readConnection } from './connection'
import { checkConnection, removeConnection, storeConnection, type EnteredConnection } from './connect'
import { ServerFailure } from '../http/server-failure'
import { isFresh, nothingKnown, type LedgerSession } from './ledger-session'
import { nextDue, outboxCounts, postedSince, settleMs, unsettledCount, watchCounts } from './outbox'
import { createCircuit } from '../http/circuit'
import { createPacing } from '../http/pacing'
import { usualTimeouts, type Timeouts } from '../http/server'
import { ledgerDialect } from './ledger-dialect'
import { runOutbox } from './run-outbox'
import { restoreBills } from './restore-bills'
import { abortableWait, wakeAfter } from './timers'
import { isWatchAlarm, reconcileLedger, watchLedger } from './watch-ledger'

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
  /** A person has seen that many bills changed in the ledger, and says that this is right. */
  confirmMassChange(): Promise<LedgerStatus>
  /** The connection in use, for questions beside the posting; @throws AppError `ledger_not_connected` */
  session(): Promise<LedgerSession>
  status(): LedgerStatus
  /** Resolves when no run is under way. */
  idle(): Promise<void>
}

const actor = 'ledger sync'
const dayMs = 24 * 60 * 60_000
/** How long a person's word about many changes counts. */
const confirmedForMs = 60 * 60_000
const pausedKey = 'ledger.paused'
const lastWatchKey = 'ledger.lastWatch'
const lastReconciledKey = 'ledger.lastReconciled'
const massChangeKey = 'ledger.massChangeConfirmed'

/** Carries approved invoices to the ledger, one at a time, for one company's store. */
export function createLedgerSync(options: LedgerSyncOptions): LedgerSync {
  return new Sync(options)
}

class Sync implements LedgerSync {
  #session: LedgerSession | undefined
  #running: Promise<void> | undefined
  #undoAlarm: () => void = () => undefined
  #isStarted = false
  #stopping = new AbortController()
  /** Nobody calls the ledger before this; set by failures of the way there. */
  #pausedUntil: EpochMs = 0
  #pausedFor = 0
  /** Like it, and not even a person's "sync now" comes earlier: a create may still be going on over there. */
  #settledAt: EpochMs = 0
  #failures = 0
  #watchAlarm: ErrorData | null = null
  #lastError: ErrorData | null = null
  #nextSyncAt: EpochMs | null = null
  #organizationCheckedAt: EpochMs | undefined
  readonly #pacing
  readonly #circuit

  constructor(private readonly options: LedgerSyncOptions) {
    this.#pacing = createPacing(() => options.now())
    this.#circuit = createCircuit(() => options.now())
  }

  start(): void {
    if (this.#stopping.signal.aborted) this.#stopping = new AbortController()
    this.#isStarted = true
    this.#runSoon(0)
  }

  async stop(): Promise<void> {
    this.#isStarted = false
    this.#undoAlarm()
    this.#stopping.abort()
    await this.#running
  }

  async idle(): Promise<void> {
    await this.#running
  }

  wake(): void {
    // Called after every decision; most of them put nothing into the outbox.
    if (!this.#isStarted || nextDue(this.options.store.db) === undefined) return
    this.#runSoon(Math.max(0, this.#pausedUntil - this.options.now()))
  }

  async connect(entered: EnteredConnection): Promise<LedgerStatus> {
    const { store, keyStore, now } = this.options
    this.#circuit.tryNow()
    const checked = await checkConnection(entered, (url, apiKey) => this.#bigCapital(url, apiKey))
    const sealed = await keyStore.seal(checked.apiKey)
    await this.#running
    write(store, tx => storeConnection(tx, checked.connection, sealed, now()))
    this.#forgetSession()
    this.#organizationCheckedAt = now()
    this.wake()
    this.options.announce('ledger.changed', {})
    return this.status()
  }

  async disconnect(): Promise<LedgerStatus> {
    await this.#running
    write(this.options.store, tx => removeConnection(tx, this.options.now()))
    this.#forgetSession()
    this.options.announce('ledger.changed', {})
    return this.status()
  }

  async syncNow(): Promise<LedgerStatus> {
    await this.#running
    if (this.#lastError?.code !== 'ledger_throttled') this.#pausedUntil = 0
    this.#circuit.tryNow()
    await this.#run(true)
    return this.status()
  }

  async pause(isPaused: boolean): Promise<LedgerStatus> {
    const { store, announce } = this.options
    await this.#running
    write(store, tx => {
      writeSetting(tx, pausedKey, isPaused)
      this.#journal(tx, isPaused ? 'ledger.paused' : 'ledger.resumed')
    })
    announce('ledger.changed', {})
    if (!isPaused) this.#runSoon(0)
    return this.status()
  }

  /** A person's word about the whole connection. */
  #journal(tx: Tx, kind: string): void {
    appendJournal(tx, { at: this.options.now(), actor: sittingActor(tx), kind, documentId: null })
  }

  #isPaused(): boolean {
    return readSetting(this.options.store.db, pausedKey, z.boolean()) ?? false
  }

  async confirmMassChange(): Promise<LedgerStatus> {
    const { store, now } = this.options
    write(store, tx => {
      writeSetting(tx, massChangeKey, now())
      this.#journal(tx, 'ledger.mass_change_confirmed')
    })
    return this.syncNow()
  }

  async session(): Promise<LedgerSession> {
    const session = await this.#ready()
    if (!session) throw new AppError('ledger_not_connected')
    return session
  }

  status(): LedgerStatus {
    const { store } = this.options
    const connection = readConnection(store.db)
    return {
      connected: connection !== undefined,
      url: connection?.url ?? null,
      organization: connection?.name ?? null,
      baseCurrency: connection?.baseCurrency ?? null,
      lastSyncAt: readSetting(store.db, lastSyncKey, z.number()) ?? null,
      nextSyncAt: connection === undefined ? null : this.#nextSyncAt,
      ...outboxCounts(store.db),
      lastError: connection === undefined ? null : this.#lastError,
      isPaused: this.#isPaused(),
      postedToday: postedSince(store.db, startOfDay(this.options.now())),
      pausedUntil: this.#isHeldBack() ? Math.max(this.#pausedUntil, this.#settledAt) : null,
      watch: {
        lastAt: readSetting(store.db, lastWatchKey, z.number()) ?? null,
        alarm: this.#watchAlarm,
        ...watchCounts(store.db),
      },
    }
  }

  /** One run at a time: that is what keeps one create in flight per organization. */
  #run(force: boolean): Promise<void> {
    this.#running ??= this.#work(force).finally(() => {
      this.#running = undefined
      this.#schedule()
    })
    return this.#running
  }

  async #work(force: boolean): Promise<void> {
    const { store, now, log, announce } = this.options
    if (!force && this.#isPaused()) return
    if (this.#isHeldBack() || this.#stopping.signal.aborted) return
    const errorBefore = this.#lastError?.code
    try {
      const session = await this.#ready()
      if (!session) return
      await this.#checkOrganization(session)
      await runOutbox(session, { force, random: this.options.random, signal: this.#stopping.signal, announce })
      await applyCredits(session)
      await restoreBills(session)
      await this.#watch(session, force)
      this.#failures = 0
      this.#lastError = null
      write(store, tx => writeSetting(tx, lastSyncKey, now()))
      announce('ledger.changed', {})
    } catch (thrown) {
      if (this.#stopping.signal.aborted) return
      this.#pause(thrown)
      const error = toErrorData(thrown)
      const detail = error.code === 'bug' && thrown instanceof Error ? { stack: thrown.stack ?? '' } : {}
      if (errorBefore !== error.code) log.warn({ code: error.code, ...error.params, ...detail }, 'ledger sync paused')
      announce('ledger.changed', {})
    }
  }

  /** Looks at posted bills once per period, at all of them once a day. What it finds odd stops no posting. */
  async #watch(session: LedgerSession, force: boolean): Promise<void> {
    const { store, now, announce, log } = this.options
    const { signal } = this.#stopping
    const since = (key: string) => Math.abs(now() - (readSetting(store.db, key, z.number()) ?? 0))
    const isMassChangeConfirmed = since(massChangeKey) < confirmedForMs
    if (!force && !isMassChangeConfirmed && since(lastWatchKey) < this.#periodMs()) return
    try {
      if (since(lastReconciledKey) >= dayMs) {
        const { unknownHere } = await reconcileLedger(session, { announce, signal, isMassChangeConfirmed })
        if (unknownHere > 0) log.warn({ unknownHere }, 'the ledger holds bills with our mark that are not known here')
        write(store, tx => writeSetting(tx, lastReconciledKey, now()))
      }
      await watchLedger(session, { announce, signal, isMassChangeConfirmed })
      this.#watchAlarm = null
    } catch (thrown) {
      if (!isWatchAlarm(thrown)) throw thrown
      this.#watchAlarm = thrown.data
      log.warn(
        { code: thrown.data.code, ...thrown.data.params },
        'what the ledger says about posted bills is not believed',
      )
    }
    write(store, tx => writeSetting(tx, lastWatchKey, now()))
  }

  /** A pause that seems longer than it was made means that the clock was set back; it is over. */
  #isHeldBack(): boolean {
    const now = this.options.now()
    const isWithin = (until: EpochMs, longest: number) => now < until && until - now <= longest
    return isWithin(this.#pausedUntil, this.#pausedFor) || isWithin(this.#settledAt, settleMs)
  }

  #pause(thrown: unknown): void {
    const { now, random } = this.options
    this.#failures++
    this.#lastError = toErrorData(thrown)
    const asked = thrown instanceof ServerFailure ? thrown.facts.waitMs : undefined
    const rest = this.#circuit.refusal()?.waitMs ?? 0
    this.#pausedUntil = now() + Math.max(rest, asked ?? backOff(this.#failures, random))
    if (thrown instanceof ServerFailure && thrown.facts.inDoubt && thrown.facts.method === 'POST') {
      this.#settledAt = now() + settleMs
      this.#pausedUntil = Math.max(this.#pausedUntil, this.#settledAt)
    }
    // Only a person can mend it; until then one try per period tells when somebody did.
    if (this.#lastError.code === 'ledger_unauthorized') this.#pausedUntil = now() + this.#periodMs()
    this.#pausedFor = this.#pausedUntil - now()
    this.#organizationCheckedAt = undefined
  }

  /** The session of the stored connection; undefined when no ledger is connected. */
  async #ready(): Promise<LedgerSession | undefined> {
    if (this.#session) return this.#session
    const { store, keyStore, log, now } = this.options
    const connection = readConnection(store.db)
    const sealed = readSealed(store.db, apiKeySecret)
    if (!connection || sealed === undefined) return undefined
    const apiKey = await keyStore.open(sealed)
    this.#session = {
      store,
      ledger: this.#bigCapital(connection.url, apiKey),
      organization: connection.organization,
      baseCurrency: connection.baseCurrency,
      log,
      actor,
      checkpoint: this.options.checkpoint ?? noCheckpoint,
      now,
      chart: key => this.options.chart(key),
      known: nothingKnown(),
    }
    return this.#session
  }

  /** The key decides the organization, and it may have been changed behind our back. */
  async #checkOrganization(session: LedgerSession): Promise<void> {
    const { now } = this.options
    if (isFresh(this.#organizationCheckedAt, now())) return
    const found = await session.ledger.organization()
    if (found.organization_id !== session.organization) {
      throw new AppError('ledger_other_organization', { unsettled: unsettledCount(session.store.db) })
    }
    this.#organizationCheckedAt = now()
  }

  #bigCapital(url: string, apiKey: string): BigCapital {
    const { now, wait = abortableWait, timeouts = usualTimeouts } = this.options
    const { signal } = this.#stopping
    return createBigCapital({
      baseUrl: apiBase(url),
      dialect: ledgerDialect,
      headers: { authorization: `Bearer ${apiKey}` },
      circuit: this.#circuit,
      log: this.options.log,
      fetch: this.options.fetch ?? globalThis.fetch,
      pacing: this.#pacing,
      now,
      wait: ms => wait(ms, signal),
      signal,
      timeouts,
    })
  }

  #forgetSession(): void {
    this.#session = undefined
    this.#circuit.succeeded()
    this.#pausedUntil = 0
    this.#failures = 0
    this.#lastError = null
    this.#organizationCheckedAt = undefined
  }

  /** Sets the alarm for what comes first: a row becoming due, the end of a pause, the period. */
  #schedule(): void {
    this.#nextSyncAt = null
    if (!this.#isStarted || this.#stopping.signal.aborted || !readConnection(this.options.store.db)) return
    const now = this.options.now()
    const due = nextDue(this.options.store.db) ?? Number.POSITIVE_INFINITY
    // A row that is due already was just tried; without a pause it would be tried in a circle.
    const soonest = Math.max(due, now + 1000, this.#pausedUntil)
    this.#nextSyncAt = Math.min(soonest, Math.max(now + this.#periodMs(), this.#pausedUntil))
    this.#runSoon(this.#nextSyncAt - now)
  }

  #runSoon(delayMs: number): void {
    this.#undoAlarm()
    this.#undoAlarm = (this.options.alarm ?? wakeAfter)(delayMs, () => void this.#run(false))
  }

  #periodMs(): number {
    return readSettings(this.options.store.db).ledgerSyncMinutes * 60_000
  }
}

/** Midnight on this machine's clock: what "today" means to whoever sits at it. */
function startOfDay(now: EpochMs): EpochMs {
  return new Date(now).setHours(0, 0, 0, 0)
}
