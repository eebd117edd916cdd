import { expect, test } from 'vitest'
import { applyFix, restore, setField, undo } from '../../../src/engine/decisions/commands'
import type { Book, InvoiceRead } from './book'
import { bookWithRuiz, readRuiz, takeFirst, takeNth } from './settled-book'

function undoLast(book: Book, documentId: Parameters<Book['view']>[0]) {
  book.do(undo, { documentId })
}

test('a right invoice of a known vendor raises nothing and is ready', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book)
  expect(book.keys(invoice)).toEqual([])
  expect(book.view(invoice).state).toBe('ready')
})

test('a missing number is asked for; typing it settles the question, undo asks again', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { values: { invoice_number: null } })
  expect(book.keys(invoice)).toEqual(['missing_required_field'])
  expect(book.field(invoice, 'invoice_number').band).toBe('missing')
  const revision = book.revision(invoice)
  book.do(setField, { documentId: invoice, revision, field: 'invoice_number', value: ' A-1182 ' })
  expect(book.keys(invoice)).toEqual([])
  expect(book.view(invoice).state).toBe('ready')
  undoLast(book, invoice)
  expect(book.keys(invoice)).toEqual(['missing_required_field'])
  expect(book.field(invoice, 'invoice_number')).toMatchObject({ value: null, band: 'missing' })
})

test('a CFDI without Serie and Folio is identified by its folio fiscal and misses no number', () => {
  const book = bookWithRuiz()
  const uuid = 'B7C8D2BF-CB4E-4F84-AF89-C68B6731206A'
  const invoice = readRuiz(book, { format: 'cfdi_4.0', values: { invoice_number: null, uuid } })
  expect(book.keys(invoice)).toEqual([])
})

test('due date and buyer may be absent: nothing is asked', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { values: { due_date: null, 'buyer.tax_id': null, 'buyer.name': null } })
  expect(book.field(invoice, 'due_date').band).toBe('absent')
  expect(book.keys(invoice)).toEqual([])
})

test('a missing total is offered as net plus tax', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { values: { grand_total: null } })
  expect(book.issue(invoice, 'missing_required_field').suggestions[0]).toMatchObject({
    key: 'use_computed_total',
    params: { total: '11600.00', currency: 'MXN' },
  })
  takeFirst(book, invoice, 'missing_required_field')
  expect(book.field(invoice, 'grand_total').value).toBe('11600.00')
  expect(book.keys(invoice)).toEqual([])
})

test('a total read at 0.72 is shown for a check; confirming it keeps its place on the page', () => {
  const book = bookWithRuiz()
  const others = [{ field: 'grand_total', value: '11500.00', probability: 0.2 }] as const
  const invoice = readRuiz(book, { sure: { grand_total: 0.72 }, others })
  expect(book.issue(invoice, 'low_confidence')).toMatchObject({
    severity: 'medium',
    params: { value: '11600.00', others: 1 },
  })
  expect(book.field(invoice, 'grand_total')).toMatchObject({ band: 'check', candidates: [{ value: '11500.00' }] })
  expect(book.view(invoice).state).toBe('needs_review')
  takeFirst(book, invoice, 'low_confidence')
  expect(book.field(invoice, 'grand_total')).toMatchObject({
    value: '11600.00',
    band: 'sure',
    origin: { kind: 'page' },
  })
  expect(book.view(invoice).state).toBe('ready')
  undoLast(book, invoice)
  expect(book.field(invoice, 'grand_total').band).toBe('check')
})

test('a number that is a coin toss blocks approval', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { sure: { invoice_number: 0.4 } })
  expect(book.issue(invoice, 'low_confidence').severity).toBe('high')
})

const off: Partial<InvoiceRead> = { values: { grand_total: '12000.00' } }

test('a total 400.00 above net and tax blocks; the sum that fits is one key away and can be taken back', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, off)
  expect(book.issue(invoice, 'total_mismatch')).toMatchObject({
    severity: 'high',
    params: {
      difference: '400.00',
      direction: 'more',
      net: '10000.00',
      tax: '1600.00',
      computed: '11600.00',
      currency: 'MXN',
    },
  })
  takeFirst(book, invoice, 'total_mismatch')
  expect(book.field(invoice, 'grand_total').value).toBe('11600.00')
  expect(book.keys(invoice)).toEqual([])
  undoLast(book, invoice)
  expect(book.keys(invoice)).toEqual(['total_mismatch'])
})

test('another reading that makes the sum right is suggested before any computed amount', () => {
  const book = bookWithRuiz()
  const others = [{ field: 'grand_total', value: '11600.00', probability: 0.3 }] as const
  const invoice = readRuiz(book, { ...off, others })
  expect(book.issue(invoice, 'total_mismatch').suggestions[0]).toMatchObject({
    key: 'use_candidate',
    why: 'makes_sum_right',
  })
})

test('a total kept as printed stays waived until the numbers change', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, off)
  const last = book.issue(invoice, 'total_mismatch').suggestions.length - 1
  takeNth(book, invoice, 'total_mismatch', last)
  expect(book.issue(invoice, 'total_mismatch').state).toBe('waived')
  book.takeDownTheRoad(invoice)
  expect(book.issue(invoice, 'total_mismatch').state).toBe('waived')
  const revision = book.revision(invoice)
  book.do(setField, { documentId: invoice, revision, field: 'grand_total', value: '12,500.00' })
  expect(book.issue(invoice, 'total_mismatch')).toMatchObject({ state: 'open', params: { difference: '900.00' } })
})

test('tax withheld may be left out of the total or be in it: both print right invoices', () => {
  const book = bookWithRuiz()
  const values = { withheld_total: '1066.67' }
  const after = readRuiz(book, { values: { ...values, grand_total: '10533.33', invoice_number: 'C-1' } })
  const before = readRuiz(book, {
    values: { ...values, grand_total: '11600.00', invoice_number: 'C-2', issue_date: '2026-02-02' },
  })
  expect(book.keys(after)).toEqual([])
  expect(book.keys(before)).toEqual([])
})

test('one centavo of difference is rounding: remarked, not asked', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { values: { grand_total: '11600.01' } })
  expect(book.issue(invoice, 'rounding_difference')).toMatchObject({ severity: 'low', params: { difference: '0.01' } })
  expect(book.view(invoice).state).toBe('ready')
})

test('lines 400.00 short of net are completed by a line for the difference', () => {
  const book = bookWithRuiz()
  const lines = [{ description: 'Tornillo 1/4 galvanizado', total: '9600.00' }]
  const invoice = readRuiz(book, { lines })
  expect(book.issue(invoice, 'lines_net_mismatch').params).toMatchObject({
    difference: '400.00',
    direction: 'less',
    lines: '9600.00',
  })
  takeFirst(book, invoice, 'lines_net_mismatch')
  expect(book.line(invoice, 2)).toMatchObject({ lineTotal: '400.00', accountCode: '601.56' })
  expect(book.keys(invoice)).toEqual([])
  undoLast(book, invoice)
  expect(book.view(invoice).invoice?.lines).toHaveLength(1)
})

test('a badly read table becomes one row of the net with one key, and comes back with undo', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { lines: [{ description: 'Tornillo 1/4 galvanizado', total: '99000.00' }] })
  takeFirst(book, invoice, 'lines_net_mismatch')
  expect(book.view(invoice).invoice?.lines.map(line => line.lineTotal)).toEqual(['10000.00'])
  expect(book.view(invoice).state).toBe('ready')
  undoLast(book, invoice)
  expect(book.line(invoice, 1)).toMatchObject({ lineTotal: '99000.00', description: 'Tornillo 1/4 galvanizado' })
})

test('freight and discount of the whole document are rows that make lines and net agree', () => {
  const book = bookWithRuiz()
  const origin = { kind: 'xml', path: '/Invoice/AllowanceCharge' } as const
  const invoice = readRuiz(book, {
    lines: [{ description: 'Tornillo 1/4 galvanizado', total: '9700.00' }],
    adjustments: [
      { kind: 'charge', amount: '500.00' as never, reason: 'Flete', origin },
      { kind: 'allowance', amount: '200.00' as never, reason: 'Descuento', origin },
    ],
  })
  expect(book.keys(invoice)).not.toContain('lines_net_mismatch')
  expect(book.view(invoice).invoice?.lines.map(line => line.lineTotal)).toEqual(['9700.00', '500.00', '-200.00'])
})

test('a page without a table becomes one row of the net total, to be coded and posted', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { lines: [] })
  expect(book.line(invoice, 1)).toMatchObject({ lineTotal: '10000.00', origin: { kind: 'formula' } })
})

test('a row whose quantity times price is another amount is a remark only', () => {
  const book = bookWithRuiz()
  const lines = [{ description: 'Tornillo 1/4 galvanizado', total: '10000.00', quantity: '500', unitPrice: '12.00' }]
  const invoice = readRuiz(book, { lines })
  expect(book.issue(invoice, 'line_mismatch')).toMatchObject({
    severity: 'low',
    params: { computed: '6000.00', printed: '10000.00' },
  })
  expect(book.view(invoice).state).toBe('ready')
  takeFirst(book, invoice, 'line_mismatch')
  expect(book.issue(invoice, 'line_mismatch').state).toBe('skipped')
})

test('an RFC with an O for a zero is put right with one key, and the vendor is then known', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { values: { 'seller.tax_id': 'EKU9O03173C9' } })
  expect(book.keys(invoice)).toContain('format_invalid')
  expect(book.field(invoice, 'seller.tax_id').band).toBe('invalid')
  takeFirst(book, invoice, 'format_invalid')
  expect(book.field(invoice, 'seller.tax_id')).toMatchObject({ value: 'EKU9003173C9', band: 'sure' })
  expect(book.view(invoice).invoice?.vendor?.name).toBe('Ferretería Ruiz SA de CV')
  expect(book.keys(invoice)).toEqual([])
  undoLast(book, invoice)
  expect(book.field(invoice, 'seller.tax_id').value).toBe('EKU9O03173C9')
})

test('a signed e-invoice whose RFC fails its check digit is remarked, not stopped', () => {
  const book = bookWithRuiz()
  book.settings = { ...book.settings, companyTaxIds: ['ABC010101AB2'] }
  const invoice = readRuiz(book, { format: 'cfdi_4.0', values: { 'buyer.tax_id': 'ABC010101AB2' } })
  expect(book.issue(invoice, 'format_invalid').severity).toBe('low')
  expect(book.view(invoice).state).toBe('ready')
})

test('a tax id that a person stands by is settled by that one answer, until it changes', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { format: 'ubl', values: { 'buyer.tax_id': 'NL85123467B01' } })
  expect(book.issue(invoice, 'format_invalid').suggestions[0]?.key).toBe('keep_value')
  takeFirst(book, invoice, 'format_invalid')
  expect(book.issue(invoice, 'format_invalid').state).toBe('waived')
  const revision = book.revision(invoice)
  book.do(setField, { documentId: invoice, revision, field: 'buyer.tax_id', value: 'NL85123467B02' })
  expect(book.issue(invoice, 'format_invalid').state).toBe('open')
})

test('an unknown vendor is created with one key and gone again with undo', () => {
  const book = bookWithRuiz()
  const values = { 'seller.name': 'Papelería Lumen SA de CV', 'seller.tax_id': 'XIQB891116QE4' }
  const invoice = readRuiz(book, { values })
  expect(book.issue(invoice, 'vendor_no_match')).toMatchObject({ severity: 'high', subject: { type: 'vendor' } })
  takeFirst(book, invoice, 'vendor_no_match')
  expect(book.view(invoice).invoice?.vendor).toMatchObject({ taxId: 'XIQB891116QE4', isNew: false })
  expect(book.keys(invoice)).not.toContain('vendor_no_match')
  undoLast(book, invoice)
  expect(book.view(invoice).invoice?.vendor).toBeNull()
  expect(book.keys(invoice)).toContain('vendor_no_match')
})

test('a look-alike is offered first; choosing it teaches the name for the next invoice', () => {
  const book = bookWithRuiz()
  const values = { 'seller.name': 'Ferreteria Ruis', 'seller.tax_id': null, invoice_number: 'B-1' }
  const invoice = readRuiz(book, { values })
  expect(book.issue(invoice, 'vendor_similar').suggestions[0]).toMatchObject({
    key: 'choose_vendor',
    why: 'name_similar',
  })
  takeFirst(book, invoice, 'vendor_similar')
  expect(book.view(invoice).invoice?.vendor?.name).toBe('Ferretería Ruiz SA de CV')
  const next = readRuiz(book, { values: { ...values, invoice_number: 'B-2', issue_date: '2026-03-13' } })
  expect(book.keys(next)).toEqual([])
})

test('a vendor known by name only learns its tax id from the invoice it was chosen for', () => {
  const book = bookWithRuiz()
  const named = { 'seller.name': 'Imprenta Sol', 'seller.tax_id': null, invoice_number: 'S-1' }
  takeFirst(book, readRuiz(book, { values: named }), 'vendor_no_match')
  const misspelt = { 'seller.name': 'lmprenta Sol', 'seller.tax_id': 'XIQB891116QE4' }
  const second = readRuiz(book, { values: { ...misspelt, invoice_number: 'S-2', issue_date: '2026-03-13' } })
  takeFirst(book, second, 'vendor_similar')
  expect(book.view(second).invoice?.vendor).toMatchObject({ name: 'Imprenta Sol', taxId: 'XIQB891116QE4' })
  undoLast(book, second)
  const third = readRuiz(book, { values: { ...misspelt, invoice_number: 'S-3', issue_date: '2026-03-14' } })
  expect(book.keys(third)).toContain('vendor_similar')
})

test('undoing a choice of vendor forgets the name it taught', () => {
  const book = bookWithRuiz()
  const values = { 'seller.name': 'Ferreteria Ruis', 'seller.tax_id': null, invoice_number: 'B-1' }
  const invoice = readRuiz(book, { values })
  takeFirst(book, invoice, 'vendor_similar')
  undoLast(book, invoice)
  const next = readRuiz(book, { values: { ...values, invoice_number: 'B-2', issue_date: '2026-03-13' } })
  expect(book.keys(next)).toContain('vendor_similar')
})

test('the very name with another tax id is a warning, not the same vendor', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, { values: { 'seller.tax_id': 'XIQB891116QE4' } })
  expect(book.issue(invoice, 'vendor_similar')).toMatchObject({
    severity: 'critical',
    params: { variant: 'tax_id_differs' },
  })
  expect(book.view(invoice).invoice?.vendor).toBeNull()
})

test('the same folio fiscal twice is one invoice: the later one is linked with one key, and the link can be cut', () => {
  const book = bookWithRuiz()
  const uuid = 'B7C8D2BF-CB4E-4F84-AF89-C68B6731206A'
  const first = readRuiz(book, { format: 'cfdi_4.0', values: { uuid } })
  const second = readRuiz(book, { values: { uuid } })
  expect(book.keys(first)).toEqual([])
  expect(book.issue(second, 'duplicate_found')).toMatchObject({
    severity: 'critical',
    params: { variant: 'uuid', intakeNumber: 2 },
  })
  takeFirst(book, second, 'duplicate_found')
  expect(book.view(second)).toMatchObject({ state: 'duplicate', duplicateOf: { documentId: first } })
  book.do(restore, { documentId: second })
  expect(book.view(second)).toMatchObject({ state: 'needs_review', duplicateOf: null })
  expect(book.keys(second)).toEqual(['duplicate_found'])
})

test('the same vendor, number and year is a duplicate however the number is punctuated; another year is not', () => {
  const book = bookWithRuiz()
  readRuiz(book)
  const again = readRuiz(book, { values: { invoice_number: 'A 1182', grand_total: '11600.00' } })
  const nextYear = readRuiz(book, { values: { issue_date: '2025-03-12' } })
  expect(book.issue(again, 'duplicate_found').params).toMatchObject({ variant: 'number' })
  expect(book.keys(nextYear)).toEqual([])
})

test('the same vendor, total and day under two numbers is asked, not blocked; saying no settles it', () => {
  const book = bookWithRuiz()
  readRuiz(book)
  const second = readRuiz(book, { values: { invoice_number: 'A-1183' } })
  expect(book.issue(second, 'duplicate_found')).toMatchObject({ severity: 'medium', params: { variant: 'total_date' } })
  takeNth(book, second, 'duplicate_found', 1)
  expect(book.view(second).state).toBe('ready')
  undoLast(book, second)
  expect(book.keys(second)).toEqual(['duplicate_found'])
})

test('correcting the number of one invoice frees the other from the suspicion', () => {
  const book = bookWithRuiz()
  const first = readRuiz(book)
  const second = readRuiz(book, { values: { issue_date: '2026-03-13' } })
  expect(book.keys(second)).toEqual(['duplicate_found'])
  book.do(setField, { documentId: first, revision: book.revision(first), field: 'invoice_number', value: 'A-1181' })
  expect(book.keys(second)).toEqual([])
  expect(book.view(second).state).toBe('ready')
})

test('payments, payrolls, quotes and statements are not paid', () => {
  const book = bookWithRuiz()
  for (const [index, type] of ['payment', 'payroll', 'quote', 'statement'].entries()) {
    const invoice = readRuiz(book, {
      values: { document_type: type, invoice_number: `P-${index}`, issue_date: `2026-02-0${index + 1}` },
    })
    expect(book.issue(invoice, 'not_payable'), type).toMatchObject({ severity: 'high', params: { variant: type } })
    takeNth(book, invoice, 'not_payable', 1)
    expect(book.view(invoice).state, type).toBe('ready')
    undoLast(book, invoice)
    takeFirst(book, invoice, 'not_payable')
    expect(book.view(invoice).state, type).toBe('rejected')
  }
})

test('an invoice we wrote ourselves is recognised by our tax id', () => {
  const book = bookWithRuiz()
  book.settings = { ...book.settings, companyTaxIds: ['EKU-900317-3C9'] }
  const invoice = readRuiz(book)
  expect(book.issue(invoice, 'not_payable').params).toMatchObject({ variant: 'own_invoice' })
})

test('page and embedded XML that disagree about the total are shown until a person gives the value', () => {
  const book = bookWithRuiz()
  const params = { field: 'grand_total', xml: '11600.00', page: '11900.00' }
  const invoice = readRuiz(book, { remarks: [{ code: 'xml_page_disagree', params }] })
  expect(book.issue(invoice, 'xml_page_disagree')).toMatchObject({ severity: 'high', params })
  book.takeDownTheRoad(invoice)
  expect(book.keys(invoice)).toEqual(['xml_page_disagree'])
  takeFirst(book, invoice, 'xml_page_disagree')
  expect(book.view(invoice).state).toBe('ready')
  undoLast(book, invoice)
  book.do(setField, { documentId: invoice, revision: book.revision(invoice), field: 'grand_total', value: '11600' })
  expect(book.keys(invoice)).toEqual([])
})

test('a page with nothing of an invoice on it is one question, not five missing fields', () => {
  const book = bookWithRuiz()
  const nothing = {
    document_type: null,
    invoice_number: null,
    issue_date: null,
    currency: null,
    'seller.name': null,
    'seller.tax_id': null,
    net_total: null,
    tax_total: null,
    grand_total: null,
  }
  const invoice = readRuiz(book, { format: 'none', values: nothing, lines: [] })
  expect(book.keys(invoice)).toEqual(['unreadable'])
  takeNth(book, invoice, 'unreadable', 1)
  expect(book.keys(invoice)).toContain('missing_required_field')
  undoLast(book, invoice)
  expect(book.keys(invoice)).toEqual(['unreadable'])
})

test('a suggestion taken twice is refused the second time', () => {
  const book = bookWithRuiz()
  const invoice = readRuiz(book, off)
  const { id } = book.issue(invoice, 'total_mismatch')
  const fix = { type: 'set_field', field: 'grand_total', value: '11600.00' } as const
  book.do(applyFix, { issueId: id, fix, note: '' })
  expect(() => book.do(applyFix, { issueId: id, fix, note: '' })).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ code: 'fix_no_longer_fits' }) }),
  )
})
