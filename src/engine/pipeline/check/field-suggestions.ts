import { amountFields, type FieldName, type Origin } from '../../../shared/invoice'
import type { Suggestion } from '../../../shared/issue'
import type { CheckSubject } from './subject'

const candidatesOffered = 3

/** Other values found for a field, likeliest first, as one-key choices. */
export function candidateSuggestions(subject: CheckSubject, field: FieldName): Suggestion[] {
  const { value, candidates } = subject.fields[field]
  return candidates
    .filter(candidate => candidate.value !== value)
    .slice(0, candidatesOffered)
    .map(candidate => ({
      key: 'use_candidate',
      params: { field, value: candidate.value, ...currencyIfAmount(subject, field) },
      why: whyOffered(candidate.origin),
      fix: { type: 'set_field', field, value: candidate.value },
    }))
}

function whyOffered({ kind }: Origin): string {
  if (kind === 'model') return 'read_by_model'
  return kind === 'page' ? 'found_on_page' : 'also_read'
}

/** "Type it in": the page puts the cursor there. */
export function editSuggestion(field: FieldName): Suggestion {
  return { key: 'edit_field', params: { field }, fix: { type: 'edit_field', field } }
}

/** "It is right as read": the same value, now a person's word. */
export function keepSuggestion(subject: CheckSubject, field: FieldName, value: string): Suggestion {
  return {
    key: 'keep_value',
    params: { field, value, ...currencyIfAmount(subject, field) },
    fix: { type: 'set_field', field, value },
  }
}

/** Amounts are never shown without their currency. */
export function currencyIfAmount(subject: CheckSubject, field: FieldName): { currency?: string } {
  if (!amountFields.some(amount => amount === field)) return {}
  return { currency: subject.fields.currency.value ?? subject.settings.homeCurrency }
}
