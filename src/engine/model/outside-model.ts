import type { DocumentId, EpochMs } from '../../shared/ids'
import type { OutsideModelSettings, OutsideModelStatus } from '../../shared/outside-model'
import type { EngineLog, KeyStore } from '../host'
import type { Announce } from '../queue/announcer'
import { appendJournal } from '../store/journal'
import { callsOfBatch, endLostCalls, openBatches, spentSince } from '../store/model-calls'
import { dueTasks, nextTaskAt, pruneTasks, takeBackTasks, waitingTasks, type TaskPurpose } from '../store/model-tasks'
import type { Store } from '../store/open'
import { readSettings } from '../store/settings'
import { write } from '../store/write'
import { createRounds, type Asked, type Rounds } from '../http/rounds'
import { askOne, prepare } from './ask-one'
import { batchFrom, batchSize, collectBatches, pollMs, submitBatch } from './batches'
import { mostItCosts } from './cost'
import { ModelFailure } from './failures'
import { cleanKey, forgetKey, keepKey, sealedKey } from './key'
import type { PricedModel } from './prices'
import { answerTokens, type Question } from './question'
import { startOfMonth, type ModelSession, type ModelSteps } from './session'
import { testConnection } from './test-connection'
import { createTrouble } from './trouble'

export interface OutsideModelOptions {
  readonly store: Store
  readonly keyStore: KeyStore
  /** Read when first needed: most companies never do. */
  models(): readonly PricedModel[]
  /** Where the vendor listens. */
  readonly address: string
  readonly fetch?: typeof globalThis.fetch
  readonly steps: ModelSteps
  readonly log: EngineLog
  readonly announce: Announce
  now(): EpochMs
  /** Uniform in [0, 1): jitter only. */
  random(): number
  readonly timeoutMs?: number
  /** Rings once after that many milliseconds, unless its undo is called first; tests ring it themselves. */
  readonly alarm?: (ms: number, ring: () => void) => () => void
}

/** Asks an outside model, beside the road and only where a company switched it on. */
export interface OutsideModel {
  /** Goes on with what waits, now and from here on by itself. Opens no connection while switched off. */
  start(): void
  /** Lets go of a call under way; the next engine notes it as lost and asks again. */
  stop(): Promise<void>
  /** A document may have put a question on the list, or the settings changed. */
  wake(): void
  status(): OutsideModelStatus
  /** @throws AppError `value_invalid`, `key_store_unavailable` */
  setKey(entered: string): Promise<OutsideModelStatus>
  forgetKey(): Promise<OutsideModelStatus>
  /** Asks for one word, whether switched on or not: a person pressed the button. @throws ModelFailure */
  test(): Promise<{ readonly model: string; readonly cost: number }>
  /** What would be asked of a document, and at most for how much. */
  preview(documentId: DocumentId, purpose: TaskPurpose): Promise<{ question: Question; cost: number } | undefined>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

const answerWithinMs = 120_000
const keepEndedTasksMs = 30 * 24 * 60 * 60_000

export function createOutsideModel(options: OutsideModelOptions): OutsideModel {
  return new Lane(options)
}

class Lane implements OutsideModel {
  readonly #rounds: Rounds
  readonly #trouble
  /** When batches are asked about next; undefined while none is out. */
  #pollAt: EpochMs | undefined

  constructor(private readonly options: OutsideModelOptions) {
    const { now, random, alarm } = options
    this.#trouble = createTrouble({ now, random, circumstances: () => this.#circumstances() })
    const work = (_asked: Asked, signal: AbortSignal) => this.#work(signal)
    this.#rounds = createRounds({ now, work, dueAt: () => this.#nextAt(), alarm })
  }

  start(): void {
    const { store, now } = this.options
    write(store, tx => {
      endLostCalls(tx)
      const inBatches = openBatches(tx).flatMap(batchId => callsOfBatch(tx, batchId))
      takeBackTasks(tx, new Set(inBatches.map(({ documentId, purpose }) => `${documentId} ${purpose}`)))
      pruneTasks(tx, now() - keepEndedTasksMs)
    })
    this.#pollAt = openBatches(store.db).length > 0 ? now() : undefined
    this.#rounds.start()
  }

  stop(): Promise<void> {
    return this.#rounds.stop()
  }

  idle(): Promise<void> {
    return this.#rounds.idle()
  }

  wake(): void {
    if (!this.#rounds.isStarted() || this.#rounds.isRunning()) return
    const at = this.#nextAt()
    if (at !== undefined) this.#rounds.runIn(at - this.options.now())
  }

  status(): OutsideModelStatus {
    const { store, now, models, address } = this.options
    const { cost, calls } = spentSince(store.db, startOfMonth(now()))
    return {
      hasKey: sealedKey(store.db) !== undefined,
      address,
      spent: cost,
      callsThisMonth: calls,
      waiting: waitingTasks(store.db),
      pausedUntil: this.#trouble.until() > now() ? this.#trouble.until() : null,
      lastError: this.#trouble.last(),
      models: models().map(({ id, name, prices: [price] }) => ({
        id,
        name,
        input: Number(price?.input ?? 0),
        output: Number(price?.output ?? 0),
      })),
    }
  }

  async setKey(entered: string): Promise<OutsideModelStatus> {
    const { store, keyStore, now } = this.options
    const sealed = await keyStore.seal(cleanKey(entered))
    write(store, tx => keepKey(tx, sealed, now()))
    return this.#changed()
  }

  async forgetKey(): Promise<OutsideModelStatus> {
    const { store, now } = this.options
    write(store, tx => forgetKey(tx, now()))
    return this.#changed()
  }

  async test(): Promise<{ model: string; cost: number }> {
    try {
      const tested = await testConnection(await this.#session())
      this.#trouble.forget()
      this.wake()
      return tested
    } finally {
      this.options.announce('model.changed', {})
    }
  }

  async preview(
    documentId: DocumentId,
    purpose: TaskPurpose,
  ): Promise<{ question: Question; cost: number } | undefined> {
    const { store, steps } = this.options
    const question = await steps.question(store.db, documentId, purpose)
    return question && { question, cost: mostItCosts(question, this.#model(this.#settings()), answerTokens) }
  }

  #settings(): OutsideModelSettings {
    return readSettings(this.options.store.db).outsideModel
  }

  /** @throws ModelFailure `model_unknown` for a model without a known price */
  #model({ model: id }: OutsideModelSettings): PricedModel {
    const model = this.options.models().find(one => one.id === id)
    if (!model) throw new ModelFailure('model_unknown', { model: id }, 'user', { scope: 'lane' })
    return model
  }

  async #session(): Promise<ModelSession> {
    const { store, keyStore, address, fetch, steps, log, announce, now, random } = this.options
    const { timeoutMs = answerWithinMs } = this.options
    const settings = this.#settings()
    const model = this.#model(settings)
    const sealed = sealedKey(store.db)
    if (sealed === undefined) throw new ModelFailure('model_key_missing', {}, 'user', { scope: 'lane' })
    const signal = this.#rounds.signal()
    // The SDK costs time and memory that a company which never asks should not pay.
    const { createModelClient } = await import('./client')
    const parts = { apiKey: await keyStore.open(sealed), address, timeoutMs, signal }
    const client = createModelClient({ ...parts, ...(fetch && { fetch }) })
    return { store, client, model, settings, steps, log, announce, now, random, signal }
  }

  #isOn(): boolean {
    return this.#settings().isOn && sealedKey(this.options.store.db) !== undefined
  }

  /** When there is something to do next; `undefined` when nothing waits or nobody may be asked. */
  #nextAt(): EpochMs | undefined {
    const at = Math.min(nextTaskAt(this.options.store.db) ?? Infinity, this.#pollAt ?? Infinity)
    if (at === Infinity || !this.#isOn()) return undefined
    if (this.#trouble.isStill()) return Math.max(at, this.#trouble.until())
    this.#trouble.forget()
    return at
  }

  #circumstances(): string {
    return JSON.stringify([this.#settings(), sealedKey(this.options.store.db)])
  }

  async #work(signal: AbortSignal): Promise<void> {
    const { store, now, announce } = this.options
    try {
      if (!this.#isOn()) return
      if (this.#pollAt !== undefined && this.#pollAt <= now()) await this.#collect()
      for (;;) {
        const due = dueTasks(store.db, now(), batchSize)
        // The switch may go off between two questions.
        if (due.length === 0 || signal.aborted || !this.#isOn()) break
        await this.#ask(await this.#session(), due)
        this.#trouble.forget()
      }
    } catch (thrown) {
      if (signal.aborted) return
      this.#pause(thrown)
    }
    announce('model.changed', {})
  }

  async #collect(): Promise<void> {
    const isWaiting = await collectBatches(await this.#session())
    this.#pollAt = isWaiting ? this.options.now() + pollMs : undefined
  }

  async #ask(session: ModelSession, due: ReturnType<typeof dueTasks>): Promise<void> {
    if (due.length >= batchFrom) {
      const heavy = await submitBatch(session, due)
      this.#pollAt ??= this.options.now() + pollMs
      for (const ready of heavy) await askOne(session, ready)
      return
    }
    const [task] = due
    const ready = task && (await prepare(session, task))
    if (ready) await askOne(session, ready)
  }

  /** Nobody is asked for a while. The documents do not notice: their local reading stands. */
  #pause(thrown: unknown): void {
    const { store, now, log } = this.options
    const { error, isNews } = this.#trouble.met(thrown)
    if (!isNews) return
    const detail = error.code === 'bug' && thrown instanceof Error ? { stack: thrown.stack ?? '' } : {}
    log.warn({ code: error.code, ...error.params, ...detail }, 'the outside model is not asked for a while')
    const params = { ...error.params, code: error.code }
    write(store, tx =>
      appendJournal(tx, { at: now(), actor: 'outside model', kind: 'model.paused', documentId: null, params }),
    )
  }

  #changed(): OutsideModelStatus {
    this.#trouble.forget()
    this.wake()
    this.options.announce('model.changed', {})
    return this.status()
  }
}
