import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctedIban, isIban } from '../../../../src/engine/pipeline/check/iban'

// Examples of the SWIFT IBAN registry.
const examples = [
  'DE89370400440532013000',
  'ES9121000418450200051332',
  'GB29NWBK60161331926819',
  'FR1420041010050500013M02606',
  'NL91ABNA0417164300',
  'IT60X0542811101000000123456',
  'PT50000201231234567890154',
  'CH9300762011623852957',
  'BE68539007547034',
  'AT611904300234573201',
  'PL61109010140000071219812874',
  'CR05015202001026284066',
]

test.each(examples)('%s of the registry is an IBAN, whatever its spacing', iban => {
  expect(isIban(iban)).toBe(true)
  expect(isIban(iban.replace(/(.{4})/g, '$1 '))).toBe(true)
  expect(correctedIban(iban)).toBeUndefined()
})

test('letters where Germany has only digits become the digits they are taken for, however many', () => {
  expect(correctedIban('DE8937O4OO44O532O13OOO')).toBe('DE89370400440532013000')
  expect(correctedIban('DE89 3704 0044 0S32 0I30 00')).toBe('DE89370400440532013000')
})

test('a letter of a British bank that was read as a digit is put right', () => {
  expect(correctedIban('GB29NW8K60161331926819')).toBe('GB29NWBK60161331926819')
})

test('a digit read as another one is put right where only one correction fits', () => {
  // An 8 read for a 6, or a 7 for a 1: either would be right.
  expect(correctedIban('DE12100000000019868770')).toBeUndefined()
  expect(correctedIban('ES9121000418450200051382')).toBe('ES9121000418450200051332')
})

test('an account that is too short is never completed', () => {
  expect(correctedIban('DE8937040044053201300')).toBeUndefined()
})

test('whatever is proposed is an IBAN of the same country and length', () => {
  const damaged = fc
    .tuple(fc.constantFrom(...examples), fc.nat(40), fc.constantFrom(...'0123456789OIBSZGDQLA'))
    .map(([iban, at, sign]) => {
      const index = 4 + (at % (iban.length - 4))
      return iban.slice(0, index) + sign + iban.slice(index + 1)
    })
  fc.assert(
    fc.property(damaged, written => {
      const meant = correctedIban(written)
      if (meant === undefined) return
      expect(isIban(meant)).toBe(true)
      expect(meant).not.toBe(written)
      expect(meant.slice(0, 2)).toBe(written.slice(0, 2))
      expect(meant).toHaveLength(written.length)
    }),
  )
})

test('an O for a zero or an I for a one is always found where a country has only digits', () => {
  const onlyDigits = examples.filter(iban => /^[A-Z]{2}\d+$/.test(iban) && !iban.startsWith('CH'))
  const taken = fc.constantFrom(['0', 'O'], ['1', 'I'], ['5', 'S'], ['8', 'B'], ['6', 'G'], ['2', 'Z'])
  fc.assert(
    fc.property(fc.constantFrom(...onlyDigits), taken, (iban, [digit = '', letter = '']) => {
      const written = iban.slice(0, 4) + iban.slice(4).replaceAll(digit, letter)
      expect(correctedIban(written)).toBe(written === iban ? undefined : iban)
    }),
  )
})
