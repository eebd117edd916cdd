import { editSuggestion } from './field-suggestions'
import type { IssueCheck, IssueKind } from './issue-kind'
import type { Check } from './subject'

/**
 * The invoice is dated on a day up to which the books are closed: what the tax return says must not change any more.
 * Blocks until the date is put right or the period is opened; the ledger refuses such a bill in any case.
 */
export const checkClosedPeriod: Check = ({ settings, fields }) => {
  const { value } = fields.issue_date
  const { closedUntil } = settings
  if (closedUntil === null || value === null || value > closedUntil) return []
  return [
    {
      key: 'period_locked',
      severity: 'high',
      subject: { type: 'field', field: 'issue_date' },
      params: { variant: 'own', value, lockedTo: closedUntil },
      suggestions: [
        editSuggestion('issue_date'),
        { key: 'open_period', params: {}, fix: { type: 'open_settings', section: 'checks' } },
        { key: 'reject_not_payable', params: {}, fix: { type: 'reject' } },
      ],
    },
  ]
}

const periodLocked: IssueKind = { key: 'period_locked', resolutions: ['set_field', 'retry_posting'] }

export const closedPeriodCheck: IssueCheck = { check: checkClosedPeriod, kinds: [periodLocked] }
