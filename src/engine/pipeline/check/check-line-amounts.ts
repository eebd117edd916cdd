import Big from 'big.js'
import {
  add,
  isDecimalText,
  minor,
  multiplyToMinor,
  subtract,
  type DecimalText,
  type MinorUnits,
} from '../../../shared/money'
import { currencyOf, moneyParams } from './amounts'
import { ruleParams } from './rule-ids'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { CheckSubject, LineNow, RaisedIssue } from './subject'

/** More than this many rows share one issue: they have one cause (a discount column, prices with tax). */
const namedSingly = 3

/**
 * Quantity times unit price against the row's total. Never more than a remark: 12 % of real e-invoices, official
 * samples included, do not keep to it (discounts, price per hundred).
 */
export function checkLineAmounts(subject: CheckSubject): RaisedIssue[] {
  const off = subject.lines.flatMap(line => {
    const difference = differenceOf(line, subject)
    return difference === null ? [] : [{ line, ...difference }]
  })
  const skip = { key: 'leave_as_printed', params: {}, fix: { type: 'skip', reason: 'leave_as_printed' } } as const
  if (off.length > namedSingly) {
    const first = off[0]?.line.position ?? 1
    const params = { variant: 'several', count: off.length, line: first }
    return [{ key: 'line_mismatch', severity: 'low', subject: { type: 'document' }, params, suggestions: [skip] }]
  }
  return off.map(({ line, computed, printed }) => ({
    key: 'line_mismatch',
    severity: 'low',
    subject: { type: 'line', lineId: line.id },
    params: {
      variant: 'one',
      line: line.position,
      quantity: line.quantity ?? '',
      unitPrice: line.unitPrice ?? '',
      ...ruleParams(subject.format, 'line_amount'),
      ...moneyParams(subject, { computed, printed, difference: minor(Math.abs(subtract(printed, computed))) }),
    },
    suggestions: [skip],
  }))
}

function differenceOf(line: LineNow, subject: CheckSubject): { computed: MinorUnits; printed: MinorUnits } | null {
  const { quantity, unitPrice, lineTotal } = line
  if (line.role !== 'item' || quantity === null || unitPrice === null || lineTotal === null) return null
  if (!isDecimalText(quantity) || !isDecimalText(unitPrice)) return null
  const computed = computedOf(line, quantity, unitPrice, currencyOf(subject))
  const difference = subtract(lineTotal, computed)
  if (Math.abs(difference) <= Math.max(1, subject.settings.roundingTolerance)) return null
  // In an e-invoice that does not tell discounts as amounts a row below quantity times price is one with a discount.
  const isTold = line.adjustment !== undefined && line.adjustment !== null
  const isDiscount = line.origin?.kind === 'xml' && !isTold && Math.abs(lineTotal) < Math.abs(computed)
  return isDiscount ? null : { computed, printed: lineTotal }
}

/** Quantity times price, for as many units as the price is for, with the row's own charges and allowances. */
function computedOf(
  { priceBase, adjustment }: LineNow,
  quantity: DecimalText,
  unitPrice: DecimalText,
  currency: string | null,
): MinorUnits {
  const base = priceBase && isDecimalText(priceBase) && Number(priceBase) !== 0 ? priceBase : '1'
  const units = new Big(quantity).div(base).toFixed(12) as DecimalText
  return add(multiplyToMinor(units, unitPrice, currency), adjustment ?? minor(0))
}

const lineMismatch: IssueKind = { key: 'line_mismatch', resolutions: ['fill_line'], mayWaive: always }

export const lineAmountsCheck: IssueCheck = { check: checkLineAmounts, kinds: [lineMismatch] }
