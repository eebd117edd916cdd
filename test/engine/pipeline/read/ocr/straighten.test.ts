import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { fromRgba, type GreyImage } from '../../../../../src/engine/pipeline/read/ocr/pgm'
import { skewOf } from '../../../../../src/engine/pipeline/read/ocr/skew'
import { turnPoint, unchanged, upright } from '../../../../../src/engine/pipeline/read/ocr/straighten'
import { projection, warp, type Quad } from '../../../../../src/engine/pipeline/read/ocr/warp'

const quad: Quad = [
  { x: 140, y: 100 },
  { x: 740, y: 160 },
  { x: 780, y: 1080 },
  { x: 90, y: 1020 },
]

test('the corners of a straightened sheet lie exactly on its corners in the photograph', () => {
  const toSource = projection(quad, 700, 1000)
  const corners = [toSource(0, 0), toSource(700, 0), toSource(700, 1000), toSource(0, 1000)]
  corners.forEach(({ x, y }, at) => {
    expect(x).toBeCloseTo(quad[at]?.x ?? 0, 6)
    expect(y).toBeCloseTo(quad[at]?.y ?? 0, 6)
  })
})

test('the middle of a sheet is where its diagonals cross, as perspective demands', () => {
  const { x, y } = projection(quad, 700, 1000)(350, 500)
  const [a, b, c, d] = quad
  const onDiagonal = (from: { x: number; y: number }, to: { x: number; y: number }) =>
    (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)
  expect(onDiagonal(a, c)).toBeCloseTo(0, 3)
  expect(onDiagonal(b, d)).toBeCloseTo(0, 3)
})

test('what lies outside the photograph is white paper', () => {
  const dark: GreyImage = { width: 4, height: 4, pixels: new Uint8Array(16).fill(10) }
  const shifted = warp(dark, (x, y) => ({ x: x - 2, y }), 4, 4)
  expect([...shifted.pixels.subarray(0, 4)]).toEqual([255, 255, 10, 10])
})

function typed(degrees: number): GreyImage {
  const [width, height] = [900, 1200]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.translate(width / 2, height / 2)
  context.rotate((degrees * Math.PI) / 180)
  context.fillStyle = '#000'
  context.font = '26px sans-serif'
  for (let row = 0; row < 18; row += 1) context.fillText('Consulting services in March 1,250.00', -330, -450 + row * 50)
  return fromRgba(context.getImageData(0, 0, width, height).data, width, height)
}

test.each([-3, -1, 1.5, 4])('a page scanned %s degrees aslant is measured to a quarter of a degree', degrees => {
  expect(Math.abs(skewOf(typed(degrees)) - degrees)).toBeLessThanOrEqual(0.25)
})

test('a straight page is not turned', () => {
  expect(skewOf(typed(0))).toBe(0)
})

test('a page scanned aslant comes out straight, and its points are found again on the original', () => {
  const { image, toSource, isChanged } = upright(unchanged(typed(2)), 0)
  expect(isChanged).toBe(true)
  expect(skewOf(image)).toBe(0)
  const radians = (2 * Math.PI) / 180
  const { x, y } = toSource(450 + 300, 600)
  expect(Math.hypot(x - (450 + 300 * Math.cos(radians)), y - (600 + 300 * Math.sin(radians)))).toBeLessThan(1.5)
})

test('a page on its side is turned, and its points are found again on the original', () => {
  const { image, toSource, isChanged } = upright(unchanged(typed(0)), 90)
  expect([image.width, image.height, isChanged]).toEqual([1200, 900, false])
  // A quarter clockwise: the top left of the original is the top right of the turned page.
  expect(toSource(1200, 0)).toEqual({ x: 0, y: 0 })
  expect(turnPoint({ x: 0, y: 0 }, 900, 1200, 90)).toEqual({ x: 1200, y: 0 })
})
