import { expect, test } from 'vitest'
import {
  addLine,
  applyFix,
  approve,
  redo,
  setAccount,
  setField,
  setLine,
  undo,
} from '../../../src/engine/decisions/commands'
import { recordFailure } from '../../../src/engine/decisions/record-failure'
import { write } from '../../../src/engine/store/write'
import { bookWithRuiz, takeFirst } from './settled-book'

test('an invoice typed in by hand and approved can be undone to the last step, and redone', () => {
  const book = bookWithRuiz()
  const documentId = book.receive()
  const corrupt = { code: 'corrupt_document', params: {}, retry: 'never' } as const
  write(book.store, tx => recordFailure(tx, documentId, corrupt, book.ctx))
  const { id } = book.issue(documentId, 'unreadable')
  book.do(applyFix, { issueId: id, fix: { type: 'enter_by_hand' }, note: '' })
  const typed = {
    document_type: 'invoice',
    invoice_number: 'B-1',
    issue_date: '2026-03-01',
    'seller.name': 'Ferretería Ruiz SA de CV',
    'seller.tax_id': 'EKU9003173C9',
    net_total: '100.00',
    tax_total: '16.00',
    grand_total: '116.00',
  } as const
  const revision = () => book.revision(documentId)
  for (const [field, value] of Object.entries(typed)) {
    book.do(setField, { documentId, revision: revision(), field: field as keyof typeof typed, value })
  }
  // Without rows there is nothing to book, and that is said before somebody tries to approve it.
  expect(book.openIssues(documentId)).toMatchObject([{ key: 'lines_net_mismatch', severity: 'high' }])
  book.do(addLine, { documentId, revision: revision(), afterLineId: null })
  const lineId = book.line(documentId, 1).id
  book.do(setLine, { documentId, revision: revision(), lineId, column: 'lineTotal', value: '100.00' })
  book.do(setAccount, { documentId, revision: revision(), lineIds: [lineId], accountCode: '601.56' })
  book.do(approve, { documentId })
  while (book.view(documentId).canUndo) book.do(undo, { documentId })
  expect(book.view(documentId)).toMatchObject({ state: 'set_aside', invoice: null })
  while (book.view(documentId).canRedo) book.do(redo, { documentId })
  expect(book.view(documentId)).toMatchObject({ state: 'approved', bill: { state: 'pending' } })
})

test('an invoice typed in by hand gets its one row with one key', () => {
  const book = bookWithRuiz()
  const documentId = book.receive()
  const corrupt = { code: 'corrupt_document', params: {}, retry: 'never' } as const
  write(book.store, tx => recordFailure(tx, documentId, corrupt, book.ctx))
  takeFirst(book, documentId, 'unreadable')
  const typed = {
    document_type: 'invoice',
    invoice_number: 'B-2',
    issue_date: '2026-03-01',
    'seller.name': 'Ferretería Ruiz SA de CV',
    'seller.tax_id': 'EKU9003173C9',
    grand_total: '116.00',
    tax_total: '16.00',
  } as const
  for (const [field, value] of Object.entries(typed)) {
    book.do(setField, {
      documentId,
      revision: book.revision(documentId),
      field: field as keyof typeof typed,
      value,
    })
  }
  takeFirst(book, documentId, 'lines_net_mismatch')
  expect(book.line(documentId, 1)).toMatchObject({ lineTotal: '100.00', description: 'Ferretería Ruiz SA de CV' })
})
