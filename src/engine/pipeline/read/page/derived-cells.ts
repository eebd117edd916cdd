import Big from 'big.js'
import { decimal, type DecimalText } from '../../../../shared/money'
import type { LineRead } from '../../facts'

/** A price may have so many decimals when it is worked out, a quantity fewer. */
const [mostPriceDecimals, mostQuantityDecimals] = [6, 2]

/**
 * Works out the one of quantity and unit price that a row does not print: quantity × unit price = line total. The row's
 * origin says which of them was not read but calculated. Rows whose total is more than the product, and results that no one
 * would print, stay as they are.
 */
export function withDerivedCell(line: LineRead): LineRead {
  const { quantity, unitPrice, lineTotal, origin } = line
  if (lineTotal === null || origin.kind !== 'page' || line.adjustment !== undefined) return line
  if (line.priceBaseQuantity !== undefined || Number(lineTotal) === 0) return line
  if (quantity !== null && unitPrice === null && Number(quantity) !== 0) {
    const price = quotient(lineTotal, quantity, mostPriceDecimals)
    return price === null ? line : { ...line, unitPrice: price, origin: { ...origin, derived: 'unitPrice' } }
  }
  if (quantity === null && unitPrice !== null && Number(unitPrice) !== 0) {
    const count = quotient(lineTotal, unitPrice, mostQuantityDecimals)
    if (count === null || isTaxed(count)) return line
    return { ...line, quantity: count, origin: { ...origin, derived: 'quantity' } }
  }
  return line
}

/** The shortest decimal that gives the total back when multiplied; null when there is none. */
function quotient(total: DecimalText, by: DecimalText, mostDecimals: number): DecimalText | null {
  for (let decimals = 0; decimals <= mostDecimals; decimals += 1) {
    const value = new Big(total).div(by).round(decimals)
    if (value.gt(0) && value.times(by).minus(total).abs().lt(0.005)) return decimal(value.toFixed())
  }
  return null
}

/** 1.21 times the price is the price with tax, not a quantity. */
function isTaxed(ratio: DecimalText): boolean {
  const factor = Number(ratio)
  return factor !== 1 && factor > 0.5 && factor < 1.4
}
