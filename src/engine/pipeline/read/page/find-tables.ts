import type { Box } from '../../../../shared/document'
import type { DecimalText } from '../../../../shared/money'
import type { AmountFound } from './find-amounts'
import { fold } from './fold'
import { labelsByFirstWord } from './labels'
import { amountsByColumn } from './table-arithmetic'
import { cellsOfRow, type RowCells } from './table-cells'
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

type AmountsByLine = ReadonlyMap<TextLine, readonly AmountFound[]>

/** Blank space of so many line heights ends a table. */
const endGap = 7
/** Lines at the top of a page that may stand before its first row. */
const mostLinesBeforeRows = 25

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
  const { columns } = header
  const body = bodyOf(header, lines, amounts)
  const cells = body.map(line => cellsOfRow(line, columns, amounts.get(line) ?? []))
  const anchors = cells.filter(row => isAnchor(row, columns))
  const descriptions = describe(cells, anchors)
  const byColumn = amountsByColumn(anchors, columns)
  const items = anchors.map((row, at): TableRow => {
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
  const rows = [...header.rows, ...body.map(line => line.index)].toSorted((left, right) => left - right)
  return { header: header.line, columns, items, headerRows: header.rows, rows }
}

/** A row that has a value in the column of totals, or of prices where there is none. */
function isAnchor(row: RowCells, columns: readonly TableColumn[]): boolean {
  const column =
    columns.findLast(({ kind }) => kind === 'line_total') ?? columns.findLast(({ kind }) => kind === 'unit_price')
  return row.numbers.some(cell => cell.column === column && !cell.amount.isPercent)
}

/** The lines under the headings, up to the totals; on further pages too, as long as rows of the same columns follow. */
function bodyOf(header: TableHeader, lines: readonly TextLine[], amounts: AmountsByLine): TextLine[] {
  const body: TextLine[] = []
  const { columns } = header
  const last = Math.max(...header.rows)
  let bottom = header.bottom
  let page = header.line.page
  let waiting: TextLine[] = []
  let isFoot = false
  for (const line of lines.slice(last + 1)) {
    if (line.page !== page) {
      if (line.page !== page + 1 || body.length === 0) break
      page = line.page
      waiting = []
      bottom = -Infinity
      isFoot = false
    }
    const isFresh = bottom === -Infinity
    // What stands far below the rows is the foot of the page; rows may go on over it.
    if (!isFresh && (line.box.y - bottom) / Math.max(line.height, 1) > endGap) isFoot = true
    if (isFoot) {
      if (isTotals(line, amounts)) break
      continue
    }
    if (isCarried(line)) {
      bottom = line.box.y + line.box.height
      continue
    }
    if (isTotals(line, amounts) && !isItem(cellsOfRow(line, columns, amounts.get(line) ?? []))) break
    if (page !== header.line.page && isFresh) {
      // Letterhead of a further page: rows begin at the first line with a value in the column of totals.
      if (headerAt(line, lines) || waiting.length > mostLinesBeforeRows) break
      if (!isAnchor(cellsOfRow(line, columns, amounts.get(line) ?? []), columns)) {
        waiting.push(line)
        continue
      }
    }
    bottom = Math.max(bottom, line.box.y + line.box.height)
    body.push(line)
  }
  return body
}

/** A text, a quantity, a price and a total: an item, though it may mention a discount or a tax of its own. */
function isItem({ numbers, texts }: RowCells): boolean {
  const kinds = new Set(numbers.map(cell => cell.column.kind))
  return kinds.has('quantity') && kinds.has('unit_price') && kinds.has('line_total') && texts.description !== undefined
}

/** Sums carried from page to page are no lines. */
const carried =
  /^(?:amount |sum )?(?:carried (?:forward|over)|brought forward|balance (?:brought|carried) forward|ubertrag|seitensumme|seitenubertrag|a reporter|report|total page|suma y sigue|suma anterior|transporte?|a transportar|riporto|a riportare|over te brengen|page total)(?: (?:from|to|of|von|auf|de|da|van)? ?(?:page|seite|pagina)? ?\d*)?$/

function isCarried(line: TextLine): boolean {
  return line.text.split('\t').some(cell => carried.test(fold(cell).trim()))
}

const totalKinds = new Set(['net_total', 'tax_total', 'grand_total', 'payable', 'deduction', 'surcharge'])

/** A row that begins with "Subtotal", "Tax", "Total" … and ends in an amount closes the table. */
function isTotals(line: TextLine, amounts: AmountsByLine): boolean {
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
