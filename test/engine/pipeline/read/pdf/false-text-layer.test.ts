import { afterAll, expect, test } from 'vitest'
import { issuesOfRemarks } from '../../../../../src/engine/decisions/reading-issues'
import { dropEngine } from '../../../../../src/engine/pipeline/read/ocr/recognise'
import { readDocument } from '../../../../../src/engine/pipeline/read/read-document'
import { readOptions } from '../page/page-fixture'
import { pdfWithMap } from './odd-fonts'

afterAll(() => dropEngine())

const lines = [
  'Invoice number: A-4077',
  'Invoice date: 2026-03-09',
  'Northwind Garden Tools Ltd, 7 Harbour Road, Dover',
  'IBAN GB33BUKB20201555555555',
  'Subtotal: 1460.00 GBP',
  'VAT 20%: 292.00 GBP',
  'Total: 1752.00 GBP',
]

/** Draws the lines as they are, while its map for copying gives other digits. */
function pdfSaying(digits: string): Uint8Array {
  return pdfWithMap(
    lines,
    [...digits].map((said, code) => [String(code), said.charCodeAt(0)] as const),
  )
}

async function remarksOf(bytes: Uint8Array) {
  const { remarks } = await readDocument(bytes, 'pdf', 'application/pdf', readOptions, () => undefined)
  return remarks
}

test('a file whose text gives another total than its page shows raises a grave issue', async () => {
  const remarks = await remarksOf(pdfSaying('0923456781'))
  const about = remarks.filter(({ code }) => code === 'text_layer_disagrees').map(({ params }) => params)
  expect(about).toContainEqual(expect.objectContaining({ page: 1, text: '9752.00 GBP' }))
  expect(about.find(({ text }) => text === '9752.00 GBP')?.['picture']).toContain('1752.00')
  const issues = issuesOfRemarks(remarks)
  expect(issues).toContainEqual(
    expect.objectContaining({
      key: 'unreadable',
      severity: 'high',
      params: expect.objectContaining({ variant: 'text_layer_disagrees' }) as object,
    }),
  )
  expect(new Set(issues.map(({ params }) => params['ref'])).size).toBe(issues.length)
})

test('a file whose text is what its page shows raises nothing', async () => {
  expect(await remarksOf(pdfSaying('0123456789'))).toEqual([])
})
