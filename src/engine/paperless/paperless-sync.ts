import type { EpochMs } from '../../shared/ids'
import type { PaperlessChoices, PaperlessOptions, PaperlessProblem, PaperlessStatus } from '../../shared/paperless'
import { AppError } from '../../shared/result'
import type { DecisionContext } from '../decisions/context'
import type { EngineLog, KeyStore } from '../host'
import { createLane } from '../http/lane'
import type { Asked } from '../http/rounds'
import { cleanApiKey, serverAddress } from '../http/server-address'
import type { Timeouts } from '../http/server'
import { sittingActor } from '../people/sitting'
import type { Announce } from '../queue/announcer'
import type { Blobs } from '../store/blobs'
import type { Store } from '../store/open'
import { write } from '../store/write'
import { paperlessSlot, readPaperless, readPaperlessOptions, storePaperless, storePaperlessOptions } from './connection'
import type { PaperlessCheckpoint } from './checkpoint'
import { paperlessDialect } from './dialect'
import { cancelWork, retryFailed, type ArchiveWork } from './archive-work'
import { listProblems, nextDueAt } from './links'
import { keepRun, lookForDocuments, lookThroughEverything, nextLookAt } from './look-round'
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
  /** A person wants what failed to be tried now, and no more than that; without `which`, all of what failed. */
  retry(which?: ArchiveWork): Promise<PaperlessStatus>
  /** A person wants work not done that waits or failed. @returns how much of it was not under way yet */
  cancel(which: ArchiveWork): Promise<number>
  pause(isPaused: boolean): Promise<PaperlessStatus>
  status(): PaperlessStatus
  problems(): PaperlessProblem[]
  idle(): Promise<void>
}

export function createPaperlessSync(options: PaperlessSyncOptions): PaperlessSync {
  return new Sync(options)
}

class Sync implements PaperlessSync {
  readonly #lane
  readonly #sessions

  constructor(private readonly options: PaperlessSyncOptions) {
    const { store, log, alarm, announce } = options
    const now = () => options.now()
    this.#lane = createLane({
      ...{ store, log, now, alarm },
      random: () => options.random(),
      noun: 'paperless',
      failedMessage: 'archive sync paused',
      dialect: paperlessDialect,
      // A token or a permission.
      needsPerson: ({ retry }) => retry === 'user',
      // What was sent without an answer is looked for before it is sent again.
      settleMs: 0,
      periodMs: () => this.#periodMs(),
      isConnected: () => readPaperless(store.db) !== undefined,
      isPaused: () => isPaused(store.db),
      keepPaused,
      nextDue: () => this.#nextDue(),
      round: asked => this.#round(asked),
      keepDone: tx => keepRun(tx, now()),
      // What the account may do and which version is spoken are asked anew.
      doubt: () => this.#sessions.close(),
      changed: () => announce('paperless.changed', {}),
    })
    this.#sessions = createPaperlessSessions(options, this.#lane.circuit, this.#lane.rounds.signal)
  }

  start(): void {
    // A session ends with the signal it was opened under.
    if (this.#lane.rounds.start()) this.#sessions.close()
  }

  stop(): Promise<void> {
    return this.#lane.rounds.stop()
  }

  idle(): Promise<void> {
    return this.#lane.rounds.idle()
  }

  wake(): void {
    if (!this.#lane.rounds.isStarted() || this.#lane.rounds.isRunning()) return
    const { store, now } = this.options
    if (!readPaperless(store.db)) return
    const isDue = (this.#nextDue() ?? Infinity) <= now()
    if (isDue || readPaperlessOptions(store.db).archivesOthers) this.#lane.comeSoon(250)
  }

  async connect({ url, token }: { url: string; token: string }): Promise<PaperlessStatus> {
    const { store, keyStore, now, announce } = this.options
    const address = serverAddress(url).replace(/\/api$/, '')
    const secret = cleanApiKey(token)
    this.#lane.circuit.tryNow()
    const { connection, permissions } = await this.#sessions.meet(address, secret)
    const sealed = await keyStore.seal(secret)
    await this.#lane.rounds.idle()
    write(store, tx => {
      if (readPaperless(tx)?.url !== address) lookThroughEverything(tx)
      storePaperless(tx, connection, sealed, now())
    })
    this.#sessions.forget(permissions)
    this.#lane.patience.forget()
    this.#lane.rounds.runIn(0)
    announce('paperless.changed', {})
    return this.status()
  }

  async disconnect(): Promise<PaperlessStatus> {
    await this.#lane.rounds.idle()
    // What was taken from it stays, and stays known.
    write(this.options.store, tx => paperlessSlot.forget(tx, this.options.now()))
    this.#sessions.forget()
    this.#lane.patience.forget()
    this.options.announce('paperless.changed', {})
    return this.status()
  }

  async setOptions(options: PaperlessOptions): Promise<PaperlessStatus> {
    const { store, now, announce } = this.options
    await this.#lane.rounds.idle()
    write(store, tx => {
      const before = readPaperlessOptions(tx)
      if (JSON.stringify(before.take) !== JSON.stringify(options.take)) lookThroughEverything(tx)
      if (options.archivesOthers && !before.archivesOthers) keepUploadsSince(tx, now())
      storePaperlessOptions(tx, options, now())
    })
    this.#sessions.close()
    this.#lane.rounds.runIn(0)
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
    await this.#lane.runNow('everything')
    return this.status()
  }

  async retry(which: ArchiveWork | null = null): Promise<PaperlessStatus> {
    await this.#lane.rounds.idle()
    write(this.options.store, tx => retryFailed(tx, which))
    await this.#lane.runNow('what_is_due')
    return this.status()
  }

  async cancel(which: ArchiveWork): Promise<number> {
    const { store, now, announce } = this.options
    // A round may have it in hand: what it does ends first.
    await this.#lane.rounds.idle()
    const cancelled = write(store, tx => {
      const server = readPaperless(tx)?.url
      return server === undefined ? 0 : cancelWork(tx, server, which, { at: now(), actor: sittingActor(tx) })
    })
    announce('paperless.changed', {})
    return cancelled
  }

  async pause(isPausedNow: boolean): Promise<PaperlessStatus> {
    await this.#lane.pause(isPausedNow)
    return this.status()
  }

  status(): PaperlessStatus {
    return paperlessStatus(this.options.store.db, {
      now: this.options.now(),
      nextRunAt: this.#lane.rounds.nextAt(),
      lastError: this.#lane.patience.error(),
      heldUntil: this.#lane.patience.heldUntil(),
      circuit: this.#lane.circuit.view(),
      granted: this.#sessions.granted(),
    })
  }

  problems(): PaperlessProblem[] {
    return listProblems(this.options.store.db, 200)
  }

  async #round(asked: Asked): Promise<boolean> {
    const isAsked = asked === 'everything'
    // With nothing to look for, getting acquainted anew is the call that tells whether the archive is there.
    if (isAsked && readPaperlessOptions(this.options.store.db).take === null) this.#sessions.close()
    const session = await this.#sessions.ready()
    if (!session) return false
    await lookForDocuments(session, { isAsked, periodMs: this.#periodMs() })
    await runWrites(session, isAsked)
    queueUploads(session)
    await runUploads(session, isAsked)
    return true
  }

  #nextDue(): EpochMs | undefined {
    const { store } = this.options
    const connection = readPaperless(store.db)
    if (!connection) return undefined
    const look = nextLookAt(store.db, this.#periodMs())
    const due = Math.min(look ?? Infinity, nextDueAt(store.db, connection.url, look !== undefined) ?? Infinity)
    return Number.isFinite(due) ? due : undefined
  }

  #periodMs(): number {
    return readPaperlessOptions(this.options.store.db).everyMinutes * 60_000
  }
}
