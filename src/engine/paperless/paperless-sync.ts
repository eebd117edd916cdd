import type { EpochMs } from '../../shared/ids'
import type { PaperlessChoices, PaperlessOptions, PaperlessProblem, PaperlessStatus } from '../../shared/paperless'
import { AppError } from '../../shared/result'
import type { DecisionContext } from '../decisions/context'
import type { EngineLog, KeyStore } from '../host'
import { createCircuit } from '../http/circuit'
import { createPatience } from '../http/patience'
import { createRounds } from '../http/rounds'
import { cleanApiKey, serverAddress } from '../http/server-address'
import type { Timeouts } from '../http/server'
import { sittingActor } from '../people/sitting'
import type { Announce } from '../queue/announcer'
import type { Blobs } from '../store/blobs'
import { appendJournal } from '../store/journal'
import type { Store } from '../store/open'
import { write } from '../store/write'
import { paperlessSlot, readPaperless, readPaperlessOptions, storePaperless, storePaperlessOptions } from './connection'
import type { PaperlessCheckpoint } from './checkpoint'
import { paperlessDialect } from './dialect'
import { listProblems, nextDueAt, retryAll } from './links'
import { keepRun, lookForDocuments, lookThroughEverything } from './look-round'
import { isPaused, keepPaused, paperlessStatus } from './paperless-status'
import { keepUploadsSince, queueUploads, runUploads } from './run-uploads'
import { runWrites } from './run-writes'
import { createPaperlessSessions } from './sessions'

export interface PaperlessSyncOptions {
  readonly store: Store
  readonly blobs: Blobs
  readonly keyStore: KeyStore
  readonly log: EngineLog
  readonly announce: Announce
  now(): EpochMs
  /** Uniform in [0, 1): jitter only. */
  random(): number
  context(): DecisionContext
  /** New jobs wait for the queue. */
  wakeQueue(): void
  readonly fetch?: typeof globalThis.fetch
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>
  /** Rings once after that many milliseconds, unless its undo is called first; tests ring it themselves. */
  readonly alarm?: (ms: number, ring: () => void) => () => void
  readonly timeouts?: Timeouts
  readonly checkpoint?: PaperlessCheckpoint
}

export interface PaperlessSync {
  /** Takes in and writes back now and from here on by itself. */
  start(): void
  stop(): Promise<void>
  /** A decision may have made something due. */
  wake(): void
  /** Checks address and token against the archive before anything is stored. */
  connect(entered: { readonly url: string; readonly token: string }): Promise<PaperlessStatus>
  disconnect(): Promise<PaperlessStatus>
  setOptions(options: PaperlessOptions): Promise<PaperlessStatus>
  /** @throws AppError `paperless_not_connected`; ServerFailure */
  choices(): Promise<PaperlessChoices>
  /** A person's "now": looks through everything, and tries what waits for later. */
  syncNow(): Promise<PaperlessStatus>
  retry(): Promise<PaperlessStatus>
  pause(isPaused: boolean): Promise<PaperlessStatus>
  status(): PaperlessStatus
  problems(): PaperlessProblem[]
  idle(): Promise<void>
}

export function createPaperlessSync(options: PaperlessSyncOptions): PaperlessSync {
  return new Lane(options)
}

class Lane implements PaperlessSync {
  readonly #rounds
  readonly #circuit
  readonly #patience
  readonly #sessions

  constructor(private readonly options: PaperlessSyncOptions) {
    const now = () => options.now()
    this.#circuit = createCircuit(now)
    this.#patience = createPatience({
      now,
      random: () => options.random(),
      periodMs: () => this.#periodMs(),
      circuit: this.#circuit,
      dialect: paperlessDialect,
      // A token or a permission.
      needsPerson: ({ retry }) => retry === 'user',
      // What was sent without an answer is looked for before it is sent again.
      settleMs: 0,
    })
    this.#rounds = createRounds({
      now,
      work: (isAsked, signal) => this.#work(isAsked, signal),
      dueAt: () => this.#dueAt(),
      alarm: options.alarm,
    })
    this.#sessions = createPaperlessSessions(options, this.#circuit, () => this.#rounds.signal())
  }

  start(): void {
    // A session ends with the signal it was opened under.
    if (this.#rounds.start()) this.#sessions.close()
  }

  stop(): Promise<void> {
    return this.#rounds.stop()
  }

  idle(): Promise<void> {
    return this.#rounds.idle()
  }

  wake(): void {
    if (!this.#rounds.isStarted() || this.#rounds.isRunning()) return
    const { store, now } = this.options
    const connection = readPaperless(store.db)
    if (!connection) return
    const isDue = (nextDueAt(store.db, connection.url) ?? Infinity) <= now()
    if (isDue || readPaperlessOptions(store.db).archivesOthers)
      this.#rounds.runIn(Math.max(250, this.#patience.until() - now()))
  }

  async connect({ url, token }: { url: string; token: string }): Promise<PaperlessStatus> {
    const { store, keyStore, now, announce } = this.options
    const address = serverAddress(url).replace(/\/api$/, '')
    const secret = cleanApiKey(token)
    this.#circuit.tryNow()
    const { connection, permissions } = await this.#sessions.meet(address, secret)
    const sealed = await keyStore.seal(secret)
    await this.#rounds.idle()
    write(store, tx => {
      if (readPaperless(tx)?.url !== address) lookThroughEverything(tx)
      storePaperless(tx, connection, sealed, now())
    })
    this.#sessions.forget(permissions)
    this.#patience.forget()
    this.#rounds.runIn(0)
    announce('paperless.changed', {})
    return this.status()
  }

  async disconnect(): Promise<PaperlessStatus> {
    await this.#rounds.idle()
    // What was taken from it stays, and stays known.
    write(this.options.store, tx => paperlessSlot.forget(tx, this.options.now()))
    this.#sessions.forget()
    this.#patience.forget()
    this.options.announce('paperless.changed', {})
    return this.status()
  }

  async setOptions(options: PaperlessOptions): Promise<PaperlessStatus> {
    const { store, now, announce } = this.options
    await this.#rounds.idle()
    write(store, tx => {
      const before = readPaperlessOptions(tx)
      if (JSON.stringify(before.take) !== JSON.stringify(options.take)) lookThroughEverything(tx)
      if (options.archivesOthers && !before.archivesOthers) keepUploadsSince(tx, now())
      storePaperlessOptions(tx, options, now())
    })
    this.#sessions.close()
    this.#rounds.runIn(0)
    announce('paperless.changed', {})
    return this.status()
  }

  async choices(): Promise<PaperlessChoices> {
    const session = await this.#sessions.ready()
    if (!session) throw new AppError('paperless_not_connected')
    const { paperless } = session
    const only = ({ id, name }: { id: number; name: string }) => ({ id, name })
    return {
      tags: (await paperless.named('tags')).map(only),
      documentTypes: (await paperless.named('document_types')).map(only),
      correspondents: (await paperless.named('correspondents')).map(only),
      customFields: (await paperless.customFields()).map(only),
    }
  }

  async syncNow(): Promise<PaperlessStatus> {
    await this.#rounds.idle()
    this.#patience.tryNow()
    await this.#rounds.run(true)
    return this.status()
  }

  async retry(): Promise<PaperlessStatus> {
    await this.#rounds.idle()
    write(this.options.store, tx => retryAll(tx))
    return this.syncNow()
  }

  async pause(isPausedNow: boolean): Promise<PaperlessStatus> {
    const { store, now, announce } = this.options
    await this.#rounds.idle()
    write(store, tx => {
      keepPaused(tx, isPausedNow)
      const kind = isPausedNow ? 'paperless.paused' : 'paperless.resumed'
      appendJournal(tx, { at: now(), actor: sittingActor(tx), kind, documentId: null })
    })
    announce('paperless.changed', {})
    if (!isPausedNow) this.#rounds.runIn(0)
    return this.status()
  }

  status(): PaperlessStatus {
    return paperlessStatus(this.options.store.db, {
      now: this.options.now(),
      nextRunAt: this.#rounds.nextAt(),
      lastError: this.#patience.error(),
      heldUntil: this.#patience.heldUntil(),
      granted: this.#sessions.granted(),
    })
  }

  problems(): PaperlessProblem[] {
    return listProblems(this.options.store.db, 200)
  }

  async #work(isAsked: boolean, signal: AbortSignal): Promise<void> {
    const { store, now, announce, log } = this.options
    if ((!isAsked && isPaused(store.db)) || this.#patience.isHeldBack() || signal.aborted) return
    const errorBefore = this.#patience.error()?.code
    try {
      const session = await this.#sessions.ready()
      if (!session) return
      await lookForDocuments(session, { isAsked, periodMs: this.#periodMs() })
      await runWrites(session, isAsked)
      queueUploads(session)
      await runUploads(session, isAsked)
      this.#patience.succeeded()
      write(store, tx => keepRun(tx, now()))
    } catch (thrown) {
      if (signal.aborted) return
      const error = this.#patience.failed(thrown)
      // What the account may do and which version is spoken are asked anew.
      this.#sessions.close()
      const detail = error.code === 'bug' && thrown instanceof Error ? { stack: thrown.stack ?? '' } : {}
      if (errorBefore !== error.code) log.warn({ code: error.code, ...error.params, ...detail }, 'archive sync paused')
    }
    announce('paperless.changed', {})
  }

  /** What comes first: something put off, the end of a pause, the period. */
  #dueAt(): EpochMs | undefined {
    const { store, now } = this.options
    const connection = readPaperless(store.db)
    if (!connection) return undefined
    const pausedUntil = this.#patience.until()
    const due = nextDueAt(store.db, connection.url) ?? Infinity
    const soonest = Math.max(due, now() + 1_000, pausedUntil)
    return Math.min(soonest, Math.max(now() + this.#periodMs(), pausedUntil))
  }

  #periodMs(): number {
    return readPaperlessOptions(this.options.store.db).everyMinutes * 60_000
  }
}
