import { expect, test } from 'vitest'
import { inventedExamples } from '../../../../../bench/reading-training/examples'
import { fitChoices, type WeighedChoice } from '../../../../../bench/reading-training/fit'
import { learnWeights } from '../../../../../bench/reading-training/learn'

const choice = (right: Record<string, number>, wrong: Record<string, number>): WeighedChoice => ({
  weight: 1,
  options: [
    { features: right, isRight: true },
    { features: wrong, isRight: false },
  ],
})

test('what right values have and wrong ones lack gains weight, what both have gains none', () => {
  const choices = Array.from({ length: 20 }, () => choice({ labelled: 1, printed: 1 }, { printed: 1, inSentence: 1 }))
  const weights = fitChoices(choices, 0.5)
  expect(weights['labelled']).toBeGreaterThan(1)
  expect(weights['inSentence']).toBeLessThan(-1)
  expect(weights['printed']).toBeCloseTo(0)
})

test('a feature that nothing speaks for stays at its centre', () => {
  expect(fitChoices([choice({ seen: 1 }, {})], 1, { unseen: 0.7 })['unseen']).toBe(0.7)
})

test('the same documents teach the same weights', { timeout: 120_000 }, () => {
  const few = inventedExamples().slice(0, 8)
  expect(learnWeights(few)).toEqual(learnWeights(few))
})
