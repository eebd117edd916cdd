import type { DocumentId } from '../../../src/shared/ids'
import { applyFix } from '../../../src/engine/decisions/commands'
import { Book, type InvoiceRead } from './book'

/** A book in which Ferretería Ruiz is a known vendor whose lines go to 601.56. */
export function bookWithRuiz(): Book {
  return (template ??= readRuizOnce()).copy()
}

let template: Book | undefined

function readRuizOnce(): Book {
  const book = new Book()
  const first = book.read({ values: { invoice_number: 'A-0001', issue_date: '2026-01-05', uuid: null } })
  takeFirst(book, first, 'vendor_no_match')
  const { id, suggestions } = book.issue(first, 'account_needed')
  const fix = suggestions.at(-1)?.fix
  if (fix?.type !== 'edit_account') throw new Error('no line')
  book.do(applyFix, { issueId: id, fix: { type: 'set_account', lineId: fix.lineId, accountCode: '601.56' }, note: '' })
  return book
}

/** Takes the preselected suggestion of an open issue: one key. */
export function takeFirst(book: Book, documentId: DocumentId, key: string): void {
  takeNth(book, documentId, key, 0)
}

export function takeNth(book: Book, documentId: DocumentId, key: string, index: number): void {
  const { id, suggestions } = book.issue(documentId, key)
  const suggestion = suggestions[index]
  if (!suggestion) throw new Error(`no suggestion ${index} of ${key}`)
  book.do(applyFix, { issueId: id, fix: suggestion.fix, note: '' })
}

/** An invoice of the known vendor, right but for what the test changes. */
export function readRuiz(book: Book, invoice: Partial<InvoiceRead> = {}): DocumentId {
  return book.read(invoice)
}
