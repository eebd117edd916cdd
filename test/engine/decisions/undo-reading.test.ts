import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import { applyFix, redo, restore, undo } from '../../../src/engine/decisions/commands'
import { recordFailure } from '../../../src/engine/decisions/record-failure'
import { jobs } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { Book } from './book'

const crashed = { code: 'worker_crashed', params: {}, retry: 'later' } as const

function waitingJobs(book: Book, documentId: DocumentId) {
  return book.store.db
    .select({ step: jobs.step, options: jobs.options, state: jobs.state })
    .from(jobs)
    .where(eq(jobs.documentId, documentId))
    .all()
    .filter(job => job.state === 'waiting')
}

/** The worker dies over the document for the last time. */
function fail(book: Book, documentId: DocumentId): void {
  write(book.store, tx => {
    tx.update(jobs).set({ state: 'set_aside' }).where(eq(jobs.documentId, documentId)).run()
    recordFailure(tx, documentId, crashed, book.ctx)
  })
}

test('a second reading that failed, undone and redone, is read a third time and never waits without a job', () => {
  const book = new Book()
  const documentId = book.receive()
  fail(book, documentId)
  const { id } = book.issue(documentId, 'processing_failed')
  book.do(applyFix, { issueId: id, fix: { type: 'retry_reading' }, note: '' })
  fail(book, documentId)
  book.do(undo, { documentId })
  expect(book.view(documentId).state).toBe('set_aside')
  book.do(redo, { documentId })
  expect(book.view(documentId).state).toBe('queued')
  expect(waitingJobs(book, documentId)).toMatchObject([{ step: 'read', options: { forceOcr: true } }])
})

test('a document set aside, restored in vain, undone and redone is read again', () => {
  const book = new Book()
  const documentId = book.receive()
  fail(book, documentId)
  book.do(restore, { documentId })
  fail(book, documentId)
  book.do(undo, { documentId })
  book.do(redo, { documentId })
  expect(book.view(documentId).state).toBe('queued')
  expect(waitingJobs(book, documentId)).toMatchObject([{ step: 'read', options: {} }])
})
