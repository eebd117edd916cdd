import { and, asc, count, eq, inArray, lt, lte, min } from 'drizzle-orm'
import type { DocumentId, EpochMs } from '../../shared/ids'
import type { ErrorData } from '../../shared/result'
import { newId } from './new-id'
import type { Reader, Tx } from './open'
import { modelTasks } from './schema'

export type ModelTask = typeof modelTasks.$inferSelect
export type TaskPurpose = ModelTask['purpose']

const unfinished = inArray(modelTasks.state, ['waiting', 'asked'])

/** Puts a question about a document on the list; one that is on it already stays where it is. */
export function enqueueModelTask(tx: Tx, documentId: DocumentId, purpose: TaskPurpose, now: EpochMs): void {
  tx.insert(modelTasks)
    .values({ id: newId<string>(now), documentId, purpose, state: 'waiting', runAfter: now })
    .onConflictDoNothing()
    .run()
}

/** What may be asked now, oldest first. */
export function dueTasks(reader: Reader, now: EpochMs, limit: number): ModelTask[] {
  return reader
    .select()
    .from(modelTasks)
    .where(and(eq(modelTasks.state, 'waiting'), lte(modelTasks.runAfter, now)))
    .orderBy(asc(modelTasks.runAfter), asc(modelTasks.id))
    .limit(limit)
    .all()
}

/** When the next waiting question may be asked; `undefined` when none waits. */
export function nextTaskAt(reader: Reader): EpochMs | undefined {
  const row = reader
    .select({ at: min(modelTasks.runAfter) })
    .from(modelTasks)
    .where(eq(modelTasks.state, 'waiting'))
    .get()
  return row?.at ?? undefined
}

export function waitingTasks(reader: Reader): number {
  return reader.select({ n: count() }).from(modelTasks).where(unfinished).get()?.n ?? 0
}

export function markAsked(tx: Tx, task: ModelTask): void {
  tx.update(modelTasks).set({ state: 'asked' }).where(eq(modelTasks.id, task.id)).run()
}

/** The question is settled: answered, or there was nothing to ask any more. */
export function finishTask(tx: Tx, documentId: DocumentId, purpose: TaskPurpose, now: EpochMs): void {
  tx.update(modelTasks)
    .set({ state: 'done', lastError: null, finishedAt: now })
    .where(and(eq(modelTasks.documentId, documentId), eq(modelTasks.purpose, purpose), unfinished))
    .run()
}

/** Puts an asked question back. @param attempts how often it has failed by its own fault */
export function postponeTask(
  tx: Tx,
  id: string,
  change: { readonly runAfter: EpochMs; readonly attempts: number; readonly error: ErrorData },
): void {
  const { runAfter, attempts, error } = change
  tx.update(modelTasks)
    .set({ state: 'waiting', runAfter, attempts, lastError: error })
    .where(and(eq(modelTasks.id, id), unfinished))
    .run()
}

/** No more tries: what was read here stands. */
export function giveUpTask(tx: Tx, id: string, error: ErrorData, now: EpochMs): void {
  tx.update(modelTasks)
    .set({ state: 'given_up', lastError: error, finishedAt: now })
    .where(and(eq(modelTasks.id, id), unfinished))
    .run()
}

export function unfinishedTask(reader: Reader, documentId: DocumentId, purpose: TaskPurpose): ModelTask | undefined {
  return reader
    .select()
    .from(modelTasks)
    .where(and(eq(modelTasks.documentId, documentId), eq(modelTasks.purpose, purpose), unfinished))
    .get()
}

/** Takes back what a dead engine had asked, unless a batch still works on it. */
export function takeBackTasks(tx: Tx, inBatches: ReadonlySet<string>): void {
  const asked = tx.select().from(modelTasks).where(eq(modelTasks.state, 'asked')).all()
  for (const { id, documentId, purpose } of asked) {
    if (inBatches.has(`${documentId} ${purpose}`)) continue
    tx.update(modelTasks).set({ state: 'waiting' }).where(eq(modelTasks.id, id)).run()
  }
}

/** Forgets tasks that ended before an instant; what was sent stays in the list of calls. */
export function pruneTasks(tx: Tx, endedBefore: EpochMs): void {
  tx.delete(modelTasks)
    .where(and(inArray(modelTasks.state, ['done', 'given_up']), lt(modelTasks.finishedAt, endedBefore)))
    .run()
}
