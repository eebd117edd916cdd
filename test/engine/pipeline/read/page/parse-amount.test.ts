import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAmount } from '../../../../../src/engine/pipeline/read/page/parse-amount'

const values = (text: string) => parseAmount(text).map(reading => reading.value)

describe('printed amounts', () => {
  test.each([
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ["1'312.50", '1312.50'],
    ['1’500.50', '1500.50'],
    ['$9,715.00', '9715.00'],
    ['R$ 2.567,00', '2567.00'],
    ['12,34,567.89', '1234567.89'],
    ['0,49 €', '0.49'],
    ['-$25.06', '-25.06'],
    ['(100.00)', '-100.00'],
    ['300.––', '300'],
    ['42', '42'],
  ])('%s is %s, and nothing else', (text, value) => {
    expect(values(text)).toEqual([value])
  })

  test('1.234 may be a thousand or one and a bit: both readings stay', () => {
    expect(values('1.234')).toEqual(['1234', '1.234'])
    expect(values('1,234')).toEqual(['1234', '1.234'])
  })

  test('a word is no amount, and no text makes the parser fail', () => {
    expect(values('Total')).toEqual([])
    fc.assert(fc.property(fc.string({ maxLength: 60 }), text => void parseAmount(text)))
  })

  test('every amount printed with two decimals in any usual style is read back exactly', () => {
    const styles = [
      { group: ',', mark: '.' },
      { group: '.', mark: ',' },
      { group: ' ', mark: ',' },
      { group: "'", mark: '.' },
      { group: '', mark: '.' },
      { group: '', mark: ',' },
    ]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_99 }), fc.constantFrom(...styles), (cents, { group, mark }) => {
        const whole = String(Math.floor(cents / 100))
        const fraction = String(cents % 100).padStart(2, '0')
        const printed = `${whole.replace(/\B(?=(\d{3})+$)/g, group)}${mark}${fraction}`
        expect(values(printed)).toEqual([`${whole}.${fraction}`])
      }),
    )
  })
})
