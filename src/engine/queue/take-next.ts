import type { EpochMs, JobId } from '../../shared/ids'
import { documentById, moveDocument } from '../store/documents'
import { claimNextJob, finishJob, type Job, type Lane } from '../store/jobs'
import type { Tx } from '../store/open'

/**
 * How long a lease lasts without being renewed. One engine works on a data folder, and after a crash the next takes
 * all leases over at once; the length matters only to an engine that lives but has lost its grip.
 */
export const leaseMs = 60_000

/**
 * Claims the next job of a lane whose document is still on the road, and shows the document as being processed.
 * A document that a person took off the road meanwhile (rejected, on hold) is left alone: its job is over.
 */
export function takeNext(tx: Tx, lane: Lane, now: EpochMs, except: readonly JobId[] = []): Job | undefined {
  for (;;) {
    const job = claimNextJob(tx, { lane, now, leaseMs, except })
    if (!job) return undefined
    const { state } = documentById(tx, job.documentId)
    if (state === 'queued' || state === 'processing') {
      moveDocument(tx, job.documentId, { state: 'processing', step: job.step })
      return job
    }
    finishJob(tx, job, now)
  }
}
