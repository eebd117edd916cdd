import { isDecimalText, toMinor, type MinorUnits } from '../../shared/money'
import { isStorableAmount } from './value-form'

/** Decimal text as minor units; null for nothing and for what is no amount an invoice can have. */
export function amountOrNull(amount: string | null, currency: string | null): MinorUnits | null {
  if (amount === null || !isDecimalText(amount) || !isStorableAmount(amount)) return null
  return toMinor(amount, currency)
}
