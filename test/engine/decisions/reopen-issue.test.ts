import { expect, test } from 'vitest'
import { applyFix, reopenIssue } from '../../../src/engine/decisions/commands'
import { Book } from './book'

test('of two questions of one kind only the one answered last is asked again, and no answer to the other is lost', () => {
  const book = new Book()
  const documentId = book.read({ values: { invoice_number: null, issue_date: null } })
  const answers = { invoice_number: 'A-9', issue_date: '2026-03-01' } as const
  const asked = book.openIssues(documentId).filter(issue => issue.key === 'missing_required_field')
  for (const { id, subject } of asked) {
    if (subject.type !== 'field' || !(subject.field in answers)) throw new Error('another question')
    const value = answers[subject.field as keyof typeof answers]
    book.do(applyFix, { issueId: id, fix: { type: 'set_field', field: subject.field, value }, note: '' })
  }
  const [first, last] = asked
  if (!first || !last) throw new Error('two questions were expected')
  expect(() => book.do(reopenIssue, { issueId: first.id })).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ code: 'fix_no_longer_fits' }) }),
  )
  expect(book.field(documentId, 'issue_date').value).toBe('2026-03-01')
  book.do(reopenIssue, { issueId: last.id })
  expect(book.openIssues(documentId).filter(issue => issue.key === 'missing_required_field')).toMatchObject([
    { id: last.id },
  ])
})
