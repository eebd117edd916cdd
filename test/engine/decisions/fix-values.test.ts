import { expect, test } from 'vitest'
import { applyFix, setField, undo } from '../../../src/engine/decisions/commands'
import { Book } from './book'

test('what a fix puts into a field has the form of that field: digits are no date and no currency', () => {
  const book = new Book()
  const documentId = book.read({ values: { issue_date: null, currency: null } })
  for (const { id, subject } of book.openIssues(documentId)) {
    if (subject.type !== 'field') continue
    const fix = { type: 'set_field', field: subject.field, value: '99999' } as const
    expect(() => book.do(applyFix, { issueId: id, fix, note: '' }), subject.field).toThrowError(
      expect.objectContaining({ data: expect.objectContaining({ code: 'value_invalid' }) }),
    )
  }
  expect(book.field(documentId, 'issue_date').value).toBeNull()
  expect(book.field(documentId, 'currency').value).toBeNull()
})

test('an amount offered with three decimals means what it says, whatever the number format', () => {
  const book = new Book()
  book.settings = { ...book.settings, formatLocale: 'de-DE' }
  const documentId = book.read({ values: { currency: 'KWD' }, sure: { grand_total: 0.5 } })
  const [issue] = book.openIssues(documentId).filter(({ subject }) => subject.type === 'field')
  if (!issue) throw new Error('a question about the total was expected')
  const fix = { type: 'set_field', field: 'grand_total', value: '11.600' } as const
  book.do(applyFix, { issueId: issue.id, fix, note: '' })
  expect(book.field(documentId, 'grand_total').value).toBe('11.600')
})

test.each([
  { was: '11600.00', is: '11500.00', why: 'as much as the total is due: corrected with it' },
  { was: '11000.00', is: '11000.00', why: 'an advance was paid: left alone' },
])('a corrected total and what is to be paid: $why, and undo brings both back', ({ was, is }) => {
  const book = new Book()
  const documentId = book.read({ values: { grand_total: '11600.00', payable: was } })
  const amounts = () => [book.field(documentId, 'grand_total').value, book.field(documentId, 'payable').value]
  const revision = book.revision(documentId)
  book.do(setField, { documentId, revision, field: 'grand_total', value: '11500.00' })
  expect(amounts()).toEqual(['11500.00', is])
  book.do(undo, { documentId })
  expect(amounts()).toEqual(['11600.00', was])
})
