import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { Check } from './subject'

/**
 * A credit note that does not say which invoice it takes back: a remark, for it posts anyway. On a page the reference may
 * merely not have been found, so there it is asked only when there is an invoice to choose.
 */
export const checkCreditNote: Check = ({ fields, details, related, creditable = [] }) => {
  const type = fields.document_type
  if (type.value !== 'credit_note') return []
  const isNamed = details?.some(({ key }) => key === 'credited_invoice' || key === 'related_invoice') ?? false
  if (isNamed || (related ?? []).length > 0) return []
  if (type.origin?.kind !== 'xml' && creditable.length === 0) return []
  const choices = creditable.map(({ documentId, intakeNumber, number, total, currency }) => ({
    key: 'link_credited',
    params: { intakeNumber, number, total, currency },
    fix: { type: 'link_credited' as const, documentId },
  }))
  return [
    {
      key: 'credit_note_unlinked',
      severity: 'low',
      subject: { type: 'field', field: 'document_type' },
      params: {},
      suggestions: [...choices, { key: 'leave_unlinked', params: {}, fix: { type: 'skip', reason: 'leave_unlinked' } }],
    },
  ]
}

const creditNoteUnlinked: IssueKind = {
  key: 'credit_note_unlinked',
  resolutions: ['link_credited', 'set_field'],
  mayWaive: always,
}

export const creditNoteCheck: IssueCheck = { check: checkCreditNote, kinds: [creditNoteUnlinked] }
