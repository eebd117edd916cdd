// E-invoices whose amounts are right by the rules of their standard must not be questioned about them.
import { expect, test } from 'vitest'
import { recordReading } from '../../../src/engine/decisions/record-reading'
import { readEInvoice } from '../../../src/engine/pipeline/read/einvoice/read-e-invoice'
import { write } from '../../../src/engine/store/write'
import { specifiedBytes, specifiedDocuments } from '../pipeline/read/einvoice/specified-documents'
import { Book } from './book'

const aboutAmounts = /mismatch|rounding|missing_required_field/

test.each(specifiedDocuments)('$name raises no question about its amounts or a missing field', ({ name, invoices }) => {
  const asked = invoices.flatMap((_invoice, index) => {
    const book = new Book()
    const documentId = book.receive()
    const reading = readEInvoice(specifiedBytes(name), 'xml', 'application/xml', index + 1)
    write(book.store, tx => recordReading(tx, documentId, reading, { previews: [], xmlSha256: null }, book.machine))
    book.takeDownTheRoad(documentId)
    return book.openIssues(documentId)
  })
  const told = asked.filter(({ key }) => aboutAmounts.test(key)).map(({ key, params }) => ({ key, params }))
  expect(told).toEqual([])
})
