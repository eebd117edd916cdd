import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { degrees, PDFDocument, StandardFonts, rgb, type SaveOptions } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../../../src/engine/pipeline/read/read-document'
import { fixturesFolder } from '../einvoice/fixtures'
import { readOptions } from '../page/page-fixture'

const read = (bytes: Uint8Array, options = readOptions) =>
  readDocument(bytes, 'pdf', 'application/pdf', options, () => undefined)

const rows = [
  'Northern Tools Ltd',
  'INVOICE No. NT-2041',
  'Date: 2026-03-17',
  'Subtotal: $250.00',
  'Tax: $50.00',
  'Total: $300.00',
]

async function invoicePdf(
  change: (pdf: PDFDocument) => Promise<void> | void = () => undefined,
  options: SaveOptions = {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([612, 792])
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  rows.forEach((row, index) => page.drawText(row, { x: 50, y: 720 - index * 20, size: 12, font }))
  await change(pdf)
  return pdf.save(options)
}

describe('a digital PDF', () => {
  test('gives words with boxes where they stand, measured from the top left', async () => {
    const { pages, facts, format } = await read(await invoicePdf())
    expect(format).toBe('page')
    expect(pages[0]).toMatchObject({ number: 1, width: 612, height: 792, textSource: 'text_layer', rotation: 0 })
    const total = pages[0]?.words.find(word => word.text === '$300.00')
    expect(total?.box.y).toBeCloseTo(792 - 620 - 12 * 0.78, 0)
    expect(total?.box.x).toBeGreaterThan(75)
    expect(facts.chosen.grand_total?.value).toBe('300.00')
  })

  test('a page shown turned has its boxes where the reader sees them', async () => {
    const bytes = await invoicePdf(pdf => pdf.getPage(0).setRotation(degrees(90)))
    const { pages } = await read(bytes)
    expect(pages[0]).toMatchObject({ width: 792, height: 612 })
    const word = pages[0]?.words.find(({ text }) => text === 'INVOICE')
    expect(word?.box.height).toBeGreaterThan(word?.box.width ?? Infinity)
  })

  test('white, tiny and off-page text is marked hidden and decides nothing', async () => {
    const bytes = await invoicePdf(pdf => {
      const page = pdf.getPage(0)
      page.drawText('Total: $9,300.00', { x: 50, y: 300, size: 12, color: rgb(1, 1, 1) })
      page.drawText('Total: $8,300.00', { x: 50, y: 280, size: 0.5 })
      page.drawText('Total: $7,300.00', { x: 5000, y: 260, size: 12 })
    })
    const { pages, facts } = await read(bytes)
    const hidden = pages[0]?.words.filter(word => word.hidden).map(word => word.text)
    expect(hidden).toEqual(expect.arrayContaining(['$9,300.00', '$8,300.00']))
    expect(pages[0]?.words.filter(word => !word.hidden).map(word => word.text)).not.toContain('$7,300.00')
    expect(facts.chosen.grand_total?.value).toBe('300.00')
  })

  test('white text on a dark bar is seen', async () => {
    const bytes = await invoicePdf(pdf => {
      const page = pdf.getPage(0)
      page.drawRectangle({ x: 40, y: 290, width: 300, height: 30, color: rgb(0.1, 0.1, 0.3) })
      page.drawText('Amount due: $300.00', { x: 50, y: 300, size: 12, color: rgb(1, 1, 1) })
    })
    const { pages } = await read(bytes)
    expect(pages[0]?.words.filter(word => word.hidden)).toEqual([])
  })

  test('pages beyond the limit are left out with a remark, never silently', async () => {
    const bytes = await invoicePdf(pdf => {
      for (let page = 0; page < 4; page += 1) pdf.addPage()
    })
    const { pages, remarks } = await read(bytes, { ...readOptions, maxPages: 2 })
    expect(pages).toHaveLength(2)
    expect(remarks).toEqual([{ code: 'pages_left_out', params: { count: 3, read: 2 } }])
  })

  test('of a hybrid the file counts, and the place of the same value on the page lies beside it', async () => {
    const xml = readFileSync(join(fixturesFolder, 'cii-d16b.xml'))
    const bytes = await invoicePdf(async pdf => {
      const font = await pdf.embedFont(StandardFonts.Helvetica)
      pdf.addPage([612, 792]).drawText('Rechnungsnummer: R-7781', { x: 50, y: 700, size: 12, font })
      await pdf.attach(xml, 'factur-x.xml', { mimeType: 'text/xml' })
    })
    const { facts, format } = await read(bytes)
    expect(format).toBe('cii_d16b')
    expect(facts.chosen.invoice_number).toMatchObject({ value: 'R-7781', origin: { kind: 'xml' } })
    const shown = facts.candidates.filter(({ field, origin }) => field === 'invoice_number' && origin.kind === 'page')
    expect(shown).toMatchObject([{ value: 'R-7781', origin: { page: 2, text: 'R-7781' } }])
    // What only the page says is no value of the invoice.
    expect(facts.candidates.filter(({ origin }) => origin.kind === 'page').map(({ value }) => value)).not.toContain(
      'NT-2041',
    )
  })

  test('an embedded file that is no e-invoice is passed over', async () => {
    const bytes = await invoicePdf(pdf => pdf.attach(Buffer.from('<note/>'), 'note.xml', { mimeType: 'text/xml' }))
    expect((await read(bytes)).format).toBe('page')
  })

  test.each(['Filespec', 'EmbeddedFile'])('where the attachment is damaged (%s), the page counts', async type => {
    const xml = readFileSync(join(fixturesFolder, 'cii-d16b.xml'))
    const attach = (pdf: PDFDocument) => pdf.attach(xml, 'factur-x.xml', { mimeType: 'text/xml' })
    const whole = Buffer.from(await invoicePdf(attach, { useObjectStreams: false }))
    expect((await read(whole)).format).toBe('cii_d16b')
    const head = whole.lastIndexOf(' obj', whole.indexOf(`/Type /${type}\n`))
    whole.write(' obx', head)
    const { facts, format } = await read(whole)
    expect(format).toBe('page')
    expect(facts.chosen.grand_total?.value).toBe('300.00')
  })
})

describe('a PDF that cannot be read', () => {
  test.each([
    ['zero bytes', new Uint8Array(), 'empty_file'],
    ['cut off after the header', Buffer.from('%PDF-1.7\n'), 'corrupt_document'],
    ['not a PDF at all', Buffer.from('MZ and then something else'), 'corrupt_document'],
  ])('%s: %s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ data: { code } })
  })
})
