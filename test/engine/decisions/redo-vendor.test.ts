import { expect, test } from 'vitest'
import { redo, undo } from '../../../src/engine/decisions/commands'
import { SharedRows } from '../../../src/engine/decisions/shared-rows'
import { createVendor } from '../../../src/engine/vendors/lessons'
import { write } from '../../../src/engine/store/write'
import { Book } from './book'
import { takeFirst } from './settled-book'

test('a vendor whose tax id another one got meanwhile does not come back by redo: the clash is named', () => {
  const book = new Book()
  const invoice = book.read()
  takeFirst(book, invoice, 'vendor_no_match')
  book.do(undo, { documentId: invoice })
  const other = { name: 'Ruiz Ferreteros', taxId: 'EKU9003173C9', country: 'MX' }
  write(book.store, tx => createVendor(tx, other, new SharedRows(), book.ctx))
  expect(() => book.do(redo, { documentId: invoice })).toThrowError(
    expect.objectContaining({
      data: expect.objectContaining({
        code: 'vendor_tax_id_taken',
        params: { name: 'Ferretería Ruiz SA de CV', taxId: 'EKU9003173C9', holder: 'Ruiz Ferreteros' },
      }),
    }),
  )
  expect(book.view(invoice).canRedo).toBe(true)
})
