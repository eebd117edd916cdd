import { dateFields, type FieldName } from '../../shared/invoice'
import { currencyExponent } from '../../shared/money'
import { AppError } from '../../shared/result'
import { isCurrency } from '../pipeline/check/currency-codes'
import { compactTaxId } from '../pipeline/check/tax-id'
import type { DecisionContext } from './context'
import { isAmountField } from './invoice-fields'
import { typedAmount } from './typed-amount'
import { typedDate } from '../../shared/typed-date'
import { isStorable } from './value-form'

/**
 * Turns what a person typed into the form a field is stored in; an empty text empties the field.
 *
 * @param currency of the invoice, which says how many decimals its amounts have
 * @throws AppError `value_invalid` (params `field`, `reason`) when it cannot be read that way
 */
export function typedValue(
  field: FieldName,
  typed: string | null,
  currency: string | null,
  ctx: DecisionContext,
): string | null {
  const text = cleaned(typed)
  if (text === null) return null
  const value = inItsForm(field, text, currency, ctx)
  if (!isStorable(field, value)) throw new AppError('value_invalid', { field, reason: reasonOf(field) })
  return value
}

function inItsForm(field: FieldName, text: string, currency: string | null, ctx: DecisionContext): string {
  const { formatLocale, homeCurrency } = ctx.settings
  try {
    if (isAmountField(field)) return typedAmount(text, formatLocale, currencyExponent(currency))
    if (dateFields.some(date => date === field)) return typedDate(text, formatLocale, today(ctx))
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.data.code, { ...error.data.params, field })
    throw error
  }
  // "17.123" is a rate with three decimals and never seventeen thousand: a single mark is the decimal one.
  if (field === 'exchange_rate') return text.replace(/^(\d+),(\d+)$/, '$1.$2')
  if (field === 'currency') return currencyCode(text, homeCurrency)
  if (field === 'seller.tax_id' || field === 'buyer.tax_id') return compactTaxId(text)
  return field === 'uuid' ? text.toUpperCase() : text
}

// Signs that mean one currency; the others are written by half a dozen countries each.
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  '₽': 'RUB',
}

function currencyCode(text: string, homeCurrency: string): string {
  const code = signs[text] ?? (text === '$' ? homeCurrency : text.toUpperCase())
  if (!isCurrency(code)) throw new AppError('value_invalid', { field: 'currency', reason: 'currency' })
  return code
}

function reasonOf(field: FieldName): string {
  if (isAmountField(field) || field === 'exchange_rate') return 'amount'
  if (dateFields.some(date => date === field)) return 'date'
  return field === 'document_type' || field === 'currency' ? field : 'text'
}

/** Without control characters and outer blanks; null when nothing is left. */
export function cleaned(typed: string | null): string | null {
  const text = (typed ?? '').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ').trim()
  return text === '' ? null : text
}

/** The day of the decision, in the machine's own time zone: the one on the accountant's calendar. */
export function today(ctx: DecisionContext): string {
  const date = new Date(ctx.now)
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}
