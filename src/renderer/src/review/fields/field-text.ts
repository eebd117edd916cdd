import { amountFields, dateFields, type FieldName } from '../../../../shared/invoice'
import type { Text } from '../../i18n/t'

export type FieldKind = 'amount' | 'rate' | 'date' | 'currency' | 'text'

/** How a field's value is written. */
export function fieldKind(name: FieldName): FieldKind {
  if ((amountFields as readonly FieldName[]).includes(name)) return 'amount'
  if ((dateFields as readonly FieldName[]).includes(name)) return 'date'
  if (name === 'exchange_rate') return 'rate'
  return name === 'currency' ? 'currency' : 'text'
}

/** A stored value as a person reads and edits it; nothing for no value. */
export function fieldValueText(text: Text, name: string, value: string | null, currency: string | null): string {
  if (value === null || value === '') return ''
  const kind = fieldKind(name as FieldName)
  if (kind === 'amount') return text.money(value, currency)
  // A rate has as many decimals as it was given; none may be rounded away.
  if (kind === 'rate') return text.decimal(value)
  return kind === 'date' ? text.date(value) : value
}

/**
 * Stored decimal text such that no number format reads it differently: "1.500" could be fifteen hundred where points
 * group thousands, "1.5000" could not.
 */
export function inEveryFormat(value: string): string {
  return /^-?\d+\.\d{3}$/.test(value) ? `${value}0` : value
}
