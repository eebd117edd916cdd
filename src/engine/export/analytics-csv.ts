import type { IssueFigures, Overview, Period, TimeFigures, VendorFigures } from '../../shared/analytics'
import { printedHead, type JournalHead } from '../store/journal'
import { cell, row } from './csv-cells'

export interface AllFigures {
  readonly period: Period
  readonly overview: Overview
  readonly issues: IssueFigures
  readonly times: TimeFigures
  readonly vendors: VendorFigures
  readonly head: JournalHead
}

/**
 * Every figure of Analytics as one table: what it is, what it is about, its value, its unit and how many documents are
 * behind it. Names in it are stable; amounts are decimal text in the currency named as their unit.
 */
export function analyticsCsv({ period, overview, issues, times, vendors, head }: AllFigures): string {
  const lines = [row(['from', 'to', 'figure', 'about', 'value', 'unit', 'documents', 'journal_head'])]
  const printed = printedHead(head)
  const add = (figure: string, about: string, value: string | number, unit: string, documents: number | '') =>
    lines.push(
      row([
        ...[period.from ?? '', period.to ?? '', figure].map(text => cell(text, false)),
        ...[cell(about, false), cell(value, true), cell(unit, false), cell(documents, true), printed],
      ]),
    )

  for (const [figure, number] of Object.entries(overview.counts)) add(figure, '', number, 'documents', number)
  if (overview.approvedPerDay !== null)
    add('approved_per_day', '', overview.approvedPerDay.toFixed(2), 'documents', overview.counts.approved)
  for (const span of overview.spans) {
    const about = `${span.period.from}/${span.period.to}`
    add('received_in', about, span.received, 'documents', span.received)
    add('approved_in', about, span.approved, 'documents', span.approved)
    add('touchless_in', about, span.touchless, 'documents', span.touchless)
  }
  const counted = { open: 'open', raised: 'raised', ended: 'ended' } as const
  for (const [name, key] of Object.entries(counted)) {
    for (const kind of issues.byKind) add(`issues_${name}`, kind.key, kind[key].issues, 'issues', kind[key].documents)
    for (const of of issues.bySeverity)
      add(`issues_${name}_severity`, of.severity, of[key].issues, 'issues', of[key].documents)
  }
  for (const { method, issues: ended, documents } of issues.byMethod)
    add('issues_ended_method', method, ended, 'issues', documents)
  if (issues.timeToEnd) {
    add('time_to_settle', 'median', Math.round(issues.timeToEnd.median), 'ms', '')
    add('time_to_settle', 'p90', Math.round(issues.timeToEnd.p90), 'ms', '')
  }
  for (const { step, documents, ms } of times.steps) {
    if (!ms) continue
    add(`time_${step}`, 'median', Math.round(ms.median), 'ms', documents)
    add(`time_${step}`, 'p90', Math.round(ms.p90), 'ms', documents)
  }
  if (times.keystrokes) {
    add('keystrokes', 'median', times.keystrokes.median, 'keys', '')
    add('keystrokes', 'p90', times.keystrokes.p90, 'keys', '')
  }
  for (const { currency, vendors: top } of vendors.spend) {
    for (const { name, amount, documents } of top) add('spend', name, amount, currency, documents)
  }
  for (const { name, documents } of vendors.corrections)
    add('corrected_vendor', name, documents, 'documents', documents)
  for (const { field, documents } of vendors.fields) add('corrected_field', field, documents, 'documents', documents)
  return lines.join('')
}
