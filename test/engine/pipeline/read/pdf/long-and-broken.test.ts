import { PDFDocument, PDFName, PDFNumber, StandardFonts } from 'pdf-lib'
import { expect, test } from 'vitest'
import { readDocument } from '../../../../../src/engine/pipeline/read/read-document'
import { readOptions } from '../page/page-fixture'

const read = (bytes: Uint8Array, options = readOptions) =>
  readDocument(bytes, 'pdf', 'application/pdf', options, () => undefined)

/** A bank's yearly statement: thousands of amounts, dates and numbers, and nothing to pay. */
async function statement(pages: number): Promise<Uint8Array> {
  const drawn = Math.min(pages, 220)
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  let balance = 250_000
  for (let number = 1; number <= drawn; number++) {
    const page = pdf.addPage([612, 792])
    const write = (text: string, x: number, y: number) => page.drawText(text, { x, y, size: 9, font })
    write('BANCO EJEMPLO S.A.', 50, 750)
    write('ACCOUNT STATEMENT', 50, 736)
    write('Account number 0123456789', 50, 722)
    write(`Page ${number} of ${pages}`, 500, 750)
    write('Opening balance', 50, 704)
    write(balance.toFixed(2), 500, 704)
    for (const [index, x] of [50, 120, 380, 440, 500].entries())
      write(['Date', 'Description', 'Withdrawals', 'Deposits', 'Balance'][index] ?? '', x, 690)
    for (let row = 0; row < 30; row++) {
      const amount = ((number * 31 + row * 17) % 900) + 0.25
      balance += row % 2 === 0 ? amount : -amount
      const y = 676 - row * 14
      write(`2026-03-${String((row % 28) + 1).padStart(2, '0')}`, 50, y)
      write(`TRANSFER ${number * 100 + row}`, 120, y)
      write(amount.toFixed(2), row % 2 === 0 ? 440 : 380, y)
      write(balance.toFixed(2), 500, y)
    }
    write('Closing balance', 50, 240)
    write(balance.toFixed(2), 500, 240)
  }
  // Beyond what is read the last page again and again: only their number matters.
  const last = pdf.getPage(drawn - 1).node
  for (let number = drawn; number < pages; number++) {
    pdf.catalog
      .Pages()
      .Kids()
      .push(pdf.context.register(last.clone(pdf.context)))
  }
  pdf.catalog.Pages().set(PDFName.of('Count'), PDFNumber.of(pages))
  return pdf.save()
}

test.each([500, 5_000])(
  'a bank statement of %i pages is no invoice, and says how many pages were not read',
  async n => {
    const { facts, remarks, pages } = await read(await statement(n), { ...readOptions, maxPages: 200 })
    expect(facts.chosen.document_type).toMatchObject({ value: 'statement' })
    expect(pages).toHaveLength(200)
    expect(remarks).toEqual([{ code: 'pages_left_out', params: { count: n - 200, read: 200 } }])
  },
  // Two hundred pages take their time on a busy machine.
  300_000,
)

test('a page that cannot be read leaves the others readable, and the remark says which one', async () => {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const rows = [['Northern Tools Ltd', 'INVOICE No. NT-2041', 'Date: 2026-03-17'], ['broken'], ['Total: $300.00']]
  for (const row of rows) {
    const page = pdf.addPage([612, 792])
    row.forEach((text, index) => page.drawText(text, { x: 50, y: 720 - index * 20, size: 12, font }))
  }
  // A branch of the page tree whose only page is not in the file: cut off on its way here.
  const { context } = pdf
  const branch = context.register(context.obj({ Type: 'Pages', Count: 1, Kids: [context.nextRef()] }))
  pdf.catalog.Pages().Kids().set(1, branch)
  const { pages, facts, remarks } = await read(await pdf.save())
  expect(pages.map(page => page.failure)).toEqual([null, 'corrupt_document', null])
  expect(remarks).toEqual([{ code: 'page_failed', params: { page: 2, reason: 'corrupt_document' } }])
  expect(facts.chosen.invoice_number?.value).toBe('NT-2041')
  expect(facts.chosen.grand_total).toMatchObject({ value: '300.00', origin: { page: 3 } })
})
