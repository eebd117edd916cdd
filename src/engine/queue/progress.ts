import type { ProgressView } from '../../shared/document-counts'
import type { EpochMs } from '../../shared/ids'
import { countUnfinishedJobs } from '../store/jobs'
import type { Reader } from '../store/open'

const windowMs = 30_000
const enoughForRate = 20

/** Counts documents since the road was last empty. */
export class Progress {
  #done = 0
  #recent: EpochMs[] = []
  #isOver = true
  #since: EpochMs = 0

  /** A document came to the end of its road. */
  documentLeft(now: EpochMs): void {
    this.#beginIfOver(now)
    this.#done += 1
    this.#recent.push(now)
  }

  /**
   * Nothing is on the road any more; what comes next counts from zero.
   * @returns how many documents came to the end of their road since it was last empty; 0 when it was empty already
   */
  roadEmpty(): number {
    if (this.#isOver) return 0
    this.#isOver = true
    return this.#done
  }

  view(reader: Reader, isPaused: boolean, now: EpochMs): ProgressView {
    const { waiting, running } = countUnfinishedJobs(reader)
    if (waiting + running > 0) this.#beginIfOver(now)
    return { waiting, running, done: this.#done, of: this.#done + waiting + running, rate: this.#rate(now), isPaused }
  }

  #beginIfOver(now: EpochMs): void {
    if (!this.#isOver) return
    this.#isOver = false
    this.#done = 0
    this.#recent = []
    this.#since = now
  }

  #rate(now: EpochMs): number | null {
    if (this.#done < enoughForRate) return null
    const from = Math.max(this.#since, now - windowMs)
    this.#recent = this.#recent.filter(at => at > from)
    const seconds = Math.max(1, (now - from) / 1000)
    return this.#recent.length / seconds
  }
}
