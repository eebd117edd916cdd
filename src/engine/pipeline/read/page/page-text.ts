import type { DecimalText } from '../../../../shared/money'
import type { PageReading } from '../../facts'
import type { ReadOptions } from '../../../worker/protocol'
import { findAmounts, type AmountFound } from './find-amounts'
import { findLabels, type Label } from './find-labels'
import { findTables, type TableRead } from './find-tables'
import { textLines, type TextLine } from './text-lines'

/** Everything the field readers look at, worked out once per document. */
export interface PageText {
  readonly lines: readonly TextLine[]
  readonly labels: readonly Label[]
  readonly labelsByLine: ReadonlyMap<TextLine, readonly Label[]>
  readonly amounts: ReadonlyMap<TextLine, readonly AmountFound[]>
  readonly largestAmount: DecimalText | null
  readonly tables: readonly TableRead[]
  /** Indexes of lines inside a table of invoice lines, header included. */
  readonly tableRows: ReadonlySet<number>
  /** Indexes of lines of column headings: their words label columns, not the document. */
  readonly headings: ReadonlySet<number>
  readonly options: ReadOptions
}

export function pageText(pages: readonly PageReading[], options: ReadOptions): PageText {
  const lines = textLines(pages)
  const amounts = new Map(lines.map(line => [line, findAmounts(line)]))
  const labels = findLabels(lines)
  const tables = findTables(lines, amounts)
  const labelsByLine = Map.groupBy(labels, label => label.line)
  const tableRows = new Set(tables.flatMap(table => table.rows))
  const headings = new Set(tables.flatMap(table => table.headerRows))
  return { lines, labels, labelsByLine, amounts, largestAmount: largest(amounts), tables, tableRows, headings, options }
}

function largest(amounts: ReadonlyMap<TextLine, readonly AmountFound[]>): DecimalText | null {
  let best: AmountFound | null = null
  for (const amount of [...amounts.values()].flat()) {
    if (amount.isPercent || !(amount.hasDecimals || amount.hasCurrency) || amount.text.length > 18) continue
    if (!best || Number(amount.value) >= Number(best.value)) best = amount
  }
  return best?.value ?? null
}
