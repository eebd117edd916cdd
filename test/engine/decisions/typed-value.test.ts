import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedAmount, typedQuantity } from '../../../src/engine/decisions/typed-amount'
import { typedDate } from '../../../src/shared/typed-date'

const today = '2026-03-16'

test('amounts are understood in both notations when only one reading is possible', () => {
  for (const locale of ['en-GB', 'es-MX', 'de-DE', 'es-ES']) {
    for (const text of ['1,234.56', '1.234,56', '1 234,56', "1'234.56", '$1,234.56', '1234.56 MXN', '€ 1.234,56']) {
      expect(typedAmount(text, locale), `${text} in ${locale}`).toBe('1234.56')
    }
    expect(typedAmount('12,5', locale)).toBe('12.5')
    expect(typedAmount('1,234,567', locale)).toBe('1234567')
  }
})

test('"1,234" is a thousand where commas group, and a question where they do not', () => {
  expect(typedAmount('1,234', 'en-GB')).toBe('1234')
  expect(typedAmount('1.234', 'es-ES')).toBe('1234')
  expect(() => typedAmount('1.234', 'en-GB')).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ params: { reason: 'ambiguous_amount' } }) }),
  )
  expect(() => typedAmount('1,234', 'de-DE')).toThrowError()
})

test('a quantity may have three decimals: 1.250 kg is one and a quarter where the point is decimal', () => {
  expect(typedQuantity('1.250', 'en-GB')).toBe('1.25')
  expect(typedQuantity('12.345', 'es-MX')).toBe('12.345')
  expect(typedQuantity('1,250', 'de-DE')).toBe('1.25')
  expect(typedQuantity('1,250', 'en-GB')).toBe('1250')
  expect(typedQuantity('1.250', 'es-ES')).toBe('1250')
  expect(typedQuantity('=0.250*2', 'en-GB')).toBe('0.5')
})

test('sums after an equals sign are worked out exactly', () => {
  expect(typedAmount('=1200*0.16', 'en-GB')).toBe('192')
  expect(typedAmount('= (10,000.00 - 250.50) / 3', 'en-GB')).toBe('3249.833333333333')
  expect(typedAmount('=0.1+0.2', 'en-GB')).toBe('0.3')
  expect(typedAmount('=-5+2', 'en-GB')).toBe('-3')
})

test('credits are written with a minus on either side or in brackets', () => {
  for (const text of ['-100.00', '(100.00)', '100.00-', '−100.00', '-$100.00'])
    expect(typedAmount(text, 'en-GB')).toBe('-100')
})

test('two numbers are never run together into one: a sum begins with an equals sign', () => {
  for (const text of ['100+20', '100-20', '12-34', '1 2 3', '1 2345', '(100', '100)', '-5-', '1,160.00 1,160.00']) {
    expect(() => typedAmount(text, 'en-GB'), text).toThrowError()
  }
  for (const text of ['11 600.00', '11\u00a0600,00', "11'600", '+11600', '11600.00 M.N.', '$ 11,600.00 MXN']) {
    expect(typedAmount(text, 'en-GB'), text).toBe('11600')
  }
})

test('what is no amount is refused', () => {
  for (const text of ['', 'twelve', '1,23,4.5.6', '12..3', '=1/0', '=2*', '=(1', '99999999999999', '1.2.3,4,5']) {
    expect(() => typedAmount(text, 'en-GB'), text).toThrowError()
  }
})

test('amounts written by the format locale are read back as they were', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999_999 }),
      fc.constantFrom('en-GB', 'es-MX', 'de-DE', 'es-ES', 'fr-FR'),
      (cents, locale) => {
        const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100)
        expect(Number(typedAmount(written, locale))).toBe(cents / 100)
      },
    ),
  )
})

test('dates are understood as people type them', () => {
  for (const text of [
    '2026-03-12',
    '12/3/2026',
    '12.3.26',
    '12-03-2026',
    '12 mar 2026',
    '12 de marzo de 2026',
    'March 12, 2026',
    '12 mar',
    '12/3',
    '1203',
    '120326',
    '12032026',
    '20260312',
    '12th March',
  ]) {
    expect(typedDate(text, 'en-GB', today), text).toBe('2026-03-12')
  }
})

test('where the month comes first it is read first, unless only the other order makes sense', () => {
  expect(typedDate('3/12/2026', 'en-US', today)).toBe('2026-03-12')
  expect(typedDate('0312', 'en-US', today)).toBe('2026-03-12')
  expect(typedDate('25/12/2025', 'en-US', today)).toBe('2025-12-25')
  expect(typedDate('12/25/2025', 'es-MX', today)).toBe('2025-12-25')
})

test('a date without a year is the nearest one', () => {
  expect(typedDate('28 dic', 'es-MX', '2026-01-05')).toBe('2025-12-28')
  expect(typedDate('5/1', 'es-MX', '2025-12-28')).toBe('2026-01-05')
})

test('a day that does not exist is no date', () => {
  for (const text of ['30/2/2026', '31 abr', '0', '13', 'soon', '12/3/2026/1', '45 mar', '']) {
    expect(() => typedDate(text, 'en-GB', today), text).toThrowError()
  }
})
