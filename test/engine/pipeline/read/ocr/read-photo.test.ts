import { createCanvas } from '@napi-rs/canvas'
import { afterAll, expect, test } from 'vitest'
import { readDocument } from '../../../../../src/engine/pipeline/read/read-document'
import { dropEngine } from '../../../../../src/engine/pipeline/read/ocr/recognise'
import { projection, type Quad } from '../../../../../src/engine/pipeline/read/ocr/warp'
import { readOptions } from '../page/page-fixture'
import { typedRows } from './typed-rows'

afterAll(dropEngine)

const [width, height] = [1100, 1500]
const lineOf = (row: number) => 200 + row * 130

/** A typed sheet, photographed from the side on a dark table. */
function photograph(quad: Quad): Buffer {
  const sheet = createCanvas(width, height)
  const type = sheet.getContext('2d')
  type.fillStyle = '#fff'
  type.fillRect(0, 0, width, height)
  type.fillStyle = '#000'
  type.font = '48px sans-serif'
  typedRows.forEach((row, index) => type.fillText(row, 100, lineOf(index)))
  const print = type.getImageData(0, 0, width, height).data
  const photo = createCanvas(1300, 1700)
  const context = photo.getContext('2d')
  context.fillStyle = '#444'
  context.fillRect(0, 0, photo.width, photo.height)
  const picture = context.getImageData(0, 0, photo.width, photo.height)
  const toPhoto = projection(quad, width, height)
  for (let y = 0; y < height; y += 0.5)
    for (let x = 0; x < width; x += 0.5) {
      const at = toPhoto(x, y)
      const from = (Math.floor(y) * width + Math.floor(x)) * 4
      picture.data.set(print.subarray(from, from + 4), (Math.floor(at.y) * photo.width + Math.floor(at.x)) * 4)
    }
  context.putImageData(picture, 0, 0)
  return photo.encodeSync('png')
}

test('a sheet photographed at an angle is read, and every box lies on its word in the photograph', async () => {
  const quad: Quad = [
    { x: 170, y: 150 },
    { x: 1120, y: 230 },
    { x: 1180, y: 1520 },
    { x: 110, y: 1450 },
  ]
  const { pages, facts, previews } = await readDocument(
    photograph(quad),
    'image',
    'image/png',
    readOptions,
    () => undefined,
  )
  expect(facts.chosen).toMatchObject({ grand_total: { value: '300.00' }, issue_date: { value: '2026-03-17' } })
  expect(pages[0]).toMatchObject({ width: 1300, height: 1700, rotation: 0 })
  expect(previews).toEqual([])

  const box = pages[0]?.words.find(word => word.text === '$300.00')?.box
  const printed = projection(quad, width, height)(330, lineOf(6) - 17)
  expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - printed.x)).toBeLessThan(15)
  expect(Math.abs((box?.y ?? 0) + (box?.height ?? 0) / 2 - printed.y)).toBeLessThan(8)
  const { origin } = facts.chosen.grand_total ?? {}
  expect(origin?.kind === 'page' && Math.abs(origin.box.y - (box?.y ?? 0))).toBeLessThan(8)
})
