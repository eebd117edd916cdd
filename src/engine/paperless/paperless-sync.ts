import { z } from 'zod'
import type { EpochMs } from '../../shared/ids'
import type { PaperlessChoices, PaperlessOptions, PaperlessProblem, PaperlessStatus } from '../../shared/paperless'
import { AppError } from '../../shared/result'
import type { DecisionContext } from '../decisions/context'
import type { EngineLog, KeyStore } from '../host'
import { createCircuit } from '../http/circuit'
import { createPacing } from '../http/pacing'
import { createPatience } from '../http/patience'
import { createRounds } from '../http/rounds'
import { cleanApiKey, serverAddress } from '../http/server-address'
import { usualTimeouts, type Server, type Timeouts } from '../http/server'
import { abortableWait } from '../http/timers'
import { sittingActor } from '../people/sitting'
import type { Announce } from '../queue/announcer'
import type { Blobs } from '../store/blobs'
import { appendJournal } from '../store/journal'
import type { Store } from '../store/open'
import { readSealed } from '../store/secrets'
import { readSetting, writeSetting } from '../store/settings'
import { write } from '../store/write'
import { noCheckpoint } from '../sync/checkpoint'
import {
  readPaperless,
  readPaperlessOptions,
  removePaperless,
  storePaperless,
  storePaperlessOptions,
  tokenSecret,
} from './connection'
import type { PaperlessCheckpoint } from './checkpoint'
import { paperlessDialect } from './dialect'
import { linkCounts, listProblems, nextDueAt, retryAll } from './links'
import { createPaperless } from './paperless-api'
import { queueUploads, runUploads } from './run-uploads'
import { runWrites } from './run-writes'
import { acquaint, missingPermissions, nothingKnown, versionHeaders, type PaperlessSession } from './session'
import { takeDocuments } from './take-documents'

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

const pausedKey = 'paperless.paused'
const cursorKey = 'paperless.cursor'
const lastRunKey = 'paperless.lastRun'
const lastFullLookKey = 'paperless.lastFullLook'
const archivesSinceKey = 'paperless.archivesSince'

const dayMs = 24 * 60 * 60_000
/** Answers in JSON come soon; files of many pages are slow on small servers. */
const paperlessTimeouts: Timeouts = { ...usualTimeouts, whole: 10 * 60_000 }

export function createPaperlessSync(options: PaperlessSyncOptions): PaperlessSync {
  return new Lane(options)
}

class Lane implements PaperlessSync {
  #session: PaperlessSession | undefined
  #granted: readonly string[] | undefined
  readonly #rounds
  readonly #pacing
  readonly #circuit
  readonly #patience

  constructor(private readonly options: PaperlessSyncOptions) {
    const now = () => options.now()
    this.#pacing = createPacing(now)
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
  }

  start(): void {
    // A session ends with the signal it was opened under.
    if (this.#rounds.start()) this.#session = undefined
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
    const { connection, permissions } = await acquaint(address, headers => this.#server(address, secret, headers))
    const sealed = await keyStore.seal(secret)
    await this.#rounds.idle()
    write(store, tx => {
      if (readPaperless(tx)?.url !== address)
        for (const key of [cursorKey, lastFullLookKey]) writeSetting(tx, key, undefined)
      storePaperless(tx, connection, sealed, now())
    })
    this.#forget()
    this.#granted = permissions
    this.#rounds.runIn(0)
    announce('paperless.changed', {})
    return this.status()
  }

  async disconnect(): Promise<PaperlessStatus> {
    await this.#rounds.idle()
    write(this.options.store, tx => removePaperless(tx, this.options.now()))
    this.#forget()
    this.options.announce('paperless.changed', {})
    return this.status()
  }

  async setOptions(options: PaperlessOptions): Promise<PaperlessStatus> {
    const { store, now, announce } = this.options
    await this.#rounds.idle()
    write(store, tx => {
      const before = readPaperlessOptions(tx)
      // Another selection has other documents: all of them are looked at, not only what changed lately.
      if (JSON.stringify(before.take) !== JSON.stringify(options.take)) writeSetting(tx, cursorKey, undefined)
      if (options.archivesOthers && !before.archivesOthers) writeSetting(tx, archivesSinceKey, now())
      storePaperlessOptions(tx, options, now())
    })
    this.#session = undefined
    this.#rounds.runIn(0)
    announce('paperless.changed', {})
    return this.status()
  }

  async choices(): Promise<PaperlessChoices> {
    const session = await this.#ready()
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

  async pause(isPaused: boolean): Promise<PaperlessStatus> {
    const { store, now, announce } = this.options
    await this.#rounds.idle()
    write(store, tx => {
      writeSetting(tx, pausedKey, isPaused)
      const kind = isPaused ? 'paperless.paused' : 'paperless.resumed'
      appendJournal(tx, { at: now(), actor: sittingActor(tx), kind, documentId: null })
    })
    announce('paperless.changed', {})
    if (!isPaused) this.#rounds.runIn(0)
    return this.status()
  }

  status(): PaperlessStatus {
    const { store, now } = this.options
    const connection = readPaperless(store.db)
    const options = readPaperlessOptions(store.db)
    return {
      connected: connection !== undefined,
      url: connection?.url ?? null,
      user: connection?.user ?? null,
      release: connection?.release ?? null,
      apiVersion: connection?.apiVersion ?? null,
      options,
      lastRunAt: readSetting(store.db, lastRunKey, z.number()) ?? null,
      nextRunAt: connection === undefined ? null : this.#rounds.nextAt(),
      isPaused: this.#isPaused(),
      pausedUntil: this.#patience.heldUntil(),
      lastError: connection === undefined ? null : this.#patience.error(),
      missingPermissions: connection === undefined ? [] : missingPermissions(this.#granted, options),
      counts: linkCounts(store.db, new Date(now()).setHours(0, 0, 0, 0)),
    }
  }

  problems(): PaperlessProblem[] {
    return listProblems(this.options.store.db, 200)
  }

  async #work(isAsked: boolean, signal: AbortSignal): Promise<void> {
    const { store, now, announce, log } = this.options
    if ((!isAsked && this.#isPaused()) || this.#patience.isHeldBack() || signal.aborted) return
    const errorBefore = this.#patience.error()?.code
    try {
      const session = await this.#ready()
      if (!session) return
      await this.#take(session, isAsked)
      await runWrites(session, isAsked)
      await this.#store(session, isAsked)
      this.#patience.succeeded()
      write(store, tx => writeSetting(tx, lastRunKey, now()))
    } catch (thrown) {
      if (signal.aborted) return
      const error = this.#patience.failed(thrown)
      // What the account may do and which version is spoken are asked anew.
      this.#session = undefined
      const detail = error.code === 'bug' && thrown instanceof Error ? { stack: thrown.stack ?? '' } : {}
      if (errorBefore !== error.code) log.warn({ code: error.code, ...error.params, ...detail }, 'archive sync paused')
    }
    announce('paperless.changed', {})
  }

  /** Looks for what changed once per period, through everything once a day: what was shared later did not change. */
  async #take(session: PaperlessSession, isAsked: boolean): Promise<void> {
    const { store, now } = this.options
    const since = (key: string) => Math.abs(now() - (readSetting(store.db, key, z.number()) ?? 0))
    const cursor = readSetting(store.db, cursorKey, z.number())
    const isFull = isAsked || cursor === undefined || since(lastFullLookKey) >= dayMs
    if (!isFull && since(lastRunKey) < this.#periodMs()) return
    const latest = await takeDocuments(session, { since: isFull ? undefined : cursor })
    if (this.#rounds.signal().aborted) return
    write(store, tx => {
      if (latest !== undefined) writeSetting(tx, cursorKey, latest)
      if (isFull) writeSetting(tx, lastFullLookKey, now())
    })
  }

  async #store(session: PaperlessSession, isAsked: boolean): Promise<void> {
    const { store } = this.options
    const archivesSince = readSetting(store.db, archivesSinceKey, z.number())
    if (session.options.archivesOthers && archivesSince !== undefined) queueUploads(session, archivesSince)
    await runUploads(session, isAsked)
  }

  async #ready(): Promise<PaperlessSession | undefined> {
    if (this.#session) return this.#session
    const { store, blobs, keyStore, log, announce, now, random, context, wakeQueue } = this.options
    const before = readPaperless(store.db)
    const sealed = readSealed(store.db, tokenSecret)
    if (!before || sealed === undefined) return undefined
    const token = await keyStore.open(sealed)
    // Asked with every session: the server may have been upgraded, the account given or refused something.
    const { connection, permissions } = await acquaint(before.url, headers => this.#server(before.url, token, headers))
    this.#granted = permissions
    this.#session = {
      store,
      blobs,
      paperless: createPaperless(this.#server(before.url, token, versionHeaders(connection.apiVersion))),
      server: before.url,
      hash: /^[0-2]\./.test(connection.release) ? 'md5' : 'sha256',
      options: readPaperlessOptions(store.db),
      log,
      announce,
      signal: this.#rounds.signal(),
      now,
      random,
      context,
      wake: wakeQueue,
      known: nothingKnown(),
      checkpoint: this.options.checkpoint ?? noCheckpoint,
    }
    return this.#session
  }

  #server(baseUrl: string, token: string, headers: Record<string, string>): Server {
    const { log, now, wait = abortableWait, timeouts = paperlessTimeouts } = this.options
    const signal = this.#rounds.signal()
    return {
      baseUrl,
      dialect: paperlessDialect,
      // The word is Token: Bearer counts as no credentials at all.
      headers: { authorization: `Token ${token}`, ...headers },
      fetch: this.options.fetch ?? globalThis.fetch,
      pacing: this.#pacing,
      circuit: this.#circuit,
      log,
      now,
      wait: ms => wait(ms, signal),
      signal,
      timeouts,
    }
  }

  #isPaused(): boolean {
    return readSetting(this.options.store.db, pausedKey, z.boolean()) ?? false
  }

  #forget(): void {
    this.#session = undefined
    this.#granted = undefined
    this.#patience.forget()
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
