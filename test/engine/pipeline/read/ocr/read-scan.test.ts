import { createCanvas } from '@napi-rs/canvas'
import { PDFDocument } from 'pdf-lib'
import { afterAll, expect, test } from 'vitest'
import { readDocument } from '../../../../../src/engine/pipeline/read/read-document'
import { dropEngine } from '../../../../../src/engine/pipeline/read/ocr/recognise'
import { readOptions } from '../page/page-fixture'
import { typedRows } from './typed-rows'

afterAll(dropEngine)

/** A page of type, as a scanner would give it; turned by quarters. */
async function scan(turned: 0 | 90 | 180 = 0): Promise<Buffer> {
  const [width, height] = [1240, 900]
  const canvas = turned === 90 ? createCanvas(height, width) : createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  if (turned === 90) {
    context.translate(height, 0)
    context.rotate(Math.PI / 2)
  }
  if (turned === 180) {
    context.translate(width, height)
    context.rotate(Math.PI)
  }
  context.fillStyle = '#000'
  context.font = '40px sans-serif'
  typedRows.forEach((row, index) => context.fillText(row, 100, 120 + index * 90))
  return canvas.encode('png')
}

test('a picture of an invoice is read, boxes in its own pixels', async () => {
  const { pages, facts, previews } = await readDocument(
    await scan(),
    'image',
    'image/png',
    readOptions,
    () => undefined,
  )
  expect(pages[0]).toMatchObject({ width: 1240, height: 900, textSource: 'ocr' })
  expect(facts.chosen).toMatchObject({ grand_total: { value: '300.00' }, issue_date: { value: '2026-03-17' } })
  const box = pages[0]?.words.find(word => word.text === '$300.00')?.box
  expect(box?.y).toBeGreaterThan(620)
  expect(box?.y).toBeLessThan(670)
  expect(previews).toEqual([])
})

test.each([90, 180] as const)('a picture turned by %s degrees is turned back and gets a preview', async turned => {
  const { pages, facts, previews } = await readDocument(
    await scan(turned),
    'image',
    'image/png',
    readOptions,
    () => undefined,
  )
  expect(pages[0]).toMatchObject({ width: 1240, height: 900 })
  expect(facts.chosen.grand_total?.value).toBe('300.00')
  expect(previews).toHaveLength(1)
})

test('a PDF whose page is a picture is read by OCR, boxes in points of the page', async () => {
  const pdf = await PDFDocument.create()
  const picture = await pdf.embedPng(await scan())
  pdf.addPage([595, 432]).drawImage(picture, { x: 0, y: 0, width: 595, height: 432 })
  const { pages, facts } = await readDocument(await pdf.save(), 'pdf', 'application/pdf', readOptions, () => undefined)
  expect(pages[0]?.textSource).toBe('ocr')
  expect(facts.chosen.grand_total).toMatchObject({ value: '300.00', origin: { kind: 'page', by: 'ocr' } })
  const box = pages[0]?.words.find(word => word.text === '$300.00')?.box
  expect(box?.y).toBeGreaterThan(295)
  expect(box?.y).toBeLessThan(325)
})
