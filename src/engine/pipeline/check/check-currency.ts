import type { Suggestion } from '../../../shared/issue'
import { editDistance } from '../code/spelling'
import { formatInvalid } from './check-tax-ids'
import { isCurrency } from './currency-codes'
import { editSuggestion } from './field-suggestions'
import type { IssueCheck } from './issue-kind'
import type { Check, CheckSubject } from './subject'
import { countryOfTaxId } from './tax-id'

const offered = 3

/**
 * Three letters that are no currency, e.g. MNX. Offered is what the company has to do with: first what is one slip away
 * from what was written, then by how near it is to the vendor.
 */
export const checkCurrency: Check = subject => {
  const { value, byPerson } = subject.fields.currency
  if (value === null || byPerson || isCurrency(value)) return []
  return [
    {
      key: 'format_invalid',
      severity: 'high',
      subject: { type: 'field', field: 'currency' },
      params: { field: 'currency', value, variant: 'currency' },
      suggestions: [...meantCurrencies(subject, value), editSuggestion('currency')],
    },
  ]
}

/** Why a currency is offered, the nearest to the document first. */
type Ground = 'vendor' | 'page' | 'country' | 'books' | 'home'

function meantCurrencies(subject: CheckSubject, written: string): Suggestion[] {
  const grounds = new Map<string, Ground>()
  for (const [ground, codes] of groundsOf(subject)) {
    for (const code of codes) if (isCurrency(code) && !grounds.has(code)) grounds.set(code, ground)
  }
  return [...grounds]
    .map(([code, ground]) => ({ code, ground, isSlip: editDistance(written, code, 1) <= 1 }))
    .toSorted((one, other) => Number(other.isSlip) - Number(one.isSlip))
    .slice(0, offered)
    .map(({ code, ground, isSlip }) => ({
      key: 'use_corrected',
      params: { field: 'currency', value: code, from: written, slip: isSlip ? 'yes' : 'no', ground },
      why: 'currency_ground',
      fix: { type: 'set_field', field: 'currency', value: code },
    }))
}

function groundsOf({ fields, settings, currenciesUsed }: CheckSubject): [Ground, readonly string[]][] {
  const sellerCountry = countryOfTaxId(fields['seller.tax_id'].value ?? '')
  return [
    ['vendor', currenciesUsed?.byVendor ?? []],
    ['page', fields.currency.candidates.map(({ value }) => value)],
    ['country', [currencyOfCountry[sellerCountry ?? ''] ?? '']],
    ['books', currenciesUsed?.inBooks ?? []],
    ['home', [settings.homeCurrency]],
  ]
}

const euroCountries = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ')

/** For the countries whose tax ids we know by their form. */
const currencyOfCountry: Readonly<Record<string, string>> = {
  ...Object.fromEntries(euroCountries.map(country => [country, 'EUR'])),
  CH: 'CHF',
  CZ: 'CZK',
  DK: 'DKK',
  GB: 'GBP',
  HU: 'HUF',
  MX: 'MXN',
  NO: 'NOK',
  PL: 'PLN',
  RO: 'RON',
  SE: 'SEK',
}

export const currencyCheck: IssueCheck = { check: checkCurrency, kinds: [formatInvalid] }
