import { editSuggestion, keepSuggestion } from './field-suggestions'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { Check } from './subject'

const dayMs = 86_400_000
/** Ordinary debts between traders lapse after ten years at most (Mexico: Código de Comercio 1047). */
const yearsOfInterest = 10

/**
 * An e-invoice dated after tomorrow, or so long ago that nobody can still want it paid. A date from a page that lies in
 * the future is a reading question and asked as one.
 */
export const checkIssueDate: Check = subject => {
  const { value, byPerson, origin } = subject.fields.issue_date
  if (value === null || byPerson) return []
  const tomorrow = new Date(subject.now + dayMs).toISOString().slice(0, 10)
  const isFuture = origin?.kind === 'xml' && value > tomorrow
  const today = new Date(subject.now).toISOString().slice(0, 10)
  const oldest = `${String(Number(today.slice(0, 4)) - yearsOfInterest).padStart(4, '0')}${today.slice(4)}`
  if (!isFuture && value >= oldest) return []
  return [
    {
      key: 'future_or_old_date',
      severity: isFuture ? 'medium' : 'low',
      subject: { type: 'field', field: 'issue_date' },
      params: {
        value,
        variant: isFuture ? 'future' : 'old',
        years: Number(today.slice(0, 4)) - Number(value.slice(0, 4)),
      },
      suggestions: [keepSuggestion(subject, 'issue_date', value), editSuggestion('issue_date')],
    },
  ]
}

const futureOrOldDate: IssueKind = { key: 'future_or_old_date', resolutions: ['set_field'], mayWaive: always }

export const issueDateCheck: IssueCheck = { check: checkIssueDate, kinds: [futureOrOldDate] }
