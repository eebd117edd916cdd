import * as mexicanRfc from 'stdnum/lib/cjs/mx/rfc.js'
import { confusions, withOneConfusion } from './confusions'
import { euVatValidators } from './eu-vat'

/** Upper case letters and digits (and the & and Ñ of Mexican names): what tax ids are stored and compared as. */
export function compactTaxId(text: string): string {
  return text
    .toUpperCase()
    .normalize('NFC')
    .replace(/[^A-Z0-9&Ñ]/g, '')
}

/** A compact tax id without the country in front: "ESB85473213" is "B85473213". */
export function withoutCountry(compact: string): string {
  return compact.replace(/^[A-Z]{2}(?=[A-Z]?\d{7,})/, '')
}

/** RFCs that stand for "the general public" and "a foreigner": they identify nobody. */
export function isGenericTaxId(taxId: string): boolean {
  const compact = compactTaxId(taxId)
  return compact === 'XAXX010101000' || compact === 'XEXX010101000'
}

/**
 * What can be said about a tax id by its form alone.
 * `wrong_check_digit`: written as the country writes them, but the last digit contradicts the others (about 1.5 % of
 * the RFCs in use do). `wrong_form`: cannot be one. `not_checked`: a scheme we hold no rule for.
 */
export type TaxIdForm = 'valid' | 'wrong_check_digit' | 'wrong_form' | 'not_checked'

const rfcPattern = /^[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{3}$/

/**
 * Checks the form of a tax id: Mexican RFC (form, date, check digit) and the VAT numbers of the European Union,
 * United Kingdom, Switzerland and Norway (by their country prefix).
 *
 * @param taxId as read, any spacing
 * @param country home country; ids without prefix are held against it when they look like one of its own
 */
export function taxIdForm(taxId: string, country: string): TaxIdForm {
  const compact = compactTaxId(taxId)
  if (isGenericTaxId(compact)) return 'valid'
  if (rfcPattern.test(compact)) return rfcForm(compact)
  const validator = euVatValidators[compact.slice(0, 2)]
  if (validator && /\d/.test(compact)) {
    return validator(compact.replace(/^NO(\d{9})$/, 'NO$1MVA'))
  }
  if (country === 'MX' && looksLikeDamagedRfc(compact)) return 'wrong_form'
  return 'not_checked'
}

/** Country a tax id is written for, as far as its form tells: an RFC is Mexican, a VAT number carries its prefix. */
export function countryOfTaxId(taxId: string): string | null {
  const compact = compactTaxId(taxId)
  if (isGenericTaxId(compact)) return null
  if (rfcPattern.test(compact)) return 'MX'
  const prefix = compact.slice(0, 2)
  if (!euVatValidators[prefix] || !/\d/.test(compact)) return null
  return prefix === 'EL' ? 'GR' : prefix === 'XI' ? 'GB' : prefix
}

function rfcForm(compact: string): TaxIdForm {
  const date = compact.slice(-9, -3)
  if (!isDayOfSomeCentury(date)) return 'wrong_form'
  return mexicanRfc.validate(compact).isValid ? 'valid' : 'wrong_check_digit'
}

/** YYMMDD that exists at least in a leap year. */
function isDayOfSomeCentury(yymmdd: string): boolean {
  const month = Number(yymmdd.slice(2, 4))
  const day = Number(yymmdd.slice(4, 6))
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return days !== undefined && day >= 1 && day <= days
}

// Twelve or thirteen characters that begin like a name and would be an RFC if a few letters were digits.
function looksLikeDamagedRfc(compact: string): boolean {
  if (compact.length < 11 || compact.length > 14 || !/^[A-ZÑ&0-9]{3}/.test(compact)) return false
  const asDigits = compact.slice(-9, -3).replace(/[OQDILZSBG]/g, '0')
  return /^\d{5,6}$/.test(asDigits) && /[A-ZÑ&]/.test(compact.slice(0, 3))
}

/**
 * Valid tax ids that differ from the one read by one confusion of recognition: one character, or the same confusion
 * wherever it occurs ("9OO1" for "9001").
 */
export function correctedTaxIds(taxId: string, country: string): string[] {
  const compact = compactTaxId(taxId)
  const found = withOneConfusion(compact)
  for (const [one, other] of confusions) {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      // The name part of an RFC keeps its letters when digits are put right.
      found.add(compact.slice(0, 3) + compact.slice(3).replaceAll(from, to))
    }
  }
  found.delete(compact)
  return [...found].filter(candidate => taxIdForm(candidate, country) === 'valid')
}
