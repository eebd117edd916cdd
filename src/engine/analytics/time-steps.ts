import type { TimedStep } from '../../shared/analytics'
import type { Steps } from '../queue/steps'
import type { ReadingTimes } from '../reading-times'
import { recordReadingTime, recordStepTime } from './record-work'

/**
 * The same steps, each with a note of what it took.
 *
 * @param tell is told each time once more, in milliseconds
 */
export function timeSteps(
  steps: Steps,
  msOf: ReadingTimes['msOf'],
  tell: (step: TimedStep, ms: number) => void,
): Steps {
  const timed = (step: 'check' | 'code'): Steps['check'] => {
    return (tx, documentId, now) => {
      const startedAt = performance.now()
      steps[step](tx, documentId, now)
      const ms = performance.now() - startedAt
      recordStepTime(tx, documentId, step, ms)
      tell(step, ms)
    }
  }
  return {
    ...steps,
    recordReading(tx, documentId, reading, blobs, now) {
      steps.recordReading(tx, documentId, reading, blobs, now)
      const ms = msOf(reading)
      recordReadingTime(tx, documentId, ms, now)
      if (ms !== null) tell('read', ms)
    },
    check: timed('check'),
    code: timed('code'),
  }
}
