import type { Box } from '../../../../shared/document'
import type { DecimalText } from '../../../../shared/money'
import type { AmountFound } from './find-amounts'
import { findDates } from './parse-date'
import { labelsByFirstWord } from './labels'
import { cellsUnder } from './label-values'
import { headingsByFirstWord, type ColumnKind } from './table-headings'
import { union, type TextLine } from './text-lines'

export interface TableColumn {
  readonly kind: ColumnKind
  readonly box: Box
}

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
  /** Indexes of the lines it covers, header included. */
  readonly rows: readonly number[]
}

/** Blank space of so many line heights ends a table. */
const endGap = 7
const mostHeadings = 14

/** Tables of invoice lines: a row of column headings, and the rows under it up to the totals. */
export function findTables(
  lines: readonly TextLine[],
  amounts: ReadonlyMap<TextLine, readonly AmountFound[]>,
): TableRead[] {
  const tables: TableRead[] = []
  let after = -1
  for (const line of lines) {
    if (line.index <= after) continue
    const columns = headingsOf(line)
    if (!isHeader(columns)) continue
    const table = readRows(line, columns, lines, amounts)
    if (table.items.length === 0) continue
    tables.push(table)
    after = table.rows.at(-1) ?? line.index
  }
  return tables
}

function isHeader(columns: readonly TableColumn[]): boolean {
  const kinds = new Set(columns.map(column => column.kind))
  const hasMoney = kinds.has('line_total') || kinds.has('unit_price')
  const hasItem = kinds.has('description') || kinds.has('quantity') || kinds.has('product_code')
  return columns.length >= 2 && columns.length <= mostHeadings && kinds.size >= 2 && hasMoney && hasItem
}

/** Column headings of a line; none when the line holds other words that are not headings. */
export function headingsOf(line: TextLine): TableColumn[] {
  const columns: TableColumn[] = []
  let known = 0
  let at = 0
  while (at < line.words.length) {
    const match = headingAt(line, at)
    const count = match?.words.length ?? 1
    if (match) {
      columns.push({ kind: match.kind, box: union(line.words.slice(at, at + count).map(word => word.box)) })
      known += count
    } else if (!/[\p{L}\p{N}]/u.test(line.words[at]?.text ?? '')) known += 1
    at += count
  }
  return known / line.words.length >= 0.6 ? columns : []
}

function headingAt(line: TextLine, at: number) {
  const first = line.words[at]
  // "Item" and "Price" side by side are two headings; "Item price" in one cell is one.
  return headingsByFirstWord.get(first?.folded ?? '')?.find(heading =>
    heading.words.every((word, offset) => {
      const part = line.words[at + offset]
      return part?.folded === word && part.cell === first?.cell
    }),
  )
}

function readRows(
  header: TextLine,
  columns: readonly TableColumn[],
  lines: readonly TextLine[],
  amounts: ReadonlyMap<TextLine, readonly AmountFound[]>,
): TableRead {
  const rows = [header.index]
  const items: TableRow[] = []
  const totalColumn =
    columns.findLast(column => column.kind === 'line_total') ?? columns.findLast(column => column.kind === 'unit_price')
  let waiting: string[] = []
  let bottom = header.box.y + header.box.height
  for (const line of lines.slice(header.index + 1)) {
    if (line.page !== header.page) break
    if ((line.box.y - bottom) / Math.max(line.height, 1) > endGap) break
    if (isTotals(line, amounts)) break
    bottom = line.box.y + line.box.height
    rows.push(line.index)
    const row = readRow(line, columns, amounts.get(line) ?? [])
    if (totalColumn && row.amounts[totalColumn.kind] !== undefined) {
      items.push({ ...row, description: [...waiting, row.description].filter(Boolean).join(' ') })
      waiting = []
    } else if (row.description !== '') {
      const last = items.at(-1)
      if (last && last.description !== '')
        items[items.length - 1] = { ...last, description: `${last.description} ${row.description}` }
      else if (last) items[items.length - 1] = { ...last, description: row.description }
      else waiting.push(row.description)
    }
  }
  return { header, columns, items, rows }
}

const totalKinds = new Set(['net_total', 'tax_total', 'grand_total', 'payable', 'deduction', 'surcharge'])

/** A row that begins with "Subtotal", "Tax", "Total" … and ends in an amount closes the table. */
function isTotals(line: TextLine, amounts: ReadonlyMap<TextLine, readonly AmountFound[]>): boolean {
  return line.words.some((word, at) => {
    if (at > 0 && line.words[at - 1]?.cell === word.cell) return false
    const begins = (labelsByFirstWord.get(word.folded) ?? []).find(
      ({ words, strength, kind }) =>
        strength === 'strong' &&
        totalKinds.has(kind) &&
        words.every((part, offset) => {
          const next = line.words[at + offset]
          return next?.folded === part && next.cell === word.cell
        }),
    )
    if (!begins) return false
    const rest = line.words.slice(at + begins.words.length).filter(other => /\p{L}{4,}/u.test(other.text))
    const hasAmount = (amounts.get(line) ?? []).some(amount => amount.from >= word.to)
    return rest.length <= 3 && (hasAmount || (at === 0 && rest.length === 0))
  })
}

function readRow(line: TextLine, columns: readonly TableColumn[], amounts: readonly AmountFound[]): TableRow {
  const values: Partial<Record<ColumnKind, DecimalText>> = {}
  const texts: Partial<Record<ColumnKind, string>> = {}
  for (const { box, from, to } of cellsUnder(line, line.box)) {
    const inside = amounts.filter(amount => amount.from >= from && amount.to <= to)
    const isNumber = inside.length > 0 && line.text.slice(from, to).replace(/[^\p{L}]/gu, '').length <= 4
    if (isNumber)
      for (const amount of inside) {
        const column = nearestColumn(columns, amount.box)
        if (column) values[column.kind] = amount.value
      }
    const text = line.text.slice(from, to)
    const column = nearestColumn(columns, box)
    const kind = isNumber && inside.length > 1 ? 'description' : (column?.kind ?? 'description')
    const isOwnColumn =
      sideColumns.has(kind) && (kind !== 'other' || findDates(text).length > 0 || !hasDescription(columns, kind))
    if (isNumber && !(isOwnColumn || kind === 'description')) continue
    const target = isOwnColumn ? kind : 'description'
    if (isNumber && target === 'description' && columns.every(other => other.kind !== 'description')) continue
    texts[target] = [texts[target], text].filter(Boolean).join(' ')
  }
  const confidence = Math.min(1, ...amounts.map(amount => amount.confidence))
  return { line, box: line.box, description: texts.description ?? '', amounts: values, texts, confidence }
}

/** Columns whose text is no part of the description. */
const sideColumns: ReadonlySet<ColumnKind> = new Set(['product_code', 'unit', 'position', 'other'])

function hasDescription(columns: readonly TableColumn[], kind: ColumnKind): boolean {
  return kind === 'other' && columns.some(column => column.kind === 'description')
}

/** The column a cell stands under: the one it overlaps most, else the nearest by its middle or right edge. */
function nearestColumn(columns: readonly TableColumn[], box: Box): TableColumn | undefined {
  let best: TableColumn | undefined
  let bestDistance = Infinity
  for (const column of columns) {
    const left = Math.abs(column.box.x - box.x)
    const right = Math.abs(column.box.x + column.box.width - box.x - box.width)
    const overlap = Math.min(column.box.x + column.box.width, box.x + box.width) - Math.max(column.box.x, box.x)
    const distance = overlap > 0 ? Math.min(left, right) * 0.2 : Math.min(left, right)
    if (distance < bestDistance) [best, bestDistance] = [column, distance]
  }
  return best
}
