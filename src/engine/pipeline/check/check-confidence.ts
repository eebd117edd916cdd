import type { FieldName } from '../../../shared/invoice'
import type { Severity } from '../../../shared/issue'
import type { Settings } from '../../../shared/settings'
import { candidateSuggestions, currencyIfAmount, editSuggestion, keepSuggestion } from './field-suggestions'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { Check, CheckSubject, FieldNow } from './subject'

// A wrong one of these pays the wrong amount, the wrong bill or in the wrong money.
const decisive: readonly FieldName[] = ['invoice_number', 'issue_date', 'currency', 'grand_total']
// A wrong one of these books or pays wrongly, but the sums and the vendor's record would mostly tell.
const supporting: readonly FieldName[] = ['net_total', 'tax_total', 'withheld_total', 'due_date', 'payable']

/** What an outside model read is shown to a person, however low the bar is set. */
export function isSureEnough(now: Pick<FieldNow, 'probability' | 'origin' | 'byPerson'>, settings: Settings): boolean {
  return (now.byPerson || now.origin?.kind !== 'model') && now.probability >= settings.checkBar
}

/** Below this, a decisive value is as likely wrong as right: approval waits for a person. */
const coinToss = 0.5

/**
 * Values read with less than the asked-for probability. Who the seller is, is the vendor checks' matter: a matched
 * vendor makes a doubtful spelling harmless, an unmatched one stops the invoice anyway.
 */
export const checkConfidence: Check = subject => {
  const raised = []
  for (const field of [...decisive, ...supporting]) {
    const now = subject.fields[field]
    if (now.value === null || now.byPerson || isSureEnough(now, subject.settings)) continue
    // A payable equal to the total is the total said twice; the doubt about it was raised there.
    if (field === 'payable' && now.value === subject.fields.grand_total.value) continue
    raised.push({
      key: 'low_confidence' as const,
      severity: severityOf(field, now),
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

function severityOf(field: FieldName, now: FieldNow): Severity {
  return now.probability < coinToss && decisive.includes(field) ? 'high' : 'medium'
}

function suggestionsFor(subject: CheckSubject, field: FieldName, value: string) {
  const keep = keepSuggestion(subject, field, value)
  return [keep, ...candidateSuggestions(subject, field), editSuggestion(field)]
}

const lowConfidence: IssueKind = { key: 'low_confidence', resolutions: ['set_field'], mayWaive: always }

export const confidenceCheck: IssueCheck = { check: checkConfidence, kinds: [lowConfidence] }
