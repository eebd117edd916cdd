import type { TimedStep } from '../../shared/analytics'
import type { Steps } from '../queue/steps'
import type { ReadingTimes } from '../reading-times'

/**
 * The same steps, each telling what it took, in milliseconds: for those who watch the engine at work. What figures count
 * is written down with the attempt (`step_runs`).
 */
export function tellTimes(
  steps: Steps,
  msOf: ReadingTimes['msOf'],
  tell: (step: TimedStep, ms: number) => void,
): Steps {
  const timed = (step: 'check' | 'code'): Steps['check'] => {
    return (tx, documentId, now) => {
      const startedAt = performance.now()
      steps[step](tx, documentId, now)
      tell(step, performance.now() - startedAt)
    }
  }
  return {
    ...steps,
    recordReading(tx, documentId, reading, blobs, now) {
      steps.recordReading(tx, documentId, reading, blobs, now)
      const ms = msOf(reading)
      if (ms !== null) tell('read', ms)
    },
    check: timed('check'),
    code: timed('code'),
  }
}
