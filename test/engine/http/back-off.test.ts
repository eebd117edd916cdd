import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOff } from '../../../src/engine/http/back-off'

const uniform = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('a wait is never under a second and never over a quarter of an hour, however often it failed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), uniform, (failures, random) => {
      const wait = backOff(failures, () => random)
      expect(wait).toBeGreaterThanOrEqual(1_000)
      expect(wait).toBeLessThanOrEqual(15 * 60_000)
    }),
  )
})

test('the whole wait is chance, and its most doubles with each failure', () => {
  const most = [1, 2, 3, 4].map(failures => backOff(failures, () => 0.999_999_9))
  expect(most).toEqual([5_000, 10_000, 20_000, 40_000])
  expect(backOff(4, () => 0.25)).toBe(10_000)
})
