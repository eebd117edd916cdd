import type { Severity, Suggestion } from '../../../shared/issue'
import { editSuggestion } from './field-suggestions'
import type { IssueCheck, IssueKind } from './issue-kind'
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
  // Waived, not set again: an id that a person stands by would still break the rule, and be asked about twice.
  const keep: Suggestion = {
    key: 'keep_value',
    params: { field, value: now.value },
    fix: { type: 'waive', reason: 'keep_as_printed' },
  }
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
 * A check digit that fails in a signed file, for a buyer or for a vendor we know stops nobody: about 1.5 % of the RFCs in
 * use fail theirs. A seller's id that cannot be one is looked at. A person who has looked is only reminded.
 */
function severityOf(subject: CheckSubject, field: string, form: string): Severity {
  const now = subject.fields['seller.tax_id']
  if (field === 'buyer.tax_id' || now.byPerson) return 'low'
  if (form === 'wrong_form') return 'medium'
  return now.origin?.kind === 'page' && subject.vendor.match !== 'known' ? 'medium' : 'low'
}

/** A value that cannot be right as it is written: tax id, date, currency, IBAN. No bill is in a currency that does not exist. */
export const formatInvalid: IssueKind = {
  key: 'format_invalid',
  resolutions: ['set_field', 'correct_iban'],
  mayWaive: ({ params }) => params['variant'] !== 'currency',
}

export const taxIdsCheck: IssueCheck = { check: checkTaxIds, kinds: [formatInvalid] }
