import Big from 'big.js'

/** Integer count of the currency's smallest unit (centavos for MXN, yen for JPY). Never a fraction. */
export type MinorUnits = number & { readonly __unit: 'minor' }

/** Decimal text as printed or stored, e.g. "12.345600". CFDI allows six decimals, so a float would lie. */
export type DecimalText = string & { readonly __unit: 'decimal' }

// ISO 4217: every other currency has two decimals.
const exponents: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}

const decimalPattern = /^-?\d{1,24}(\.\d{1,12})?$/

/** Decimals of a currency by ISO 4217; 2 for unknown codes. */
export function currencyExponent(currency: string | null): number {
  return (currency !== null ? exponents[currency] : undefined) ?? 2
}

/**
 * Marks an integer as minor units.
 * @throws RangeError when the value is not a safe integer
 */
export function minor(value: number): MinorUnits {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an integer of minor units: ${value}`)
  return value as MinorUnits
}

/** True for plain decimal text: optional sign, digits, point, at most 12 decimals; no exponent, no grouping. */
export function isDecimalText(text: string): text is DecimalText {
  return decimalPattern.test(text)
}

/**
 * Marks text as a decimal.
 * @throws RangeError when the text is not plain decimal
 */
export function decimal(text: string): DecimalText {
  if (!isDecimalText(text)) throw new RangeError(`not a decimal: ${text.slice(0, 40)}`)
  return text
}

/**
 * Rounds decimal text to the currency's minor units, half away from zero (the rounding of Anexo 20 and EN 16931).
 * @throws RangeError when the amount does not fit a safe integer
 */
export function toMinor(amount: DecimalText, currency: string | null): MinorUnits {
  return roundedToMinor(new Big(amount), currency)
}

function roundedToMinor(amount: Big, currency: string | null): MinorUnits {
  const scaled = amount.times(new Big(10).pow(currencyExponent(currency)))
  return minor(Number(scaled.round(0, Big.roundHalfUp).toFixed(0)))
}

/** Writes minor units as decimal text with exactly the currency's decimals: (116000, "MXN") is "1160.00". */
export function toDecimal(amount: MinorUnits, currency: string | null): DecimalText {
  const exponent = currencyExponent(currency)
  return new Big(amount).div(new Big(10).pow(exponent)).toFixed(exponent) as DecimalText
}

export function add(...amounts: readonly MinorUnits[]): MinorUnits {
  return minor(amounts.reduce((sum: number, amount) => sum + amount, 0))
}

export function subtract(from: MinorUnits, amount: MinorUnits): MinorUnits {
  return minor(from - amount)
}

/** Product of two decimals rounded to minor units, once: e.g. quantity times unit price. */
export function multiplyToMinor(left: DecimalText, right: DecimalText, currency: string | null): MinorUnits {
  return roundedToMinor(new Big(left).times(right), currency)
}
