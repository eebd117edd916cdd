import type { Box } from '../../../../shared/document'
import type { DecimalText } from '../../../../shared/money'
import { amountsByColumn } from './table-arithmetic'
import { bodyOf, isHeadOfTotals, type AmountsByLine } from './table-body'
import { withCodes } from './table-codes'
import { isAnchor, type RowCells } from './table-cells'
import { headerAt, type TableColumn, type TableHeader } from './table-header'
import type { ColumnKind } from './table-headings'
import { withStackedPrice } from './stacked-prices'
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
    // Under a table, names of totals head the totals.
    if (line.index <= after || (tables.length > 0 && isHeadOfTotals(line, lines, amounts))) continue
    const header = fullestHeader(line, lines)
    if (!header) continue
    const table = readTable(header, lines, amounts)
    if (table.items.length === 0) continue
    tables.push(table)
    after = table.rows.at(-1) ?? line.index
  }
  return tables
}

/** Headings in several lines are found by their fullest line: the first may name only some of the columns. */
function fullestHeader(line: TextLine, lines: readonly TextLine[]): TableHeader | null {
  const first = headerAt(line, lines)
  if (!first) return null
  const others = lines.slice(line.index + 1, line.index + 3).flatMap(next => {
    const isNear = next.page === line.page && next.box.y - line.box.y < linesOfHeader * Math.max(line.height, 1)
    return (isNear ? headerAt(next, lines) : null) ?? []
  })
  const named = ({ columns }: TableHeader) => new Set(columns.map(({ kind }) => kind)).size
  return others.reduce((best, header) => (named(header) > named(best) ? header : best), first)
}

/** Headings reach no further than so many line heights. */
const linesOfHeader = 3

function readTable(found: TableHeader, lines: readonly TextLine[], amounts: AmountsByLine): TableRead {
  const header = withCodes(found, bodyOf(found, lines, amounts))
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
  const isCodeFirst = columns.some(column => column.isCodeFirst === true)
  return anchors.map((row, at): TableRow => {
    const own = descriptions.get(row)
    const confidence = Math.min(1, ...row.numbers.map(({ amount }) => amount.confidence))
    const { code, name } = isCodeFirst ? withoutCode(own?.text ?? '', row) : { code: undefined, name: own?.text ?? '' }
    return {
      line: row.line,
      box: union([row.line.box, ...(own?.boxes ?? [])]),
      description: name,
      amounts: withStackedPrice(byColumn[at] ?? {}, rowsBetween(row, anchors[at + 1], body)),
      texts: code === undefined ? row.texts : { ...row.texts, product_code: code },
      confidence,
    }
  })
}

/** Where headings say that the item's first row is its code, and it looks like one, what follows is the name. */
function withoutCode(text: string, { texts }: RowCells): { code: string | undefined; name: string } {
  const first = texts.description ?? ''
  const isCode = /^(?=\S*\d)\S{2,}$/.test(first) && text.startsWith(`${first} `)
  return isCode ? { code: first, name: text.slice(first.length + 1) } : { code: undefined, name: text }
}

function rowsBetween(item: RowCells, next: RowCells | undefined, body: readonly RowCells[]): readonly RowCells[] {
  return body.slice(body.indexOf(item) + 1, next === undefined ? undefined : body.indexOf(next))
}
