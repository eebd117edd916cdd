import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moved, partsOf, toggled } from '../../../src/renderer/src/review/pages/cuts'

test('cut before pages 2 and 4, five pages make three documents', () => {
  expect(partsOf([2, 4], 5)).toEqual([
    { from: 1, to: 1 },
    { from: 2, to: 3 },
    { from: 4, to: 5 },
  ])
  expect(partsOf([], 5)).toEqual([{ from: 1, to: 5 }])
})

test('a mark moves by one page, but neither off the pages nor onto another mark', () => {
  expect(moved([3], 3, 1, 5)).toEqual([4])
  expect(moved([2], 2, -1, 5)).toEqual([2])
  expect(moved([5], 5, 1, 5)).toEqual([5])
  expect(moved([3, 4], 3, 1, 5)).toEqual([3, 4])
})

test('whatever marks are set, removed and moved, every page is in exactly one document', () => {
  const count = fc.integer({ min: 2, max: 40 })
  const steps = fc.array(fc.tuple(fc.integer({ min: 2, max: 40 }), fc.constantFrom('toggle', 1, -1)), { maxLength: 30 })
  fc.assert(
    fc.property(count, steps, (pages, all) => {
      let starts: number[] = []
      for (const [page, step] of all) {
        if (page > pages) continue
        starts = step === 'toggle' ? toggled(starts, page) : moved(starts, page, step as 1 | -1, pages)
      }
      const covered = partsOf(starts, pages).flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      )
      expect(covered).toEqual(Array.from({ length: pages }, (_, index) => index + 1))
    }),
  )
})
