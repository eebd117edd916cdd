import type { Box } from '../../../../shared/document'
import type { DecimalText } from '../../../../shared/money'
import { amountsByColumn } from './table-arithmetic'
import { bodyOf, type AmountsByLine } from './table-body'
import { isAnchor, type RowCells } from './table-cells'
import { headerAt, type TableColumn, type TableHeader } from './table-header'
import type { ColumnKind } from './table-headings'
import { describe } from './table-descriptions'
import { union, type TextLine } from './text-lines'

/** One row of a table of invoice lines, by column. */
export interface TableRow {
  readonly line: TextLine
  readonly box: Box
  readonly description: string
  readonly amounts: Partial<Record<ColumnKind, DecimalText>>
  readonly texts: Partial<Record<ColumnKind, string>>
  readonly confidence: number
}

export interface TableRead {
  readonly header: TextLine
  readonly columns: readonly TableColumn[]
  readonly items: readonly TableRow[]
  /** Indexes of the lines of its headings. */
  readonly headerRows: readonly number[]
  /** Indexes of the lines it covers, header included. */
  readonly rows: readonly number[]
}

/** Tables of invoice lines: a row of column headings, and the rows under it up to the totals. */
export function findTables(lines: readonly TextLine[], amounts: AmountsByLine): TableRead[] {
  const tables: TableRead[] = []
  let after = -1
  for (const line of lines) {
    if (line.index <= after) continue
    const header = headerAt(line, lines)
    if (!header) continue
    const table = readTable(header, lines, amounts)
    if (table.items.length === 0) continue
    tables.push(table)
    after = table.rows.at(-1) ?? line.index
  }
  return tables
}

function readTable(header: TableHeader, lines: readonly TextLine[], amounts: AmountsByLine): TableRead {
  const { columns, line } = header
  const body = bodyOf(header, lines, amounts)
  const rows = [...header.rows, ...body.filter(row => row.isSum !== true).map(row => row.line.index)].toSorted(
    (left, right) => left - right,
  )
  return { header: line, columns, items: itemsOf(body, columns), headerRows: header.rows, rows }
}

/** The rows of a table that have an amount, each with the texts around it that belong to it. */
export function itemsOf(body: readonly RowCells[], columns: readonly TableColumn[]): readonly TableRow[] {
  const anchors = body.filter(row => row.isSum !== true && isAnchor(row, columns))
  const descriptions = describe(body, anchors)
  const byColumn = amountsByColumn(anchors, columns)
  return anchors.map((row, at): TableRow => {
    const own = descriptions.get(row)
    const confidence = Math.min(1, ...row.numbers.map(({ amount }) => amount.confidence))
    return {
      line: row.line,
      box: union([row.line.box, ...(own?.boxes ?? [])]),
      description: own?.text ?? '',
      amounts: byColumn[at] ?? {},
      texts: row.texts,
      confidence,
    }
  })
}
