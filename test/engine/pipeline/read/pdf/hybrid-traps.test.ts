// Hybrid PDFs of every kind against what goes wrong between the file inside and the page around it.
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { issuesOfRemarks } from '../../../../../src/engine/decisions/reading-issues'
import { readDocument } from '../../../../../src/engine/pipeline/read/read-document'
import { trapDocuments } from '../einvoice/trap-documents'
import { readOptions } from '../page/page-fixture'

interface Page {
  readonly number: string
  readonly net: string
  readonly tax: string
  readonly total: string
}

const same: Page = { number: 'T-17', net: '100.00', tax: '21.00', total: '121.00' }

async function hybrid(xml: string, { number, net, tax, total }: Page): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const page = pdf.addPage([595, 842])
  const put = (text: string, x: number, y: number) => page.drawText(text, { x, y, size: 11, font })
  const rows = ['Peña e Hijos', 'Calle Olmo 4, 46002 Valencia', `Factura número: ${number}`, 'Fecha: 02/03/2026']
  rows.forEach((row, at) => put(row, 50, 780 - at * 18))
  const table = [
    ['Descripción', 'Cantidad', 'Precio', 'Importe'],
    ['Papel', '2', '60,00', net.replace('.', ',')],
    ['', '', 'Base imponible', net.replace('.', ',')],
    ['', '', 'IVA 21%', tax.replace('.', ',')],
    ['', '', 'Total', `${total.replace('.', ',')} EUR`],
  ]
  table.forEach((cells, row) => {
    cells.forEach((cell, column) => put(cell, [50, 250, 340, 470][column] ?? 50, 660 - row * 18))
  })
  await pdf.attach(Buffer.from(xml), 'factur-x.xml', { mimeType: 'text/xml' })
  return pdf.save()
}

async function readHybrid(xml: string, page: Page) {
  return readDocument(await hybrid(xml, page), 'pdf', 'application/pdf', readOptions, () => undefined)
}

const hybrids = trapDocuments.filter(({ format }) => /^(?:cii|zugferd|ubl)/.test(format))

describe.each(hybrids)('$name inside a PDF', ({ xml, format, hasLines }) => {
  test('counts, and a page that shows the same raises nothing', async () => {
    const reading = await readHybrid(xml, same)
    expect(reading.format).toContain(format)
    expect(reading.facts.chosen.grand_total).toMatchObject({ value: '121.00', origin: { kind: 'xml' } })
    expect(reading.remarks).toEqual([])
  })

  test('a page that shows another total is an issue with both values, and the file counts', async () => {
    const { facts, remarks } = await readHybrid(xml, { ...same, net: '110.00', tax: '23.10', total: '133.10' })
    expect(facts.chosen.grand_total?.value).toBe('121.00')
    const params = { field: 'grand_total', xml: '121.00', page: '133.10' }
    expect(remarks).toContainEqual({ code: 'xml_page_disagree', params })
    expect(issuesOfRemarks(remarks)).toContainEqual(
      expect.objectContaining({ key: 'xml_page_disagree', severity: 'high' }),
    )
  })

  test('what the file does not say is not taken from the page: no due date, and rows only where it has some', async () => {
    const { facts } = await readHybrid(xml, same)
    expect(facts.chosen.due_date).toBeUndefined()
    expect(facts.lines).toHaveLength(hasLines ? 1 : 0)
  })
})
