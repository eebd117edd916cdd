import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addTurns,
  isInside,
  placeBox,
  pointOnPage,
  turnBox,
  turnedSize,
  type Turn,
} from '../../../../src/renderer/src/review/viewer/geometry'

const turn = fc.constantFrom<Turn[]>(0, 90, 180, 270)
const scale = fc.double({ min: 0.1, max: 6, noNaN: true })
const page = fc.record({
  width: fc.double({ min: 50, max: 3000, noNaN: true }),
  height: fc.double({ min: 50, max: 3000, noNaN: true }),
})
const part = fc.double({ min: 0, max: 1, noNaN: true })
const pageWithBox = fc.tuple(page, part, part, part, part).map(([size, x, y, width, height]) => ({
  size,
  box: {
    x: x * size.width,
    y: y * size.height,
    width: width * (1 - x) * size.width,
    height: height * (1 - y) * size.height,
  },
}))

describe('the box of a value', () => {
  test('stays on the page however the page is turned and zoomed', () => {
    fc.assert(
      fc.property(pageWithBox, turn, scale, ({ size, box }, turned, zoom) => {
        const placed = placeBox(box, size, { turn: turned, scale: zoom })
        const shown = turnedSize(size, turned)
        const slack = 1e-6 * (shown.width + shown.height) * zoom
        expect(placed.x).toBeGreaterThanOrEqual(-slack)
        expect(placed.y).toBeGreaterThanOrEqual(-slack)
        expect(placed.x + placed.width).toBeLessThanOrEqual(shown.width * zoom + slack)
        expect(placed.y + placed.height).toBeLessThanOrEqual(shown.height * zoom + slack)
      }),
    )
  })

  test('has the same area in points at every turn and zoom', () => {
    fc.assert(
      fc.property(pageWithBox, turn, scale, ({ size, box }, turned, zoom) => {
        const placed = placeBox(box, size, { turn: turned, scale: zoom })
        expect((placed.width * placed.height) / zoom ** 2).toBeCloseTo(box.width * box.height, 3)
      }),
    )
  })

  test('is found again by clicking anywhere inside it', () => {
    fc.assert(
      fc.property(pageWithBox, turn, scale, part, part, ({ size, box }, turned, zoom, across, down) => {
        const view = { turn: turned, scale: zoom }
        const placed = placeBox(box, size, view)
        const point = pointOnPage(
          { x: placed.x + placed.width * across, y: placed.y + placed.height * down },
          size,
          view,
        )
        expect(isInside(point, box, 1e-6 * (size.width + size.height))).toBe(true)
      }),
    )
  })

  test('is back where it was after four quarter turns', () => {
    fc.assert(
      fc.property(pageWithBox, ({ size, box }) => {
        let turned = box
        let now = size
        for (let step = 0; step < 4; step++) {
          turned = turnBox(turned, now, 90)
          now = turnedSize(now, 90)
        }
        expect(turned.x).toBeCloseTo(box.x, 6)
        expect(turned.y).toBeCloseTo(box.y, 6)
      }),
    )
  })

  test('turned by two turns one after the other lies where their sum puts it', () => {
    fc.assert(
      fc.property(pageWithBox, turn, turn, ({ size, box }, first, second) => {
        const stepwise = turnBox(turnBox(box, size, first), turnedSize(size, first), second)
        const atOnce = turnBox(box, size, addTurns(first, second))
        expect(stepwise.x).toBeCloseTo(atOnce.x, 6)
        expect(stepwise.y).toBeCloseTo(atOnce.y, 6)
        expect(stepwise.width).toBeCloseTo(atOnce.width, 6)
      }),
    )
  })
})

test('the total at the bottom right of an A4 page is at the bottom left once the page is turned clockwise', () => {
  const total = { x: 500, y: 780, width: 60, height: 12 }
  const placed = placeBox(total, { width: 595, height: 842 }, { turn: 90, scale: 2 })
  expect(placed).toEqual({ x: 100, y: 1000, width: 24, height: 120 })
})
