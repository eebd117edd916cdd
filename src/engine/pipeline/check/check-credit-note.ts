import type { Check } from './subject'

/** A credit note of an e-invoice format that does not say which invoice it takes back: a remark, for it posts anyway. */
export const checkCreditNote: Check = subject => {
  const type = subject.fields.document_type
  if (type.value !== 'credit_note' || type.origin?.kind !== 'xml') return []
  const names = subject.details?.some(({ key }) => key === 'credited_invoice' || key === 'related_invoice') ?? false
  if (names) return []
  return [
    {
      key: 'credit_note_unlinked',
      severity: 'low',
      subject: { type: 'field', field: 'document_type' },
      params: {},
      suggestions: [{ key: 'leave_unlinked', params: {}, fix: { type: 'skip', reason: 'leave_unlinked' } }],
    },
  ]
}
