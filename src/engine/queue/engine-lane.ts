import type { Step } from '../../shared/document'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { toErrorData } from '../../shared/result'
import { moveDocument } from '../store/documents'
import { enqueueNextStep, finishJob, releaseJob, type Job } from '../store/jobs'
import type { Tx } from '../store/open'
import { write } from '../store/write'
import { endFailedAttempt } from './end-of-attempt'
import { documentLeft, timed, type Road } from './road'
import { isStoreTrouble } from './store-trouble'
import { takeNext } from './take-next'

const following: Readonly<Partial<Record<Step, Step>>> = { check: 'code', code: 'route' }

// Short steps share a commit: each one makes the disk (and everybody) wait. A document whose steps together take longer
// than this gets a commit for each, with turns for others in between.
const togetherMs = 10

/**
 * The short steps (check, code, route): one document at a time. A transaction stores what the steps gave, ends the job,
 * adds the next if there is one and claims whatever comes after. Between two transactions everybody has a turn.
 */
export class EngineLane {
  #current: Job | undefined
  #isScheduled = false

  constructor(private readonly road: Road) {}

  get isIdle(): boolean {
    return this.#current === undefined
  }

  wake(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      this.#turn()
    })
  }

  /** Gives the step in hand back untried: the app is being closed. */
  release(): void {
    const job = this.#current
    this.#current = undefined
    if (!job) return
    write(this.road.store, tx => {
      if (releaseJob(tx, job, job.runAfter)) moveDocument(tx, job.documentId, { state: 'queued' })
    })
  }

  /** Takes what is next, or works on what the turn before has taken. */
  #turn(): void {
    const { road } = this
    if (road.trouble.isWaiting) return
    const job = this.#current
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
    const job = this.road.mayClaim() ? takeNext(tx, 'engine', this.road.now()) : undefined
    if (job) this.road.announcer.documentChanged(job.documentId)
    return job
  }

  /** @returns the job claimed next */
  #work(job: Job): Job | undefined {
    const { road } = this
    try {
      const { next, hasLeft } = timed(road, { documentId: job.documentId, step: job.step }, () =>
        write(road.store, tx => {
          const hasLeft = finishJob(tx, job, road.now()) && this.#runSteps(tx, job)
          return { next: this.#takeIn(tx), hasLeft }
        }),
      )
      if (hasLeft) documentLeft(road, job.documentId)
      return next
    } catch (thrown) {
      return this.#fail(job, thrown)
    }
  }

  /**
   * Runs the job's step, and those that follow as long as they are quick. One that failed before runs alone, so that
   * the steps before it are safe.
   *
   * @returns true when the document's last step was among them
   */
  #runSteps(tx: Tx, { documentId, step: first, attempts }: Job): boolean {
    const startedAt = performance.now()
    const now = this.road.now()
    for (let step = first; ;) {
      this.#runStep(tx, documentId, step, now)
      const next = following[step]
      if (!next) return true
      if (attempts > 1 || performance.now() - startedAt > togetherMs) {
        enqueueNextStep(tx, documentId, next, now)
        return false
      }
      step = next
    }
  }

  #runStep(tx: Tx, documentId: DocumentId, step: Step, now: EpochMs): void {
    const { steps } = this.road
    if (step === 'check') steps.check(tx, documentId, now)
    else if (step === 'code') steps.code(tx, documentId, now)
    else steps.route(tx, documentId, now)
  }

  #fail(job: Job, thrown: unknown): Job | undefined {
    const { road } = this
    const error = toErrorData(thrown)
    // The store's fault, not the document's: the same job is tried again when the store can be written.
    if (isStoreTrouble(thrown)) throw thrown
    road.log.warn({ documentId: job.documentId, step: job.step, attempt: job.attempts, err: thrown }, 'a step failed')
    const { outcome, next } = write(road.store, tx => {
      const outcome = endFailedAttempt(tx, road, job, { error, now: road.now(), random: road.random() })
      return { outcome, next: this.#takeIn(tx) }
    })
    if (outcome === 'left_road') documentLeft(road, job.documentId)
    else road.announcer.documentChanged(job.documentId)
    return next
  }
}
