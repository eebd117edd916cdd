import { add, isDecimalText, minor, multiplyToMinor, subtract, toDecimal, type MinorUnits } from '../../../shared/money'
import { amountOf, currencyOf, moneyParams } from './amounts'
import { ruleParams } from './rule-ids'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { CheckSubject, RaisedIssue, TaxNow } from './subject'

/**
 * The tax summary of an e-invoice against itself: its rows add up to the tax total (BR-CO-14; Anexo 20), and each tax is
 * its rate of its base (BR-CO-17). Rows found on a page are weighed where they are read, not here.
 */
export function checkTaxes(subject: CheckSubject): RaisedIssue[] {
  const rows = (subject.taxes ?? []).filter(({ origin }) => origin?.kind === 'xml')
  return [
    ...checkSum(subject, rows, 'transferred'),
    ...checkSum(subject, rows, 'withheld'),
    ...checkRates(subject, rows),
  ]
}

function checkSum(subject: CheckSubject, rows: readonly TaxNow[], kind: TaxNow['kind']): RaisedIssue[] {
  const field = kind === 'transferred' ? 'tax_total' : 'withheld_total'
  const told = amountOf(subject, field)
  const own = rows.filter(row => row.kind === kind)
  if (told === null || own.length === 0 || subject.fields[field].byPerson) return []
  const sum = own.reduce((total, { amount }) => add(total, amount), minor(0))
  const difference = subtract(told, sum)
  // Rows with more decimals than the currency are stored rounded: half a unit each.
  const tolerance = Math.max(subject.settings.roundingTolerance, Math.ceil(own.length / 2))
  if (Math.abs(difference) <= tolerance) return []
  const value = toDecimal(sum, currencyOf(subject))
  const params = {
    ...moneyParams(subject, { computed: sum, told, difference: minor(Math.abs(difference)) }),
    ...ruleParams(subject.format, kind === 'transferred' ? 'tax_sum' : 'withheld_sum'),
    variant: kind === 'transferred' ? 'sum' : 'withheld_sum',
    direction: difference > 0 ? 'more' : 'less',
  }
  return [
    {
      key: 'tax_mismatch',
      severity: 'medium',
      subject: { type: 'field', field },
      params,
      suggestions: [
        keep,
        {
          key: `use_computed_${field}`,
          params: { value, currency: params.currency },
          fix: { type: 'set_field', field, value },
        },
      ],
    },
  ]
}

const keep = { key: 'keep_as_printed', params: {}, fix: { type: 'waive', reason: 'keep_as_printed' } } as const
const leave = { key: 'leave_as_printed', params: {}, fix: { type: 'skip', reason: 'leave_as_printed' } } as const

/** One issue however many rows: a wrong base has one cause. */
function checkRates(subject: CheckSubject, rows: readonly TaxNow[]): RaisedIssue[] {
  const off = rows.flatMap(row => {
    const computed = taxOfBase(row, currencyOf(subject))
    if (computed === null) return []
    // A tax computed line by line may differ by half a unit for each; the standard itself allows a whole unit of money.
    const tolerance = Math.max(
      subject.settings.roundingTolerance,
      Math.ceil(subject.lines.length / 2),
      Math.abs(row.amount) * 0.001,
    )
    return Math.abs(Math.abs(computed) - Math.abs(row.amount)) > tolerance ? [{ row, computed }] : []
  })
  const [first] = off
  if (first === undefined) return []
  const { row, computed } = first
  const params = {
    ...moneyParams(subject, { computed, told: row.amount, base: row.base ?? minor(0) }),
    ...ruleParams(subject.format, 'tax_of_base'),
    variant: 'rate',
    rate: row.rate ?? '',
    name: row.name,
    count: off.length,
    ref: 'rate',
  }
  return [
    {
      key: 'tax_mismatch',
      severity: 'low',
      subject: { type: 'field', field: 'tax_total' },
      params,
      suggestions: [leave],
    },
  ]
}

function taxOfBase({ rate, base, kind }: TaxNow, currency: string | null): MinorUnits | null {
  // Withheld rates are written rounded (10.6667): no rule to hold them against.
  if (rate === null || base === null || kind === 'withheld' || !isDecimalText(rate)) return null
  const hundredth = multiplyToMinor(toDecimal(base, currency), rate, currency)
  return minor(Math.round(hundredth / 100))
}

const taxMismatch: IssueKind = { key: 'tax_mismatch', resolutions: ['set_field'], mayWaive: always }

export const taxesCheck: IssueCheck = { check: checkTaxes, kinds: [taxMismatch] }
