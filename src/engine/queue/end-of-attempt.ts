import type { DocumentId, EpochMs } from '../../shared/ids'
import type { ErrorData } from '../../shared/result'
import type { TemplateStep } from '../../shared/template'
import { recordChange } from '../decisions/record-change'
import type { StepFailure } from '../decisions/step-failure'
import { moveDocument } from '../store/documents'
import { backInLine, enqueueNextStep, failJob, type Job } from '../store/jobs'
import type { Tx } from '../store/open'
import { noteAttempt, startOf } from '../store/step-runs'
import { planOf, stepAfter, stepIn } from '../templates/plan'
import type { QueueParts } from './parts'
import { isStoreTrouble } from './store-trouble'

// Once more, in case the machine was merely busy; a third time would hold the verdict back beyond 30 s.
const attemptsWhenOverLimit = 2

/** Attempts a step gets: what its template says, fewer when it ran into a limit. */
export function maxAttempts({ attempts }: Pick<TemplateStep, 'attempts'>, { code }: Pick<ErrorData, 'code'>): number {
  return code === 'worker_timeout' || code === 'worker_memory' ? Math.min(attempts, attemptsWhenOverLimit) : attempts
}

export interface FailedAttempt {
  readonly error: ErrorData
  readonly now: EpochMs
  /** Uniform in [0, 1). */
  readonly random: number
}

/**
 * Ends an attempt that failed: the step waits for its next one or, when there is no point in another, what its template
 * says is done.
 *
 * @returns whether the document has left the road
 */
export function endFailedAttempt(tx: Tx, road: QueueParts, job: Job, failed: FailedAttempt): 'left_road' | 'stays' {
  const { error, now } = failed
  const plan = planOf(tx, road.templates, job)
  const step = stepIn(plan, job.step)
  const outcome = failJob(tx, job, { ...failed, maxAttempts: maxAttempts(step, error) })
  if (outcome === 'lost') return 'stays'
  noteAttempt(tx, job, { result: 'failed', reason: error.code, startedAt: startOf(job, now), endedAt: now })
  if (outcome === 'waiting') {
    backInLine(tx, job)
    return 'stays'
  }
  const { onFailure } = step
  const isTold = endWithIssue(tx, road, job.documentId, { step: job.step, error, onFailure }, now)
  const next = stepAfter(plan, job.step)
  if (!isTold || onFailure !== 'continue' || !next) return 'left_road'
  enqueueNextStep(tx, job, next.key, now)
  return 'stays'
}

/**
 * Does what a step's template says once it has failed for good, with an issue that names the cause.
 *
 * @returns false when that failed too, and the document was set aside instead
 */
export function endWithIssue(
  tx: Tx,
  { steps, log }: Pick<QueueParts, 'steps' | 'log'>,
  documentId: DocumentId,
  failure: StepFailure,
  now: EpochMs,
): boolean {
  try {
    // A savepoint: should this fail halfway, nothing of it stays.
    tx.transaction(inner => steps.recordFailure(inner, documentId, failure, now))
    return true
  } catch (thrown) {
    if (isStoreTrouble(thrown)) throw thrown
    const { code } = failure.error
    // Our own bug must not keep the document on the road for ever: the list still shows it, with the code as reason.
    log.error({ documentId, code, err: thrown }, 'a failure could not be recorded')
    const told = { kind: 'document.failed', params: { code }, isFact: true } as const
    recordChange(tx, documentId, told, { now, actor: 'engine' }, () =>
      moveDocument(tx, documentId, { state: 'set_aside', reason: code }),
    )
    return false
  }
}
