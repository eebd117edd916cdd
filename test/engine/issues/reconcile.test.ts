import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { reconcileIssues } from '../../../src/engine/issues/reconcile'
import { openIssues, refreshSummary } from '../../../src/engine/issues/summary'
import type { RaisedIssue } from '../../../src/engine/pipeline/check/subject'
import { documents, issues } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { Book } from '../decisions/book'

function mismatch(difference: string): RaisedIssue {
  return {
    key: 'total_mismatch',
    severity: 'high',
    subject: { type: 'field', field: 'grand_total' },
    params: { difference, currency: 'MXN' },
    suggestions: [],
  }
}

const remark: RaisedIssue = {
  key: 'rounding_difference',
  severity: 'low',
  subject: { type: 'field', field: 'grand_total' },
  params: { difference: '0.01', currency: 'MXN' },
  suggestions: [],
}

function aDocument() {
  const book = new Book()
  const documentId = book.receive()
  const raise = (...raised: RaisedIssue[]) =>
    write(book.store, tx => {
      reconcileIssues(tx, documentId, raised, () => true, book.ctx)
      refreshSummary(tx, documentId)
    })
  const stored = () => book.store.db.select().from(issues).where(eq(issues.documentId, documentId)).all()
  const end = (state: 'waived' | 'skipped') => book.store.db.update(issues).set({ state }).run()
  return { book, documentId, raise, stored, end }
}

test('the same problem found again is the same issue, with its newest numbers', () => {
  const { raise, stored } = aDocument()
  raise(mismatch('400.00'))
  const [first] = stored()
  raise(mismatch('350.00'))
  expect(stored()).toMatchObject([{ id: first?.id, state: 'open', params: { difference: '350.00' } }])
})

test('a problem that is gone is settled by the engine and asked again when it comes back', () => {
  const { raise, stored } = aDocument()
  raise(mismatch('400.00'))
  raise()
  expect(stored()).toMatchObject([{ state: 'resolved', resolvedBy: 'engine' }])
  raise(mismatch('400.00'))
  expect(stored()).toMatchObject([{ state: 'open', resolvedBy: null }])
})

test.each(['waived', 'skipped'] as const)('what a person left as it is (%s) stays until its numbers change', state => {
  const { raise, stored, end } = aDocument()
  raise(mismatch('400.00'))
  end(state)
  raise(mismatch('400.00'))
  expect(stored()).toMatchObject([{ state }])
  raise(mismatch('900.00'))
  expect(stored()).toMatchObject([{ state: 'open', params: { difference: '900.00' } }])
})

test('the document carries its worst open issue and their number, for the list', () => {
  const { book, documentId, raise, stored } = aDocument()
  raise(remark, mismatch('400.00'))
  const row = () => book.store.db.select().from(documents).where(eq(documents.id, documentId)).get()
  const worst = stored().find(issue => issue.key === 'total_mismatch')
  expect(row()).toMatchObject({ urgency: 3, openIssues: 2, worstIssueId: worst?.id })
  expect(openIssues(book.store.db, documentId)).toEqual({ count: 2, blocking: 1, worst: 3 })
  raise(remark)
  expect(row()).toMatchObject({ urgency: 1, openIssues: 1 })
  raise()
  expect(row()).toMatchObject({ urgency: 0, openIssues: 0, worstIssueId: null })
})
