import { documentsOwnCurrency } from '../../sync/build-bill'
import type { IssueCheck, IssueKind } from './issue-kind'
import type { CheckSubject, RaisedIssue } from './subject'

/**
 * A bill in another currency than the ledger's needs an exchange rate: the document's own, when it is stated in the
 * ledger's currency, or one a person typed. Without one the ledger would silently take 1.
 */
export function checkExchangeRate({ ledgerCurrency, fields, format }: CheckSubject): RaisedIssue[] {
  const currency = fields.currency.value
  if (ledgerCurrency === undefined || currency === null || currency === ledgerCurrency) return []
  const { value, byPerson } = fields.exchange_rate
  if (value !== null && (byPerson || documentsOwnCurrency(format) === ledgerCurrency)) return []
  return [
    {
      key: 'exchange_rate_needed',
      severity: 'high',
      subject: { type: 'field', field: 'exchange_rate' },
      params: { currency, ledgerCurrency },
      suggestions: [{ key: 'type_exchange_rate', params: {}, fix: { type: 'edit_field', field: 'exchange_rate' } }],
    },
  ]
}

const exchangeRateNeeded: IssueKind = { key: 'exchange_rate_needed', resolutions: ['set_field'] }

export const exchangeRateCheck: IssueCheck = { check: checkExchangeRate, kinds: [exchangeRateNeeded] }
