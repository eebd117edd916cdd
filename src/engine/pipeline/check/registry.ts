import type { IssueKey } from '../../../shared/issue'
import { checkAddressee } from './check-addressee'
import { checkConfidence } from './check-confidence'
import { checkContent } from './check-content'
import { checkCreditNote } from './check-credit-note'
import { checkDates } from './check-dates'
import { checkDueAmount } from './check-due-amount'
import { checkDuplicate } from './check-duplicate'
import { checkExchangeRate } from './check-exchange-rate'
import { checkIssueDate } from './check-issue-date'
import { checkLineAmounts } from './check-line-amounts'
import { checkLinesNet } from './check-lines-net'
import { checkPayable, isNoBill } from './check-payable'
import { checkRequiredFields } from './check-required-fields'
import { checkSeal } from './check-seal'
import { checkTaxIds } from './check-tax-ids'
import { checkTaxes } from './check-taxes'
import { checkTotal } from './check-total'
import { checkVendor } from './check-vendor'
import type { Check, CheckSubject, RaisedIssue } from './subject'

/** A new check is one file and one line here; the keys say which stored issues it answers for. */
export const checks: readonly { readonly check: Check; readonly keys: readonly IssueKey[] }[] = [
  { check: checkContent, keys: [] },
  { check: checkPayable, keys: ['not_payable'] },
  { check: checkDuplicate, keys: ['duplicate_found'] },
  { check: checkRequiredFields, keys: ['missing_required_field'] },
  { check: checkTotal, keys: ['total_mismatch', 'rounding_difference'] },
  { check: checkLinesNet, keys: ['lines_net_mismatch'] },
  { check: checkTaxes, keys: ['tax_mismatch'] },
  { check: checkDueAmount, keys: ['payable_mismatch'] },
  { check: checkAddressee, keys: ['not_addressed_to_us'] },
  { check: checkVendor, keys: ['vendor_no_match', 'vendor_similar'] },
  { check: checkTaxIds, keys: ['format_invalid'] },
  { check: checkDates, keys: ['format_invalid'] },
  { check: checkExchangeRate, keys: ['exchange_rate_needed'] },
  { check: checkIssueDate, keys: ['future_or_old_date'] },
  { check: checkSeal, keys: ['seal_broken'] },
  { check: checkCreditNote, keys: ['credit_note_unlinked'] },
  { check: checkConfidence, keys: ['low_confidence'] },
  { check: checkLineAmounts, keys: ['line_mismatch'] },
]

/** One question first: whether it is a bill. The others are asked when it is. */
export function runChecks(subject: CheckSubject): RaisedIssue[] {
  if (isNoBill(subject.fields.document_type.value)) return checkPayable(subject)
  const raised = checks.flatMap(({ check }) => check(subject))
  return raised.filter(issue => issue.key !== 'low_confidence' || !raised.some(other => asksAlready(other, issue)))
}

/** A field with a question of its own (the sum, an impossible date) is not asked about a second time. */
function asksAlready(other: RaisedIssue, doubt: RaisedIssue): boolean {
  const { subject } = other
  if (other.key === 'low_confidence' || other.severity === 'low' || subject.type !== 'field') return false
  return doubt.subject.type === 'field' && subject.field === doubt.subject.field
}
