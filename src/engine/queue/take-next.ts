import { stepsAfterArrival, type DocumentState } from '../../shared/document'
import type { EpochMs, JobId } from '../../shared/ids'
import { documentById, moveDocument } from '../store/documents'
import { claimNextJob, finishJob, type Job, type Lane } from '../store/jobs'
import type { Tx } from '../store/open'
import { beginRun } from '../store/step-runs'
import type { Templates } from '../templates/templates'
import { leaseMs } from './lease'

const onTheRoad: readonly DocumentState[] = ['queued', 'processing']
const arrived: readonly DocumentState[] = ['needs_review', 'ready']

/**
 * Claims the next job of a lane whose document is still on the road, and shows the document as being processed. A run
 * goes by the template in force when its first job is claimed. A document that a person took off the road meanwhile
 * (rejected, on hold, approved) is left alone: its job is over.
 */
export function takeNext(
  tx: Tx,
  templates: Templates,
  { lane, now, except = [] }: { readonly lane: Lane; readonly now: EpochMs; readonly except?: readonly JobId[] },
): Job | undefined {
  for (;;) {
    const job = claimNextJob(tx, { lane, now, leaseMs, except })
    if (!job) return undefined
    const { documentId, run, step } = job
    const { state, kind } = documentById(tx, documentId)
    const isAfterArrival = stepsAfterArrival.includes(step)
    if ((isAfterArrival ? arrived : onTheRoad).includes(state)) {
      if (!isAfterArrival) moveDocument(tx, documentId, { state: 'processing', step })
      const { template, version } = templates.inForce(tx, kind)
      beginRun(tx, { documentId, run, template: template.key, version, startedAt: now })
      return job
    }
    finishJob(tx, job, now)
  }
}
