import { expect, test } from 'vitest'
import { compactTaxId, correctedTaxIds, taxIdForm } from '../../../../src/engine/pipeline/check/tax-id'

test('an RFC with a right check digit is valid, and so are the generic ones that fail it', () => {
  for (const rfc of ['EKU9003173C9', 'XIQB891116QE4', 'XAXX010101000', 'XEXX010101000']) {
    expect(taxIdForm(rfc, 'MX'), rfc).toBe('valid')
  }
})

test('an RFC whose check digit contradicts the rest, or whose date does not exist, is told apart', () => {
  expect(taxIdForm('EKU9003173C8', 'MX')).toBe('wrong_check_digit')
  expect(taxIdForm('EKU9013173C9', 'MX')).toBe('wrong_form')
})

test('VAT numbers of the Union are checked by their country', () => {
  for (const vat of [
    'DE136695976',
    'FR88100000009',
    'NL809561074B01',
    'IT01598570354',
    'NO995525828MVA',
    'ESB58378431',
    'ATU74357509',
    'CHE-116.281.710 MWST',
    'EL094259216',
    'GB980 7806 84',
    'FI01141622',
    'BE0538723350',
    'PL 526-025-09-95',
    'SE556188840401',
    'IE6388047V',
    'PT501964843',
    'LU26375245',
  ]) {
    expect(taxIdForm(vat, 'MX'), vat).toBe('valid')
  }
  expect(taxIdForm('DE136695977', 'DE')).toBe('wrong_check_digit')
  expect(taxIdForm('DE12', 'DE')).toBe('wrong_form')
  expect(taxIdForm('NL85123467B01', 'NL')).toBe('wrong_form')
})

test('a number of a country we have no rule for is not called wrong', () => {
  for (const taxId of ['312345678912343', '800197268', '5133081508159', '12-3456789']) {
    expect(taxIdForm(taxId, 'MX'), taxId).toBe('not_checked')
  }
})

test('an O read for a zero in an RFC is found and put right', () => {
  expect(taxIdForm('EKU9OO3173C9', 'MX')).toBe('wrong_form')
  expect(correctedTaxIds('EKU9OO3173C9', 'MX')).toContain('EKU9003173C9')
  expect(correctedTaxIds('EKU9O03173C9', 'MX')).toEqual(['EKU9003173C9'])
})

test('spaces, dots and dashes do not make another tax id', () => {
  expect(compactTaxId('de 136-695.976')).toBe('DE136695976')
  expect(compactTaxId('ñ&a 010101 aa1')).toBe('Ñ&A010101AA1')
})
