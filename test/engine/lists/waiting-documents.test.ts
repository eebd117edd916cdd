import { expect, test } from 'vitest'
import { hold } from '../../../src/engine/decisions/commands'
import { waitingAmong } from '../../../src/engine/lists/waiting-documents'
import { Book } from '../decisions/book'

test('of the next documents those come back that need a person, in the order of the queue', () => {
  const book = new Book()
  const [first, second, third] = ['A-1', 'A-2', 'A-3'].map(number => book.read({ values: { invoice_number: number } }))
  if (!first || !second || !third) throw new Error('three documents')
  book.do(hold, { documentId: second, reason: 'ask Ana' })
  expect(waitingAmong(book.store.db, [third, second, first])).toEqual([third, first])
  expect(waitingAmong(book.store.db, [second])).toEqual([])
  expect(waitingAmong(book.store.db, [])).toEqual([])
})
