import { expect, test } from 'vitest'
import { reconcileBooks, watchBooks } from './watching'

test(
  'fifty edits and deletions are all reported, and in 10,000 looks not one that is none',
  { timeout: 120_000 },
  async () => {
    expect(await watchBooks(10_000, 50)).toEqual({ polls: 10_000, falseAlarms: 0, edits: 50, reported: 50 })
  },
)

test('five thousand bills are compared in at most sixty calls', { timeout: 120_000 }, async () => {
  const { calls, drifted } = await reconcileBooks(5_000)
  expect(calls).toBeLessThanOrEqual(60)
  expect(drifted).toBe(0)
})
