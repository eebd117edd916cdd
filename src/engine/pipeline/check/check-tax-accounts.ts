import type { Suggestion } from '../../../shared/issue'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import { moneyParams } from './amounts'
import type { Check } from './subject'

/**
 * Taxes for which neither the chart nor a person names an account: they are booked as cost with the largest line, which is
 * right for those that cannot be recovered and wrong for the others. Where a company's own chart has no account for one
 * that is never cost, the ledger would refuse the bill: better said now than after the approval, and where one is connected
 * the approval waits for it.
 */
export const checkTaxAccounts: Check = subject =>
  (subject.taxesWithoutAccount ?? []).map(({ name, rate, amount, missing, isRefused }) => ({
    key: 'tax_account_needed',
    severity: isRefused ? 'high' : missing === null ? 'low' : 'medium',
    subject: { type: 'field', field: 'tax_total' },
    params: {
      name,
      rate: rate ?? '',
      ref: `${name} ${rate ?? ''}`.trim(),
      ...(missing === null ? {} : { variant: 'not_in_chart', account: missing }),
      ...moneyParams(subject, { amount }),
    },
    suggestions: [
      ...(missing === null ? [bookAsCost(name)] : []),
      { key: 'choose_tax_account', params: { name }, fix: { type: 'open_settings', section: 'ledger' } },
    ],
  }))

function bookAsCost(name: string): Suggestion {
  return { key: 'book_tax_as_cost', params: { name }, fix: { type: 'skip', reason: 'book_tax_as_cost' } }
}

const taxAccountNeeded: IssueKind = { key: 'tax_account_needed', resolutions: [], mayWaive: always }

export const taxAccountsCheck: IssueCheck = { check: checkTaxAccounts, kinds: [taxAccountNeeded] }
