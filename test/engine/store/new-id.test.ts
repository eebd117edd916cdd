import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../../src/engine/store/new-id'

test('ids made in a row sort in that row, whether the clock moves on or stands still', () => {
  const ticks = fc.array(fc.constantFrom(0, 0, 0, 1, 40_000), { minLength: 2, maxLength: 200 })
  fc.assert(
    fc.property(ticks, fc.integer({ min: 0, max: 4_000_000_000_000 }), (steps, start) => {
      let now = start
      const ids = steps.map(step => newId<string>((now += step)))
      expect(ids).toEqual([...ids].sort())
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test('an id tells when it was made', () => {
  const id = newId<string>(1_700_000_000_123)
  expect(parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(1_700_000_000_123)
  expect(id[14]).toBe('7')
})
