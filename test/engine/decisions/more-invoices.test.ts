import { expect, test } from 'vitest'
import { isOfReading, issuesOfRemarks } from '../../../src/engine/decisions/reading-issues'
import { isBlocking } from '../../../src/shared/issue'

test('a file with two invoices cannot be approved before a person has said what becomes of the second', () => {
  const [issue] = issuesOfRemarks([{ code: 'more_invoices', params: { count: 2 } }])
  expect(issue).toMatchObject({ key: 'unreadable', params: { variant: 'more_invoices', count: 2 } })
  expect(issue && isBlocking(issue.severity)).toBe(true)
  expect(issue?.suggestions.map(({ fix }) => fix.type)).toEqual(['reject', 'waive'])
  expect(issue && isOfReading({ key: issue.key, params: issue.params })).toBe(true)
})
