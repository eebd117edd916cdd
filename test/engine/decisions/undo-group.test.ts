import { expect, test } from 'vitest'
import type { DocumentId, GroupId } from '../../../src/shared/ids'
import {
  documentsOfGroup,
  hold,
  redoGroup,
  reject,
  setField,
  undo,
  undoGroup,
} from '../../../src/engine/decisions/commands'
import { snapshot } from '../../../src/engine/decisions/snapshot'
import { newId } from '../../../src/engine/store/new-id'
import { write } from '../../../src/engine/store/write'
import { Book } from './book'

function holdTogether(book: Book, documentIds: readonly DocumentId[]): GroupId {
  const group = newId<GroupId>(book.now)
  for (const documentId of documentIds) {
    write(book.store, tx => hold(tx, { documentId, reason: 'ask Ana' }, { ...book.ctx, group }))
  }
  return group
}

function threeInvoices() {
  const book = new Book()
  const documentIds = ['A-1', 'A-2', 'A-3'].map(number => book.read({ values: { invoice_number: number } }))
  return { book, documentIds, state: (documentId: DocumentId) => book.view(documentId).state }
}

test('three invoices put on hold by one action come back as they were by one undo, and go again by one redo', () => {
  const { book, documentIds, state } = threeInvoices()
  const before = documentIds.map(documentId => snapshot(book.store.db, documentId))
  const group = holdTogether(book, documentIds)
  const held = documentIds.map(documentId => snapshot(book.store.db, documentId))

  expect(documentsOfGroup(book.store.db, group)).toEqual(documentIds.toReversed())
  for (const documentId of documentsOfGroup(book.store.db, group)) book.do(undoGroup, { documentId, group })
  expect(documentIds.map(documentId => snapshot(book.store.db, documentId))).toEqual(before)

  for (const documentId of documentIds) book.do(redoGroup, { documentId, group })
  expect(documentIds.map(documentId => snapshot(book.store.db, documentId))).toEqual(held)
  expect(documentIds.map(state)).toEqual(['on_hold', 'on_hold', 'on_hold'])
})

test('an invoice decided on again after the action keeps the later decision and says so; the others go back', () => {
  const { book, documentIds, state } = threeInvoices()
  const group = holdTogether(book, documentIds)
  const [first, second, third] = documentIds as [DocumentId, DocumentId, DocumentId]
  book.do(reject, { documentId: second, reason: 'not ours' })

  expect(() => book.do(undoGroup, { documentId: second, group })).toThrow('decided_since')
  book.do(undoGroup, { documentId: first, group })
  book.do(undoGroup, { documentId: third, group })
  expect([first, second, third].map(state)).toEqual(['needs_review', 'rejected', 'needs_review'])

  book.do(undo, { documentId: second })
  book.do(undoGroup, { documentId: second, group })
  expect(state(second)).toBe('needs_review')
  expect(() => book.do(undoGroup, { documentId: second, group })).toThrow('nothing_to_undo')
})

test('two decisions of one action on the same invoice are taken back together', () => {
  const book = new Book()
  const documentId = book.read()
  const before = snapshot(book.store.db, documentId)
  const group = newId<GroupId>(book.now)
  for (const [field, value] of [
    ['invoice_number', 'B-7'],
    ['issue_date', '2026-03-01'],
  ] as const) {
    const input = { documentId, revision: book.revision(documentId), field, value }
    write(book.store, tx => setField(tx, input, { ...book.ctx, group }))
  }
  book.do(undoGroup, { documentId, group })
  expect(snapshot(book.store.db, documentId)).toEqual(before)
})
