import type { Suggestion } from '../../../shared/issue'
import { editSuggestion, keepSuggestion } from './field-suggestions'
import { formatInvalid } from './check-tax-ids'
import type { IssueCheck } from './issue-kind'
import type { Check } from './subject'

const dayMs = 86_400_000

/** An issue date after tomorrow is a misread one, mostly day and month swapped ("03/12" read the other way round). */
export const checkDates: Check = subject => {
  const { value, byPerson, origin } = subject.fields.issue_date
  if (value === null || byPerson || origin?.kind === 'xml') return []
  const tomorrow = isoDate(subject.now + dayMs)
  if (value <= tomorrow) return []
  const swapped = `${value.slice(0, 4)}-${value.slice(8, 10)}-${value.slice(5, 7)}`
  const suggestions: Suggestion[] = [keepSuggestion(subject, 'issue_date', value), editSuggestion('issue_date')]
  if (Number(value.slice(8, 10)) <= 12 && swapped <= tomorrow) {
    suggestions.unshift({
      key: 'swap_day_month',
      params: { field: 'issue_date', value: swapped },
      fix: { type: 'set_field', field: 'issue_date', value: swapped },
    })
  }
  return [
    {
      key: 'format_invalid',
      severity: 'medium',
      subject: { type: 'field', field: 'issue_date' },
      params: { field: 'issue_date', value, variant: 'date_in_future' },
      suggestions,
    },
  ]
}

function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

export const datesCheck: IssueCheck = { check: checkDates, kinds: [formatInvalid] }
