import { and, eq, inArray } from 'drizzle-orm'
import type { HandlersOf } from '../../shared/contract'
import type { jobCalls } from '../../shared/contract/jobs'
import type { DocumentId } from '../../shared/ids'
import { AppError, toErrorData } from '../../shared/result'
import { applyFix } from '../decisions/apply-fix'
import { restore } from '../decisions/set-state'
import { stopReading } from '../decisions/stop-reading'
import type { EngineCore } from '../engine'
import { archiveWork } from '../lists/list-archive-jobs'
import { listJobs } from '../lists/list-jobs'
import { documents, issues, jobs, outbox } from '../store/schema'
import { write, type Reader } from '../store/write'
import { refusalKeys } from '../sync/ledger-issues'
import { changesOn } from './changes'

/** Many at once are worked off in parts, so that calls in between are answered. */
const mostAtOnce = 5_000

/** What the engine does by itself, and a person's word about it. */
export function jobHandlers(core: EngineCore): HandlersOf<typeof jobCalls> {
  const { decide, decideEach } = changesOn(core)
  const db = () => core.company().store.db

  /** Due at once instead of when its wait is over. */
  function hurry(ids: readonly string[]): void {
    const { store, queue, ledger } = core.company()
    const now = core.host.now()
    write(store, tx => {
      tx.update(jobs)
        .set({ runAfter: now })
        .where(and(inArray(jobs.id, [...ids] as (typeof jobs.$inferSelect.id)[]), eq(jobs.state, 'waiting')))
        .run()
      tx.update(outbox)
        .set({ runAfter: now })
        .where(and(inArray(outbox.id, [...ids]), inArray(outbox.state, ['pending', 'unknown'])))
        .run()
    })
    queue.wake()
    ledger.wake()
  }

  /** What was set aside goes back on its road: read anew, or posted anew. */
  function again(documentId: DocumentId): void {
    const state = stateOf(db(), documentId)
    if (state === 'set_aside') return core.company().queue.readAgain(documentId, {})
    if (state !== 'post_failed') return
    const issue = db()
      .select({ id: issues.id })
      .from(issues)
      .where(and(eq(issues.documentId, documentId), inArray(issues.key, [...refusalKeys]), eq(issues.state, 'open')))
      .get()
    if (!issue) throw new AppError('issue_not_found', {}, 'never')
    decide(documentId, (tx, ctx) => applyFix(tx, { issueId: issue.id, fix: { type: 'retry_posting' }, note: '' }, ctx))
  }

  return {
    'job.list': ({ state, limit }) => listJobs(db(), state, limit),
    async 'job.retry'({ ids, state }) {
      const wanted = ids ?? [...listJobs(db(), state, mostAtOnce).jobs].map(job => job.id)
      const listed = listJobs(db(), state, mostAtOnce).jobs.filter(job => wanted.includes(job.id) && job.canRetry)
      const atArchive = listed.filter(({ lane }) => lane === 'archive').map(({ id }) => id)
      if (atArchive.length > 0) core.network.require()
      const failed: { documentId: DocumentId; error: ReturnType<typeof toErrorData> }[] = []
      if (state === 'failed') hurry(listed.map(job => job.id))
      else {
        for (const { documentId, lane } of listed) {
          if (documentId === null || lane === 'archive') continue
          try {
            again(documentId)
          } catch (thrown) {
            failed.push({ documentId, error: toErrorData(thrown) })
          }
        }
      }
      if (atArchive.length > 0) await core.company().paperless.retry(archiveWork(atArchive))
      return { done: listed.length - failed.length, failed }
    },
    async 'job.cancel'({ ids, state, reason }) {
      const listed = listJobs(db(), state, mostAtOnce).jobs.filter(job => ids.includes(job.id) && job.canCancel)
      const atArchive = listed.filter(({ lane }) => lane === 'archive').map(({ id }) => id)
      const ours = listed.filter(({ lane }) => lane !== 'archive')
      const documentIds = [...new Set(ours.flatMap(job => job.documentId ?? []))]
      const { done, failed } = await decideEach(documentIds, (tx, documentId, ctx) =>
        stateOf(tx, documentId) === 'queued'
          ? stopReading(tx, { documentId, reason }, ctx)
          : restore(tx, { documentId }, ctx),
      )
      const there = atArchive.length === 0 ? 0 : await core.company().paperless.cancel(archiveWork(atArchive))
      return { done: done.length + there, failed }
    },
  }
}

function stateOf(reader: Reader, documentId: DocumentId) {
  return reader.select({ state: documents.state }).from(documents).where(eq(documents.id, documentId)).get()?.state
}
