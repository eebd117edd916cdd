import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { pagePicture } from '../../../../src/engine/pipeline/read/page-picture'

test('a page that is damaged says so when its picture is wanted', async () => {
  const pdf = await PDFDocument.create()
  pdf.addPage([612, 792]).drawRectangle({ x: 50, y: 50, width: 90, height: 90 })
  const whole = Buffer.from(await pdf.save({ useObjectStreams: false }))
  const first = { page: 1, turned: 0 } as const
  expect(await pagePicture(whole, 'pdf', first)).toMatchObject({ mediaType: 'image/png' })
  whole.write(' obx', whole.lastIndexOf(' obj', whole.indexOf('/Type /Page\n')))
  await expect(pagePicture(whole, 'pdf', first)).rejects.toMatchObject({ data: { code: 'corrupt_document' } })
})
