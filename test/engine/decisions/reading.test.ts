import { expect, test } from 'vitest'
import { restore, setAccount, setField, setLine } from '../../../src/engine/decisions/commands'
import { recordFailure } from '../../../src/engine/decisions/record-failure'
import { write } from '../../../src/engine/store/write'
import { Book } from './book'
import { bookWithRuiz, readRuiz, takeFirst, takeNth } from './settled-book'

test('read again, a value a person typed stays and the others are replaced', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book)
  book.do(setField, { documentId: invoice, revision: book.revision(invoice), field: 'due_date', value: '31/3/2026' })
  book.record(invoice, { values: { invoice_number: 'A-1192', due_date: '2026-04-30' } })
  expect(book.field(invoice, 'due_date')).toMatchObject({ value: '2026-03-31', candidates: [{ value: '2026-04-30' }] })
  expect(book.field(invoice, 'invoice_number').value).toBe('A-1192')
  expect(book.view(invoice).canUndo).toBe(false)
})

test('read again, rows keep the account a person gave, and edited rows stay as edited', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book)
  const [first] = book.view(invoice).invoice?.lines ?? []
  if (!first) throw new Error('no line')
  book.do(setAccount, {
    documentId: invoice,
    revision: book.revision(invoice),
    lineIds: [first.id],
    accountCode: '601.72',
  })
  book.record(invoice)
  expect(book.line(invoice, 1)).toMatchObject({ accountCode: '601.72', codingState: 'corrected' })
  const again = book.line(invoice, 1)
  book.do(setLine, {
    documentId: invoice,
    revision: book.revision(invoice),
    lineId: again.id,
    column: 'description',
    value: 'Tornillería',
  })
  book.record(invoice)
  expect(book.line(invoice, 1).description).toBe('Tornillería')
})

test('a broken file is set aside with its cause, and can be typed in by hand', () => {
  const book = bookWithRuiz()
  const invoice = book.receive()
  write(book.store, tx =>
    recordFailure(tx, invoice, { code: 'corrupt_document', params: {}, retry: 'never' }, book.ctx),
  )
  expect(book.view(invoice)).toMatchObject({ state: 'set_aside', stateReason: 'corrupt_document', invoice: null })
  expect(book.issue(invoice, 'unreadable')).toMatchObject({ severity: 'high', params: { code: 'corrupt_document' } })
  takeFirst(book, invoice, 'unreadable')
  expect(book.view(invoice)).toMatchObject({ state: 'needs_review', invoice: { format: 'by_hand' } })
  expect(new Set(book.keys(invoice))).toEqual(new Set(['missing_required_field']))
})

test('a protected PDF waits for its password among those to review', () => {
  const book = new Book()
  const invoice = book.receive()
  write(book.store, tx => recordFailure(tx, invoice, { code: 'needs_password', params: {}, retry: 'user' }, book.ctx))
  expect(book.view(invoice)).toMatchObject({ state: 'needs_review', stateReason: 'needs_password' })
  expect(book.issue(invoice, 'needs_password').suggestions[0]).toMatchObject({ fix: { type: 'enter_password' } })
  book.record(invoice)
  expect(book.issue(invoice, 'needs_password').state).toBe('resolved')
})

test('a crash that may pass offers another try; trying again puts the document back on the road', () => {
  const book = new Book()
  const invoice = book.receive()
  write(book.store, tx => recordFailure(tx, invoice, { code: 'worker_crashed', params: {}, retry: 'later' }, book.ctx))
  expect(book.issue(invoice, 'processing_failed').suggestions[0]).toMatchObject({ key: 'retry_reading' })
  takeFirst(book, invoice, 'processing_failed')
  expect(book.view(invoice).state).toBe('queued')
})

test('a document never read is read when it is restored', () => {
  const book = new Book()
  const invoice = book.receive()
  write(book.store, tx =>
    recordFailure(tx, invoice, { code: 'unsupported_type', params: {}, retry: 'never' }, book.ctx),
  )
  book.do(restore, { documentId: invoice })
  expect(book.view(invoice).state).toBe('queued')
})

test('a failed second reading keeps what the first one gave', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book)
  write(book.store, tx => recordFailure(tx, invoice, { code: 'worker_timeout', params: {}, retry: 'later' }, book.ctx))
  expect(book.view(invoice)).toMatchObject({ state: 'needs_review', invoice: { format: 'page' } })
})

test('a page that could not be read is asked about and may be left out', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { remarks: [{ code: 'page_failed', params: { page: 2 } }] })
  expect(book.issue(invoice, 'unreadable')).toMatchObject({
    severity: 'medium',
    params: { variant: 'page_failed', page: 2 },
  })
  takeNth(book, invoice, 'unreadable', 1)
  expect(book.view(invoice).state).toBe('ready')
})

test('garbage typed into a field is refused with the reason, and the invoice stays as it was', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book)
  const revision = book.revision(invoice)
  const refusals = [
    ['issue_date', 'tomorrow-ish', 'date'],
    ['grand_total', 'about 100', 'amount'],
    ['currency', 'PESOS', 'currency'],
    ['document_type', 'poem', 'document_type'],
  ] as const
  for (const [field, value, reason] of refusals) {
    expect(() => book.do(setField, { documentId: invoice, revision, field, value }), field).toThrowError(
      expect.objectContaining({ data: expect.objectContaining({ code: 'value_invalid', params: { field, reason } }) }),
    )
  }
  expect(book.revision(invoice)).toBe(revision)
})

test('in yen an amount has no decimals, and comes back exactly when the currency is put right again', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book)
  const set = (value: string) =>
    book.do(setField, { documentId: invoice, revision: book.revision(invoice), field: 'currency', value })
  set('JPY')
  expect(book.field(invoice, 'grand_total').value).toBe('11600')
  set('MXN')
  expect(book.field(invoice, 'grand_total').value).toBe('11600.00')
  expect(book.keys(invoice)).toEqual([])
})

test('an account code typed into the cell of the tax is no tax rate: refused, and nothing changes', () => {
  const book = bookWithRuiz()
  const documentId = readRuiz(book)
  const { id: lineId, taxRate } = book.line(documentId, 1)
  const type = (value: string) =>
    book.do(setLine, { documentId, revision: book.revision(documentId), lineId, column: 'taxRate', value })
  const params = { reason: 'tax_rate', field: 'taxRate' }
  for (const wrong of ['601.56', '-16']) {
    expect(() => type(wrong)).toThrowError(
      expect.objectContaining({ data: expect.objectContaining({ code: 'value_invalid', params }) }),
    )
  }
  expect(book.line(documentId, 1).taxRate).toBe(taxRate)
  // Mexico's on cigarettes.
  type('160 %')
  expect(book.line(documentId, 1).taxRate).toBe('160')
})

test('an issue names accounts in the language now chosen, not in that of the day it was raised', () => {
  const book = bookWithRuiz()
  const documentId = book.read({
    values: { 'seller.name': 'Papelería Lumen', 'seller.tax_id': null },
    lines: [{ description: 'Papel bond', total: '10000.00' }],
  })
  const namesIn = (language: 'en' | 'es') => {
    book.settings = { ...book.settings, language }
    const { params, suggestions } = book.issue(documentId, 'account_needed')
    return [params, ...suggestions.map(one => one.params)].flatMap(({ account, accountName }) =>
      accountName === undefined ? [] : [[account, accountName]],
    )
  }
  const [english, spanish] = [namesIn('en'), namesIn('es')]
  expect(english.map(([account]) => account)).toEqual(spanish.map(([account]) => account))
  expect(english).toContainEqual(['601.55', 'Stationery and office supplies'])
  expect(spanish).toContainEqual(['601.55', 'Papelería y artículos de oficina'])
})
