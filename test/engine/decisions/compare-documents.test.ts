import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { agreementOf, percentAlike, type TwinAnswer } from '../../../src/shared/comparison'
import type { FieldName } from '../../../src/shared/invoice'
import { compareDocuments } from '../../../src/engine/decisions/compare-documents'
import { setField } from '../../../src/engine/decisions/set-field'
import { settleTwin } from '../../../src/engine/decisions/settle-twin'
import { reject, restore } from '../../../src/engine/decisions/set-state'
import { undo } from '../../../src/engine/decisions/undo'
import { documents } from '../../../src/engine/store/schema'
import type { DocumentId, Sha256 } from '../../../src/shared/ids'
import type { Book } from './book'
import { bookWithRuiz, readRuiz } from './settled-book'

/** Another scan: the invoices of a test book share their bytes otherwise. */
function scannedAnew(book: Book, documentId: DocumentId): DocumentId {
  const sha256 = book.view(documentId).intakeNumber.toString().padStart(64, 'a') as Sha256
  book.store.db.update(documents).set({ sha256 }).where(eq(documents.id, documentId)).run()
  return documentId
}

/** A-1182 received twice, the second time with another due date and a line fewer. */
function twice() {
  const book = bookWithRuiz()
  const first = readRuiz(book, { values: { due_date: '2026-04-11' } })
  const again = readRuiz(book, {
    values: { due_date: '2026-04-30' },
    lines: [{ description: 'Tornillo 1/4 galvanizado', total: '6000.00', quantity: '500', unitPrice: '12.00' }],
  })
  scannedAnew(book, again)
  const say = (answer: TwinAnswer, reason = '', documentId: DocumentId = again) =>
    book.do(settleTwin, { documentId, otherId: documentId === again ? first : again, answer, reason })
  return { book, first, again, say, compare: () => compareDocuments(book.store.db, again, null) }
}

test('of two copies of an invoice what differs is told apart from what agrees', () => {
  const { first, compare } = twice()
  const comparison = compare()
  expect(comparison.otherId).toBe(first)
  const differing = comparison.fields.filter(field => !field.isSame)
  expect(differing).toEqual([{ name: 'due_date', one: '2026-04-30', other: '2026-04-11', isSame: false }])
  expect(comparison.lines.map(line => line.isSame)).toEqual([true, false])
  expect(comparison.lines[1]).toMatchObject({ one: null, other: { description: 'Tornillo 3/8 galvanizado' } })
  expect(comparison.similarity).toBeGreaterThan(0.85)
  expect(comparison.similarity).toBeLessThan(1)
})

test('the question about a twin says how alike the two are and in what, as the side-by-side view does', () => {
  const { book, again, compare } = twice()
  const { params } = book.issue(again, 'duplicate_found')
  expect(params['percent']).toBe(Math.floor(compare().similarity * 100))
  expect(params['differs']).toBe('due_date,lines')
  expect(String(params['agrees']).split(',')).toEqual(expect.arrayContaining(['invoice_number', 'grand_total']))
})

test('whoever said that they are two is not asked again when another value is corrected', () => {
  const { book, again, say } = twice()
  say('different')
  book.do(setField, { documentId: again, revision: null, field: 'due_date', value: '2026-05-30' })
  expect(book.issue(again, 'duplicate_found').state).toBe('waived')
})

test('what only one of two says is neither the same nor different', () => {
  const value = (name: FieldName, one: string | null, other: string | null) => ({
    name,
    one,
    other,
    isSame: one === other,
  })
  const fields = [value('due_date', '2026-04-11', null), value('currency', 'MXN', 'MXN'), value('net_total', '1', '2')]
  expect(agreementOf({ fields, lines: [] })).toEqual({ agrees: ['currency'], differs: ['net_total'] })
  expect(percentAlike({ similarity: 0.999 })).toBe(99)
})

test('an invoice of somebody else is hardly alike', () => {
  const { book, again } = twice()
  const other = book.read({
    values: {
      invoice_number: 'RE-77',
      issue_date: '2026-01-02',
      currency: 'EUR',
      'seller.name': 'Hosting AG',
      'seller.tax_id': 'DE136695976',
      net_total: '200.00',
      tax_total: '38.00',
      grand_total: '238.00',
    },
    lines: [{ description: 'Server', total: '200.00' }],
  })
  const comparison = compareDocuments(book.store.db, again, scannedAnew(book, other))
  expect(comparison.similarity).toBeLessThan(0.2)
  expect(comparison.allows).toEqual(['same', 'replaces', 'support'])
})

test('"the same invoice" links it to the first and takes it off the road; one undo brings the question back', () => {
  const { book, first, again, say } = twice()
  say('same')
  expect(book.view(again)).toMatchObject({ state: 'duplicate', duplicateOf: { documentId: first } })
  book.do(undo, { documentId: again })
  expect(book.keys(again)).toContain('duplicate_found')
})

test('a corrected version takes the other’s place, and undo gives it back', () => {
  const { book, first, again, say } = twice()
  say('replaces')
  expect(book.view(first)).toMatchObject({ state: 'duplicate', duplicateOf: { documentId: again } })
  expect(book.keys(again)).not.toContain('duplicate_found')
  book.do(undo, { documentId: again })
  expect(book.view(first).duplicateOf).toBeNull()
})

test('"different" keeps the reason and is not asked again', () => {
  const { book, again, say } = twice()
  say('different', 'second delivery of the same order')
  expect(book.issue(again, 'duplicate_found')).toMatchObject({
    state: 'waived',
    resolution: { note: 'second delivery of the same order' },
  })
  expect(() => say('different')).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ code: 'nothing_to_settle' }) }),
  )
})

test('a delivery note is kept with the invoice it proves: aside, listed there, restorable', () => {
  const { book, first, again, say } = twice()
  say('support')
  expect(book.view(again)).toMatchObject({ state: 'set_aside', duplicateOf: { documentId: first } })
  expect(book.view(first).support?.map(one => one.documentId)).toEqual([again])
  expect(book.view(first).attached).toEqual([])
  book.do(restore, { documentId: again })
  expect(book.view(first).support).toEqual([])
})

test('two documents that nobody asked about may be settled too, each answer one undo', () => {
  const { book, first, say } = twice()
  for (const answer of ['same', 'support', 'replaces'] as const) {
    say(answer, '', first)
    expect(book.view(first).canUndo, answer).toBe(true)
    book.do(undo, { documentId: first })
    expect(book.view(first), answer).toMatchObject({ state: 'ready', duplicateOf: null })
  }
})

test('neither can be the other’s duplicate in a circle, and a settled document is only looked at', () => {
  const { book, first, again, say } = twice()
  say('same')
  expect(compareDocuments(book.store.db, first, again).allows).toEqual([])
  expect(() => say('same', '', first)).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ code: 'fix_no_longer_fits' }) }),
  )
  book.do(reject, { documentId: first, reason: '' })
  expect(compareDocuments(book.store.db, first, again).allows).toEqual([])
})

test('a document without a twin says so', () => {
  const book = bookWithRuiz()
  const alone = readRuiz(book)
  expect(() => compareDocuments(book.store.db, alone, null)).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ code: 'no_twin' }) }),
  )
})
