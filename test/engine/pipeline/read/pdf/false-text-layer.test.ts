import { afterAll, expect, test } from 'vitest'
import { issuesOfRemarks } from '../../../../../src/engine/decisions/reading-issues'
import { dropEngine } from '../../../../../src/engine/pipeline/read/ocr/recognise'
import { readDocument } from '../../../../../src/engine/pipeline/read/read-document'
import { readOptions } from '../page/page-fixture'

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

/** A PDF whose font draws the lines as they are, while its map for copying gives other digits. */
function pdfSaying(digits: string): Uint8Array {
  const content = lines.map((line, at) => `BT /F1 12 Tf 60 ${760 - at * 24} Td (${line}) Tj ET`).join('\n')
  const map = [...digits]
    .map((digit, code) => `<${(0x30 + code).toString(16)}> <00${(0x30 + Number(digit)).toString(16)}>`)
    .join('\n')
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def
1 begincodespacerange <00> <ff> endcodespacerange
2 beginbfrange <20> <2f> <0020> <3a> <7e> <003a> endbfrange
10 beginbfchar
${map}
endbfchar
endcmap end end`
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>',
    stream(cmap),
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = file.length
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 7\n0000000000 65535 f \n${entries}trailer << /Size 7 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  return Buffer.from(file, 'latin1')
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
