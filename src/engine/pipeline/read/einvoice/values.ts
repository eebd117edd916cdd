import Big from 'big.js'
import type { DecimalText } from '../../../../shared/money'
import { isDecimalText } from '../../../../shared/money'

/** A value brought to its normal form. `probability` is below 1 when the document broke its format's rule and we understood it all the same. */
export interface Normal<T extends string> {
  readonly value: T
  readonly probability: number
}

/**
 * Reads an amount as xs:decimal allows it: "+5", ".5" and "5." included; exponents, grouping, NaN and numbers too long
 * to be money are no amounts. A decimal comma is understood where it can mean nothing else ("1234,56").
 *
 * @returns undefined when the text is no amount; the caller keeps the text as it stands, never a guess
 */
export function normalAmount(text: string): Normal<DecimalText> | undefined {
  const written = /^([+-]?)(\d*)(?:([.,])(\d*))?$/.exec(text.trim())
  if (written === null) return undefined
  const [, sign = '', whole = '', separator, fraction = ''] = written
  if (whole === '' && fraction === '') return undefined
  const isComma = separator === ','
  // "1,234" may be one thousand two hundred or one and a bit: not for us to say.
  if (isComma && (fraction.length < 1 || fraction.length > 2)) return undefined
  const plain = `${sign === '-' ? '-' : ''}${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`
  const value = fraction.length > 12 ? new Big(plain).toFixed(12) : plain
  return isDecimalText(value) ? { value, probability: isComma ? 0.9 : 1 } : undefined
}

/** Amount of a text, or null where there is none or it is not readable; for lines and taxes, which have no candidates. */
export function amountOrNull(found: { readonly value: string } | undefined): DecimalText | null {
  return found === undefined ? null : (normalAmount(found.value)?.value ?? null)
}

/**
 * Reads the day of an xs:date, xs:dateTime, or a CII date of format 102 (`20260131`) as `YYYY-MM-DD`.
 * The time and its zone are left out: an invoice is dated where it was issued.
 *
 * @returns undefined when there is no such day; 30 February never becomes 2 March
 */
export function normalDate(text: string): Normal<string> | undefined {
  const written =
    /^(\d{4})-(\d{2})-(\d{2})(?![\d])/.exec(text.trim()) ??
    /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?!\d)/.exec(text.trim())
  if (written === null) return undefined
  const [, year = '', month = '', day = ''] = written
  const value = `${year}-${month}-${day}`
  const time = Date.parse(`${value}T00:00:00Z`)
  // Engines roll impossible days over instead of refusing them: only a day that comes back unchanged exists.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) return undefined
  return { value, probability: 1 }
}

/** Reads an ISO 4217 code, in capitals. */
export function normalCurrency(text: string): Normal<string> | undefined {
  const value = text.trim().toUpperCase()
  return /^[A-Z]{3}$/.test(value) ? { value, probability: 1 } : undefined
}

/** Whether an amount is in the invoice's currency; one that names none is, and so is every one where the invoice names none. */
export function isOwnCurrency(code: string | undefined, currency: string | undefined): boolean {
  return code === undefined || currency === undefined || code.toUpperCase() === currency.toUpperCase()
}

/** Sum of decimal texts with all their decimals. */
export function sum(amounts: readonly DecimalText[]): DecimalText {
  return amounts.reduce((total, amount) => total.plus(amount), new Big(0)).toFixed() as DecimalText
}

/** First amount less the others. */
export function less(from: DecimalText, ...amounts: readonly DecimalText[]): DecimalText {
  return amounts.reduce((rest, amount) => rest.minus(amount), new Big(from)).toFixed() as DecimalText
}

/** A rate written as a fraction (0.160000) in percent (16). */
export function percentOf(fraction: DecimalText): DecimalText {
  return new Big(fraction).times(100).toFixed() as DecimalText
}

/** A rate in percent without idle zeros: "16.00" is "16". */
export function plainRate(rate: DecimalText | null): DecimalText | null {
  return rate === null ? null : (new Big(rate).toFixed() as DecimalText)
}

/** An xs:boolean: "1" says the same as "true". */
export function isTrue(found: { readonly value: string } | undefined): boolean {
  return /^(true|1)$/i.test(found?.value.trim() ?? '')
}

export function negated(amount: DecimalText): DecimalText {
  return new Big(amount).neg().toFixed() as DecimalText
}

export function isZero(amount: DecimalText): boolean {
  return new Big(amount).eq(0)
}
