import type { DocumentReading } from './pipeline/facts'
import type { StartWorker } from './worker/protocol'

/** Measures how long readings take in their worker: from the bytes handed over to the facts handed back. */
export interface ReadingTimes {
  /** Starts workers whose readings are measured. */
  readonly start: StartWorker
  /** Milliseconds; null for a reading that was not made by such a worker. */
  msOf(reading: DocumentReading): number | null
}

/** @param clock milliseconds from anywhere, never going back */
export function measureReadings(start: StartWorker, clock: () => number): ReadingTimes {
  const took = new WeakMap<DocumentReading, number>()
  return {
    msOf: reading => took.get(reading) ?? null,
    async start() {
      const worker = await start()
      const postedAt = new Map<number, number>()
      return {
        ...worker,
        post(request) {
          postedAt.set(request.id, clock())
          worker.post(request)
        },
        onMessage(listener) {
          worker.onMessage(message => {
            if (message.type === 'done') {
              took.set(message.reading, Math.round(clock() - (postedAt.get(message.id) ?? clock())))
            }
            if (message.type === 'done' || message.type === 'failed') postedAt.delete(message.id)
            listener(message)
          })
        },
      }
    },
  }
}
