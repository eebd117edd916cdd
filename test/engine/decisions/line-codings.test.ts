import { expect, test } from 'vitest'
import { lineCoding } from '../../../src/engine/decisions/line-codings'
import { setAccount } from '../../../src/engine/decisions/commands'
import { accountants, haulier } from '../pipeline/code/companies'
import { Book } from './book'

const fuel = {
  values: { net_total: '800.00', tax_total: '128.00', grand_total: '928.00' },
  lines: [{ description: 'Gasolina 40 litros', total: '800.00', classificationCode: '15101514' }],
}

test('a line keeps its ten candidates with evidence and the weights that chose them', () => {
  const book = new Book()
  const line = book.line(book.read(fuel), 1)
  const coding = lineCoding(book.store.db, line.id)
  expect(coding?.candidates).toHaveLength(10)
  expect(coding?.candidates[0]).toMatchObject({ accountCode: '601.48' })
  expect(coding?.candidates[0]?.evidence.map(({ key }) => key)).toContain('product_code')
  expect(coding?.codedBy).toMatch(/^coding-/)
})

test('a company that has said what it is lets a clear line go without a look; one that has not is asked', () => {
  const silent = new Book()
  expect(silent.keys(silent.read(fuel))).toContain('account_needed')
  const told = new Book()
  told.settings = { ...told.settings, companyProfile: accountants }
  expect(told.keys(told.read(fuel))).not.toContain('account_needed')
})

test('the same fuel is an expense for accountants and cost of service for a haulier', () => {
  const book = new Book()
  book.settings = { ...book.settings, companyProfile: accountants }
  const invoice = book.read(fuel)
  expect(book.line(invoice, 1).accountCode).toBe('601.48')
  book.settings = { ...book.settings, companyProfile: haulier }
  book.takeDownTheRoad(invoice)
  expect(book.line(invoice, 1).accountCode).toBe('501.08')
})

test('what a person chose stays, however often the machine thinks again', () => {
  const book = new Book()
  const invoice = book.read(fuel)
  const { id } = book.line(invoice, 1)
  book.do(setAccount, { documentId: invoice, lineIds: [id], accountCode: '601.84', revision: book.revision(invoice) })
  book.settings = { ...book.settings, companyProfile: haulier }
  book.takeDownTheRoad(invoice)
  expect(book.line(invoice, 1)).toMatchObject({ accountCode: '601.84', codingState: 'corrected' })
})

test('reading the document again leaves no candidates of lines that are gone', () => {
  const book = new Book()
  const invoice = book.read(fuel)
  book.record(invoice, { ...fuel, lines: [{ description: 'Diésel 40 litros', total: '800.00' }] })
  const rows = book.store.raw.prepare('SELECT count(*) AS rows FROM line_codings').get()
  expect(rows).toEqual({ rows: 1 })
})
