import { z } from 'zod'
import type { EpochMs } from '../../shared/ids'
import type { PaperlessChoices, PaperlessOptions, PaperlessProblem, PaperlessStatus } from '../../shared/paperless'
import { AppError, toErrorData, type ErrorData } from '../../shared/result'
import type { DecisionContext } from '../decisions/context'
import type { EngineLog, KeyStore } from '../host'
import { backOff } from '../http/back-off'
import { createCircuit } from '../http/circuit'
import { createPacing } from '../http/pacing'
import { cleanApiKey, serverAddress } from '../http/server-address'
import { usualTimeouts, type Server, type Timeouts } from '../http/server'
import { ServerFailure } from '../http/server-failure'
import { sittingActor } from '../people/sitting'
import type { Announce } from '../queue/announcer'
import type { Blobs } from '../store/blobs'
import { appendJournal } from '../store/journal'
import type { Store } from '../store/open'
import { readSealed } from '../store/secrets'
import { readSetting, writeSetting } from '../store/settings'
import { write } from '../store/write'
import { readConnection } from '../sync/connection'
import { abortableWait, wakeAfter } from '../sync/timers'
import {
  readPaperless,
  readPaperlessOptions,
  removePaperless,
  storePaperless,
  storePaperlessOptions,
  tokenSecret,
} from './connection'
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
  #running: Promise<void> | undefined
  #undoAlarm: () => void = () => undefined
  #isStarted = false
  #stopping = new AbortController()
  #pausedUntil: EpochMs = 0
  #pausedFor = 0
  #failures = 0
  #lastError: ErrorData | null = null
  #nextRunAt: EpochMs | null = null
  readonly #pacing
  readonly #circuit

  constructor(private readonly options: PaperlessSyncOptions) {
    this.#pacing = createPacing(() => options.now())
    this.#circuit = createCircuit(() => options.now())
  }

  start(): void {
    if (this.#stopping.signal.aborted) this.#stopping = new AbortController()
    this.#isStarted = true
    this.#runIn(0)
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
    if (!this.#isStarted || this.#running) return
    const { store, now } = this.options
    const connection = readPaperless(store.db)
    if (!connection) return
    const isDue = (nextDueAt(store.db, connection.url) ?? Infinity) <= now()
    if (isDue || readPaperlessOptions(store.db).archivesOthers) this.#runIn(Math.max(250, this.#pausedUntil - now()))
  }

  async connect({ url, token }: { url: string; token: string }): Promise<PaperlessStatus> {
    const { store, keyStore, now, announce } = this.options
    const address = serverAddress(url).replace(/\/api$/, '')
    const secret = cleanApiKey(token)
    this.#circuit.tryNow()
    const { connection, permissions } = await acquaint(address, headers => this.#server(address, secret, headers))
    const sealed = await keyStore.seal(secret)
    await this.#running
    write(store, tx => {
      if (readPaperless(tx)?.url !== address)
        for (const key of [cursorKey, lastFullLookKey]) writeSetting(tx, key, undefined)
      storePaperless(tx, connection, sealed, now())
    })
    this.#forget()
    this.#granted = permissions
    this.#runSoon()
    announce('paperless.changed', {})
    return this.status()
  }

  async disconnect(): Promise<PaperlessStatus> {
    await this.#running
    write(this.options.store, tx => removePaperless(tx, this.options.now()))
    this.#forget()
    this.options.announce('paperless.changed', {})
    return this.status()
  }

  async setOptions(options: PaperlessOptions): Promise<PaperlessStatus> {
    const { store, now, announce } = this.options
    await this.#running
    write(store, tx => {
      const before = readPaperlessOptions(tx)
      // Another selection has other documents: all of them are looked at, not only what changed lately.
      if (JSON.stringify(before.take) !== JSON.stringify(options.take)) writeSetting(tx, cursorKey, undefined)
      if (options.archivesOthers && !before.archivesOthers) writeSetting(tx, archivesSinceKey, now())
      storePaperlessOptions(tx, options, now())
    })
    this.#session = undefined
    this.#runSoon()
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
    await this.#running
    if (this.#lastError?.code !== 'paperless_throttled') this.#pausedUntil = 0
    this.#circuit.tryNow()
    await this.#run(true)
    return this.status()
  }

  async retry(): Promise<PaperlessStatus> {
    await this.#running
    write(this.options.store, tx => retryAll(tx))
    return this.syncNow()
  }

  async pause(isPaused: boolean): Promise<PaperlessStatus> {
    const { store, now, announce } = this.options
    await this.#running
    write(store, tx => {
      writeSetting(tx, pausedKey, isPaused)
      const kind = isPaused ? 'paperless.paused' : 'paperless.resumed'
      appendJournal(tx, { at: now(), actor: sittingActor(tx), kind, documentId: null })
    })
    announce('paperless.changed', {})
    if (!isPaused) this.#runSoon()
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
      nextRunAt: connection === undefined ? null : this.#nextRunAt,
      isPaused: this.#isPaused(),
      pausedUntil: this.#isHeldBack() ? this.#pausedUntil : null,
      lastError: connection === undefined ? null : this.#lastError,
      missingPermissions: connection === undefined ? [] : missingPermissions(this.#granted, options),
      counts: linkCounts(store.db, new Date(now()).setHours(0, 0, 0, 0)),
    }
  }

  problems(): PaperlessProblem[] {
    return listProblems(this.options.store.db, 200)
  }

  /** One run at a time. */
  #run(isAsked: boolean): Promise<void> {
    this.#running ??= this.#work(isAsked).finally(() => {
      this.#running = undefined
      this.#schedule()
    })
    return this.#running
  }

  async #work(isAsked: boolean): Promise<void> {
    const { store, now, announce, log } = this.options
    if ((!isAsked && this.#isPaused()) || this.#isHeldBack() || this.#stopping.signal.aborted) return
    const errorBefore = this.#lastError?.code
    try {
      const session = await this.#ready()
      if (!session) return
      await this.#take(session, isAsked)
      await runWrites(session, isAsked)
      await this.#store(session, isAsked)
      this.#failures = 0
      this.#lastError = null
    } catch (thrown) {
      if (this.#stopping.signal.aborted) return
      this.#holdBack(thrown)
      const error = toErrorData(thrown)
      const detail = error.code === 'bug' && thrown instanceof Error ? { stack: thrown.stack ?? '' } : {}
      if (errorBefore !== error.code) log.warn({ code: error.code, ...error.params, ...detail }, 'archive sync paused')
    }
    if (this.#lastError === null) write(store, tx => writeSetting(tx, lastRunKey, now()))
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
    if (this.#stopping.signal.aborted) return
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
      ledgerUrl: () => readConnection(store.db)?.url.replace(/\/api$/, ''),
      log,
      announce,
      signal: this.#stopping.signal,
      now,
      random,
      context,
      wake: wakeQueue,
      known: nothingKnown(),
    }
    return this.#session
  }

  #server(baseUrl: string, token: string, headers: Record<string, string>): Server {
    const { log, now, wait = abortableWait, timeouts = paperlessTimeouts } = this.options
    const { signal } = this.#stopping
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

  /** A pause that seems longer than it was made means that the clock was set back; it is over. */
  #isHeldBack(): boolean {
    const now = this.options.now()
    return now < this.#pausedUntil && this.#pausedUntil - now <= this.#pausedFor
  }

  #holdBack(thrown: unknown): void {
    const { now, random } = this.options
    this.#failures++
    this.#lastError = toErrorData(thrown)
    // What the account may do and which version is spoken are asked anew.
    this.#session = undefined
    const asked = thrown instanceof ServerFailure ? thrown.facts.waitMs : undefined
    // Only a person can mend a token or a permission; until then one try per period tells when somebody did.
    const waitMs = this.#lastError.retry === 'user' ? this.#periodMs() : (asked ?? backOff(this.#failures, random))
    this.#pausedFor = waitMs
    this.#pausedUntil = now() + waitMs
  }

  #forget(): void {
    this.#session = undefined
    this.#granted = undefined
    this.#pausedUntil = 0
    this.#failures = 0
    this.#lastError = null
  }

  /** Sets the alarm for what comes first: something put off, the end of a pause, the period. */
  #schedule(): void {
    this.#nextRunAt = null
    const { store, now } = this.options
    const connection = readPaperless(store.db)
    if (!this.#isStarted || this.#stopping.signal.aborted || !connection) return
    const due = nextDueAt(store.db, connection.url) ?? Infinity
    const soonest = Math.max(due, now() + 1_000, this.#pausedUntil)
    this.#nextRunAt = Math.min(soonest, Math.max(now() + this.#periodMs(), this.#pausedUntil))
    this.#runIn(this.#nextRunAt - now())
  }

  #runSoon(): void {
    if (this.#isStarted) this.#runIn(0)
  }

  #runIn(ms: number): void {
    this.#undoAlarm()
    this.#undoAlarm = (this.options.alarm ?? wakeAfter)(ms, () => void this.#run(false))
  }

  #periodMs(): number {
    return readPaperlessOptions(this.options.store.db).everyMinutes * 60_000
  }
}
