import { and, asc, count, eq, gt, inArray, lt, lte, min, notInArray, or } from 'drizzle-orm'
import { stepsAfterArrival, type Step } from '../../shared/document'
import type { DocumentId, EpochMs, JobId } from '../../shared/ids'
import type { ErrorData } from '../../shared/result'
import { moveDocument } from './documents'
import { newId } from './new-id'
import type { Reader, Tx } from './open'
import { jobs } from './schema'
import { nextRun } from './step-runs'

export type Job = typeof jobs.$inferSelect
export type Lane = Job['lane']
export type JobOptions = Job['options']

/** Where each step runs: reading may hang or explode and needs a worker, the others are short. */
export const laneOf: Readonly<Record<Step, Lane>> = {
  read: 'worker',
  check: 'engine',
  code: 'engine',
  route: 'engine',
  rules: 'engine',
  ask_model: 'engine',
}

export interface NewJob {
  readonly documentId: DocumentId
  readonly step: Step
  readonly lane: Lane
  /** Not before this instant. */
  readonly runAfter: EpochMs
  readonly options?: JobOptions
  readonly now: EpochMs
}

/** The longest any job is ever put off, in milliseconds. */
export const longestDelayMs = 60_000

const unfinished = inArray(jobs.state, ['waiting', 'running'])

/**
 * Puts a document on the road (again) at the given step; the document becomes `queued`, unless the step is one for
 * documents that have arrived. A job of the same document that had not finished is over: its result, should it still
 * arrive, is thrown away.
 */
export function enqueueJob(tx: Tx, { documentId, step, lane, runAfter, options = {}, now }: NewJob): JobId {
  dropJobs(tx, documentId, now)
  const id = newId<JobId>(now)
  const run = nextRun(tx, documentId)
  tx.insert(jobs).values({ id, documentId, step, lane, state: 'waiting', options, runAfter, run }).run()
  backInLine(tx, { documentId, step })
  return id
}

/** Shows a document as waiting for its step; one that has arrived stays where it is. */
export function backInLine(tx: Tx, { documentId, step }: Pick<Job, 'documentId' | 'step'>): void {
  if (!stepsAfterArrival.includes(step)) moveDocument(tx, documentId, { state: 'queued' })
}

/** Ends what a document waits for or is in the middle of: a result that comes in later is not stored. */
export function dropJobs(tx: Tx, documentId: DocumentId, now: EpochMs): void {
  tx.update(jobs)
    .set({ state: 'done', leaseUntil: null, finishedAt: now })
    .where(and(eq(jobs.documentId, documentId), unfinished))
    .run()
}

/** Adds the job of the step that follows one just finished; the document stays where it is. */
export function enqueueNextStep(tx: Tx, before: Job, step: Step, now: EpochMs): void {
  tx.insert(jobs)
    .values(following(before, step, now))
    .run()
}

/** The same for a step that was begun already, together with the one before it. */
export function startNextStep(tx: Tx, before: Job, step: Step, startedAt: EpochMs, leaseUntil: EpochMs): Job {
  const begun = { ...following(before, step, startedAt), state: 'running', attempts: 1, startedAt, leaseUntil } as const
  return tx.insert(jobs).values(begun).returning().get()
}

function following({ documentId, run }: Job, step: Step, runAfter: EpochMs): typeof jobs.$inferInsert {
  const id = newId<JobId>(runAfter)
  return { id, documentId, step, lane: laneOf[step], state: 'waiting', options: {}, runAfter, run }
}

export interface Claim {
  readonly lane: Lane
  readonly now: EpochMs
  /** How long the caller may stay silent. */
  readonly leaseMs: number
  /** Jobs this engine is still busy with: a laptop that slept finds their leases run out. */
  readonly except?: readonly JobId[]
}

/**
 * Takes the next runnable job of a lane and leases it to the caller, oldest first.
 *
 * Runnable means waiting with `runAfter <= now`, or running under a lease that has run out: that engine died, and
 * the step restarts from its input. A job due later than any is ever put off was put off before the clock was set back:
 * it is runnable too.
 *
 * @returns the leased job, or `undefined` when nothing is runnable
 */
export function claimNextJob(tx: Tx, { lane, now, leaseMs, except = [] }: Claim): Job | undefined {
  const free = except.length > 0 ? notInArray(jobs.id, [...except]) : undefined
  // Questions of their own instead of one with OR: each walks its index.
  const expired = and(eq(jobs.state, 'running'), eq(jobs.lane, lane), lt(jobs.leaseUntil, now), free)
  const waiting = and(eq(jobs.state, 'waiting'), eq(jobs.lane, lane), lte(jobs.runAfter, now), free)
  const setBack = and(eq(jobs.state, 'waiting'), eq(jobs.lane, lane), gt(jobs.runAfter, now + longestDelayMs), free)
  const oldest = (which: typeof waiting) =>
    tx.select().from(jobs).where(which).orderBy(asc(jobs.runAfter), asc(jobs.id)).limit(1).get()
  const next = tx.select().from(jobs).where(expired).limit(1).get() ?? oldest(waiting) ?? oldest(setBack)
  if (!next) return undefined
  return tx
    .update(jobs)
    .set({ state: 'running', attempts: next.attempts + 1, leaseUntil: now + leaseMs, startedAt: now })
    .where(eq(jobs.id, next.id))
    .returning()
    .get()
}

/** Only the holder of a lease may touch its job; attempts and the lease's end together are its ticket. */
function heldBy(job: Job) {
  return and(
    eq(jobs.id, job.id),
    eq(jobs.state, 'running'),
    eq(jobs.attempts, job.attempts),
    eq(jobs.leaseUntil, job.leaseUntil ?? 0),
  )
}

/**
 * Says that the step is still at work.
 *
 * @returns the job with its new lease, or `undefined` when it was taken away meanwhile
 */
export function renewLease(tx: Tx, job: Job, until: EpochMs): Job | undefined {
  return tx.update(jobs).set({ leaseUntil: until }).where(heldBy(job)).returning().get()
}

/**
 * Ends a job whose step is done; belongs in the transaction that stores the step's result.
 *
 * @returns false when the job was taken away meanwhile: then the result must not be stored
 */
export function finishJob(tx: Tx, job: Job, now: EpochMs): boolean {
  const { changes } = tx
    .update(jobs)
    .set({ state: 'done', leaseUntil: null, finishedAt: now, lastError: null })
    .where(heldBy(job))
    .run()
  return changes === 1
}

export interface Failure {
  readonly error: ErrorData
  readonly now: EpochMs
  /** Uniform in [0, 1): spreads the retries. */
  readonly random: number
  readonly maxAttempts: number
}

/**
 * Counts a failed attempt: the job waits for its next one, longer each time, or is set aside when it had its last.
 * A job set aside stays on record; the caller raises the issue somebody sees, in the same transaction.
 *
 * @returns `lost` when the job was taken away meanwhile
 */
export function failJob(tx: Tx, job: Job, failure: Failure): 'waiting' | 'set_aside' | 'lost' {
  const { error, now, random, maxAttempts } = failure
  const isOver = error.retry !== 'later' || job.attempts >= maxAttempts
  const outcome = isOver
    ? ({ state: 'set_aside', finishedAt: now } as const)
    : ({ state: 'waiting', runAfter: now + backOffMs(job.attempts, random) } as const)
  const { changes } = tx
    .update(jobs)
    .set({ ...outcome, lastError: error, leaseUntil: null })
    .where(heldBy(job))
    .run()
  return changes === 1 ? outcome.state : 'lost'
}

/** Exponential back-off with full jitter, in whole milliseconds: up to 1 s, 2 s, 4 s … at most a minute. */
export function backOffMs(attempts: number, random: number): number {
  return Math.round(random * Math.min(longestDelayMs, 1_000 * 2 ** Math.max(0, attempts - 1)))
}

/** Gives a job back untried, e.g. when the app is being closed; the attempt does not count. */
export function releaseJob(tx: Tx, job: Job, runAfter: EpochMs): boolean {
  const { changes } = tx
    .update(jobs)
    .set({ state: 'waiting', attempts: job.attempts - 1, leaseUntil: null, runAfter })
    .where(heldBy(job))
    .run()
  return changes === 1
}

/**
 * Takes back what a dead engine was busy with. Being in flight when the engine dies is seldom a document's fault, so
 * it costs no attempt; from the third time on such a document waits, longer each time, so that others pass.
 *
 * @returns the jobs now waiting again, with `interruptions` counted up
 */
export function takeOverJobs(tx: Tx, now: EpochMs): Job[] {
  const orphans = tx.select().from(jobs).where(eq(jobs.state, 'running')).all()
  return orphans.map(job => {
    const interruptions = job.interruptions + 1
    const delayMs = interruptions < 3 ? 0 : Math.min(longestDelayMs, 1_000 * 2 ** (interruptions - 3))
    return tx
      .update(jobs)
      .set({
        state: 'waiting',
        attempts: Math.max(0, job.attempts - 1),
        interruptions,
        leaseUntil: null,
        runAfter: delayMs === 0 ? job.runAfter : now + delayMs,
      })
      .where(eq(jobs.id, job.id))
      .returning()
      .get()
  })
}

/** Sets a waiting job aside for good, e.g. one that was in flight at too many deaths of the engine. */
export function setJobAside(tx: Tx, jobId: JobId, error: ErrorData, now: EpochMs): void {
  tx.update(jobs)
    .set({ state: 'set_aside', lastError: error, finishedAt: now, leaseUntil: null })
    .where(and(eq(jobs.id, jobId), unfinished))
    .run()
}

/** When the next waiting job of a lane becomes runnable; `undefined` when none waits. */
export function nextRunAfter(reader: Reader, lane: Lane): EpochMs | undefined {
  const waiting = and(eq(jobs.state, 'waiting'), eq(jobs.lane, lane))
  return (
    reader
      .select({ at: min(jobs.runAfter) })
      .from(jobs)
      .where(waiting)
      .get()?.at ?? undefined
  )
}

/** Documents on the road; each has one unfinished job. */
export function countUnfinishedJobs(reader: Reader): { waiting: number; running: number } {
  const of = (state: 'waiting' | 'running') =>
    reader.select({ n: count() }).from(jobs).where(eq(jobs.state, state)).get()?.n ?? 0
  return { waiting: of('waiting'), running: of('running') }
}

/**
 * Jobs nobody works on though they claim so, for `store.verify`.
 *
 * @param now a lease that ended before this is stuck
 */
export function countStuckJobs(reader: Reader, now: EpochMs): number {
  const stuck = and(eq(jobs.state, 'running'), lt(jobs.leaseUntil, now))
  return reader.select({ n: count() }).from(jobs).where(stuck).get()?.n ?? 0
}

/** Removes the records of jobs that ended before an instant; their facts are in the journal. */
export function pruneJobs(tx: Tx, endedBefore: EpochMs): number {
  const old = and(or(eq(jobs.state, 'done'), eq(jobs.state, 'set_aside')), lt(jobs.finishedAt, endedBefore))
  return tx.delete(jobs).where(old).run().changes
}
