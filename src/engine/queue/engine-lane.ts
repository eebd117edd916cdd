import type { Step } from '../../shared/document'
import { toErrorData } from '../../shared/result'
import { moveDocument } from '../store/documents'
import { enqueueNextStep, finishJob, releaseJob, type Job } from '../store/jobs'
import type { Tx } from '../store/open'
import { write } from '../store/write'
import { endFailedAttempt } from './end-of-attempt'
import { documentLeft, type Road } from './road'
import { isStoreTrouble } from './store-trouble'
import { takeNext } from './take-next'

const following: Readonly<Partial<Record<Step, Step>>> = { check: 'code', code: 'route' }

/**
 * The short steps (check, code, route): one at a time, each in one transaction that stores its result, ends its job,
 * adds the next and claims whatever comes after. Between two steps everybody else has a turn on the loop.
 */
export class EngineLane {
  #current: Job | undefined
  #isScheduled = false

  constructor(private readonly road: Road) {}

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
    const startedAt = performance.now()
    try {
      const { next, hasLeft } = write(road.store, tx => {
        const now = road.now()
        const hasLeft = finishJob(tx, job, now) && this.#runStep(tx, job, now)
        return { next: this.#takeIn(tx), hasLeft }
      })
      if (hasLeft) documentLeft(road, job.documentId)
      return next
    } catch (thrown) {
      return this.#fail(job, thrown)
    } finally {
      const ms = Math.round(performance.now() - startedAt)
      if (ms > 50) road.log.warn({ documentId: job.documentId, step: job.step, ms }, 'a step made everybody wait')
    }
  }

  /** @returns true when this was the document's last step */
  #runStep(tx: Tx, { documentId, step }: Job, now: number): boolean {
    const { steps } = this.road
    if (step === 'check') steps.check(tx, documentId, now)
    else if (step === 'code') steps.code(tx, documentId, now)
    else steps.route(tx, documentId, now)
    const next = following[step]
    if (next) enqueueNextStep(tx, documentId, next, now)
    return next === undefined
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
