import type { JobId } from '../../shared/ids'
import type { Job } from '../store/jobs'
import { keepLease, type Held } from './lease'
import type { Road } from './road'

interface Waiting extends Held {
  isReady: boolean
  stopRenewing(): void
}

/** Jobs whose step is being prepared, each with its lease kept, in the order in which they were claimed. */
export class BeingPrepared {
  readonly #jobs = new Map<JobId, Waiting>()

  constructor(private readonly road: Road) {}

  get size(): number {
    return this.#jobs.size
  }

  get hasReady(): boolean {
    return this.#firstReady() !== undefined
  }

  get ids(): JobId[] {
    return [...this.#jobs.keys()]
  }

  /** @param wake told when {@link takeReady} has something to give */
  add(job: Job, prepared: Promise<void>, wake: () => void): void {
    const held: Held = { job }
    const waiting = Object.assign(held, { isReady: false, stopRenewing: keepLease(this.road, held) })
    this.#jobs.set(job.id, waiting)
    void prepared.then(() => {
      waiting.isReady = true
      wake()
    })
  }

  takeReady(): Job | undefined {
    const ready = this.#firstReady()
    return ready && this.#take(ready)
  }

  takeAll(): Job[] {
    return [...this.#jobs.values()].map(waiting => this.#take(waiting))
  }

  #firstReady(): Waiting | undefined {
    for (const waiting of this.#jobs.values()) if (waiting.isReady) return waiting
    return undefined
  }

  #take(waiting: Waiting): Job {
    waiting.stopRenewing()
    this.#jobs.delete(waiting.job.id)
    return waiting.job
  }
}
