import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentId, GroupId } from '../../../src/shared/ids'
import { applyFix, approve, redo, reject, reopenIssue, undo, undoGroup } from '../../../src/engine/decisions/commands'
import { newId } from '../../../src/engine/store/new-id'
import { vendorLessons, vendors } from '../../../src/engine/store/schema'
import { verifyJournal } from '../../../src/engine/store/verify-journal'
import { write } from '../../../src/engine/store/write'
import { buildBill } from '../../../src/engine/sync/build-bill'
import { loadPostable } from '../../../src/engine/sync/load-approved'
import { chartPolicy } from '../../../src/engine/sync/mapping'
import { forgetLesson, restoreLesson } from '../../../src/engine/vendors/reading-memory/forget-lesson'
import { vendorLessonViews } from '../../../src/engine/vendors/reading-memory/lesson-views'
import { learnedAmount } from '../../../src/engine/vendors/tolerances/tolerance'
import type { Book, InvoiceRead } from '../decisions/book'
import { bookWithRuiz, readRuiz } from '../decisions/settled-book'

/** Net and tax of Ferretería Ruiz give 11,600.00. */
function invoiceOf(total: string, number: string, more: Partial<InvoiceRead['values']> = {}) {
  const month = String((Number(number) % 12) + 1).padStart(2, '0')
  return { invoice_number: `R-${number}`, issue_date: `2025-${month}-14`, uuid: null, grand_total: total, ...more }
}

let count = 100
function readMissing(book: Book, cents: number, more: Partial<InvoiceRead['values']> = {}): DocumentId {
  count += 1
  return readRuiz(book, { values: invoiceOf((11_600 + cents / 100).toFixed(2), String(count), more) })
}

function letPass(book: Book, documentId: DocumentId, key = 'total_mismatch', group?: GroupId): void {
  const { id: issueId } = book.issue(documentId, key)
  const fix = { type: 'waive', reason: 'keep_as_printed' } as const
  const ctx = group === undefined ? book.ctx : { ...book.ctx, group }
  write(book.store, tx => applyFix(tx, { issueId, fix, note: '' }, ctx))
}

function accept(book: Book, cents: number): DocumentId {
  const documentId = readMissing(book, cents)
  letPass(book, documentId)
  return documentId
}

function tolerances(book: Book) {
  const vendorId = book.store.db.select().from(vendors).get()?.id
  return vendorId === undefined
    ? []
    : vendorLessonViews(book.store.db, vendorId).filter(({ kind }) => kind === 'tolerance')
}

function billOf(book: Book, documentId: DocumentId, account: string | null = null) {
  const { chart } = book.ctx
  const settings = { ...book.settings, differenceAccount: account }
  return buildBill(loadPostable(book.store.db, documentId).invoice, chartPolicy(chart, settings))
}

test('a difference accepted three times for a vendor is only remarked the fourth time, and the document moves on by itself', () => {
  const book = bookWithRuiz()
  accept(book, 30)
  accept(book, 30)
  expect(tolerances(book)).toEqual([])
  const waiting = readMissing(book, 25)
  expect(book.view(waiting).state).toBe('needs_review')
  const third = accept(book, 30)

  expect(tolerances(book)).toMatchObject([
    { field: 'grand_total', value: '0.30', currency: 'MXN', source: { documentId: third }, record: null },
  ])
  expect(book.view(third).lessons?.learned).toMatchObject([{ kind: 'tolerance', value: '0.30' }])
  expect(book.keys(waiting)).toEqual(['rounding_difference'])
  expect(book.view(waiting).state).toBe('ready')
  expect(book.issue(waiting, 'rounding_difference')).toMatchObject({
    severity: 'low',
    params: { variant: 'tolerated', difference: '0.25', tolerated: '0.30', currency: 'MXN' },
  })
  const next = readMissing(book, -30)
  expect(book.keys(next)).toEqual(['rounding_difference'])
})

test('more than was accepted, another currency and another vendor are asked about as before', () => {
  const book = bookWithRuiz()
  for (const cents of [30, 30, 30]) accept(book, cents)
  expect(book.keys(readMissing(book, 31))).toEqual(['total_mismatch'])
  expect(book.keys(readMissing(book, 30, { currency: 'USD' }))).toContain('total_mismatch')
  const other = { 'seller.name': 'Papelería Lumen', 'seller.tax_id': 'XIQB891116QE4' }
  expect(book.keys(readMissing(book, 30, other))).toContain('total_mismatch')
})

test('one large difference let pass teaches nothing: the amount is what three acceptances reached', () => {
  const book = bookWithRuiz()
  for (const cents of [5, 90, 8]) accept(book, cents)
  expect(tolerances(book)).toMatchObject([{ value: '0.05' }])
  accept(book, 20)
  expect(tolerances(book)).toMatchObject([{ value: '0.08' }])
})

test('what lies above the company’s limit is no rounding: it teaches nothing, and lowering the limit ends what was learned', () => {
  const book = bookWithRuiz()
  for (const cents of [40_000, 40_000, 40_000]) accept(book, cents)
  expect(tolerances(book)).toEqual([])
  for (const cents of [30, 30, 30]) accept(book, cents)
  book.settings = { ...book.settings, differenceLimit: 20 }
  expect(book.keys(readMissing(book, 25))).toEqual(['total_mismatch'])
  expect(book.keys(readMissing(book, 15))).toEqual(['rounding_difference'])
})

test('lines that miss the net by what was accepted before are only remarked', () => {
  const book = bookWithRuiz()
  const read = (total: string) => {
    count += 1
    const lines = [{ description: 'Tornillo 1/4', total }]
    return readRuiz(book, { values: invoiceOf('11600.00', String(count)), lines })
  }
  for (let done = 0; done < 3; done += 1) letPass(book, read('9999.80'), 'lines_net_mismatch')
  expect(tolerances(book)).toMatchObject([{ field: 'net_total', value: '0.20' }])
  const next = read('10000.15')
  expect(book.issue(next, 'rounding_difference').params).toMatchObject({
    variant: 'tolerated_lines',
    difference: '0.15',
  })
  expect(book.keys(next)).toEqual(['rounding_difference'])
  book.do(approve, { documentId: next })
  expect(billOf(book, next)).toMatchObject({ total: 1_160_000 })
})

test('what a rule let pass is nobody’s habit', () => {
  const book = bookWithRuiz()
  book.actor = 'rule:Cents#1'
  for (const cents of [30, 30, 30]) accept(book, cents)
  expect(tolerances(book)).toEqual([])
})

test('a forgotten tolerance asks again at once, is not learned from the same answers, and comes back when restored', () => {
  const book = bookWithRuiz()
  for (const cents of [30, 30, 30]) accept(book, cents)
  const waiting = readMissing(book, 30)
  const [lesson] = tolerances(book)
  if (!lesson) throw new Error('nothing learned')
  const { entryId } = book.do(forgetLesson, { vendorId: lesson.vendorId, lessonId: lesson.id })
  expect(tolerances(book)).toEqual([])
  expect(book.keys(waiting)).toEqual(['total_mismatch'])
  accept(book, 30)
  expect(tolerances(book)).toEqual([])
  book.do(restoreLesson, { entryId })
  expect(tolerances(book)).toMatchObject([{ value: '0.30' }])
  expect(book.keys(waiting)).toEqual(['rounding_difference'])
})

test('the lesson is part of the decision that taught it: in its journal row, and gone with its group', async () => {
  const book = bookWithRuiz()
  accept(book, 30)
  accept(book, 30)
  const third = readMissing(book, 30)
  const waiting = readMissing(book, 30)
  const group = newId<GroupId>(book.now)
  letPass(book, third, 'total_mismatch', group)
  expect(book.keys(waiting)).toEqual(['rounding_difference'])
  const rows = book.store.raw.prepare('SELECT after FROM journal WHERE group_id = ?').all(group)
  expect(JSON.stringify(rows)).toContain('tolerance')
  book.do(undoGroup, { documentId: third, group })
  expect(tolerances(book)).toEqual([])
  expect(book.keys(waiting)).toEqual(['total_mismatch'])
  book.do(redo, { documentId: third })
  expect(tolerances(book)).toMatchObject([{ value: '0.30' }])
  expect(await verifyJournal(book.store.db)).toMatchObject({ isIntact: true })
})

test.each([
  ['undone', (book: Book, documentId: DocumentId) => void book.do(undo, { documentId })],
  [
    'opened again',
    (book: Book, documentId: DocumentId) =>
      void book.do(reopenIssue, { issueId: book.issue(documentId, 'total_mismatch').id }),
  ],
  ['rejected', (book: Book, documentId: DocumentId) => void book.do(reject, { documentId, reason: 'not ours' })],
])('a tolerance ends when one of the three acceptances it rests on is %s', (_how, takeBack) => {
  const book = bookWithRuiz()
  const first = accept(book, 30)
  accept(book, 30)
  accept(book, 30)
  expect(tolerances(book)).toHaveLength(1)
  takeBack(book, first)
  expect(tolerances(book)).toEqual([])
  book.do(undo, { documentId: accept(book, 30) })
  expect(tolerances(book)).toEqual([])
})

test('a bill within the tolerance says the total as printed and equals its lines; the difference goes where the company says', () => {
  const book = bookWithRuiz()
  for (const cents of [30, 30, 30]) accept(book, cents)
  const next = readMissing(book, 30)
  book.do(approve, { documentId: next })
  const bill = billOf(book, next, '701.10')
  expect(bill.total).toBe(1_160_030)
  expect(bill.lines.at(-1)).toMatchObject({ kind: 'rounding', accountCode: '701.10', amount: 30 })
  expect(bill.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(bill.total)
  expect(billOf(book, next).lines.at(-1)).toMatchObject({ accountCode: '601.56' })
  const [lesson] = tolerances(book)
  if (!lesson) throw new Error('nothing learned')
  book.do(forgetLesson, { vendorId: lesson.vendorId, lessonId: lesson.id })
  expect(billOf(book, next)).toEqual({ ...bill, lines: billOf(book, next).lines })
})

test('a difference waived on the document itself is booked as rounding too; above the limit it makes no bill', () => {
  const book = bookWithRuiz()
  const small = accept(book, 75)
  book.do(approve, { documentId: small })
  expect(billOf(book, small).lines.at(-1)).toMatchObject({ kind: 'rounding', amount: 75 })
  const large = accept(book, 40_000)
  book.do(approve, { documentId: large })
  expect(() => billOf(book, large)).toThrow('bill_not_balanced')
})

test('whatever was accepted, at least three acceptances reach the learned amount, and no greater one has three', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 30 }), accepted => {
      const amount = learnedAmount(accepted)
      const reaching = (least: number) => accepted.filter(one => one >= least).length
      expect(amount === undefined).toBe(accepted.length < 3)
      if (amount === undefined) return
      expect(reaching(amount)).toBeGreaterThanOrEqual(3)
      expect(reaching(amount + 1)).toBeLessThan(3)
    }),
  )
})

test('accepted and taken back in any order, a tolerance stands exactly while three acceptances reach it', () => {
  const template = bookWithRuiz()
  const documents = [10, 20, 30, 40, 50].map(cents => [readMissing(template, cents), cents] as const)
  fc.assert(
    fc.property(fc.array(fc.nat(documents.length - 1), { minLength: 3, maxLength: 9 }), turns => {
      const book = template.copy()
      const accepted = new Map<DocumentId, number>()
      for (const turn of turns) {
        const [documentId, cents] = documents[turn] ?? documents[0] ?? []
        if (documentId === undefined || cents === undefined) throw new Error('no document')
        if (accepted.delete(documentId)) book.do(undo, { documentId })
        else if (book.keys(documentId).includes('total_mismatch')) {
          letPass(book, documentId)
          accepted.set(documentId, cents)
        }
        const expected = learnedAmount([...accepted.values()])
        const rows = book.store.db.select().from(vendorLessons).all()
        expect(rows.map(({ lesson }) => lesson)).toEqual(
          expected === undefined ? [] : [{ kind: 'tolerance', amount: expected, currency: 'MXN' }],
        )
      }
      book.store.close()
    }),
    { numRuns: 12 },
  )
})
