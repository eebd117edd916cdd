import { and, asc, count, desc, eq, max } from 'drizzle-orm'
import type { Step } from '../../shared/document'
import type { DocumentId, EpochMs } from '../../shared/ids'
import type { StepAttempt } from '../../shared/template'
import type { Reader, Tx } from './open'
import { documentRuns, jobs, stepRuns } from './schema'

export type RunRow = typeof documentRuns.$inferSelect
export type StepRunRow = typeof stepRuns.$inferSelect

/** Number of the run a document is given when it is put on the road (again). */
export function nextRun(reader: Reader, documentId: DocumentId): number {
  const begun = reader
    .select({ run: max(documentRuns.run) })
    .from(documentRuns)
    .where(eq(documentRuns.documentId, documentId))
    .get()
  const asked = reader
    .select({ run: max(jobs.run) })
    .from(jobs)
    .where(eq(jobs.documentId, documentId))
    .get()
  return Math.max(begun?.run ?? 0, asked?.run ?? 0) + 1
}

/** Settles which version of which template a run goes by; what was settled before stays. */
export function beginRun(tx: Tx, run: RunRow): void {
  tx.insert(documentRuns).values(run).onConflictDoNothing().run()
}

export function runOf(reader: Reader, documentId: DocumentId, run: number): RunRow {
  const row = findRun(reader, documentId, run)
  if (!row) throw new Error(`run ${run} has not begun`)
  return row
}

function findRun(reader: Reader, documentId: DocumentId, run: number): RunRow | undefined {
  const isIt = and(eq(documentRuns.documentId, documentId), eq(documentRuns.run, run))
  return reader.select().from(documentRuns).where(isIt).get()
}

/** Newest first. */
export function runsOf(reader: Reader, documentId: DocumentId, limit: number): RunRow[] {
  return reader
    .select()
    .from(documentRuns)
    .where(eq(documentRuns.documentId, documentId))
    .orderBy(desc(documentRuns.run))
    .limit(limit)
    .all()
}

/** What one attempt at a step came to; belongs in the transaction that stores it. These rows outlive their jobs. */
export function noteAttempt(
  tx: Tx,
  { documentId, run, step }: { readonly documentId: DocumentId; readonly run: number; readonly step: Step },
  attempt: StepAttempt,
): void {
  const ofRun = and(eq(stepRuns.documentId, documentId), eq(stepRuns.run, run))
  const before = tx.select({ n: count() }).from(stepRuns).where(ofRun).get()?.n ?? 0
  tx.insert(stepRuns)
    .values({ documentId, run, position: before + 1, step, ...attempt })
    .run()
}

/** Every attempt of a run, in the order in which they ended. */
export function attemptsOf(reader: Reader, documentId: DocumentId, run: number): StepRunRow[] {
  const ofRun = and(eq(stepRuns.documentId, documentId), eq(stepRuns.run, run))
  return reader.select().from(stepRuns).where(ofRun).orderBy(asc(stepRuns.position)).all()
}

/** When the attempt began, for jobs claimed before that was written down. */
export function startOf(job: { readonly startedAt: EpochMs | null }, now: EpochMs): EpochMs {
  return job.startedAt ?? now
}
