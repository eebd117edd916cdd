import type { Text } from '../i18n/t'
import { fieldValueText } from '../review/fields/field-text'

/** A value of then as a person reads it; a document's type by its name. */
export function pastValue(text: Text, name: string, value: string | null, currency: string | null): string {
  if (value === null) return '—'
  return name === 'document_type'
    ? text.firstOf([`type.${value}`, 'type.other'])
    : fieldValueText(text, name, value, currency)
}
