import { expect, test } from 'vitest'
import {
  actualSize,
  pageGap,
  scaleFor,
  scrollToSee,
  stackPages,
  stepZoom,
  visiblePages,
  zoomToRead,
} from '../../../../src/renderer/src/review/viewer/layout'

const a4 = { width: 595, height: 842 }

test('at 100 % an A4 page is as wide on screen as on paper', () => {
  expect(scaleFor(1, [a4], 0, 700) * a4.width).toBeCloseTo((595 / 72) * 96)
})

test('fit makes the widest page fill the pane, turned or not', () => {
  expect(scaleFor('fit', [a4], 0, 595 + 2 * pageGap)).toBeCloseTo(1)
  expect(scaleFor('fit', [a4], 90, 842 + 2 * pageGap)).toBeCloseTo(1)
})

test('zooming from an odd fit goes to the next round step and stops at the last one', () => {
  expect(stepZoom(0.93 * actualSize, 1)).toBe(1)
  expect(stepZoom(0.93 * actualSize, -1)).toBe(0.9)
  expect(stepZoom(4 * actualSize, 1)).toBe(4)
})

test('of three pages the one filling most of the pane is named first', () => {
  const column = stackPages([a4, a4, a4], 0, 1, 700)
  expect(visiblePages(column, 700, 600)).toEqual([2, 1])
  expect(visiblePages(column, 0, 400)).toEqual([1])
})

test('a value in sight is not scrolled to', () => {
  const pane = { top: 100, left: 0, width: 600, height: 500 }
  expect(scrollToSee({ x: 50, y: 300, width: 80, height: 14 }, pane)).toBeNull()
  expect(scrollToSee({ x: 50, y: 2000, width: 80, height: 14 }, pane)?.top).toBeGreaterThan(1500)
})

test('a value too small to read is zoomed to, a readable one never', () => {
  expect(zoomToRead(14, 1)).toBeNull()
  expect(zoomToRead(5, 1)).toBeGreaterThan(1 / actualSize)
})
