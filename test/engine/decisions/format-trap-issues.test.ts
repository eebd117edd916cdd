// What is usual in e-invoices blocks none of them: a row that is no product, no due date, no tax number of the buyer.
import { describe, expect, test } from 'vitest'
import { recordReading } from '../../../src/engine/decisions/record-reading'
import { readEInvoice } from '../../../src/engine/pipeline/read/einvoice/read-e-invoice'
import { write } from '../../../src/engine/store/write'
import { utf8 } from '../pipeline/read/einvoice/fixtures'
import { trapDocuments } from '../pipeline/read/einvoice/trap-documents'
import { Book } from './book'

function issuesOf(xml: string) {
  const book = new Book()
  const documentId = book.receive()
  const reading = readEInvoice(utf8(xml), 'xml', 'application/xml')
  write(book.store, tx => recordReading(tx, documentId, reading, { previews: [], xmlSha256: null }, book.machine))
  book.takeDownTheRoad(documentId)
  return book.openIssues(documentId)
}

describe.each(trapDocuments)('$name', ({ xml, hasLines }) => {
  test('a missing due date and a missing tax number of the buyer are no issues', () => {
    const about = issuesOf(xml).flatMap(({ subject }) => ('field' in subject ? [subject.field] : []))
    expect(about).not.toContain('due_date')
    expect(about).not.toContain('buyer.tax_id')
  })

  test.runIf(hasLines)('a row that is not quantity times price is remarked on at most', () => {
    const aboutRows = issuesOf(xml).filter(({ key }) => key.startsWith('line_'))
    expect(aboutRows.filter(({ severity }) => severity === 'critical' || severity === 'high')).toEqual([])
  })
})
