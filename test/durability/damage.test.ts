import { expect, test } from 'vitest'
import { runDamage } from './damage'

test('two hundred flipped bits and fifty swapped pages: each is told before a wrong value is seen', async () => {
  const { flips, swaps, examples } = await runDamage({ flips: 200, swaps: 50, documents: 4, seed: 1 })
  expect(examples).toEqual([])
  for (const { wrong } of [...Object.values(flips), ...Object.values(swaps)]) expect(wrong).toBe(0)
  // Every byte of an original and of the log counts; of the store some pages are free and some bytes of its head unread.
  expect(flips.originals.noticed).toBe(flips.originals.trials)
  expect(flips.log.noticed).toBe(flips.log.trials)
  expect(swaps.log.noticed).toBe(swaps.log.trials)
  expect(flips.store.noticed).toBeGreaterThan(flips.store.trials * 0.8)
})

test('books in a vault tell of forty flipped bits and ten swapped pages no less', async () => {
  const plan = { flips: 40, swaps: 10, documents: 2, seed: 2, isInVault: true }
  const { flips, swaps, examples } = await runDamage(plan)
  expect(examples).toEqual([])
  for (const { wrong } of [...Object.values(flips), ...Object.values(swaps)]) expect(wrong).toBe(0)
  expect(flips.originals.noticed).toBe(flips.originals.trials)
  expect(flips.log.noticed).toBe(flips.log.trials)
})
