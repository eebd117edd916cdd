import { describe, expect, test } from 'vitest'
import { IssueKey, isUnsettled } from '../../../src/shared/issue'
import { applyFix, undo } from '../../../src/engine/decisions/commands'
import { kinds } from '../../../src/engine/issues/kinds'
import { bookWithRuiz } from '../decisions/settled-book'
import { cases, furtherCases } from './every-kind'

/** Raised by what the ledger answers; tested where bills are posted and watched. */
const ofLedger = ['post_failed', 'ledger_drift']

test('every kind of issue says which answers it takes, and is tested', () => {
  expect(kinds.map(({ key }) => key)).toEqual(expect.arrayContaining([...IssueKey.options]))
  const tested = [...cases.map(({ key }) => key), ...ofLedger]
  expect(tested.toSorted()).toEqual(IssueKey.options.toSorted())
})

describe.each([...cases, ...furtherCases])('$key', ({ key, raises, spares, answer }) => {
  test('is raised, answered once, and open again after undo', () => {
    const book = bookWithRuiz()
    const documentId = raises(book)
    const before = book.view(documentId)
    const issue = book.issue(documentId, key)
    expect(issue.state).toBe('open')
    const fix = answer ? answer(issue) : issue.suggestions[0]?.fix
    if (!fix) throw new Error(`${key} suggests nothing`)
    book.do(applyFix, { issueId: issue.id, fix, note: 'for the test' })
    const settled = book.view(documentId).issues.find(candidate => candidate.id === issue.id)
    expect(settled && isUnsettled(settled.state)).toBe(false)
    expect(settled?.resolution).toMatchObject({ by: 'person', note: 'for the test' })
    book.do(undo, { documentId })
    const after = book.view(documentId)
    expect(after.issues).toEqual(before.issues)
    expect(after.invoice?.lines).toEqual(before.invoice?.lines)
    expect(after.state).toBe(before.state)
  })

  test('is not raised by a document that is right in this respect', () => {
    const book = bookWithRuiz()
    const documentId = spares(book)
    expect(book.keys(documentId)).not.toContain(key)
  })
})
