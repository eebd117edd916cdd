import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { appendJournal } from '../store/journal'
import { paperlessDocuments as links, paperlessUploads as uploads } from '../store/schema'
import type { Tx } from '../store/write'
import { isToWrite } from './links'

/** Pieces of work with the archive that a person means. */
export interface ArchiveWork {
  /** Numbers in the archive of documents that could not be taken. */
  readonly taking: readonly number[]
  readonly writing: readonly DocumentId[]
  readonly uploading: readonly DocumentId[]
}

/**
 * A person wants what failed to be tried again: it is due at once, and nothing else is.
 *
 * @param which null: all of it
 * @returns how much that is
 */
export function retryFailed(tx: Tx, which: ArchiveWork | null): number {
  const again = { attempts: 0, runAfter: 0 }
  const failed = tx
    .update(links)
    .set({ ...again, modified: '' })
    .where(and(eq(links.state, 'failed'), which ? inArray(links.archiveId, [...which.taking]) : undefined))
    .run().changes
  const written = tx
    .update(links)
    .set({ writeWanted: sql`${links.writeDone} + 1`, writeAfter: 0, writeAttempts: 0 })
    .where(and(isNotNull(links.writeError), which ? inArray(links.documentId, [...which.writing]) : undefined))
    .run().changes
  const stored = tx
    .update(uploads)
    // What may have arrived is looked for before it is sent again.
    .set({ ...again, state: sql`CASE WHEN ${uploads.sentAt} IS NULL THEN 'pending' ELSE 'sent' END`, taskId: null })
    .where(and(eq(uploads.state, 'refused'), which ? inArray(uploads.documentId, [...which.uploading]) : undefined))
    .run().changes
  const hurried = tx
    .update(uploads)
    .set({ runAfter: 0 })
    .where(
      and(
        inArray(uploads.state, ['pending', 'sent', 'waiting']),
        isNotNull(uploads.error),
        which ? inArray(uploads.documentId, [...which.uploading]) : undefined,
      ),
    )
    .run().changes
  return failed + written + stored + hurried
}

/** An upload that never left, or that the archive would not have. What may have left is followed to its end. */
const isCancellable = or(and(eq(uploads.state, 'pending'), isNull(uploads.sentAt)), eq(uploads.state, 'refused'))

/**
 * A person wants nothing done: a file is not stored there, what was decided so far is not told there (the next decision
 * is, with all of it), a document is not taken in until it changes there.
 *
 * @returns how much that is; what has begun meanwhile is not among it
 */
export function cancelWork(tx: Tx, server: string, which: ArchiveWork, when: { at: EpochMs; actor: string }): number {
  const taking = tx
    .update(links)
    .set({ state: 'skipped' })
    .where(and(eq(links.server, server), eq(links.state, 'failed'), inArray(links.archiveId, [...which.taking])))
    .returning({ archiveId: links.archiveId, documentId: links.documentId })
    .all()
    .map(row => ({ ...row, kind: 'paperless.take_cancelled' }))
  const isOpen = or(isToWrite, isNotNull(links.writeError))
  const writing = tx
    .update(links)
    .set({ writeDone: sql`${links.writeWanted}`, writeAttempts: 0, writeError: null })
    .where(and(eq(links.server, server), isOpen, inArray(links.documentId, [...which.writing])))
    .returning({ archiveId: links.archiveId, documentId: links.documentId })
    .all()
    .map(row => ({ ...row, kind: 'paperless.write_cancelled' }))
  const storing = tx
    .update(uploads)
    .set({ state: 'cancelled', error: null })
    .where(and(isCancellable, inArray(uploads.documentId, [...which.uploading])))
    .returning({ documentId: uploads.documentId })
    .all()
    .map(row => ({ ...row, archiveId: null, kind: 'paperless.upload_cancelled' }))
  const cancelled = [...taking, ...writing, ...storing]
  for (const { kind, archiveId, documentId } of cancelled) {
    appendJournal(tx, { ...when, kind, documentId, params: archiveId === null ? {} : { archiveId } })
  }
  return cancelled.length
}
