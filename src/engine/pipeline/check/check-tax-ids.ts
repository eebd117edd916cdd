import type { Severity, Suggestion } from '../../../shared/issue'
import { editSuggestion, keepSuggestion } from './field-suggestions'
import type { Check, CheckSubject, RaisedIssue } from './subject'
import { correctedTaxIds, taxIdForm } from './tax-id'

const correctionsOffered = 3

/** Tax ids of seller and buyer: form and check digit, with what a confusion of letters and digits would explain. */
export const checkTaxIds: Check = subject => [
  ...checkTaxId(subject, 'seller.tax_id'),
  ...checkTaxId(subject, 'buyer.tax_id'),
]

function checkTaxId(subject: CheckSubject, field: 'seller.tax_id' | 'buyer.tax_id'): RaisedIssue[] {
  const now = subject.fields[field]
  if (now.value === null) return []
  const form = taxIdForm(now.value, subject.settings.country)
  if (form === 'valid' || form === 'not_checked') return []
  const corrected: Suggestion[] = correctedTaxIds(now.value, subject.settings.country)
    .slice(0, correctionsOffered)
    .map(value => ({
      key: 'use_corrected',
      params: { field, value, from: now.value ?? '' },
      why: 'valid_check_digit',
      fix: { type: 'set_field', field, value },
    }))
  const keep: Suggestion = now.byPerson
    ? { key: 'keep_as_printed', params: {}, fix: { type: 'waive', reason: 'keep_as_printed' } }
    : keepSuggestion(subject, field, now.value)
  return [
    {
      key: 'format_invalid',
      severity: severityOf(subject, field, form),
      subject: { type: 'field', field },
      params: { field, value: now.value, variant: form },
      // An e-invoice was signed with its id: there is nothing to correct, only to know.
      suggestions: now.origin?.kind !== 'page' ? [keep, ...corrected] : [...corrected, keep, editSuggestion(field)],
    },
  ]
}

/**
 * Ids of a signed file, of a buyer or of a vendor we know stop nobody: about 1.5 % of the RFCs in use fail their check
 * digit. A person who has looked is not asked to look again, only reminded.
 */
function severityOf(subject: CheckSubject, field: string, form: string): Severity {
  const now = field === 'seller.tax_id' ? subject.fields['seller.tax_id'] : subject.fields['buyer.tax_id']
  if (field === 'buyer.tax_id' || now.byPerson || now.origin?.kind !== 'page') return 'low'
  return form === 'wrong_form' || subject.vendor.match !== 'known' ? 'medium' : 'low'
}
