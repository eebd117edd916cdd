import Big from 'big.js'
import { isDecimalText, toDecimal, toMinor, type DecimalText, type MinorUnits } from '../../shared/money'
import { isStorableAmount } from './value-form'

/** An amount in minor units of the invoice's currency, and its decimals where they go beyond those. */
export interface ExactAmount {
  readonly amount: MinorUnits
  /** Decimal text; null where the minor units say it all. */
  readonly exact: string | null
}

/** Decimal text in a currency; null for nothing and for what is no amount an invoice can have. */
export function exactAmount(text: string | null, currency: string | null): ExactAmount | null {
  if (text === null || !isDecimalText(text) || !isStorableAmount(text)) return null
  return exactIn(text, currency)
}

/**
 * The same amount counted in another currency's smallest unit. 1,160.50 MXN called yen by mistake is 1,161 JPY, and
 * 1,160.50 MXN again once the mistake is put right.
 *
 * @param from currency that `amount` is counted in; an `exact` that is no longer this amount (somebody typed another) is
 *   passed over
 */
export function inCurrency({ amount, exact }: ExactAmount, from: string | null, to: string | null): ExactAmount {
  const isSame = exact !== null && isDecimalText(exact) && toMinor(exact, from) === amount
  return exactIn(isSame ? exact : toDecimal(amount, from), to)
}

function exactIn(text: DecimalText, currency: string | null): ExactAmount {
  const amount = toMinor(text, currency)
  return { amount, exact: new Big(toDecimal(amount, currency)).eq(text) ? null : text }
}
