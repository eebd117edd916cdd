import { expect, test, vi } from 'vitest'
import { overdueCount, refreshOverdue, watchOverdue } from '../../../src/engine/automation/overdue'
import { askAboutIssue, hold, restore, setField } from '../../../src/engine/decisions/commands'
import { listDocuments } from '../../../src/engine/lists/list-documents'
import { documents } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { InboxFilter, InboxSort } from '../../../src/shared/inbox'
import type { DocumentId } from '../../../src/shared/ids'
import type { Book } from '../decisions/book'
import { bookWithRuiz } from '../decisions/settled-book'
import { march12, someBooks } from '../lists/some-books'

const hour = 3_600_000

function look(book: Book, hoursLater: number): DocumentId[] {
  book.now += hoursLater * hour
  return write(book.store, tx => refreshOverdue(tx, book.ctx))
}

function listed(book: Book, filter: Partial<InboxFilter> = {}): DocumentId[] {
  const asked = { filter: InboxFilter.parse(filter), sort: InboxSort.parse({}), after: null, limit: 50 }
  const { rows } = listDocuments(book.store.db, asked, book.now)
  return rows.filter(row => row.number !== 'A-0001').map(row => row.documentId)
}

/** An invoice with an issue of high severity, and one whose only issue is of medium severity. */
function twoInvoices(limits = { critical: 0, high: 72, medium: 24, low: 0 }) {
  const book = bookWithRuiz()
  book.settings = { ...book.settings, escalation: limits }
  const high = book.read({ ...small(700), values: { ...small(700).values, invoice_number: null } })
  const medium = book.read({ ...small(500), sure: { issue_date: 0.8 } })
  const severities = (documentId: DocumentId) => book.openIssues(documentId).map(issue => issue.severity)
  expect([severities(high), severities(medium)]).toEqual([['high'], ['medium']])
  return { book, high, medium }
}

function small(net: number) {
  const values = {
    invoice_number: `B-${net}`,
    net_total: `${net}.00`,
    tax_total: (net * 0.16).toFixed(2),
    grand_total: (net * 1.16).toFixed(2),
  }
  return { values, lines: [{ description: 'Tornillo 1/4 galvanizado', total: `${net}.00` }] }
}

test('an issue older than its severity allows is overdue, rises above graver ones in time, and sinks when it is settled', () => {
  const { book, high, medium } = twoInvoices()
  expect(listed(book)).toEqual([high, medium])
  expect(look(book, 23)).toEqual([])
  expect(look(book, 2)).toEqual([medium])
  expect(listed(book)).toEqual([medium, high])
  expect(listed(book, { isOverdue: true })).toEqual([medium])
  expect(overdueCount(book.store.db)).toBe(1)
  expect(book.view(medium).isOverdue).toBe(true)
  expect(look(book, 72)).toContain(high)
  expect(listed(book), 'the gravest first among the overdue').toEqual([high, medium])

  book.do(setField, { documentId: high, revision: book.revision(high), field: 'invoice_number', value: 'A-17' })
  expect(book.view(high)).toMatchObject({ state: 'ready', isOverdue: false })
  expect(listed(book, { isOverdue: true })).toEqual([medium])
})

test('a severity without a limit is never overdue, and the limits act at once when they change', () => {
  const { book, high, medium } = twoInvoices({ critical: 0, high: 0, medium: 0, low: 0 })
  expect(look(book, 24 * 300)).toEqual([])
  book.settings = { ...book.settings, escalation: { critical: 0, high: 1, medium: 0, low: 0 } }
  expect(look(book, 0)).toEqual([high])
  book.settings = { ...book.settings, escalation: { critical: 0, high: 0, medium: 1, low: 0 } }
  expect(look(book, 0).sort()).toEqual([high, medium].sort())
  expect(listed(book, { isOverdue: true })).toEqual([medium])
})

test('whoever holds a document decided that its issues may wait; back from hold they are as old as they are', () => {
  const { book, high } = twoInvoices()
  book.do(hold, { documentId: high, reason: 'asked the vendor', dueDate: '2026-06-30' })
  look(book, 24 * 30)
  expect(book.view(high)).toMatchObject({ state: 'on_hold', isOverdue: false })
  book.do(restore, { documentId: high })
  expect(book.view(high)).toMatchObject({ state: 'needs_review', isOverdue: true })
})

test('an asked issue is overdue by the day of its question, not by its age', () => {
  const { book, high } = twoInvoices()
  const issueId = book.issue(high, 'missing_required_field').id
  book.do(askAboutIssue, { issueId, of: 'Ferretería Ruiz', text: 'What number?', due: '2026-03-31' })
  look(book, 24 * 10)
  expect(book.view(high).isOverdue).toBe(false)
  look(book, 24 * 10)
  expect(book.view(high).isOverdue).toBe(true)
})

test('after a holiday many become overdue a few at a time, each told once, and the rest of the engine has its turns', async () => {
  const { store } = someBooks(Array.from({ length: 120 }, () => ({ state: 'on_hold' as const })))
  write(store, tx => tx.update(documents).set({ holdUntil: '2026-01-06' }).run())
  const told: DocumentId[][] = []
  const ctx = { now: march12, settings: { escalation: { critical: 0, high: 0, medium: 0, low: 0 } } }
  const watch = watchOverdue(
    store,
    () => ctx,
    ids => told.push(ids),
    thrown => expect.unreachable(String(thrown)),
  )
  watch.look()
  expect(overdueCount(store.db), 'not all in one go').toBeLessThan(120)
  await vi.waitFor(() => expect(overdueCount(store.db)).toBe(120), 30_000)
  expect(new Set(told.flat()).size).toBe(told.flat().length)
  expect(told.flat()).toHaveLength(120)
  watch.stop()
})
