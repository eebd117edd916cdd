import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import { approve, setField, undo } from '../../../src/engine/decisions/commands'
import { documentQuality } from '../../../src/engine/quality/document-quality'
import { invoices } from '../../../src/engine/store/schema'
import { Book, type InvoiceRead } from './book'
import { bookWithRuiz, readRuiz } from './settled-book'

const doubtful: Partial<InvoiceRead> = {
  values: { invoice_number: 'A-2001' },
  sure: { grand_total: 0.6, net_total: 0.6, tax_total: 0.6 },
}

function storedQuality(book: Book, documentId: DocumentId): number | null {
  const row = book.store.db.select().from(invoices).where(eq(invoices.documentId, documentId)).get()
  return row?.quality ?? null
}

test('the score of a document is stored when it is routed and is what the function says', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { values: { invoice_number: 'A-2001' } })
  expect(storedQuality(book, invoice)).toBe(documentQuality(book.store.db, invoice)?.score)
  expect(storedQuality(book, invoice)).toBeGreaterThan(0.5)
})

test('a doubtful total, named as the weakest field, weighs more than a page of sure ones', () => {
  const book = bookWithRuiz()
  const sure = readRuiz(book, { values: { invoice_number: 'A-2000' } })
  const unsure = readRuiz(book, { ...doubtful, sure: { grand_total: 0.5 } })
  expect(documentQuality(book.store.db, unsure)?.parts.reading.weakest).toBe('grand_total')
  expect(storedQuality(book, unsure)).toBeLessThan(storedQuality(book, sure) ?? 0)
})

test('an e-invoice of a known vendor that raises nothing needs no correction', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { format: 'cfdi_4.0', values: { invoice_number: 'A-2002' }, sure: allSure })
  expect(book.keys(invoice)).toEqual([])
  expect(storedQuality(book, invoice)).toBe(1)
})

const allSure = Object.fromEntries(
  (
    [
      'document_type',
      'invoice_number',
      'issue_date',
      'currency',
      'seller.name',
      'seller.tax_id',
      'net_total',
      'tax_total',
      'grand_total',
    ] as const
  ).map(field => [field, 1]),
)

test('an open issue that blocks the invoice brings its score down, and settling it brings it back', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { values: { invoice_number: 'A-2003', grand_total: '11000.00' } })
  const before = storedQuality(book, invoice) ?? 1
  expect(before).toBeLessThan(0.2)
  const change = { documentId: invoice, revision: book.revision(invoice), field: 'grand_total' as const }
  book.do(setField, { ...change, value: '11600.00' })
  expect(storedQuality(book, invoice)).toBeGreaterThan(before)
  book.do(undo, { documentId: invoice })
  expect(storedQuality(book, invoice)).toBe(before)
})

test('a vendor whose documents were right so far deserves less doubt than a new one, one always corrected more', () => {
  const score = (totals: readonly string[]) => {
    const book = bookWithRuiz()
    for (const [index, total] of totals.entries()) approveNext(book, index, total)
    const quality = documentQuality(book.store.db, readRuiz(book, doubtful))
    return { score: quality?.score ?? 0, record: quality?.parts.vendor }
  }
  const fresh = score([])
  const clean = score(['11600.00', '11600.00', '11600.00'])
  const poor = score(['11000.00', '11000.00', '11000.00'])
  expect(clean.record).toEqual({ documents: 3, corrected: 0 })
  expect(poor.record).toEqual({ documents: 3, corrected: 3 })
  expect(clean.score).toBeGreaterThan(fresh.score)
  expect(poor.score).toBeLessThan(fresh.score)
})

/** One more invoice of the vendor, its total put right by hand where it was read wrong, approved. */
function approveNext(book: Book, index: number, totalRead: string): void {
  const values = { invoice_number: `A-300${index}`, issue_date: `2026-02-0${index + 1}`, grand_total: totalRead }
  const documentId = readRuiz(book, { values })
  if (totalRead !== '11600.00') {
    const revision = book.revision(documentId)
    book.do(setField, { documentId, revision, field: 'grand_total', value: '11600.00' })
  }
  book.do(approve, { documentId })
}

test('confirming a value it already has is no change of the invoice, whatever became of its vendor meanwhile', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, doubtful)
  const set = { documentId: invoice, field: 'due_date' as const, value: '2026-04-30' }
  book.do(setField, { ...set, revision: book.revision(invoice) })
  const revision = book.revision(invoice)
  const other = readRuiz(book, { values: { invoice_number: 'A-4000', issue_date: '2026-02-02' } })
  book.do(approve, { documentId: other })
  book.do(setField, { ...set, revision })
  expect(book.revision(invoice)).toBe(revision)
})
