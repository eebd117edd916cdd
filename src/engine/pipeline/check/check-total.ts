import type { AmountField } from '../../../shared/invoice'
import type { Suggestion } from '../../../shared/issue'
import { add, isDecimalText, subtract, toDecimal, toMinor, minor, type MinorUnits } from '../../../shared/money'
import { amountOf, currencyOf, moneyParams } from './amounts'
import { ruleParams } from './rule-ids'
import { keepAsPrinted, roundingDifference, roundingOf, toleratedParams } from './rounding'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { Check, CheckSubject } from './subject'

interface Totals {
  readonly net: MinorUnits
  readonly tax: MinorUnits
  readonly withheld: MinorUnits
  readonly total: MinorUnits
}

/**
 * Net and tax, less tax withheld, must equal the total. Some countries print the total before withholding
 * (FatturaPA), some after (CFDI, Facturae): either reading is right.
 */
export const checkTotal: Check = subject => {
  const totals = totalsOf(subject)
  if (!totals) return []
  const difference = differenceOf(totals)
  if (difference === 0) return []
  const params = {
    ...moneyParams(subject, { difference: minor(Math.abs(difference)), ...totals, computed: computedOf(totals) }),
    ...ruleParams(subject.format, 'total'),
    direction: difference > 0 ? 'more' : 'less',
  }
  if (Math.abs(difference) <= subject.settings.roundingTolerance) return [roundingOf('grand_total', params)]
  const learned = toleratedParams(subject, 'grand_total', difference)
  if (learned) return [roundingOf('grand_total', { ...params, ...learned, variant: 'tolerated' })]
  return [
    {
      key: 'total_mismatch',
      severity: 'high',
      subject: { type: 'field', field: 'grand_total' },
      params: { ...params, variant: totals.withheld === 0 ? 'plain' : 'withheld' },
      suggestions: [...suggestionsFor(subject, totals, params.currency), keepAsPrinted(subject, difference)],
    },
  ]
}

function totalsOf(subject: CheckSubject): Totals | null {
  const net = amountOf(subject, 'net_total')
  const tax = amountOf(subject, 'tax_total')
  const total = amountOf(subject, 'grand_total')
  if (net === null || tax === null || total === null) return null
  return { net, tax, total, withheld: amountOf(subject, 'withheld_total') ?? minor(0) }
}

function computedOf({ net, tax, withheld }: Totals): MinorUnits {
  return subtract(add(net, tax), withheld)
}

/** Printed less computed, by the reading of "total" that comes nearer. */
function differenceOf(totals: Totals): MinorUnits {
  const afterWithholding = subtract(totals.total, computedOf(totals))
  const beforeWithholding = subtract(totals.total, add(totals.net, totals.tax))
  return Math.abs(beforeWithholding) < Math.abs(afterWithholding) ? beforeWithholding : afterWithholding
}

/** Fixes that make the sum right, likeliest first: another reading of one amount, then the amount of the weakest. */
function suggestionsFor(subject: CheckSubject, totals: Totals, currency: string): Suggestion[] {
  return [...otherReadings(subject, totals, currency), ...computedAmounts(subject, totals, currency)]
}

const parts: readonly { field: AmountField; name: keyof Totals }[] = [
  { field: 'grand_total', name: 'total' },
  { field: 'net_total', name: 'net' },
  { field: 'tax_total', name: 'tax' },
  { field: 'withheld_total', name: 'withheld' },
]

/** Another value found on the document with which the sum is right is nearly always the right one. */
function otherReadings(subject: CheckSubject, totals: Totals, currency: string): Suggestion[] {
  return parts.flatMap(({ field, name }) =>
    subject.fields[field].candidates
      .filter(
        ({ value }) => isDecimalText(value) && isRight({ ...totals, [name]: toMinor(value, currencyOf(subject)) }),
      )
      .slice(0, 1)
      .map(({ value }) => ({
        key: 'use_candidate',
        params: { field, value, currency },
        why: 'makes_sum_right',
        fix: { type: 'set_field' as const, field, value },
      })),
  )
}

function isRight(totals: Totals): boolean {
  return Math.abs(differenceOf(totals)) <= 1
}

/** For each amount the value that closes the sum; the one read with the least probability comes first. */
function computedAmounts(subject: CheckSubject, totals: Totals, currency: string): Suggestion[] {
  const { net, tax, withheld, total } = totals
  const values: Readonly<Record<string, MinorUnits>> = {
    grand_total: computedOf(totals),
    net_total: add(subtract(total, tax), withheld),
    tax_total: add(subtract(total, net), withheld),
  }
  return parts
    .filter(({ field }) => (values[field] ?? -1) >= 0)
    .map(({ field }) => ({ field, weight: doubtOf(subject, field) + rateEvidence(totals, values, field, currency) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ field }) => {
      const value = toDecimal(values[field] ?? minor(0), currencyOf(subject))
      const key = `use_computed_${field.replace('grand_', '')}`
      return {
        key,
        params: { total: value, value, currency },
        why: whyOf(field),
        fix: { type: 'set_field', field, value },
      }
    })
}

/** 0 for a value a person gave, 1 for a wild guess; the total itself is doubted a little more than its parts. */
function doubtOf(subject: CheckSubject, field: AmountField): number {
  const now = subject.fields[field]
  return (now.byPerson ? 0 : 1 - now.probability) + (field === 'grand_total' ? 0.05 : 0)
}

// Standard and reduced rates in force: Mexico's, and the usual ones of the Union and Britain.
const mexicanRates = [0.16, 0.08]
const europeanRates = [0.19, 0.2, 0.21, 0.22, 0.23, 0.25, 0.07, 0.1, 0.055]

/** Net and tax that stand at a usual rate speak for each other; a tax that would stand at one speaks for itself. */
function rateEvidence(
  { net, tax }: Totals,
  values: Readonly<Record<string, MinorUnits>>,
  field: AmountField,
  currency: string,
): number {
  const rates = currency === 'MXN' ? mexicanRates : europeanRates
  const isUsual = (amount: number) => rates.some(rate => Math.abs(net * rate - amount) <= 1)
  if (field === 'grand_total') return isUsual(tax) ? 0.3 : 0
  return field === 'tax_total' && !isUsual(tax) && isUsual(values['tax_total'] ?? 0) ? 0.3 : 0
}

function whyOf(field: AmountField): string {
  if (field === 'grand_total') return 'net_plus_tax'
  return field === 'net_total' ? 'total_less_tax' : 'total_less_net'
}

const totalMismatch: IssueKind = {
  key: 'total_mismatch',
  resolutions: ['set_field', 'add_line', 'replace_lines', 'totals_from_lines'],
  mayWaive: always,
}

export const totalCheck: IssueCheck = { check: checkTotal, kinds: [totalMismatch, roundingDifference] }
