import type { FieldName } from '../../../shared/invoice'
import type { Suggestion } from '../../../shared/issue'
import { add, subtract, toDecimal } from '../../../shared/money'
import { amountOf, currencyOf } from './amounts'
import { candidateSuggestions, editSuggestion } from './field-suggestions'
import { holdsNoInvoice } from './check-content'
import type { IssueCheck, IssueKind } from './issue-kind'
import type { Check, CheckSubject } from './subject'

/**
 * Fields a bill cannot do without. Due date and buyer are absent on many right invoices and raise nothing; a CFDI
 * without Serie and Folio is identified by its folio fiscal.
 */
function missingFields(subject: CheckSubject): FieldName[] {
  const has = (field: FieldName) => subject.fields[field].value !== null
  const missing: FieldName[] = []
  if (!has('invoice_number') && !has('uuid')) missing.push('invoice_number')
  if (!has('issue_date')) missing.push('issue_date')
  if (!has('seller.name') && subject.vendor.match !== 'known') missing.push('seller.name')
  if (!has('grand_total')) missing.push('grand_total')
  if (!has('currency')) missing.push('currency')
  return missing
}

/** One issue per required field without a value, with what else was found on the page and what can be computed. */
export const checkRequiredFields: Check = subject => {
  if (holdsNoInvoice(subject)) return []
  return missingFields(subject).map(field => ({
    key: 'missing_required_field',
    severity: 'high',
    subject: { type: 'field', field },
    params: { field },
    suggestions: suggestionsFor(subject, field),
  }))
}

function suggestionsFor(subject: CheckSubject, field: FieldName): Suggestion[] {
  const found = candidateSuggestions(subject, field)
  const typed = editSuggestion(field)
  if (field === 'currency') {
    const currency = subject.settings.homeCurrency
    const home: Suggestion = {
      key: 'use_home_currency',
      params: { currency },
      fix: { type: 'set_field', field, value: currency },
    }
    const others = found.filter(suggestion => suggestion.params['value'] !== currency)
    return found.length > others.length ? [home, ...others, typed] : [...found, home, typed]
  }
  if (field === 'invoice_number') {
    const none: Suggestion = { key: 'has_no_number', params: {}, fix: { type: 'waive', reason: 'has_no_number' } }
    return found.length > 0 ? [...found, typed, none] : [typed, none]
  }
  if (field === 'grand_total') return [...totalFromParts(subject), ...found, typed]
  return [...found, typed]
}

function totalFromParts(subject: CheckSubject): Suggestion[] {
  const net = amountOf(subject, 'net_total')
  const tax = amountOf(subject, 'tax_total')
  if (net === null || tax === null) return []
  const currency = currencyOf(subject)
  const withheld = amountOf(subject, 'withheld_total')
  const sum = add(net, tax)
  const total = toDecimal(withheld === null ? sum : subtract(sum, withheld), currency)
  return [
    {
      key: 'use_computed_total',
      params: { total, currency: currency ?? subject.settings.homeCurrency },
      why: 'net_plus_tax',
      fix: { type: 'set_field', field: 'grand_total', value: total },
    },
  ]
}

// Without these there is no bill; only a number may truly not exist.
const missingRequiredField: IssueKind = {
  key: 'missing_required_field',
  resolutions: ['set_field'],
  mayWaive: ({ subject }) => subject.type === 'field' && subject.field === 'invoice_number',
}

export const requiredFieldsCheck: IssueCheck = { check: checkRequiredFields, kinds: [missingRequiredField] }
