import { expect, test } from 'vitest'
import { recordEffort } from '../../../src/engine/analytics/record-work'
import { applyFix, approve, restore, setAccount, setField, undo } from '../../../src/engine/decisions/commands'
import { addComment } from '../../../src/engine/decisions/comment'
import { recordFailure } from '../../../src/engine/decisions/record-reading'
import { noteAttempt } from '../../../src/engine/store/step-runs'
import { write } from '../../../src/engine/store/write'
import { patchSettings } from '../../../src/engine/store/settings'
import type { Step } from '../../../src/shared/document'
import { defaultEscalation } from '../../../src/shared/escalation'
import type { StepResult } from '../../../src/shared/template'
import { makeRule, readClean } from '../automation/office'
import { morning } from '../decisions/book'
import { bookWithRuiz } from '../decisions/settled-book'
import { sure } from '../some-engine'
import { counted, figuresOf, listed } from './analytics-book'

const hour = 3_600_000

test('touchless is what a rule approved and no person touched before; a clean one that a person approves was not', () => {
  const book = bookWithRuiz()
  const byPerson = readClean(book)
  book.do(approve, { documentId: byPerson })
  makeRule(book, { actions: [{ do: 'approve' }] })
  const byRule = readClean(book)
  expect(figuresOf(book).counts).toMatchObject({ received: 3, approved: 2, touchless: 1, approved_as_read: 1 })
  expect(listed(book, { figure: 'touchless', period: { from: null, to: null } })).toEqual([byRule])
})

test('an invoice a person changed, held or had read again before is neither touchless nor approved as read', () => {
  const book = bookWithRuiz()
  const documentId = readClean(book)
  const revision = book.revision(documentId)
  book.do(setField, { documentId, revision, field: 'due_date', value: '2026-04-30' })
  book.do(approve, { documentId })
  expect(figuresOf(book).counts).toMatchObject({ approved: 1, touchless: 0, approved_as_read: 0, corrected: 1 })
})

test('a comment is no touch: what somebody only wrote a note on stays touchless, or approved as read', () => {
  const book = bookWithRuiz()
  const [byPerson, byRule] = [readClean(book), readClean(book)]
  for (const documentId of [byPerson, byRule]) {
    const note = { documentId, text: 'Paid from the other account', mentions: [], question: null, answers: null }
    book.do(addComment, note)
  }
  book.do(approve, { documentId: byPerson })
  makeRule(book, { actions: [{ do: 'approve' }] })
  book.takeDownTheRoad(byRule)
  expect(figuresOf(book).counts).toMatchObject({ approved: 2, touchless: 1, approved_as_read: 1 })
})

test('an approval taken back counts no more, until it is given again', () => {
  const book = bookWithRuiz()
  const documentId = readClean(book)
  book.do(approve, { documentId })
  expect(counted(book, 'approved')).toBe(1)
  book.do(undo, { documentId })
  expect(counted(book, 'approved')).toBe(0)
  book.do(approve, { documentId })
  book.do(restore, { documentId })
  expect(counted(book, 'approved')).toBe(0)
  book.do(approve, { documentId })
  expect(figuresOf(book).counts).toMatchObject({ approved: 1, approved_as_read: 0 })
})

test('coded by itself means that no line’s account was corrected; taking the one proposed is no correction', () => {
  const book = bookWithRuiz()
  const [left, confirmed, corrected] = [readClean(book), readClean(book), readClean(book)]
  const lineOf = (id: typeof left) => sure(book.view(id).invoice).lines.map(line => line.id)
  for (const [documentId, accountCode] of [
    [confirmed, '601.56'],
    [corrected, '601.72'],
  ] as const) {
    const revision = book.revision(documentId)
    book.do(setAccount, { documentId, revision, lineIds: lineOf(documentId), accountCode })
  }
  for (const documentId of [left, confirmed, corrected]) book.do(approve, { documentId })
  const { counts, vendors } = figuresOf(book)
  expect(counts).toMatchObject({ approved: 3, auto_coded: 2, corrected: 1 })
  expect(vendors.fields).toEqual([{ field: 'account', documents: 1 }])
})

test('a value typed as it was read is no correction; another one is, under its field and its vendor', () => {
  const book = bookWithRuiz()
  const [same, other] = [readClean(book), readClean(book)]
  const type = (documentId: typeof same, value: string) =>
    book.do(setField, { documentId, revision: book.revision(documentId), field: 'issue_date', value })
  type(same, '2026-03-14')
  type(other, '2026-03-13')
  for (const documentId of [same, other]) book.do(approve, { documentId })
  const { vendors } = figuresOf(book)
  expect(vendors.fields).toEqual([{ field: 'issue_date', documents: 1 }])
  expect(vendors.corrections).toMatchObject([{ name: 'Ferretería Ruiz SA de CV', documents: 1, approved: 2 }])
})

test('spend is what was approved, per vendor and currency, less credit notes, and never added across currencies', () => {
  const book = bookWithRuiz()
  const invoice = (number: string, currency: string, total: string, type = 'invoice') =>
    book.read({
      values: {
        ...{ document_type: type, invoice_number: number, currency, issue_date: '2026-03-14' },
        ...{ net_total: total, tax_total: '0.00', grand_total: total },
      },
      lines: [{ description: 'Tornillo 1/4 galvanizado', total }],
    })
  const ids = [
    invoice('S-1', 'MXN', '1000.00'),
    invoice('S-2', 'MXN', '500.50'),
    invoice('S-3', 'MXN', '200.25', 'credit_note'),
    invoice('S-4', 'JPY', '7000'),
  ]
  for (const documentId of ids) {
    for (const issue of book.openIssues(documentId)) {
      book.do(applyFix, { issueId: issue.id, fix: { type: 'waive', reason: 'test' }, note: '' })
    }
    book.do(approve, { documentId })
  }
  const spend = figuresOf(book).vendors.spend.map(({ currency, vendors }) => [currency, vendors[0]?.amount])
  expect(spend).toEqual([
    ['MXN', '1300.25'],
    ['JPY', '7000'],
  ])
})

test('issues are counted by what they are and by how they ended: by themselves, by a suggestion, by hand, waived', () => {
  const book = bookWithRuiz()
  const methods = () => Object.fromEntries(figuresOf(book).issues.byMethod.map(row => [row.method, row.issues]))
  const asBegun = methods()
  const documentId = book.read({ values: { invoice_number: 'T-1', issue_date: '2026-03-14', grand_total: '11700.00' } })
  const { key } = sure(book.openIssues(documentId)[0])
  const open = figuresOf(book)
  expect(open.counts.open_issues).toBe(1)
  expect(open.issues.byKind.find(row => row.key === key)).toMatchObject({ open: { issues: 1, documents: 1 } })
  book.now += hour
  const revision = book.revision(documentId)
  book.do(setField, { documentId, revision, field: 'grand_total', value: '11600.00' })
  expect(figuresOf(book).counts.open_issues).toBe(0)
  expect(methods()).toEqual({ ...asBegun, by_itself: 1 + (asBegun['by_itself'] ?? 0) })
  const fixes = [
    [{ type: 'waive', reason: 'agreed with the vendor' }, 'waived'],
    [{ type: 'set_field', field: 'grand_total', value: '11,600.00' }, 'edited'],
  ] as const
  for (const [index, [fix, method]] of fixes.entries()) {
    const values = { invoice_number: `M-${index}`, issue_date: '2026-03-14', grand_total: '11800.00' }
    const { id } = book.issue(book.read({ values }), 'total_mismatch')
    const begun = methods()
    book.do(applyFix, { issueId: id, fix, note: '' })
    expect(methods()).toMatchObject({ [method]: 1 + (begun[method] ?? 0) })
  }
})

test('time to settle is from the moment an exception was raised to its end: half within the median, nine in ten within p90', () => {
  const book = bookWithRuiz()
  // Settled on days of their own, so that nothing else is counted with them.
  book.now = new Date(2026, 3, 1, 8).getTime()
  for (const hours of [1, 2, 9]) {
    const documentId = book.read({
      values: { invoice_number: `W-${hours}`, issue_date: '2026-03-14', grand_total: `${11_700 + hours}.00` },
    })
    const { id } = book.issue(documentId, 'total_mismatch')
    const raised = book.store.raw.prepare('SELECT raised_at FROM issues WHERE id = ?').pluck().get(id) as number
    // The clock ticks once with the decision.
    book.now = raised + hours * hour - 1000
    book.do(applyFix, { issueId: id, fix: { type: 'waive', reason: 'agreed' }, note: '' })
  }
  const { timeToEnd, byKind } = figuresOf(book, { from: '2026-04-01', to: '2026-04-02' }).issues
  expect(byKind.map(({ key, ended }) => [key, ended.issues]).filter(([, ended]) => ended !== 0)).toEqual([
    ['total_mismatch', 3],
  ])
  // Between the second (50 in 100) and the third (100 in 100), four fifths of the way: 2 h + 0.8 × 7 h.
  expect(timeToEnd).toEqual({ median: 2 * hour, p90: 7.6 * hour })
})

test('the oldest open issue is told, and those beyond the limit of their severity are counted', () => {
  const book = bookWithRuiz()
  const documentId = book.read({ values: { invoice_number: 'O-1', issue_date: '2026-03-14', grand_total: '11700.00' } })
  const { severity } = sure(book.openIssues(documentId)[0])
  expect(figuresOf(book)).toMatchObject({ counts: { overdue_issues: 0 }, oldestOpen: { documentId } })
  const hours = defaultEscalation[severity]
  book.now += hours * hour
  expect(counted(book, 'overdue_issues')).toBe(1)
  // The company's own limits hold as soon as they are set, and none means never.
  const limit = (escalation: number) =>
    write(book.store, tx =>
      patchSettings(tx, { escalation: { ...defaultEscalation, [severity]: escalation } }, book.now),
    )
  limit(hours + 1)
  expect(counted(book, 'overdue_issues')).toBe(0)
  limit(0)
  expect(counted(book, 'overdue_issues')).toBe(0)
  limit(1)
  expect(counted(book, 'overdue_issues')).toBe(1)
})

test('what could not be processed counts as failed on the day it was received, even when it was read later', () => {
  const book = bookWithRuiz()
  const documentId = book.receive()
  write(book.store, tx =>
    recordFailure(tx, documentId, { code: 'worker_crashed', params: {}, retry: 'later' }, book.machine),
  )
  expect(figuresOf(book).counts).toMatchObject({ received: 2, failed: 1 })
  book.record(documentId)
  expect(counted(book, 'failed')).toBe(1)
})

test('each step is timed: the wait before reading, reading, checking, coding, and what persons did with keys and time', () => {
  const book = bookWithRuiz()
  const documentId = readClean(book)
  const receivedAt = book.view(documentId).receivedAt
  write(book.store, tx => {
    const step = (name: Step, startedAt: number, endedAt: number, result: StepResult = 'done') =>
      noteAttempt(tx, { documentId, run: 1, step: name }, { result, reason: null, startedAt, endedAt })
    step('read', receivedAt + 8000, receivedAt + 9500)
    step('check', receivedAt + 9500, receivedAt + 9500 + 90, 'failed')
    step('check', receivedAt + 9500, receivedAt + 9512)
    step('code', receivedAt + 9512, receivedAt + 9519)
    recordEffort(tx, { documentId, keystrokes: 3, ms: 20_000 })
    recordEffort(tx, { documentId, keystrokes: 2, ms: 10_000 })
  })
  book.do(approve, { documentId })
  const { steps, keystrokes } = figuresOf(book).times
  const median = Object.fromEntries(steps.map(({ step, ms }) => [step, ms?.median]))
  expect(median).toEqual({ wait: 8000, read: 1500, check: 12, code: 7, hands_on: 30_000, posting: undefined })
  expect(keystrokes).toEqual({ median: 5, p90: 5 })
})

test('a period has whole days, both included: what came the evening before it is not in it', () => {
  const book = bookWithRuiz()
  book.now = new Date(2026, 2, 17, 23, 59, 50).getTime()
  readClean(book)
  book.now = new Date(2026, 2, 18, 0, 0, 1).getTime()
  readClean(book)
  expect(counted(book, 'received', { from: '2026-03-18', to: '2026-03-18' })).toBe(1)
  expect(counted(book, 'received', { from: '2026-03-17', to: '2026-03-17' })).toBe(1)
  const { spans } = figuresOf(book, { from: '2026-03-15', to: '2026-03-18' })
  expect(spans.map(span => span.received)).toEqual([0, new Date(morning).getDate() === 16 ? 1 : 0, 1, 1])
})

test('books in which nothing was received have figures of nothing, not errors', () => {
  const book = bookWithRuiz()
  const figures = figuresOf(book, { from: '2020-01-01', to: '2020-01-31' })
  expect(figures.counts).toMatchObject({ received: 0, approved: 0 })
  expect(figures.approvedPerDay).toBeNull()
  expect(figures.issues.timeToEnd).toBeNull()
})
