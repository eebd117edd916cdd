import fc from 'fast-check'
import { expect, test } from 'vitest'
import { severityOfDoubt } from '../../../../src/engine/pipeline/check/doubt-severity'

const usualBar = 0.9
const rank = { low: 1, medium: 2, high: 3, critical: 4 }
const share = fc.integer({ min: 0, max: 1000 }).map(thousandths => thousandths / 1000)
const weight = fc.constantFrom('decisive' as const, 'supporting' as const)

test.each([
  ['a total at 0.89 is looked at', 'decisive', 0.89, usualBar, 'medium'],
  ['a total at 0.50, forty points below the bar, is looked at', 'decisive', 0.5, usualBar, 'medium'],
  ['a total at 0.49 blocks approval', 'decisive', 0.49, usualBar, 'high'],
  ['a due date at 0.49 is looked at', 'supporting', 0.49, usualBar, 'medium'],
  ['a due date at 0.24 blocks approval', 'supporting', 0.24, usualBar, 'high'],
  ['a total at 0.55 blocks where 0.99 is asked for', 'decisive', 0.55, 0.99, 'high'],
  ['a total at 0.55 is looked at where 0.70 is asked for', 'decisive', 0.55, 0.7, 'medium'],
  ['a total at 0.45 blocks however low the bar', 'decisive', 0.45, 0.5, 'high'],
  ['what an outside model read surely is looked at all the same', 'decisive', 0.98, usualBar, 'medium'],
] as const)('%s', (_title, field, probability, bar, severity) => {
  expect(severityOfDoubt(field, probability, bar)).toBe(severity)
})

test('a less likely reading is never milder, nor is the same reading under a higher bar', () => {
  fc.assert(
    fc.property(weight, share, share, share, share, (field, one, other, bar, otherBar) => {
      const [worse, better] = [Math.min(one, other), Math.max(one, other)]
      const [lower, higher] = [Math.min(bar, otherBar), Math.max(bar, otherBar)]
      const of = (probability: number, asked: number) => rank[severityOfDoubt(field, probability, asked)]
      expect(of(worse, bar)).toBeGreaterThanOrEqual(of(better, bar))
      expect(of(one, higher)).toBeGreaterThanOrEqual(of(one, lower))
    }),
  )
})

test('a decisive value never blocks less than a supporting one', () => {
  fc.assert(
    fc.property(share, share, (probability, bar) => {
      const of = (field: 'decisive' | 'supporting') => rank[severityOfDoubt(field, probability, bar)]
      expect(of('decisive')).toBeGreaterThanOrEqual(of('supporting'))
    }),
  )
})
