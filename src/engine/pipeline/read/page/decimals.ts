import Big from 'big.js'
import { decimal, type DecimalText } from '../../../../shared/money'

/** Exact sum of decimal texts, with as many decimals as the longest. */
export function sumOf(values: readonly DecimalText[]): DecimalText {
  const places = Math.max(0, ...values.map(value => value.split('.')[1]?.length ?? 0))
  return decimal(values.reduce((sum, value) => sum.plus(value), new Big(0)).toFixed(places))
}

export function subtracted(from: DecimalText, amount: DecimalText): DecimalText {
  return sumOf([from, negated(amount)])
}

export function negated(value: DecimalText): DecimalText {
  if (/^-?0*\.?0*$/.test(value)) return decimal(value.replace('-', ''))
  return decimal(value.startsWith('-') ? value.slice(1) : `-${value}`)
}

export function absolute(value: DecimalText): DecimalText {
  return decimal(value.replace('-', ''))
}
