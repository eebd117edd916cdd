import type { FieldName } from '../../../../shared/invoice'
import { currencyExponent } from '../../../../shared/money'
import type { ErrorData } from '../../../../shared/result'
import { fieldKind } from './field-text'
import { parseAmount } from './parse-amount'
import { parseDate } from './parse-date'

/** What decides between readings of the same text. */
export interface ParseContext {
  readonly locale: string
  readonly currency: string | null
  /** `YYYY-MM-DD` close to which a date without a year lies: the issue date, else today. */
  readonly near: string
}

export type ParsedField =
  { readonly ok: true; readonly value: string | null } | { readonly ok: false; readonly error: ErrorData }

/** Turns typed text into the value the engine stores; what cannot be understood says why instead. */
export function parseField(field: FieldName, text: string, context: ParseContext): ParsedField {
  const kind = fieldKind(field)
  if (kind === 'amount') {
    const parsed = parseAmount(text, context.locale, currencyExponent(context.currency))
    return parsed.ok ? parsed : refused(field, parsed.reason)
  }
  if (kind === 'date') {
    const parsed = parseDate(text, context.locale, context.near)
    return parsed.ok ? parsed : refused(field, parsed.reason)
  }
  const trimmed = text.trim().replace(/\s+/g, ' ')
  if (trimmed === '') return { ok: true, value: null }
  return { ok: true, value: kind === 'currency' ? trimmed.toUpperCase() : trimmed }
}

function refused(field: FieldName, reason: string): ParsedField {
  return { ok: false, error: { code: 'value_invalid', params: { field, reason }, retry: 'user' } }
}
