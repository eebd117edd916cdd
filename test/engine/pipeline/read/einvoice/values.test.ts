import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  less,
  normalAmount,
  normalCurrency,
  normalDate,
  percentOf,
  sum,
} from '../../../../../src/engine/pipeline/read/einvoice/values'
import type { DecimalText } from '../../../../../src/shared/money'

const amount = fc
  .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, decimals]) => new Big(digits).div(new Big(10).pow(decimals)).toFixed(decimals) as DecimalText)

describe('amounts', () => {
  test('plain decimals keep their value and their decimals', () => {
    fc.assert(
      fc.property(amount, text => {
        expect(normalAmount(text)).toEqual({ value: text, probability: 1 })
      }),
    )
  })

  test('taking the parts off their sum leaves nothing, whatever the decimals', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 20 }), parts => {
        expect(new Big(less(sum(parts), ...parts)).eq(0)).toBe(true)
      }),
    )
  })

  test.each([
    ['+5', '5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-.25', '-0.25'],
    [' 1160.00\n', '1160.00'],
    ['0.33333333333333333', '0.333333333333'],
  ])('%j is %s', (text, value) => expect(normalAmount(text)?.value).toBe(value))

  test.each(['', '.', '-', '1e5', 'NaN', '0x10', '1,000.00', '1,234', '1.234,50', '1 000', '--1', '9'.repeat(26)])(
    '%j is no amount',
    text => expect(normalAmount(text)).toBeUndefined(),
  )

  test('a decimal comma is understood where it can mean nothing else', () => {
    expect(normalAmount('1234,56')).toEqual({ value: '1234.56', probability: 0.9 })
  })

  test('a rate of 0.160000 is 16 percent', () => {
    expect(percentOf('0.160000' as DecimalText)).toBe('16')
  })
})

describe('dates', () => {
  test('every day that exists is read, with or without a time and its zone', () => {
    const anyDay = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(anyDay, day => {
        const iso = day.toISOString()
        const expected = { value: iso.slice(0, 10), probability: 1 }
        expect(normalDate(iso)).toEqual(expected)
        expect(normalDate(`${iso.slice(0, 10)}+02:00`)).toEqual(expected)
        expect(normalDate(iso.slice(0, 10).replaceAll('-', ''))).toEqual(expected)
      }),
    )
  })

  test.each(['2026-02-30', '20260230', '2026-13-01', '31/01/2026', '2026-1-5', 'today', ''])('%j is no day', text =>
    expect(normalDate(text)).toBeUndefined(),
  )
})

test('a currency is three letters, in capitals', () => {
  expect(normalCurrency('eur')?.value).toBe('EUR')
  expect(normalCurrency('€')).toBeUndefined()
})
