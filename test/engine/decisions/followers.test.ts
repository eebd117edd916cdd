import { expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import { applyFix, approve, setAccount, undo } from '../../../src/engine/decisions/commands'
import { updateVendor } from '../../../src/engine/vendors/vendor-store'
import { write } from '../../../src/engine/store/write'
import { forgetLesson, restoreLesson } from '../../../src/engine/vendors/reading-memory/forget-lesson'
import { vendorLessonViews } from '../../../src/engine/vendors/reading-memory/lesson-views'
import { Book } from './book'
import { takeFirst } from './settled-book'

function twoOfOneVendor() {
  const book = new Book()
  const first = book.read()
  const second = book.read({ values: { invoice_number: 'A-1190', issue_date: '2026-03-14', grand_total: '11600.00' } })
  return { book, first, second }
}

test('creating a vendor once answers the question on its other invoices, and undo asks it again', () => {
  const { book, first, second } = twoOfOneVendor()
  expect(book.keys(second)).toContain('vendor_no_match')
  takeFirst(book, first, 'vendor_no_match')
  expect(book.keys(second)).not.toContain('vendor_no_match')
  book.do(undo, { documentId: first })
  expect(book.keys(first)).toContain('vendor_no_match')
  expect(book.keys(second)).toContain('vendor_no_match')
  expect(book.view(second).invoice?.vendor).toBeNull()
})

test('a vendor that another approved invoice needs stays when its creation is undone', () => {
  const { book, first, second } = twoOfOneVendor()
  takeFirst(book, first, 'vendor_no_match')
  takeFirst(book, second, 'account_needed')
  book.do(approve, { documentId: second })
  book.do(undo, { documentId: first })
  expect(book.view(second).invoice?.vendor?.name).toBe('Ferretería Ruiz SA de CV')
  expect(book.view(first).invoice?.vendor?.name).toBe('Ferretería Ruiz SA de CV')
})

test('an account given once is suggested on the waiting invoices of that vendor', () => {
  const { book, first, second } = twoOfOneVendor()
  takeFirst(book, first, 'vendor_no_match')
  const lineIds = book.view(first).invoice?.lines.map(line => line.id) ?? []
  book.do(setAccount, { documentId: first, revision: book.revision(first), lineIds, accountCode: '601.56' })
  expect(book.line(second, 1)).toMatchObject({ accountCode: '601.56', codingState: 'pending' })
  expect(book.view(second).state).toBe('ready')
})

test('a default account set in the vendor’s record reaches its waiting invoices', () => {
  const { book, first, second } = twoOfOneVendor()
  takeFirst(book, first, 'vendor_no_match')
  const vendorId = book.view(first).invoice?.vendor?.id
  if (!vendorId) throw new Error('no vendor')
  book.do(updateVendor, { vendorId, defaultAccountCode: '601.56' })
  expect(book.keys(second)).toEqual([])
})

test('whoever draws the screen is told which other documents changed', () => {
  const { book, first, second } = twoOfOneVendor()
  const touched: DocumentId[] = []
  const vendor = book.issue(first, 'vendor_no_match')
  const { ctx } = book
  write(book.store, tx => {
    const fix = vendor.suggestions[0]?.fix ?? { type: 'reject' }
    applyFix(tx, { issueId: vendor.id, fix, note: '' }, { ...ctx, touched: id => touched.push(id) })
  })
  expect(touched).toContain(second)
})

test('what two invoices taught about an account is one lesson with both origins, forgotten as one', () => {
  const { book, first, second } = twoOfOneVendor()
  takeFirst(book, first, 'vendor_no_match')
  const vendorId = book.view(first).invoice?.vendor?.id
  if (!vendorId) throw new Error('no vendor')
  for (const documentId of [first, second]) {
    const lineIds = book.view(documentId).invoice?.lines.map(line => line.id) ?? []
    book.do(setAccount, { documentId, revision: book.revision(documentId), lineIds, accountCode: '601.56' })
  }
  const accountLessons = () => vendorLessonViews(book.store.db, vendorId).filter(({ kind }) => kind === 'account')
  const [lesson, ...others] = accountLessons()
  expect(others).toEqual([])
  expect(lesson?.source?.documentId).toBe(second)
  expect(lesson?.otherSources.map(({ documentId }) => documentId)).toEqual([first])
  const { entryId } = book.do(forgetLesson, { vendorId, lessonId: lesson?.id ?? '' })
  expect(accountLessons()).toEqual([])
  book.do(restoreLesson, { entryId })
  expect(accountLessons()).toEqual([lesson])
})

test('a correction codes anew what the machine coded for the vendor without asking, never what a person decided', () => {
  const book = new Book()
  // Sure of everything: no line asks for an account.
  book.settings = { ...book.settings, codingBars: { family: 0, subfamily: 0, account: 0 } }
  const [first, second, third] = ['A-1', 'A-2', 'A-3'].map(invoice_number => book.read({ values: { invoice_number } }))
  if (!first || !second || !third) throw new Error('three invoices expected')
  takeFirst(book, first, 'vendor_no_match')
  const give = (documentId: DocumentId, accountCode: string) => {
    const lineIds = book.view(documentId).invoice?.lines.map(line => line.id) ?? []
    book.do(setAccount, { documentId, revision: book.revision(documentId), lineIds, accountCode })
  }
  give(third, '601.58')
  give(first, '601.53')
  give(first, '601.56')
  expect(book.keys(second)).not.toContain('account_needed')
  expect(book.line(second, 1).codingEvidence.map(({ key }) => key)).toContain('same_line')
  expect(book.line(third, 1)).toMatchObject({ accountCode: '601.58', codingState: 'corrected' })
})
