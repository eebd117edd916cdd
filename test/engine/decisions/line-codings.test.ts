import { expect, test } from 'vitest'
import { lineCoding } from '../../../src/engine/decisions/line-codings'
import { setAccount } from '../../../src/engine/decisions/commands'
import { codeDocument } from '../../../src/engine/decisions/code-document'
import { chartOf } from '../../../src/engine/pipeline/code/chart'
import { accountExamples, vendors } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { forgetLesson, restoreLesson } from '../../../src/engine/vendors/reading-memory/forget-lesson'
import { chart, resources } from '../pipeline/code/coding-book'
import { accountants, haulier } from '../pipeline/code/companies'
import { sure } from '../some-engine'
import { Book } from './book'
import { bookWithRuiz } from './settled-book'

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

test('an account switched off after a person chose it blocks the open invoice until another is chosen', () => {
  const book = new Book()
  const invoice = book.read(fuel)
  const { id } = book.line(invoice, 1)
  book.do(setAccount, { documentId: invoice, lineIds: [id], accountCode: '601.84', revision: book.revision(invoice) })
  const accounts = chart.accounts.map(account =>
    account.code === '601.84' ? { ...account, isPostable: false, isActive: false } : account,
  )
  const without = { ...book.machine, chart: chartOf('sat', accounts, resources) }
  write(book.store, tx => codeDocument(tx, invoice, without))
  expect(book.issue(invoice, 'account_needed')).toMatchObject({
    severity: 'high',
    params: { variant: 'inactive', unusable: '601.84' },
  })
  expect(book.line(invoice, 1)).toMatchObject({ accountCode: '601.84', codingState: 'corrected' })
})

test.each([
  ['I04', '601.48', 'investment'],
  ['G03', '156.01', 'expense'],
])(
  'use %s on a line booked to %s is a notice with both readings, waved through with a reason',
  (use, code, variant) => {
    const book = new Book()
    const invoice = book.read({ ...fuel, format: 'cfdi_4.0', details: [detail('purpose', use)] })
    const { id } = book.line(invoice, 1)
    book.do(setAccount, { documentId: invoice, lineIds: [id], accountCode: code, revision: book.revision(invoice) })
    const issue = book.issue(invoice, 'cfdi_codes_contradict')
    expect(issue).toMatchObject({ severity: 'low', params: { variant, use, account: code }, allows: { waive: true } })
  },
)

test.each([
  ['PPD', '03', true],
  ['PUE', '99', true],
  ['PPD', '99', false],
  ['PUE', '03', false],
])('method %s with form of payment %s contradicts: %s', (plan, means, contradicts) => {
  const book = new Book()
  const details = [detail('payment_plan', plan), detail('payment_means', means)]
  const invoice = book.read({ ...fuel, format: 'cfdi_4.0', details })
  expect(book.keys(invoice).includes('cfdi_codes_contradict')).toBe(contradicts)
})

test('with its last lesson the account a vendor usually has is forgotten too, and comes back with it', () => {
  const book = bookWithRuiz()
  const vendor = () => sure(book.store.db.select().from(vendors).get())
  const { id: vendorId, defaultAccountCode } = vendor()
  expect(defaultAccountCode).not.toBeNull()
  const lessons = book.store.db.select().from(accountExamples).all()
  const entries = lessons.map(({ id }) => book.do(forgetLesson, { vendorId, lessonId: `example:${id}` }).entryId)
  expect(vendor().defaultAccountCode).toBeNull()
  book.do(restoreLesson, { entryId: sure(entries.at(-1)) })
  expect(vendor().defaultAccountCode).toBe(defaultAccountCode)
})

function detail(key: 'purpose' | 'payment_plan' | 'payment_means', value: string) {
  return { key, value, origin: { kind: 'xml', path: '/cfdi:Comprobante' } } as const
}

test('emoji, right-to-left text, ten thousand letters and an empty description are each coded or asked about', () => {
  for (const description of ['🎉🎉🎉', 'وقود للسيارات', 'gasolina '.repeat(1_200), '']) {
    const book = new Book()
    const invoice = book.read({ ...fuel, lines: [{ description, total: '800.00', classificationCode: '99999999' }] })
    const coding = lineCoding(book.store.db, book.line(invoice, 1).id)
    expect(coding?.candidates.length).toBeGreaterThan(2)
    expect(book.keys(invoice)).toContain('account_needed')
  }
})
