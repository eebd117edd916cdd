import { calibrationError, claimsOf, errorOfChance, sureOf } from './claims'
import type { DocumentScore } from './compare'
import type { ScoredField } from './truth'

/** One bar of the reading goals: what was measured, and what it should be. Shares from 0 to 1. */
export interface Bar {
  readonly what: string
  readonly measured: number
  readonly bar: number
  readonly of: number
  readonly isMet: boolean
  /** What a perfect reader would be measured at on so few values; where left out, its bar. */
  readonly byChance?: number
}

/** What the accuracy of a header is judged by. */
export const header: readonly ScoredField[] = [
  'invoice_number',
  'issue_date',
  'currency',
  'seller.name',
  'seller.tax_id',
  'net_total',
  'tax_total',
  'grand_total',
]
const slip: readonly ScoredField[] = ['seller.name', 'issue_date', 'grand_total']
/** What the settings call sure from the start. */
const sureFrom = 0.9

const scans: readonly string[] = ['scanned_pdf', 'scanned_image']
const photos: readonly string[] = ['photo', 'receipt_image']

/** The bars of the reading goals on the documents given. */
export function barsOf(einvoices: readonly DocumentScore[], pages: readonly DocumentScore[]): Bar[] {
  const of = (groups: readonly string[]) => pages.filter(score => groups.includes(score.truth.group))
  const digital = of(['digital_pdf'])
  return [
    atLeast('e-invoices: header and totals', header, einvoices, 1),
    ...linesBar('e-invoices: lines, all columns', einvoices, 0.995),
    atLeast('digital PDF: header', header, digital, 0.95),
    atLeast('digital PDF: total', ['grand_total'], digital, 0.98),
    ...linesBar('digital PDF: lines F1', digital, 0.85),
    atLeast('designed e-invoice pages: header', header, of(['stripped']), 0.95),
    atLeast('designed e-invoice pages: total', ['grand_total'], of(['stripped']), 0.98),
    ...linesBar('designed e-invoice pages: lines F1', of(['stripped']), 0.85),
    atLeast('scans: header', header, of(scans), 0.9),
    atLeast('scans: total', ['grand_total'], of(scans), 0.95),
    atLeast('photos and receipts: seller, date, total', slip, of(photos), 0.85),
    sureBar(pages),
    ...errorBars(pages),
  ].filter(bar => bar.of > 0)
}

function bar(what: string, right: number, of: number, least: number): Bar {
  const measured = of === 0 ? 0 : right / of
  return { what, measured, bar: least, of, isMet: measured >= least }
}

function atLeast(what: string, fields: readonly ScoredField[], scores: readonly DocumentScore[], least: number): Bar {
  const judged = scores.flatMap(score => score.fields.filter(({ field }) => fields.includes(field)))
  const right = judged.filter(({ outcome }) => outcome === 'right' || outcome === 'empty').length
  return bar(what, right, judged.length, least)
}

/** F1 of lines of which every column is right; beside it F1 of lines found at all. */
function linesBar(what: string, scores: readonly DocumentScore[], least: number): Bar[] {
  const lines = scores.flatMap(score => (score.lines === null ? [] : [score.lines]))
  const [expected, read, paired, exact] = (['expected', 'read', 'paired', 'exact'] as const).map(key =>
    lines.reduce((sum, line) => sum + line[key], 0),
  )
  const cells = lines.flatMap(line => Object.values(line.columns))
  const [right, of] = (['right', 'of'] as const).map(key => cells.reduce((sum, cell) => sum + cell[key], 0))
  return [
    bar(what, 2 * (exact ?? 0), (expected ?? 0) + (read ?? 0), least),
    bar(`${what}: found at all`, 2 * (paired ?? 0), (expected ?? 0) + (read ?? 0), least),
    bar(`${what}: cells of those found`, right ?? 0, of ?? 0, least),
  ]
}

function sureBar(scores: readonly DocumentScore[]): Bar {
  const { right, of } = sureOf(claimsOf(scores), sureFrom)
  return bar('fields shown as sure that are right', right, of, 0.99)
}

/** Expected calibration error per field group: the smaller the better. */
function errorBars(scores: readonly DocumentScore[]): Bar[] {
  return [...Map.groupBy(claimsOf(scores), claim => `${claim.group}, ${claim.by}`)].map(([group, claims]) => {
    const measured = calibrationError(claims)
    const what = `calibration error: ${group}`
    const byChance = errorOfChance(claims)
    return { what, measured, bar: 0.05, of: claims.length, isMet: measured <= 0.05, byChance }
  })
}

/** Header accuracy of every language and kind. */
export function headerBy(
  scores: readonly DocumentScore[],
  key: (score: DocumentScore) => string,
): Record<string, { right: number; of: number }> {
  const tally: Record<string, { right: number; of: number }> = {}
  for (const score of scores)
    for (const { field, outcome } of score.fields) {
      if (!header.includes(field)) continue
      const cell = (tally[key(score)] ??= { right: 0, of: 0 })
      cell.of += 1
      if (outcome === 'right' || outcome === 'empty') cell.right += 1
    }
  return tally
}

export function barsTable(bars: readonly Bar[]): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  return bars
    .map(({ what, measured, bar: least, of, isMet, byChance }) =>
      [
        what.padEnd(52),
        percent(measured).padStart(9),
        percent(least).padStart(9),
        `of ${of}`.padStart(9),
        isMet ? '  met' : '  MISSED',
        byChance === undefined ? '' : `  (by chance alone ${percent(byChance)})`,
      ].join(''),
    )
    .join('\n')
}
