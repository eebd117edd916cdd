import type { FieldName } from '../../../shared/invoice'
import type { Settings } from '../../../shared/settings'
import { candidateSuggestions, currencyIfAmount, editSuggestion, keepSuggestion } from './field-suggestions'
import { doubtedFields, severityOfDoubt } from './doubt-severity'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { Check, CheckSubject, FieldNow } from './subject'

/** What an outside model read is shown to a person, however low the bar is set. */
export function isSureEnough(now: Pick<FieldNow, 'probability' | 'origin' | 'byPerson'>, settings: Settings): boolean {
  return (now.byPerson || now.origin?.kind !== 'model') && now.probability >= settings.checkBar
}

/**
 * Values read with less than the asked-for probability. Who the seller is, is the vendor checks' matter: a matched
 * vendor makes a doubtful spelling harmless, an unmatched one stops the invoice anyway.
 */
export const checkConfidence: Check = subject => {
  const raised = []
  for (const [field, weight] of doubtedFields) {
    const now = subject.fields[field]
    if (now.value === null || now.byPerson || isSureEnough(now, subject.settings)) continue
    // A payable equal to the total is the total said twice; the doubt about it was raised there.
    if (field === 'payable' && now.value === subject.fields.grand_total.value) continue
    raised.push({
      key: 'low_confidence' as const,
      severity: severityOfDoubt(weight, now.probability, subject.settings.checkBar),
      subject: { type: 'field' as const, field },
      params: {
        field,
        value: now.value,
        percent: Math.round(now.probability * 100),
        others: now.candidates.length,
        ...currencyIfAmount(subject, field),
      },
      suggestions: suggestionsFor(subject, field, now.value),
    })
  }
  return raised
}

function suggestionsFor(subject: CheckSubject, field: FieldName, value: string) {
  const keep = keepSuggestion(subject, field, value)
  return [keep, ...candidateSuggestions(subject, field), editSuggestion(field)]
}

const lowConfidence: IssueKind = { key: 'low_confidence', resolutions: ['set_field'], mayWaive: always }

export const confidenceCheck: IssueCheck = { check: checkConfidence, kinds: [lowConfidence] }
