import type { AmountField } from '../../../shared/invoice'
import { isDecimalText, toDecimal, toMinor, type MinorUnits } from '../../../shared/money'
import type { CheckSubject } from './subject'

/** An amount field in minor units of the invoice's currency; null when there is none. */
export function amountOf(subject: CheckSubject, field: AmountField): MinorUnits | null {
  const { value } = subject.fields[field]
  return value !== null && isDecimalText(value) ? toMinor(value, currencyOf(subject)) : null
}

export function currencyOf(subject: CheckSubject): string | null {
  return subject.fields.currency.value
}

/** Values of a sentence: amounts as decimal text beside their currency (the home currency while it is unknown). */
export function moneyParams(
  subject: CheckSubject,
  amounts: Readonly<Record<string, MinorUnits>>,
): Record<string, string> & { currency: string } {
  const currency = currencyOf(subject)
  const texts = Object.entries(amounts).map(([name, amount]) => [name, toDecimal(amount, currency)])
  return { ...Object.fromEntries(texts), currency: currency ?? subject.settings.homeCurrency }
}
