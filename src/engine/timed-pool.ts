import type { DocumentReading } from './pipeline/facts'
import type { Pool } from './worker/pool'

/** A pool that remembers how long each reading took, from the first byte handed over to the facts handed back. */
export interface TimedPool extends Pool {
  /** Milliseconds, waiting for a free worker not counted as long as the queue asks for no more than there are. */
  msOf(reading: DocumentReading): number | null
}

/** @param clock milliseconds from anywhere, never going back */
export function timed(pool: Pool, clock: () => number): TimedPool {
  const took = new WeakMap<DocumentReading, number>()
  return {
    ...pool,
    async read(task, onProgress) {
      const startedAt = clock()
      const reading = await pool.read(task, onProgress)
      took.set(reading, Math.round(clock() - startedAt))
      return reading
    },
    msOf: reading => took.get(reading) ?? null,
  }
}
