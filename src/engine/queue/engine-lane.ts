import type { Step } from '../../shared/document'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { AppError, toErrorData } from '../../shared/result'
import type { SkipReason, TemplateStep } from '../../shared/template'
import { backInLine, enqueueNextStep, finishJob, releaseJob, startNextStep, type Job } from '../store/jobs'
import type { Tx } from '../store/open'
import { noteAttempt, startOf } from '../store/step-runs'
import { write } from '../store/write'
import { planOf, stepAfter, stepIn } from '../templates/plan'
import { BeingPrepared } from './being-prepared'
import { endFailedAttempt } from './end-of-attempt'
import { leaseMs } from './lease'
import { Preparations } from './preparations'
import { documentLeft, timed, type Road } from './road'
import { isStoreTrouble } from './store-trouble'
import { takeNext } from './take-next'

// Short steps share a commit: each one makes the disk (and everybody) wait. A document whose steps together take longer
// than this gets a commit for each, with turns for others in between.
const togetherMs = 10

/**
 * The short steps, all but reading: one document at a time. A transaction stores what the steps gave, ends the job,
 * adds the next if there is one and claims whatever comes after. Between two transactions everybody has a turn. A step
 * that must be prepared first lets others pass until it is, as many as there are workers.
 */
export class EngineLane {
  #current: Job | undefined
  #isScheduled = false
  readonly #preparations: Preparations
  readonly #beingPrepared: BeingPrepared

  constructor(private readonly road: Road) {
    this.#preparations = new Preparations(road)
    this.#beingPrepared = new BeingPrepared(road)
  }

  get isIdle(): boolean {
    return this.#current === undefined && this.#beingPrepared.size === 0
  }

  wake(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      this.#turn()
    })
  }

  /** Gives the steps in hand back untried: the app is being closed. */
  release(): void {
    const inHand = [...this.#beingPrepared.takeAll(), ...(this.#current ? [this.#current] : [])]
    this.#current = undefined
    if (inHand.length === 0) return
    for (const job of inHand) this.#preparations.drop(job)
    write(this.road.store, tx => {
      for (const job of inHand) if (releaseJob(tx, job, job.runAfter)) backInLine(tx, job)
    })
  }

  /** Takes what is next, or works on what the turn before has taken. */
  #turn(): void {
    const { road } = this
    if (road.trouble.isWaiting) return
    const job = (this.#current ??= this.#beingPrepared.takeReady())
    const survived = road.trouble.survives(() => {
      this.#current = job ? this.#work(job) : this.#take()
    })
    if (survived && this.#current) this.wake()
    else if (survived && job) road.wake()
  }

  /**
   * Claims the next short step inside somebody else's transaction, when the lane has nothing in hand; after the commit
   * it must be handed to {@link begin}. Saves a commit of its own.
   */
  claimIn(tx: Tx): Job | undefined {
    return this.#current ? undefined : this.#takeIn(tx)
  }

  begin(job: Job): void {
    this.#current = job
    this.wake()
  }

  #take(): Job | undefined {
    if (!this.road.mayClaim()) return undefined
    return write(this.road.store, tx => this.#takeIn(tx))
  }

  #takeIn(tx: Tx): Job | undefined {
    const { road } = this
    const { ids: except, hasReady } = this.#beingPrepared
    if (!road.mayClaim() || hasReady || except.length >= road.pool.size) return undefined
    const job = takeNext(tx, road.templates, { lane: 'engine', now: road.now(), except })
    if (job) road.announcer.documentChanged(job.documentId)
    return job
  }

  /** @returns the job claimed next */
  #work(job: Job): Job | undefined {
    const { road } = this
    if (this.#mustWait(job)) return undefined
    try {
      const { next, hasLeft, isOver } = timed(road, { documentId: job.documentId, step: job.step }, () =>
        write(road.store, tx => {
          const isHeld = finishJob(tx, job, road.now())
          const hasLeft = isHeld && this.#runSteps(tx, job)
          return { next: this.#takeIn(tx), hasLeft, isOver: hasLeft || !isHeld }
        }),
      )
      this.#endPreparations(job, isOver)
      if (hasLeft) documentLeft(road, job.documentId)
      return next
    } catch (thrown) {
      return this.#fail(job, thrown)
    }
  }

  /** Begins to prepare what must be; true when the job's own step is not ready for its commit. */
  #mustWait(job: Job): boolean {
    const { store, templates, steps } = this.road
    if (!steps.prepare) return false
    const prepared = this.#preparations.begin(job, planOf(store.db, templates, job))
    if (this.#preparations.isReady(job, job.step)) return false
    this.#beingPrepared.add(job, prepared, () => this.wake())
    return true
  }

  /**
   * Runs the job's step, and those of its group that follow as long as they are quick. One that failed before runs alone.
   *
   * @returns true when the document's last step was among them
   */
  #runSteps(tx: Tx, job: Job): boolean {
    const startedAt = performance.now()
    const plan = planOf(tx, this.road.templates, job)
    this.#runStep(tx, job, stepIn(plan, job.step), startOf(job, this.road.now()))
    for (let step = stepIn(plan, job.step); ;) {
      const next = stepAfter(plan, step.key)
      if (!next) return true
      const now = this.road.now()
      const isTogether = next.group === step.group && this.#preparations.isReady(job, next.key)
      if (!isTogether || job.attempts > 1 || performance.now() - startedAt > togetherMs) {
        enqueueNextStep(tx, job, next.key, now)
        return false
      }
      const failed = this.#tryStep(tx, job, next, now)
      if (failed) return this.#endFailed(tx, startNextStep(tx, job, next.key, now, now + leaseMs), failed.thrown)
      step = next
    }
  }

  /** A step that fails takes nothing of those before it along. */
  #tryStep(tx: Tx, job: Job, step: TemplateStep, now: EpochMs): { readonly thrown: unknown } | undefined {
    try {
      tx.transaction(inner => this.#runStep(inner, job, step, now))
      return undefined
    } catch (thrown) {
      if (isStoreTrouble(thrown)) throw thrown
      return { thrown }
    }
  }

  #runStep(tx: Tx, { documentId, run }: Job, { key: step, limitSeconds }: TemplateStep, begunAt: EpochMs): void {
    const { road } = this
    const prepared = this.#preparations.use({ documentId, run }, step)
    const startedAt = prepared?.startedAt ?? begunAt
    const from = performance.now()
    const skipped = prepared ? prepared.commit(tx, road.now()) : this.#do(tx, documentId, step, road.now())
    // Nothing can interrupt a step that runs in the engine itself; what took too long is undone and tried again.
    if (performance.now() - from > limitSeconds * 1000) {
      throw new AppError('step_timeout', { seconds: limitSeconds }, 'later')
    }
    if (run > 1) road.steps.recordRecovery(tx, documentId, step, road.now())
    const result = skipped ? 'skipped' : 'done'
    noteAttempt(tx, { documentId, run, step }, { result, reason: skipped ?? null, startedAt, endedAt: road.now() })
  }

  /** @returns why there was nothing to do */
  #do(tx: Tx, documentId: DocumentId, step: Step, now: EpochMs): SkipReason | undefined {
    const { steps } = this.road
    if (step === 'rules') return steps.rules(tx, documentId, now)
    if (step === 'ask_model') return steps.askModel(tx, documentId, now)
    if (step === 'check') steps.check(tx, documentId, now)
    else if (step === 'code') steps.code(tx, documentId, now)
    else steps.route(tx, documentId, now)
    return undefined
  }

  #fail(job: Job, thrown: unknown): Job | undefined {
    const { road } = this
    // The store's fault, not the document's: the same job is tried again when the store can be written.
    if (isStoreTrouble(thrown)) throw thrown
    const { hasLeft, next } = write(road.store, tx => {
      const hasLeft = this.#endFailed(tx, job, thrown)
      return { hasLeft, next: this.#takeIn(tx) }
    })
    this.#endPreparations(job, hasLeft)
    if (hasLeft) documentLeft(road, job.documentId)
    else road.announcer.documentChanged(job.documentId)
    return next
  }

  #endPreparations(job: Job, isOver: boolean): void {
    if (isOver) this.#preparations.drop(job)
    else this.#preparations.forgetUsed(job)
  }

  /** @returns whether the document has left the road */
  #endFailed(tx: Tx, job: Job, thrown: unknown): boolean {
    const { road } = this
    const { documentId, step, attempts: attempt } = job
    road.log.warn({ documentId, step, attempt, err: thrown }, 'a step failed')
    const failed = { error: toErrorData(thrown), now: road.now(), random: road.random() }
    return endFailedAttempt(tx, road, job, failed) === 'left_road'
  }
}
