import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { applyFix } from '../../../src/engine/decisions/commands'
import { twinQueries } from '../../../src/engine/decisions/twins'
import { invoices } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { Book } from './book'
import { bookWithRuiz, readRuiz } from './settled-book'

test('every duplicate question is answered by an index, so its cost does not grow with the books', () => {
  const book = bookWithRuiz()
  const document = readRuiz(book, { values: { uuid: 'B7C8D2BF-CB4E-4F84-AF89-C68B6731206A' } })
  const invoice = book.store.db.select().from(invoices).where(eq(invoices.documentId, document)).get()
  if (!invoice) throw new Error('no invoice')
  const queries = twinQueries(book.store.db, invoice)
  expect(queries.map(({ rule }) => rule)).toEqual(['uuid', 'number', 'number', 'total_date'])
  for (const { rule, query } of queries) {
    const { sql, params } = query.toSQL()
    const plan = book.store.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]
    expect(plan.map(step => step.detail).join('; '), rule).toMatch(/SEARCH invoices USING INDEX/)
    expect(
      plan.some(step => step.detail.startsWith('SCAN')),
      rule,
    ).toBe(false)
  }
})

test('of two files read side by side the later one is the duplicate, whichever is read first', () => {
  const book = bookWithRuiz()
  const earlier = book.receive()
  const later = book.receive()
  book.record(later)
  expect(book.view(later).state).toBe('ready')
  book.record(earlier)
  expect(book.keys(earlier)).toEqual([])
  expect(book.keys(later)).toEqual(['duplicate_found'])
  expect(book.view(later).state).toBe('needs_review')
})

test('a credit note over the whole invoice is no duplicate of it', () => {
  const book = bookWithRuiz()
  readRuiz(book)
  const credit = readRuiz(book, { values: { document_type: 'credit_note', invoice_number: 'NC-1' } })
  expect(book.keys(credit)).toEqual(['credit_note_unlinked'])
})

test('once the earlier one is rejected, the later one is free', () => {
  const book = bookWithRuiz()
  const earlier = readRuiz(book, { values: { document_type: 'quote' } })
  const first = readRuiz(book)
  const later = readRuiz(book)
  expect(book.keys(later)).toEqual(['duplicate_found'])
  const { id } = book.issue(later, 'duplicate_found')
  book.do(applyFix, { issueId: id, fix: { type: 'mark_duplicate', ofDocumentId: first }, note: '' })
  const { id: asked } = book.issue(earlier, 'not_payable')
  book.do(applyFix, { issueId: asked, fix: { type: 'reject' }, note: '' })
  expect(book.keys(first)).toEqual([])
  expect(book.view(later).state).toBe('duplicate')
})

test('a fix cannot name the document itself as its own twin', () => {
  const book = new Book()
  const invoice = book.read()
  const { id } = book.issue(invoice, 'vendor_no_match')
  const fix = { type: 'mark_duplicate', ofDocumentId: invoice } as const
  expect(() => write(book.store, tx => applyFix(tx, { issueId: id, fix, note: '' }, book.ctx))).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ code: 'fix_no_longer_fits' }) }),
  )
})
