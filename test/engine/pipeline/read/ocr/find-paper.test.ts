import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { findPaper } from '../../../../../src/engine/pipeline/read/ocr/find-paper'
import { fromRgba, type GreyImage } from '../../../../../src/engine/pipeline/read/ocr/pgm'

type Corners = readonly (readonly [number, number])[]

/** A grey table with a white sheet on it, some print, and a finger over one edge if wanted. */
function photograph(corners: Corners, table = '#555'): GreyImage {
  const [width, height] = [900, 1200]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = table
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#eee'
  context.beginPath()
  corners.forEach(([x, y]) => context.lineTo(x, y))
  context.fill()
  context.fillStyle = '#000'
  context.font = '30px sans-serif'
  for (let y = 350; y < 800; y += 60) context.fillText('Total 1,250.00', 300, y)
  return fromRgba(context.getImageData(0, 0, width, height).data, width, height)
}

test('a sheet seen at an angle on a darker table is found by its four corners', () => {
  const corners = [
    [140, 100],
    [740, 160],
    [780, 1080],
    [90, 1020],
  ] as const
  const quad = findPaper(photograph(corners))
  expect(quad).not.toBeNull()
  quad?.forEach(({ x, y }, at) => {
    expect(Math.hypot(x - (corners[at]?.[0] ?? 0), y - (corners[at]?.[1] ?? 0))).toBeLessThan(10)
  })
})

test('a flatbed scan has no table around it and is left as it is', () => {
  const whole = [
    [0, 0],
    [900, 0],
    [900, 1200],
    [0, 1200],
  ] as const
  expect(findPaper(photograph(whole))).toBeNull()
})

test('a sheet on a table as bright as itself is not guessed at', () => {
  const corners = [
    [140, 100],
    [740, 160],
    [780, 1080],
    [90, 1020],
  ] as const
  expect(findPaper(photograph(corners, '#ddd'))).toBeNull()
})

test('a sheet that runs out of the picture is left as it is: its far corners cannot be known', () => {
  const corners = [
    [140, 100],
    [900, 160],
    [900, 1200],
    [90, 1200],
  ] as const
  expect(findPaper(photograph(corners))).toBeNull()
})

test('a bright patch without four corners is no sheet of paper', () => {
  const round = Array.from({ length: 60 }, (_, at) => {
    const angle = (at / 60) * 2 * Math.PI
    return [450 + 380 * Math.cos(angle), 600 + 380 * Math.sin(angle)] as const
  })
  expect(findPaper(photograph(round))).toBeNull()
})
