import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordEffort } from '../../../src/engine/analytics/record-work'
import { applyFix, approve, hold, reject, restore, setField, undo } from '../../../src/engine/decisions/commands'
import { recordFailure } from '../../../src/engine/decisions/record-reading'
import { noteAttempt } from '../../../src/engine/store/step-runs'
import { write } from '../../../src/engine/store/write'
import { plainFigures, timedSteps, type FigureFilter } from '../../../src/shared/analytics'
import type { DocumentId } from '../../../src/shared/ids'
import { AppError } from '../../../src/shared/result'
import { makeRule, readClean } from '../automation/office'
import type { Book } from '../decisions/book'
import { bookWithRuiz } from '../decisions/settled-book'
import { allTime, figuresOf, listed } from './analytics-book'

const day = 86_400_000
const acts = [
  'clean',
  'wrong',
  'fail',
  'approve',
  'reject',
  'hold',
  'restore',
  'undo',
  'edit',
  'waive',
  'effort',
  'rule',
  'day',
] as const

/** Whatever a command refuses in the state a document happens to be in. */
function perhaps(work: () => void): void {
  try {
    work()
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
  }
}

function act(book: Book, ids: DocumentId[], what: (typeof acts)[number], pick: number): void {
  const documentId = ids[pick % Math.max(1, ids.length)]
  if (what === 'clean') ids.push(readClean(book))
  else if (what === 'wrong')
    ids.push(book.read({ values: { invoice_number: `P-${pick}`, issue_date: '2026-03-14', grand_total: '11700.00' } }))
  else if (what === 'rule') makeRule(book, { actions: [{ do: 'approve' }] })
  else if (what === 'day') book.now += day
  else if (documentId === undefined) return
  else if (what === 'fail')
    write(book.store, tx =>
      recordFailure(tx, documentId, { code: 'worker_crashed', params: {}, retry: 'later' }, book.machine),
    )
  else if (what === 'approve') perhaps(() => book.do(approve, { documentId }))
  else if (what === 'reject') perhaps(() => book.do(reject, { documentId, reason: 'not ours' }))
  else if (what === 'hold') perhaps(() => book.do(hold, { documentId, reason: 'ask' }))
  else if (what === 'restore') perhaps(() => book.do(restore, { documentId }))
  else if (what === 'undo') perhaps(() => book.do(undo, { documentId }))
  else if (what === 'edit')
    perhaps(() => {
      const revision = book.revision(documentId)
      book.do(setField, { documentId, revision, field: 'due_date', value: `2026-04-${10 + (pick % 20)}` })
    })
  else if (what === 'effort')
    write(book.store, tx => {
      recordEffort(tx, { documentId, keystrokes: pick % 9, ms: 1000 })
      const times = { startedAt: book.now - 200, endedAt: book.now }
      noteAttempt(tx, { documentId, run: 1, step: 'read' }, { result: 'done', reason: null, ...times })
    })
  else
    for (const { id } of book.openIssues(documentId))
      perhaps(() => book.do(applyFix, { issueId: id, fix: { type: 'waive', reason: 'agreed' }, note: '' }))
}

test('whatever was done, every number is the length of the list it leads to', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(1000)), { minLength: 5, maxLength: 25 })
  fc.assert(
    fc.property(steps, fc.boolean(), (done, isOneDay) => {
      const book = bookWithRuiz()
      const ids: DocumentId[] = []
      for (const [what, pick] of done) act(book, ids, what, pick)
      const period = isOneDay ? { from: '2026-03-16', to: '2026-03-16' } : allTime
      const { counts, spans, issues, times, vendors } = figuresOf(book, period)
      const expectLength = (filter: Omit<FigureFilter, 'period'>, documents: number, of = period) =>
        expect([filter, listed(book, { ...filter, period: of }).length]).toEqual([filter, documents])

      for (const figure of plainFigures) expectLength({ figure }, counts[figure])
      for (const span of spans) {
        expectLength({ figure: 'received' }, span.received, span.period)
        expectLength({ figure: 'approved' }, span.approved, span.period)
        expectLength({ figure: 'touchless' }, span.touchless, span.period)
      }
      for (const { key, open, raised, ended } of issues.byKind) {
        expectLength({ figure: 'open_issues', key }, open.documents)
        expectLength({ figure: 'raised_issues', key }, raised.documents)
        expectLength({ figure: 'ended_issues', key }, ended.documents)
      }
      for (const { severity, open, raised, ended } of issues.bySeverity) {
        expectLength({ figure: 'open_issues', severity }, open.documents)
        expectLength({ figure: 'raised_issues', severity }, raised.documents)
        expectLength({ figure: 'ended_issues', severity }, ended.documents)
      }
      for (const { method, documents } of issues.byMethod) expectLength({ figure: 'ended_issues', method }, documents)
      for (const { step, documents } of times.steps) expectLength({ figure: timedSteps[step] }, documents)
      for (const { field, documents } of vendors.fields) expectLength({ figure: 'corrected_field', field }, documents)
      for (const { vendorId, documents, approved } of vendors.corrections) {
        expect(listed(book, { figure: 'corrected', period }, { vendorId })).toHaveLength(documents)
        expect(listed(book, { figure: 'approved', period }, { vendorId })).toHaveLength(approved)
      }
      for (const { currency, documents, vendors: top } of vendors.spend) {
        expectLength({ figure: 'approved', currency }, documents)
        for (const { vendorId, documents: ofVendor } of top)
          expect(listed(book, { figure: 'approved', period, currency }, { vendorId })).toHaveLength(ofVendor)
      }
      book.store.raw.close()
    }),
    { numRuns: 20 },
  )
})
