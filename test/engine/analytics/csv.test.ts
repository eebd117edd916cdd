import { expect, test } from 'vitest'
import { approve, setField } from '../../../src/engine/decisions/commands'
import { analyticsCsv } from '../../../src/engine/export/analytics-csv'
import { journalHead } from '../../../src/engine/store/journal'
import { readClean } from '../automation/office'
import { bookWithRuiz } from '../decisions/settled-book'
import { allTime, figuresOf } from './analytics-book'

test('the CSV has every figure with its unit and its documents, and a vendor’s name cannot become a formula', () => {
  const book = bookWithRuiz()
  const documentId = readClean(book, 1000)
  book.do(setField, { documentId, revision: book.revision(documentId), field: 'issue_date', value: '2026-03-13' })
  book.do(approve, { documentId })
  book.store.raw.prepare("UPDATE vendors SET name = '=HYPERLINK(1)'").run()
  const { issues, times, vendors, ...overview } = figuresOf(book)
  const head = journalHead(book.store.db)
  const printed = `${head.sequence} ${head.hash}`
  const csv = analyticsCsv({ period: allTime, overview, issues, times, vendors, head })
  expect(csv.split('\r\n')).toEqual(
    expect.arrayContaining([
      'from,to,figure,about,value,unit,documents,journal_head',
      `,,approved,,1,documents,1,${printed}`,
      `,,spend,'=HYPERLINK(1),1160.00,MXN,1,${printed}`,
      `,,corrected_field,issue_date,1,documents,1,${printed}`,
    ]),
  )
})
