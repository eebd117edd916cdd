import { expect, test } from 'vitest'
import { isOfReading, issuesOfRemarks } from '../../../src/engine/decisions/reading-issues'
import { isBlocking } from '../../../src/shared/issue'
import { conservation } from '../../../src/engine/lists/counts'
import { Book } from './book'

test('a file with two invoices cannot be approved before a person has said what becomes of the second', () => {
  const [issue] = issuesOfRemarks([{ code: 'more_invoices', params: { count: 2 } }])
  expect(issue).toMatchObject({ key: 'unreadable', params: { variant: 'more_invoices', count: 2 } })
  expect(issue && isBlocking(issue.severity)).toBe(true)
  expect(issue?.suggestions.map(({ fix }) => fix.type)).toEqual(['reject', 'waive'])
  expect(issue && isOfReading({ key: issue.key, params: issue.params })).toBe(true)
})

test('a file made to hold half a million invoices stays one document with a question, and nobody waits for it', () => {
  const book = new Book()
  const documentId = book.read({ remarks: [{ code: 'more_invoices', params: { count: 500_000 } }] })
  expect(book.view(documentId)).toMatchObject({ state: 'needs_review' })
  expect(book.keys(documentId)).toContain('unreadable')
  expect(conservation(book.store.db)).toMatchObject({ received: 1, isBalanced: true })
})
