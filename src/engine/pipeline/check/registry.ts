import type { IssueKey } from '../../../shared/issue'
import { addresseeCheck } from './check-addressee'
import { bankAccountCheck } from './check-bank-account'
import { closedPeriodCheck } from './check-closed-period'
import { confidenceCheck } from './check-confidence'
import { contentCheck } from './check-content'
import { creditNoteCheck } from './check-credit-note'
import { currencyCheck } from './check-currency'
import { datesCheck } from './check-dates'
import { descriptionsCheck } from './check-descriptions'
import { dueAmountCheck } from './check-due-amount'
import { duplicateCheck } from './check-duplicate'
import { exchangeRateCheck } from './check-exchange-rate'
import { issueDateCheck } from './check-issue-date'
import { lineAmountsCheck } from './check-line-amounts'
import { linesNetCheck } from './check-lines-net'
import { checkPayable, isNoBill, notPayableCheck } from './check-payable'
import { requiredFieldsCheck } from './check-required-fields'
import { sealCheck } from './check-seal'
import { taxAccountsCheck } from './check-tax-accounts'
import { taxIdsCheck } from './check-tax-ids'
import { taxesCheck } from './check-taxes'
import { totalCheck } from './check-total'
import { vendorCheck } from './check-vendor'
import { vendorDetailsCheck } from './check-vendor-details'
import type { IssueCheck } from './issue-kind'
import type { CheckSubject, RaisedIssue } from './subject'

/** A new kind of issue is one file and one line here. */
export const checks: readonly IssueCheck[] = [
  contentCheck,
  notPayableCheck,
  duplicateCheck,
  requiredFieldsCheck,
  totalCheck,
  linesNetCheck,
  taxesCheck,
  dueAmountCheck,
  addresseeCheck,
  vendorCheck,
  vendorDetailsCheck,
  taxIdsCheck,
  bankAccountCheck,
  datesCheck,
  currencyCheck,
  exchangeRateCheck,
  issueDateCheck,
  closedPeriodCheck,
  sealCheck,
  creditNoteCheck,
  taxAccountsCheck,
  confidenceCheck,
  lineAmountsCheck,
  descriptionsCheck,
]

/** Kinds that checking raises and ends by itself. Reading raises `unreadable` too, which only reading ends. */
export const checkedKeys: ReadonlySet<IssueKey> = new Set(
  checks.flatMap(({ kinds }) => kinds.map(({ key }) => key)).filter(key => key !== 'unreadable'),
)

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
