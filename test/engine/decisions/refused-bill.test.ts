import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import { approve, reject, restore, setField, undo } from '../../../src/engine/decisions/commands'
import { outbox } from '../../../src/engine/store/schema'
import { refuseBill } from '../../../src/engine/sync/settle'
import type { Book } from './book'
import { bookWithRuiz, readRuiz, takeFirst } from './settled-book'

function refused(book: Book): DocumentId {
  const invoice = readRuiz(book)
  book.do(approve, { documentId: invoice })
  const row = book.store.db.select().from(outbox).where(eq(outbox.documentId, invoice)).get()
  if (!row) throw new Error('nothing to send')
  const error = { code: 'ledger_refused', params: {}, retry: 'user' } as const
  refuseBill(book.store, row, error, { now: book.now, actor: 'engine' })
  return invoice
}

test('a refused bill is sent again with one key', () => {
  const book = bookWithRuiz()
  const invoice = refused(book)
  expect(book.view(invoice)).toMatchObject({ state: 'post_failed', bill: { state: 'refused' } })
  takeFirst(book, invoice, 'post_failed')
  expect(book.view(invoice)).toMatchObject({ state: 'approved', bill: { state: 'pending' } })
  expect(book.keys(invoice)).toEqual([])
})

test('a refused bill taken back can be put right and approved again', () => {
  const book = bookWithRuiz()
  const invoice = refused(book)
  book.do(restore, { documentId: invoice })
  expect(book.view(invoice)).toMatchObject({ state: 'ready', bill: null })
  book.do(setField, {
    documentId: invoice,
    revision: book.revision(invoice),
    field: 'invoice_number',
    value: 'A-1182-B',
  })
  book.do(approve, { documentId: invoice })
  expect(book.view(invoice)).toMatchObject({ state: 'approved', bill: { state: 'pending' } })
})

test('undo takes back an approval that the ledger refused', () => {
  const book = bookWithRuiz()
  const invoice = refused(book)
  book.do(undo, { documentId: invoice })
  expect(book.view(invoice).state).toBe('ready')
  expect(book.keys(invoice)).toEqual([])
})

test('a refused bill that is not ours after all is rejected', () => {
  const book = bookWithRuiz()
  const invoice = refused(book)
  book.do(reject, { documentId: invoice, reason: 'not ours' })
  expect(book.view(invoice)).toMatchObject({ state: 'rejected', bill: null })
})

test('what may have been sent cannot be taken back here', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book)
  book.do(approve, { documentId: invoice })
  book.store.db.update(outbox).set({ state: 'sent' }).where(eq(outbox.documentId, invoice)).run()
  for (const command of [undo, restore]) {
    expect(() => book.do(command, { documentId: invoice })).toThrowError(
      expect.objectContaining({ data: expect.objectContaining({ code: 'already_sent' }) }),
    )
  }
  expect(book.view(invoice).state).toBe('approved')
})

test('undoing the rejection of a refused bill brings the refusal back, with a way to send it again', () => {
  const book = bookWithRuiz()
  const invoice = refused(book)
  book.do(reject, { documentId: invoice, reason: 'not ours' })
  book.do(undo, { documentId: invoice })
  expect(book.view(invoice)).toMatchObject({ state: 'post_failed' })
  expect(book.keys(invoice)).toEqual(['post_failed'])
  takeFirst(book, invoice, 'post_failed')
  expect(book.view(invoice)).toMatchObject({ state: 'approved', bill: { state: 'pending' } })
  book.do(undo, { documentId: invoice })
  expect(book.keys(invoice)).toEqual(['post_failed'])
})
