import type { Suggestion } from '../../../shared/issue'
import { add, minor, subtract, toDecimal, type MinorUnits } from '../../../shared/money'
import { amountOf, currencyOf, moneyParams } from './amounts'
import { ruleParams } from './rule-ids'
import { keepAsPrinted, roundingDifference, roundingOf, toleratedParams } from './rounding'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { Check, CheckSubject, LineNow, RaisedIssue } from './subject'

/**
 * The rows must add up to net (document charges and discounts are rows of their own here). Rows printed with tax
 * included add up to the total instead: a bill made from them would be too high, so that is said too.
 */
export const checkLinesNet: Check = subject => {
  if (subject.lines.length === 0) return withoutLines(subject)
  const net = amountOf(subject, 'net_total')
  const sum = sumOf(subject.lines)
  if (net === null) return []
  const difference = subtract(net, sum)
  // Six-decimal rows are stored rounded: half a unit per row is storage, not a mistake.
  const tolerance = Math.max(subject.settings.roundingTolerance, Math.ceil(subject.lines.length / 2))
  if (Math.abs(difference) <= tolerance) return []
  const total = amountOf(subject, 'grand_total')
  const isGross = total !== null && Math.abs(subtract(total, sum)) <= tolerance
  const params = {
    ...moneyParams(subject, { difference: minor(Math.abs(difference)), lines: sum, net }),
    ...ruleParams(subject.format, 'lines_net'),
    direction: difference > 0 ? 'less' : 'more',
    variant: isGross ? 'gross' : 'plain',
  }
  const learned = isGross ? undefined : toleratedParams(subject, 'net_total', difference)
  if (learned) return [roundingOf('net_total', { ...params, ...learned, variant: 'tolerated_lines' })]
  return [
    {
      key: 'lines_net_mismatch',
      severity: 'high',
      subject: { type: 'field', field: 'net_total' },
      params,
      suggestions: suggestionsFor(subject, { net, sum, difference }, isGross),
    },
  ]
}

/** An invoice typed in by hand begins without rows, and a person may remove all: there is nothing to book then. */
function withoutLines(subject: CheckSubject): RaisedIssue[] {
  const net = amountOf(subject, 'net_total') ?? netFromTotal(subject)
  if (net === null) return []
  const currency = currencyOf(subject)
  const amount = toDecimal(net, currency)
  const description = subject.fields['seller.name'].value ?? ''
  const oneLine: Suggestion = {
    key: 'use_one_line',
    params: { amount, currency: currency ?? subject.settings.homeCurrency },
    fix: { type: 'replace_lines', description, amount },
  }
  const params = {
    ...moneyParams(subject, { difference: minor(Math.abs(net)), lines: minor(0), net }),
    direction: net < 0 ? 'more' : 'less',
    variant: 'plain',
  }
  const about = { type: 'field', field: 'net_total' } as const
  return [{ key: 'lines_net_mismatch', severity: 'high', subject: about, params, suggestions: [oneLine] }]
}

function netFromTotal(subject: CheckSubject): MinorUnits | null {
  const total = amountOf(subject, 'grand_total')
  if (total === null) return null
  const tax = amountOf(subject, 'tax_total') ?? minor(0)
  return add(subtract(total, tax), amountOf(subject, 'withheld_total') ?? minor(0))
}

function sumOf(lines: readonly LineNow[]): MinorUnits {
  let sum = minor(0)
  // A row without an amount is a remark.
  for (const { lineTotal } of lines) sum = add(sum, lineTotal ?? minor(0))
  return sum
}

// What the added row says on the bill: part of the books, in the language they are kept in.
const rowText = {
  en: { rest: 'Not itemised', tax: 'Less tax included in the rows' },
  es: { rest: 'Sin desglosar', tax: 'Menos impuesto incluido en las partidas' },
} as const

function suggestionsFor(
  subject: CheckSubject,
  { net, sum, difference }: { net: MinorUnits; sum: MinorUnits; difference: MinorUnits },
  isGross: boolean,
): Suggestion[] {
  const currency = currencyOf(subject)
  const shown = currency ?? subject.settings.homeCurrency
  const amount = toDecimal(difference, currency)
  const addLine: Suggestion = {
    key: isGross ? 'subtract_included_tax' : 'add_difference_line',
    params: { amount, currency: shown },
    fix: {
      type: 'add_line',
      description: rowText[subject.settings.language][isGross ? 'tax' : 'rest'],
      amount,
      accountCode: null,
    },
  }
  const value = toDecimal(sum, currency)
  const useSum: Suggestion = {
    key: 'use_net_from_lines',
    params: { value, currency: shown },
    fix: { type: 'set_field', field: 'net_total', value },
  }
  const keep = keepAsPrinted(subject, difference)
  const oneLine = oneLineSuggestion(subject, net, shown)
  const adjust = [...fillLastLine(subject, difference, shown), ...followLines(subject, sum, shown)]
  if (netFromLinesIsRight(subject, sum, net)) return [useSum, addLine, ...oneLine, ...adjust, keep]
  // Far off means a table read badly, not a forgotten row.
  const isFarOff = !isGross && Math.abs(difference) > Math.abs(net) * farOff
  return isFarOff ? [...oneLine, addLine, useSum, ...adjust, keep] : [addLine, ...oneLine, useSum, ...adjust, keep]
}

const farOff = 0.25

/** The row that was read last, with what all of them miss. */
function fillLastLine(subject: CheckSubject, difference: MinorUnits, currency: string): Suggestion[] {
  const last = subject.lines.at(-1)
  if (last?.lineTotal === null || last === undefined) return []
  const amount = toDecimal(add(last.lineTotal, difference), currencyOf(subject))
  return [
    {
      key: 'fill_line',
      params: { line: last.position, amount, currency },
      fix: { type: 'fill_line', lineId: last.id },
    },
  ]
}

/** Net and total as the rows say; only where the taxes are known, for the total is made from them. */
function followLines(subject: CheckSubject, sum: MinorUnits, currency: string): Suggestion[] {
  const tax = amountOf(subject, 'tax_total')
  if (tax === null) return []
  const withheld = amountOf(subject, 'withheld_total') ?? minor(0)
  const total = toDecimal(subtract(add(sum, tax), withheld), currencyOf(subject))
  return [{ key: 'totals_from_lines', params: { total, currency }, fix: { type: 'totals_from_lines' } }]
}

/** Rows of an e-invoice are what they are; rows found on a page may be given up for one that is right. */
function oneLineSuggestion(subject: CheckSubject, net: MinorUnits, currency: string): Suggestion[] {
  if (!subject.lines.some(line => line.origin?.kind === 'page')) return []
  const amount = toDecimal(net, currencyOf(subject))
  const description = subject.fields['seller.name'].value ?? ''
  return [{ key: 'use_one_line', params: { amount, currency }, fix: { type: 'replace_lines', description, amount } }]
}

/** True when the total confirms the rows and contradicts the printed net. */
function netFromLinesIsRight(subject: CheckSubject, sum: MinorUnits, net: MinorUnits): boolean {
  const total = amountOf(subject, 'grand_total')
  const tax = amountOf(subject, 'tax_total')
  if (total === null || tax === null) return false
  const withheld = amountOf(subject, 'withheld_total') ?? minor(0)
  const left = (candidate: MinorUnits) => Math.abs(subtract(subtract(add(candidate, tax), withheld), total))
  return left(sum) <= subject.settings.roundingTolerance && left(net) > subject.settings.roundingTolerance
}

const linesNetMismatch: IssueKind = {
  key: 'lines_net_mismatch',
  resolutions: ['set_field', 'add_line', 'replace_lines', 'fill_line', 'totals_from_lines'],
  mayWaive: always,
}

export const linesNetCheck: IssueCheck = { check: checkLinesNet, kinds: [linesNetMismatch, roundingDifference] }
