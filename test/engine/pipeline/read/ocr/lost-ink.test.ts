import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { afterAll, expect, test } from 'vitest'
import { lostInk } from '../../../../../src/engine/pipeline/read/ocr/lost-ink'
import { withLostWords } from '../../../../../src/engine/pipeline/read/ocr/lost-words'
import { fromRgba, type GreyImage } from '../../../../../src/engine/pipeline/read/ocr/pgm'
import { dropEngine, recognise, type OcrWord } from '../../../../../src/engine/pipeline/read/ocr/recognise'

afterAll(dropEngine)

const [width, height] = [1240, 900]
const letterHeight = 30

function drawn(draw: (context: SKRSContext2D) => void) {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#000'
  context.font = '40px sans-serif'
  draw(context)
  return canvas
}

function picture(draw: (context: SKRSContext2D) => void): GreyImage {
  const { data } = drawn(draw).getContext('2d').getImageData(0, 0, width, height)
  return fromRgba(data, width, height)
}

const wordAt = (text: string, x: number, baseline: number, confidence = 0.95): OcrWord => ({
  text,
  confidence,
  box: { x, y: baseline - letterHeight, width: text.length * 24, height: letterHeight + 8 },
})

/** Where a picture is darker than grey: the box around it. */
function inkBox({ pixels }: GreyImage) {
  const dark = [...pixels.keys()].filter(at => (pixels[at] ?? 255) < 128)
  const [xs, ys] = [dark.map(at => at % width), dark.map(at => Math.floor(at / width))]
  const least = (values: readonly number[]) => values.reduce((one, other) => Math.min(one, other), width)
  const most = (values: readonly number[]) => values.reduce((one, other) => Math.max(one, other), 0)
  return { left: least(xs), right: most(xs), top: least(ys), bottom: most(ys) }
}

test('a page whose every word was read has nothing left to find', () => {
  const image = picture(context => context.fillText('Subtotal 250.00', 100, 200))
  expect(lostInk(image, [wordAt('Subtotal', 100, 200), wordAt('250.00', 265, 200)]) === null).toBe(true)
})

test('a total that no word covers is left, and only that', () => {
  const image = picture(context => {
    context.fillText('Subtotal', 100, 200)
    context.fillText('Total 300.00', 100, 400)
  })
  const lost = lostInk(image, [wordAt('Subtotal', 100, 200)])
  expect(lost === null).toBe(false)
  const box = inkBox(lost ?? image)
  expect(box.top).toBeGreaterThan(400 - letterHeight - 8)
  expect(box.bottom).toBeLessThan(410)
})

test('light letters on a dark bar come out dark on white', () => {
  const image = picture(context => {
    context.fillText('Subtotal', 100, 200)
    context.fillStyle = '#246'
    context.fillRect(90, 350, 600, 70)
    context.fillStyle = '#fff'
    context.fillText('Total 300.00', 100, 400)
  })
  const lost = lostInk(image, [wordAt('Subtotal', 100, 200)])
  const box = inkBox(lost ?? image)
  expect(box.top).toBeGreaterThan(355)
  expect(box.right).toBeLessThan(400)
  const dark = (lost ?? image).pixels.filter(grey => grey < 128).length
  expect(dark).toBeLessThan(600 * 70 * 0.2)
})

test('rules and frames are no letters', () => {
  const image = picture(context => {
    context.fillText('Subtotal', 100, 200)
    context.fillRect(100, 300, 900, 3)
    context.strokeRect(100, 400, 300, 120)
    context.strokeRect(100, 400, 300, 60)
  })
  expect(lostInk(image, [wordAt('Subtotal', 100, 200)]) === null).toBe(true)
})

test('a guess gives way to a sure reading of the same place, a sure word never does', async () => {
  const image = picture(context => context.fillText('Total 300.00', 100, 400))
  const total = wordAt('Total', 100, 400)
  const guess = wordAt('me', 205, 400, 0.3)
  const found = [wordAt('300.00', 205, 400), wordAt('Tofal', 100, 400)]
  const words = await withLostWords(image, [total, guess], async () => found)
  expect(words.map(({ text }) => text)).toEqual(['Total', '300.00'])
})

test('a number printed on a bar of raster dots is read', async () => {
  const image = picture(context => {
    context.fillText('Subtotal', 100, 200)
    for (let y = 310; y < 390; y += 2) for (let x = 80; x < 1160; x += 2) context.fillRect(x, y, 1, 1)
    context.fillText('Invoice number: NT-2041', 100, 365)
  })
  const words = await withLostWords(image, [wordAt('Subtotal', 100, 200)], lost => recognise(lost, ['eng'], 200, '11'))
  expect(words.map(({ text }) => text)).toEqual(expect.arrayContaining(['Subtotal', 'Invoice', 'NT-2041']))
})
