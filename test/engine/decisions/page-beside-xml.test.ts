import { expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import { applyFix, approve, restore, undo } from '../../../src/engine/decisions/commands'
import type { Book } from './book'
import { bookWithRuiz, readRuiz } from './settled-book'

const uuid = 'B7C8D2BF-CB4E-4F84-AF89-C68B6731206A'
const asXml = { format: 'cfdi_4.0', values: { uuid } }

/** Takes the first suggestion about the twin. */
function attach(book: Book, page: DocumentId): void {
  const issue = book.issue(page, 'duplicate_found')
  const [first] = issue.suggestions
  if (!first) throw new Error('nothing suggested')
  book.do(applyFix, { issueId: issue.id, fix: first.fix, note: '' })
}

test('a PDF that arrives after its XML is attached to it with one key', () => {
  const book = bookWithRuiz()
  const xml = readRuiz(book, asXml)
  const page = readRuiz(book)
  expect(book.issue(page, 'duplicate_found').suggestions[0]).toMatchObject({
    key: 'attach_as_page',
    params: { intakeNumber: book.view(xml).intakeNumber },
  })
  attach(book, page)
  expect(book.view(page)).toMatchObject({ state: 'duplicate', duplicateOf: { documentId: xml } })
  expect(book.view(xml)).toMatchObject({ state: 'ready', attached: [{ documentId: page }] })
  expect(book.keys(xml)).toEqual([])
})

test('when the XML arrives second, it is still the page that steps back', () => {
  const book = bookWithRuiz()
  const page = readRuiz(book)
  expect(book.view(page).state).toBe('ready')
  const xml = readRuiz(book, asXml)
  expect(book.keys(xml)).toEqual([])
  expect(book.view(xml).state).toBe('ready')
  expect(book.view(page).state).toBe('needs_review')
  attach(book, page)
  expect(book.view(page).duplicateOf?.documentId).toBe(xml)
})

test('a page approved before its XML came stays the bill; the XML asks', () => {
  const book = bookWithRuiz()
  const page = readRuiz(book)
  book.do(approve, { documentId: page })
  const xml = readRuiz(book, asXml)
  expect(book.issue(xml, 'duplicate_found').suggestions[0]?.key).toBe('mark_duplicate')
})

test('what the attached page says otherwise is listed on the XML, where the file’s value stands', () => {
  const book = bookWithRuiz()
  const xml = readRuiz(book, asXml)
  const page = readRuiz(book, {
    values: { net_total: '9000.00', tax_total: '1440.00', grand_total: '10440.00' },
    lines: [],
  })
  attach(book, page)
  const open = book.openIssues(xml).filter(({ key }) => key === 'xml_page_disagree')
  const told = open.map(({ params }) => [params['field'], params['xml'], params['page']])
  expect(told).toHaveLength(3)
  expect(told).toEqual(
    expect.arrayContaining([
      ['net_total', '10000.00', '9000.00'],
      ['tax_total', '1600.00', '1440.00'],
      ['grand_total', '11600.00', '10440.00'],
    ]),
  )
  expect(book.field(xml, 'grand_total').value).toBe('11600.00')
})

test.each(['restore', 'undo'] as const)('the link is cut by %s: the disagreements go, the question comes back', how => {
  const book = bookWithRuiz()
  const xml = readRuiz(book, asXml)
  const page = readRuiz(book, { values: { issue_date: '2026-03-13' } })
  attach(book, page)
  expect(book.keys(xml)).toEqual(['xml_page_disagree'])
  book.do(how === 'undo' ? undo : restore, { documentId: page })
  expect(book.keys(xml)).toEqual([])
  expect(book.view(page)).toMatchObject({ state: 'needs_review', duplicateOf: null })
  expect(book.keys(page)).toEqual(['duplicate_found'])
})

test('a photo whose number could not be read is found by seller, total and date', () => {
  const book = bookWithRuiz()
  readRuiz(book, asXml)
  const photo = readRuiz(book, { values: { invoice_number: null } })
  expect(book.issue(photo, 'duplicate_found')).toMatchObject({
    params: { variant: 'total_date' },
    suggestions: [{ key: 'attach_as_page' }, {}],
  })
})

test('of two e-invoices neither is a page of the other', () => {
  const book = bookWithRuiz()
  readRuiz(book, asXml)
  const second = readRuiz(book, asXml)
  expect(book.issue(second, 'duplicate_found').suggestions[0]?.key).toBe('mark_duplicate')
})
