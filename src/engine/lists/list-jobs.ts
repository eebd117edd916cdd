import { and, count, desc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { Output } from '../../shared/contract'
import type { JobState, JobView } from '../../shared/ledger'
import { documents, jobs, outbox } from '../store/schema'
import type { Reader } from '../store/write'
import { countArchiveJobs, listArchiveJobs } from './list-archive-jobs'

/** How the states of the road and of the outbox read in one list. */
const onRoad: Readonly<Record<JobState, SQL | undefined>> = {
  waiting: and(eq(jobs.state, 'waiting'), isNull(jobs.lastError)),
  running: eq(jobs.state, 'running'),
  failed: and(eq(jobs.state, 'waiting'), isNotNull(jobs.lastError)),
  // Read again since, or put right by hand: then nothing waits for a person any more.
  set_aside: and(eq(jobs.state, 'set_aside'), eq(documents.state, 'set_aside')),
  done: eq(jobs.state, 'done'),
}
const unsent = inArray(outbox.state, ['pending', 'unknown'])
const onPosting: Readonly<Record<JobState, SQL | undefined>> = {
  waiting: and(unsent, isNull(outbox.lastError)),
  running: eq(outbox.state, 'sent'),
  failed: and(unsent, isNotNull(outbox.lastError)),
  set_aside: and(eq(outbox.state, 'refused'), eq(documents.state, 'post_failed')),
  done: inArray(outbox.state, ['confirmed', 'cancelled']),
}
const states = Object.keys(onRoad) as JobState[]

/** What the engine does by itself in one state, newest first, with how much there is of every state. */
export function listJobs(reader: Reader, state: JobState, limit: number): Output<'job.list'> {
  const rows = [
    ...roadJobs(reader, state, limit),
    ...postingJobs(reader, state, limit),
    ...listArchiveJobs(reader, state, limit),
  ]
  return {
    jobs: rows
      .sort((one, other) => other.at - one.at || (one.view.id < other.view.id ? 1 : -1))
      .slice(0, limit)
      .map(row => row.view),
    counts: Object.fromEntries(states.map(each => [each, counted(reader, each)])) as Record<JobState, number>,
  }
}

interface Listed {
  readonly at: number
  readonly view: JobView
}

function roadJobs(reader: Reader, state: JobState, limit: number): Listed[] {
  return reader
    .select({ job: jobs, intakeNumber: documents.intakeNumber, fileName: documents.fileName })
    .from(jobs)
    .innerJoin(documents, eq(documents.id, jobs.documentId))
    .where(onRoad[state])
    .orderBy(desc(state === 'done' || state === 'set_aside' ? jobs.finishedAt : jobs.runAfter), desc(jobs.id))
    .limit(limit)
    .all()
    .map(({ job, intakeNumber, fileName }) => ({
      at: job.finishedAt ?? job.runAfter,
      view: {
        id: job.id,
        lane: job.lane === 'worker' ? 'reading' : 'checking',
        step: job.step,
        state,
        documentId: job.documentId,
        intakeNumber,
        name: fileName,
        attempts: job.attempts,
        runAfter: job.state === 'waiting' ? job.runAfter : null,
        finishedAt: job.finishedAt,
        error: job.lastError,
        canRetry: state === 'failed' || state === 'set_aside',
        canCancel: job.state === 'waiting',
      },
    }))
}

function postingJobs(reader: Reader, state: JobState, limit: number): Listed[] {
  return reader
    .select({ row: outbox, intakeNumber: documents.intakeNumber })
    .from(outbox)
    .innerJoin(documents, eq(documents.id, outbox.documentId))
    .where(onPosting[state])
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit)
    .all()
    .map(({ row, intakeNumber }) => ({
      at: row.confirmedAt ?? row.runAfter,
      view: {
        id: row.id,
        lane: 'posting',
        step: row.kind,
        state,
        documentId: row.documentId,
        intakeNumber,
        name: row.billNumber,
        attempts: row.attempts,
        runAfter: row.state === 'pending' || row.state === 'unknown' ? row.runAfter : null,
        finishedAt: row.confirmedAt,
        error: row.lastError,
        canRetry: state === 'failed' || state === 'set_aside',
        // What may have left this machine is not taken back.
        canCancel: row.state === 'pending' || row.state === 'refused',
      },
    }))
}

function counted(reader: Reader, state: JobState): number {
  const road = reader
    .select({ n: count() })
    .from(jobs)
    .innerJoin(documents, eq(documents.id, jobs.documentId))
    .where(onRoad[state])
    .get()
  const posting = reader
    .select({ n: count() })
    .from(outbox)
    .innerJoin(documents, eq(documents.id, outbox.documentId))
    .where(onPosting[state])
    .get()
  return (road?.n ?? 0) + (posting?.n ?? 0) + countArchiveJobs(reader, state)
}
