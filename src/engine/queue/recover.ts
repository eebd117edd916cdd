import { and, inArray, notInArray, notExists, sql } from 'drizzle-orm'
import type { EpochMs } from '../../shared/ids'
import type { ErrorData } from '../../shared/result'
import { pruneCalls } from '../store/server-calls'
import { backInLine, enqueueJob, laneOf, pruneJobs, setJobAside, takeOverJobs, type Job } from '../store/jobs'
import type { Tx } from '../store/open'
import { readSettings } from '../store/settings'
import { documents, jobs } from '../store/schema'
import { noteAttempt, startOf } from '../store/step-runs'
import { planOf, stepIn } from '../templates/plan'
import { endWithIssue } from './end-of-attempt'
import type { QueueParts } from './parts'
import { containerKinds } from '../intake/containers'

const dayMs = 24 * 60 * 60_000

/**
 * Deaths of the engine after which a document in flight at each of them is suspected. A worker does the dangerous part
 * of reading, and somebody may simply have pulled the plug often: hence the patience. The short steps run in the
 * engine itself.
 */
const suspiciousInterruptions: Readonly<Record<Job['lane'], number>> = { worker: 8, engine: 3 }

export interface Recovered {
  /** Jobs a dead engine had in hand that wait again. */
  readonly takenOver: number
  readonly setAside: number
  /** Documents said to be on the road that no job stood for. */
  readonly requeued: number
}

/** Puts the road in order after a start: nothing a dead engine had in hand stays behind. */
export function recoverRoad(tx: Tx, road: Pick<QueueParts, 'steps' | 'log' | 'templates'>, now: EpochMs): Recovered {
  const orphans = takeOverJobs(tx, now)
  const suspects = orphans.filter(job => job.interruptions >= suspiciousInterruptions[job.lane])
  for (const job of orphans) {
    noteAttempt(tx, job, { result: 'interrupted', reason: null, startedAt: startOf(job, now), endedAt: now })
    backInLine(tx, job)
  }
  for (const job of suspects) {
    const error: ErrorData = { code: 'worker_crashed', params: { times: job.interruptions }, retry: 'user' }
    setJobAside(tx, job.id, error, now)
    // Nothing goes on by itself after what takes the engine along.
    const { onFailure } = stepIn(planOf(tx, road.templates, job), job.step)
    const failure = { step: job.step, error, onFailure: onFailure === 'continue' ? 'stop' : onFailure } as const
    endWithIssue(tx, road, job.documentId, failure, now)
  }
  const requeued = requeueForgotten(tx, now)
  pruneRecords(tx, now)
  return { takenOver: orphans.length - suspects.length, setAside: suspects.length, requeued }
}

/** Removes records of finished work that are older than a person wants them kept. */
export function pruneRecords(tx: Tx, now: EpochMs): void {
  const before = now - readSettings(tx).keepJobsDays * dayMs
  pruneJobs(tx, before)
  pruneCalls(tx, before)
}

/**
 * Every queued document has a job by construction; should one ever lack it, it would wait for ever. Archives wait for
 * intake to unpack them and never have a job.
 */
function requeueForgotten(tx: Tx, now: EpochMs): number {
  const itsJob = tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(sql`${jobs.documentId} = ${documents.id}`, inArray(jobs.state, ['waiting', 'running'])))
  const forgotten = tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        inArray(documents.state, ['queued', 'processing']),
        notInArray(documents.kind, [...containerKinds]),
        notExists(itsJob),
      ),
    )
    .all()
  for (const { id } of forgotten) {
    enqueueJob(tx, { documentId: id, step: 'read', lane: laneOf.read, runAfter: now, now })
  }
  return forgotten.length
}
