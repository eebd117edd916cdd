import { expect, test } from 'vitest'
import { redo, setField, setLine, undo } from '../../../src/engine/decisions/commands'
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

test('pesos called yen by mistake come back with their centavos when the mistake is put right', () => {
  const book = new Book()
  const lines = [{ description: 'Tornillo 1/4 galvanizado', total: '9999.55', quantity: '1', unitPrice: '9999.55' }]
  const documentId = book.read({
    lines,
    values: { net_total: '9999.55', tax_total: '1599.93', grand_total: '11599.48' },
  })
  const change = (value: string) =>
    book.do(setField, { documentId, revision: book.revision(documentId), field: 'currency', value })
  change('JPY')
  expect(book.line(documentId, 1).lineTotal).toBe('10000')
  change('MXN')
  expect(book.line(documentId, 1).lineTotal).toBe('9999.55')
  expect(book.field(documentId, 'grand_total').value).toBe('11599.48')
})

test('a line total typed while the currency was wrong is the one that counts afterwards', () => {
  const book = new Book()
  const lines = [{ description: 'Tornillo 1/4 galvanizado', total: '9999.55' }]
  const documentId = book.read({ lines })
  const revision = () => book.revision(documentId)
  book.do(setField, { documentId, revision: revision(), field: 'currency', value: 'JPY' })
  const { id } = book.line(documentId, 1)
  book.do(setLine, { documentId, revision: revision(), lineId: id, column: 'lineTotal', value: '12000' })
  book.do(setField, { documentId, revision: revision(), field: 'currency', value: 'MXN' })
  expect(book.line(documentId, 1).lineTotal).toBe('12000.00')
})

test('an amount in Kuwaiti dinar is typed with its three decimals, in the person’s own notation', () => {
  const book = new Book()
  const documentId = book.read({ values: { currency: 'KWD' } })
  const type = (value: string) =>
    book.do(setField, { documentId, revision: book.revision(documentId), field: 'grand_total', value })
  type('12.345')
  expect(book.field(documentId, 'grand_total').value).toBe('12.345')
  book.settings = { ...book.settings, formatLocale: 'es-ES' }
  type('1,234')
  expect(book.field(documentId, 'grand_total').value).toBe('1.234')
})
