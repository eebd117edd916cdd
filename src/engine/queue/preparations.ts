import type { Step } from '../../shared/document'
import type { EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { TemplateStep } from '../../shared/template'
import type { Job } from '../store/jobs'
import { sideBySide, stepIn, type Plan } from '../templates/plan'
import type { QueueParts } from './parts'
import type { Commit } from './steps'

interface Preparation {
  readonly startedAt: EpochMs
  /** Set once it has settled: gives the step's commit, or throws what went wrong. */
  outcome?: () => Commit
  readonly settled: Promise<void>
  /** An attempt has used it; gone once the store has taken that attempt's end. */
  isUsed: boolean
  stop(): void
}

/**
 * What steps work out before they write, by run and step, in memory only: whatever was not committed when the engine
 * died is prepared again. When a step begins, all of its group that wait for nothing still to be done are prepared side by
 * side; they are committed one after the other, as the template lists them.
 */
export class Preparations {
  readonly #byRun = new Map<string, Map<Step, Preparation>>()

  constructor(private readonly road: Pick<QueueParts, 'steps' | 'now'>) {}

  /** True when nothing has to be waited for before the step can be committed. */
  isReady(job: Job, step: Step): boolean {
    return !this.road.steps.prepare?.[step] || this.#find(job, step)?.outcome !== undefined
  }

  /**
   * Begins what may be prepared side by side with the job's step and has not begun.
   *
   * @returns settles, never with an error, when the job's own step can be committed
   */
  async begin(job: Job, plan: Plan): Promise<void> {
    for (const step of sideBySide(plan, stepIn(plan, job.step))) {
      if (!this.#find(job, step.key)) this.#prepare(job, step)
    }
    await this.#find(job, job.step)?.settled
  }

  /**
   * What a prepared step does and since when it was at work; nothing for a step without preparation.
   *
   * @throws what preparing it threw
   */
  use(job: Pick<Job, 'documentId' | 'run'>, step: Step): { commit: Commit; startedAt: EpochMs } | undefined {
    const preparation = this.#find(job, step)
    if (!preparation?.outcome) return undefined
    preparation.isUsed = true
    return { commit: preparation.outcome(), startedAt: preparation.startedAt }
  }

  /** The store has taken the end of an attempt: what it used is not needed again. */
  forgetUsed(job: Job): void {
    const ofRun = this.#byRun.get(nameOf(job))
    for (const [step, { isUsed }] of ofRun ?? []) if (isUsed) ofRun?.delete(step)
    if (ofRun?.size === 0) this.#byRun.delete(nameOf(job))
  }

  /** Stops all that is prepared for a run that is over, or for one that another engine will go on with. */
  drop(job: Job): void {
    for (const preparation of this.#byRun.get(nameOf(job))?.values() ?? []) preparation.stop()
    this.#byRun.delete(nameOf(job))
  }

  #find(job: Pick<Job, 'documentId' | 'run'>, step: Step): Preparation | undefined {
    return this.#byRun.get(nameOf(job))?.get(step)
  }

  #prepare(job: Job, { key, limitSeconds }: TemplateStep): void {
    const { steps, now } = this.road
    const work = steps.prepare?.[key]
    if (!work) return
    const stopping = new AbortController()
    const stopped = new Promise<never>((_, reject) => {
      stopping.signal.addEventListener('abort', () => reject(stopping.signal.reason as Error))
    })
    const tooLong = new AppError('step_timeout', { seconds: limitSeconds }, 'later')
    const limit = setTimeout(() => stopping.abort(tooLong), limitSeconds * 1000)
    const started = Promise.resolve().then(() => work(job.documentId, stopping.signal))
    // One that does not listen when told to stop is left behind; what it finds is not stored.
    const settled = Promise.race([started, stopped]).then(
      commit => void (preparation.outcome = () => commit),
      (thrown: unknown) => {
        preparation.outcome = () => {
          throw thrown
        }
      },
    )
    const preparation: Preparation = {
      startedAt: now(),
      settled: settled.finally(() => clearTimeout(limit)),
      isUsed: false,
      stop: () => stopping.abort(new AppError('engine_gone', {}, 'later')),
    }
    const ofRun = this.#byRun.get(nameOf(job)) ?? new Map<Step, Preparation>()
    this.#byRun.set(nameOf(job), ofRun.set(key, preparation))
  }
}

const nameOf = ({ documentId, run }: Pick<Job, 'documentId' | 'run'>) => `${documentId} ${run}`
