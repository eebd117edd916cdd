import type { DetailKey } from '../../../shared/invoice'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { Check, CheckSubject, RaisedIssue } from './subject'
import { compactTaxId, isGenericTaxId, withoutCountry } from './tax-id'

/**
 * A vendor we know asks for the money at another account, or writes under another tax id. Diverted payments look exactly
 * like that, so the account stops the invoice until somebody has asked the vendor; an account that was on an approved
 * invoice once is known from then on.
 */
export const checkVendorDetails: Check = subject => [...changedAccounts(subject), ...changedTaxId(subject)]

const accountKeys: readonly DetailKey[] = ['iban', 'bank_account']

/** An account as it is compared: its letters and digits. */
function accountKey(value: string): string {
  return value.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

function changedAccounts({ details, vendorRecord }: CheckSubject): RaisedIssue[] {
  const known = new Set(vendorRecord?.bankAccounts.map(accountKey))
  if (!vendorRecord || known.size === 0) return []
  const stated = (details ?? []).filter(({ key }) => accountKeys.includes(key)).map(({ value }) => value)
  const isNew = stated.length > 0 && stated.every(value => !known.has(accountKey(value)))
  const [account] = stated
  if (!isNew || account === undefined) return []
  const params = {
    variant: 'bank_account',
    name: vendorRecord.name,
    account,
    known: vendorRecord.bankAccounts[0] ?? '',
    count: known.size,
  }
  return [
    {
      key: 'vendor_details_changed',
      severity: 'high',
      subject: { type: 'vendor' },
      params,
      suggestions: [
        { key: 'account_confirmed', params, fix: { type: 'waive', reason: 'account_confirmed' } },
        { key: 'reject_forged', params: {}, fix: { type: 'reject' } },
      ],
    },
  ]
}

/** Only where a person chose the vendor all the same: the vendor checks ask before that. */
function changedTaxId({ fields, vendorRecord }: CheckSubject): RaisedIssue[] {
  const stated = fields['seller.tax_id'].value
  const known = vendorRecord?.taxId ?? null
  if (!vendorRecord || stated === null || known === null || isGenericTaxId(stated)) return []
  if (withoutCountry(compactTaxId(stated)) === withoutCountry(compactTaxId(known))) return []
  const params = { variant: 'tax_id', name: vendorRecord.name, taxId: stated, known }
  const use = { type: 'set_field', field: 'seller.tax_id', value: known } as const
  return [
    {
      key: 'vendor_details_changed',
      severity: 'medium',
      subject: { type: 'field', field: 'seller.tax_id' },
      params,
      suggestions: [
        { key: 'use_known_tax_id', params: { taxId: known }, fix: use },
        { key: 'tax_id_confirmed', params: { taxId: stated }, fix: { type: 'waive', reason: 'tax_id_confirmed' } },
      ],
    },
  ]
}

const vendorDetailsChanged: IssueKind = {
  key: 'vendor_details_changed',
  resolutions: ['set_field', 'choose_vendor', 'create_vendor'],
  mayWaive: always,
}

export const vendorDetailsCheck: IssueCheck = { check: checkVendorDetails, kinds: [vendorDetailsChanged] }
