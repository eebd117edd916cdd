import { always, type IssueCheck, type IssueKind } from './issue-kind'
import { moneyParams } from './amounts'
import type { Check } from './subject'

/**
 * Taxes for which neither the chart nor a person names an account: they are booked as cost with the largest line, which is
 * right for those that cannot be recovered and wrong for the others.
 */
export const checkTaxAccounts: Check = subject =>
  (subject.taxesWithoutAccount ?? []).map(({ name, rate, amount }) => ({
    key: 'tax_account_needed',
    severity: 'low',
    subject: { type: 'field', field: 'tax_total' },
    params: {
      name,
      rate: rate ?? '',
      ref: `${name} ${rate ?? ''}`.trim(),
      ...moneyParams(subject, { amount }),
    },
    suggestions: [
      { key: 'book_tax_as_cost', params: { name }, fix: { type: 'skip', reason: 'book_tax_as_cost' } },
      { key: 'choose_tax_account', params: { name }, fix: { type: 'open_settings', section: 'ledger' } },
    ],
  }))

const taxAccountNeeded: IssueKind = { key: 'tax_account_needed', resolutions: [], mayWaive: always }

export const taxAccountsCheck: IssueCheck = { check: checkTaxAccounts, kinds: [taxAccountNeeded] }
