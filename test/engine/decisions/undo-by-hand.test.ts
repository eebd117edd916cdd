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
import { bookWithRuiz } from './settled-book'

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
