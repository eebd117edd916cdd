import { expect, test } from 'vitest'
import { csvHeader, csvRow } from '../../../src/engine/export/csv'
import type { DocumentRecord } from '../../../src/engine/export/record'

const record: DocumentRecord = {
  file: 'A-1182.xml',
  sha256: 'ab'.repeat(32),
  intake_number: 7,
  format: 'cfdi_4.0',
  state: 'needs_review',
  reason: null,
  part: null,
  duplicate_of: null,
  document_type: 'credit_note',
  invoice_number: 'A-1182',
  issue_date: '2026-03-12',
  due_date: null,
  currency: 'MXN',
  seller: { name: 'Ferretería Ruiz, SA de CV', tax_id: 'FRU900101AB1' },
  buyer: { name: 'Comercial "Sierra"', tax_id: null },
  net_total: '-10000.00',
  tax_total: '-1600.00',
  withheld_total: null,
  grand_total: '-11600.00',
  payable: '-11600.00',
  uuid: null,
  lines: [],
  issues: [{ key: 'total_mismatch', severity: 'high' }],
  confidence: {},
  origin: {},
  journal_head: null,
  ms: 4,
}

function cellOf(column: string, changed: Partial<DocumentRecord>): string {
  const names = csvHeader.trim().split(',')
  // Enough of a reader for cells without line ends.
  const cells = [
    ...csvRow({ ...record, ...changed })
      .trim()
      .matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g),
  ].map(match => match[1] ?? '')
  return cells[names.indexOf(column)] ?? ''
}

test('a document is one row, quoted where it must be, its amounts plain numbers', () => {
  expect(csvRow(record).endsWith('\r\n')).toBe(true)
  expect(cellOf('seller_name', {})).toBe('"Ferretería Ruiz, SA de CV"')
  expect(cellOf('buyer_name', {})).toBe('"Comercial ""Sierra"""')
  expect(cellOf('grand_total', {})).toBe('-11600.00')
  expect(cellOf('due_date', {})).toBe('')
  expect(cellOf('issues', {})).toBe('total_mismatch')
})

test.each(['=HYPERLINK("http://127.0.0.1:9")', '+1+2', '-2+3', '@SUM(A1)', '\t=1', ' =1+1', '＝1+1'])(
  'text a spreadsheet would run stays text: %j',
  text => {
    expect(cellOf('file', { file: text }).replace(/^"/, '')).toMatch(/^'/)
    expect(cellOf('invoice_number', { invoice_number: text }).replace(/^"/, '')).toMatch(/^'/)
  },
)

test('a line end in a name stays inside its cell', () => {
  expect(csvRow({ ...record, file: 'a\r\n=cmd' })).toContain('"a\r\n=cmd"')
})
