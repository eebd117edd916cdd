import type { DocumentId, EpochMs } from '../../shared/ids'
import type { ErrorData } from '../../shared/result'
import { recordChange } from '../decisions/record-change'
import { moveDocument } from '../store/documents'
import { failJob, type Job } from '../store/jobs'
import type { Tx } from '../store/open'
import { fromSqlite } from '../store/sqlite-errors'
import type { QueueParts } from './parts'
import { isStoreTrouble } from './store-trouble'

const attempts = 3
// Once more, in case the machine was merely busy; a third time would hold the verdict back beyond 30 s.
const attemptsWhenOverLimit = 2

export function maxAttempts(error: ErrorData): number {
  return error.code === 'worker_timeout' || error.code === 'worker_memory' ? attemptsWhenOverLimit : attempts
}

export interface FailedAttempt {
  readonly error: ErrorData
  readonly now: EpochMs
  /** Uniform in [0, 1). */
  readonly random: number
}

/**
 * Ends an attempt that failed: the document waits for its next one, or is set aside with the reason when there is no
 * point in another.
 *
 * @returns whether the document has left the road
 */
export function endFailedAttempt(tx: Tx, road: QueueParts, job: Job, failed: FailedAttempt): 'left_road' | 'stays' {
  const outcome = failJob(tx, job, { ...failed, maxAttempts: maxAttempts(failed.error) })
  if (outcome === 'set_aside') {
    setDocumentAside(tx, road, job.documentId, failed.error, failed.now)
    return 'left_road'
  }
  if (outcome === 'waiting') moveDocument(tx, job.documentId, { state: 'queued' })
  return 'stays'
}

/** Takes a document off the road with an issue that names the cause. */
export function setDocumentAside(
  tx: Tx,
  { steps, log }: Pick<QueueParts, 'steps' | 'log'>,
  documentId: DocumentId,
  error: ErrorData,
  now: EpochMs,
): void {
  try {
    // A savepoint: should this fail halfway, nothing of it stays.
    tx.transaction(inner => steps.recordFailure(inner, documentId, error, now))
  } catch (thrown) {
    if (isStoreTrouble(fromSqlite(thrown))) throw thrown
    // Our own bug must not keep the document on the road for ever: the list still shows it, with the code as reason.
    log.error({ documentId, code: error.code, err: thrown }, 'a failure could not be recorded')
    const told = { kind: 'document.failed', params: { code: error.code }, isFact: true } as const
    recordChange(tx, documentId, told, { now, actor: 'engine' }, () =>
      moveDocument(tx, documentId, { state: 'set_aside', reason: error.code }),
    )
  }
}
