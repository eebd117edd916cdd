import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal, isDecimalText, minor, multiplyToMinor, toDecimal, toMinor } from '../../src/shared/money'

test('1160.00 MXN is 116000 centavos, 1160 JPY is 1160 yen, 1.2345 KWD is 1235 fils', () => {
  expect(toMinor(decimal('1160.00'), 'MXN')).toBe(116_000)
  expect(toMinor(decimal('1160'), 'JPY')).toBe(1160)
  expect(toMinor(decimal('1.2345'), 'KWD')).toBe(1235)
})

test('half a centavo rounds away from zero on both sides', () => {
  expect(toMinor(decimal('0.005'), 'MXN')).toBe(1)
  expect(toMinor(decimal('-0.005'), 'MXN')).toBe(-1)
})

test('0.29 × 100 is 29.00 and not 28.99', () => {
  expect(multiplyToMinor(decimal('0.29'), decimal('100'), 'MXN')).toBe(2900)
})

test('a product is rounded once: what is just below half a centavo is none', () => {
  const justBelow = decimal('0.070710678118')
  expect(multiplyToMinor(justBelow, justBelow, 'MXN')).toBe(0)
})

test('grouped, exponential and non-finite texts are not decimals', () => {
  for (const text of ['1,160.00', '1e3', 'Infinity', 'NaN', '', '.5', '5.']) expect(isDecimalText(text)).toBe(false)
})

test('minor units survive the way to decimal text and back in every currency', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom('MXN', 'JPY', 'KWD', 'CLF', 'EUR'), (amount, currency) => {
      expect(toMinor(toDecimal(minor(amount), currency), currency)).toBe(amount)
    }),
  )
})
