import { PDFDocument, StandardFonts } from 'pdf-lib'
import { expect, test } from 'vitest'
import { readDocument } from '../../../../../src/engine/pipeline/read/read-document'
import { parseThread } from '../../../../../src/engine/pipeline/read/pdf/parse-thread'
import { drawFrom, mutate } from '../../../../hostile/mutate'
import { readOptions } from '../page/page-fixture'

async function invoice(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const rows = [
    'Invoice date 2026-03-14',
    'Paper for the printer, two boxes, and pens for the office',
    'Total due 1160.00 MXN',
  ]
  for (let n = 1; n <= 3; n++) {
    const page = pdf.addPage([612, 792])
    for (const [row, text] of ['Papelera del Norte', `Invoice A-${n}13`, ...rows].entries())
      page.drawText(text, { x: 50, y: 740 - row * 20, size: 11, font })
  }
  return pdf.save({ useObjectStreams: false })
}

test('damage that the PDF parser stumbles over unseen does not end it: the document is read as far as it goes', async () => {
  const good = await invoice()
  // The parser's "End of file inside dictionary" reaches nobody who asked.
  const damaged = mutate(good, good, drawFrom(59))
  const reading = await readDocument(damaged, 'pdf', 'application/pdf', readOptions, () => undefined)
  expect(reading).toMatchObject({ format: 'none', pages: [{ number: 1, failure: null }] })
})

test('what is asked of a parser that has ended is answered at once', async () => {
  const thread = await parseThread()
  const asked = thread.answer(new Promise(() => undefined), 60_000, 'open')
  thread.end()
  await expect(asked).rejects.toMatchObject({ data: { code: 'corrupt_document' } })
})
