import { expect, test } from 'vitest'
import { applyFix, undo } from '../../../src/engine/decisions/commands'
import { bookWithRuiz, readRuiz, takeFirst, takeNth } from './settled-book'

const xml = { kind: 'xml', path: '/Invoice/PaymentMeans' } as const
const misread = 'DE8937O400440532013000'
const meant = 'DE89370400440532013000'

function withIban(value: string) {
  return { details: [{ key: 'iban', value, origin: xml }] as const }
}

test('an IBAN with a letter for a digit is offered put right; nobody corrects an account by pressing Enter', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, withIban(misread))
  const issue = book.issue(invoice, 'format_invalid')
  expect(issue.suggestions.map(({ key }) => key)).toEqual(['leave_as_printed', 'use_corrected_iban'])
  expect(issue.suggestions[1]).toMatchObject({
    params: { value: 'DE89 3704 0044 0532 0130 00', from: 'O', to: '0' },
    why: 'iban_one_sign',
  })
  expect(book.view(invoice).details).toMatchObject([{ value: misread }])

  takeNth(book, invoice, 'format_invalid', 1)
  expect(book.view(invoice).details).toMatchObject([{ key: 'iban', value: meant, origin: { kind: 'person' } }])
  expect(book.keys(invoice)).toEqual([])

  book.do(undo, { documentId: invoice })
  expect(book.view(invoice).details).toMatchObject([{ value: misread, origin: xml }])
  expect(book.keys(invoice)).toEqual(['format_invalid'])
})

test('an account that is no IBAN, or that the document names no more, is refused', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, withIban(misread))
  const { id: issueId } = book.issue(invoice, 'format_invalid')
  const correct = (from: string, value: string) => () =>
    book.do(applyFix, { issueId, fix: { type: 'correct_iban', from, value }, note: '' })
  expect(correct(misread, 'DE00370400440532013000')).toThrow('value_invalid')
  expect(correct('DE00000000000000000000', meant)).toThrow('fix_no_longer_fits')
})

test('MNX is no currency: the vendor’s own, one slip away, is offered first, and no bill goes out until it is put right', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { values: { currency: 'MNX' } })
  const issue = book.issue(invoice, 'format_invalid')
  expect(issue).toMatchObject({
    severity: 'high',
    params: { variant: 'currency', value: 'MNX' },
    allows: { waive: false },
  })
  expect(issue.suggestions[0]).toMatchObject({
    key: 'use_corrected',
    params: { value: 'MXN', slip: 'yes', ground: 'vendor' },
    why: 'currency_ground',
  })
  takeFirst(book, invoice, 'format_invalid')
  expect(book.field(invoice, 'currency').value).toBe('MXN')
  expect(book.keys(invoice)).not.toContain('format_invalid')
})

test('of currencies equally far from what was written the seller’s country comes before the home currency', () => {
  const book = bookWithRuiz()
  const german = { 'seller.name': 'Hosting AG', 'seller.tax_id': 'DE136695976' }
  const invoice = readRuiz(book, { values: { ...german, currency: 'QQQ' } })
  const offered = book.issue(invoice, 'format_invalid').suggestions
  expect(offered.map(({ params }) => [params['value'], params['ground'], params['slip']])).toEqual([
    ['EUR', 'country', 'no'],
    ['MXN', 'books', 'no'],
    [undefined, undefined, undefined],
  ])
})

test('units of account and funds of ISO 4217 are currencies', () => {
  const book = bookWithRuiz()
  expect(book.keys(readRuiz(book, { values: { currency: 'MXV' } }))).not.toContain('format_invalid')
})
