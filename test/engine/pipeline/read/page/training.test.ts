import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrationError, errorOfChance } from '../../../../../bench/reading-accuracy/claims'
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

/** So many claims of a probability, of which that share comes true. */
const claims = (count: number, probability: number, trueOnes: number) =>
  Array.from({ length: count }, (_, at) => ({ probability, isRight: at < trueOnes }))

test('claims of three in four that come true three times in four are calibrated, however few they are', () => {
  expect(calibrationError(claims(8, 0.75, 6))).toBeCloseTo(0)
  expect(calibrationError(claims(8, 0.75, 8))).toBeCloseTo(0.25)
})

test('chance alone makes an error of 12 points among 8 such claims, and of less the more there are', () => {
  expect(errorOfChance(claims(8, 0.75, 6))).toBeCloseTo(0.122, 3)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (count, p) => {
      expect(errorOfChance(claims(4 * count, p, 0))).toBeCloseTo(errorOfChance(claims(count, p, 0)) / 2)
    }),
  )
})
