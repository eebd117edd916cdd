import { expect, test } from 'vitest'
import { redo, setField, undo } from '../../../src/engine/decisions/commands'
import { findInvoice } from '../../../src/engine/decisions/load'
import { invoiceTaxes } from '../../../src/engine/store/schema'
import { Book } from './book'

test('another currency keeps every amount as printed: header, rows and taxes; undo and redo too', () => {
  const book = new Book()
  const documentId = book.read()
  const { db } = book.store
  const invoiceId = findInvoice(db, documentId)?.id
  if (!invoiceId) throw new Error('no invoice')
  const iva = { id: 'tax-1', invoiceId, kind: 'transferred', name: 'IVA', rate: '16' } as const
  db.insert(invoiceTaxes)
    .values({ ...iva, base: 1_000_000, amount: 160_000 })
    .run()
  const amounts = () => ({
    tax: db.select({ base: invoiceTaxes.base, amount: invoiceTaxes.amount }).from(invoiceTaxes).get(),
    total: findInvoice(db, documentId)?.grandTotal,
    lines: book.view(documentId).invoice?.lines.map(line => line.lineTotal),
  })
  const pesos = amounts()
  const yen = { tax: { base: 10_000, amount: 1_600 }, total: 11_600, lines: ['6000', '4000'] }
  book.do(setField, { documentId, revision: book.revision(documentId), field: 'currency', value: 'JPY' })
  expect(amounts()).toEqual(yen)
  book.do(undo, { documentId })
  expect(amounts()).toEqual(pesos)
  book.do(redo, { documentId })
  expect(amounts()).toEqual(yen)
})
