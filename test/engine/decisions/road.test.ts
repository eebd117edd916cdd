import { expect, test } from 'vitest'
import { applyFix, approve, setAccount, setField, undo } from '../../../src/engine/decisions/commands'
import { Book } from './book'
import { takeFirst } from './settled-book'

test('the first invoice of an unknown vendor asks for the vendor and the account, nothing else', () => {
  const book = new Book()
  const invoice = book.read()
  expect(book.keys(invoice)).toEqual(['vendor_no_match', 'account_needed'])
  expect(book.view(invoice).state).toBe('needs_review')
})

test('once vendor and account are known, the next e-invoice is ready without a key pressed', () => {
  const book = new Book()
  const first = book.read()
  const vendor = book.issue(first, 'vendor_no_match')
  const create = vendor.suggestions[0]
  if (!create) throw new Error('no suggestion')
  expect(create).toMatchObject({
    key: 'create_vendor',
    params: { name: 'Ferretería Ruiz SA de CV', taxId: 'EKU9003173C9' },
  })
  book.do(applyFix, { issueId: vendor.id, fix: create.fix, note: '' })
  const lineIds = book.view(first).invoice?.lines.map(line => line.id) ?? []
  book.do(setAccount, { documentId: first, revision: book.revision(first), lineIds, accountCode: '601.56' })
  expect(book.view(first)).toMatchObject({ state: 'ready' })

  const second = book.read({
    format: 'cfdi_4.0',
    values: {
      invoice_number: 'A-1190',
      issue_date: '2026-03-14',
      grand_total: '1160.00',
      net_total: '1000.00',
      tax_total: '160.00',
    },
    lines: [{ description: 'Tornillo 1/4 galvanizado', total: '1000.00' }],
  })
  expect(book.keys(second)).toEqual([])
  expect(book.view(second)).toMatchObject({ state: 'ready', invoice: { vendor: { name: 'Ferretería Ruiz SA de CV' } } })
  expect(book.line(second, 1)).toMatchObject({ accountCode: '601.56', codingState: 'pending' })

  book.do(approve, { documentId: second })
  expect(book.view(second)).toMatchObject({ state: 'approved', bill: { state: 'pending' } })
  expect(book.line(second, 1).codingState).toBe('confirmed')
})

test('approval is refused while something blocks it, and says how many things', () => {
  const book = new Book()
  const invoice = book.read()
  expect(() => book.do(approve, { documentId: invoice })).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ code: 'blocking_issues_open', params: { count: 1 } }) }),
  )
})

test('a window that shows an older picture is refused', () => {
  const book = new Book()
  const invoice = book.read()
  const revision = book.revision(invoice)
  book.do(setField, { documentId: invoice, revision, field: 'due_date', value: '31/3/2026' })
  expect(book.field(invoice, 'due_date')).toMatchObject({
    value: '2026-03-31',
    band: 'sure',
    origin: { kind: 'person' },
  })
  expect(() => book.do(setField, { documentId: invoice, revision, field: 'due_date', value: '1/4/2026' })).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ code: 'changed_meanwhile' }) }),
  )
})

test('an approval not yet sent is taken back by undo, and with it the row in the outbox', () => {
  const book = new Book()
  const invoice = book.read()
  takeFirst(book, invoice, 'vendor_no_match')
  takeFirst(book, invoice, 'account_needed')
  expect(book.keys(invoice)).toEqual([])
  book.do(approve, { documentId: invoice })
  book.do(undo, { documentId: invoice })
  expect(book.view(invoice)).toMatchObject({ state: 'ready', bill: null, canRedo: true })
})
