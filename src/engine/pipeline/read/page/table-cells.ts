import type { Box } from '../../../../shared/document'
import type { DecimalText } from '../../../../shared/money'
import type { AmountFound } from './find-amounts'
import { findDates } from './parse-date'
import { overlapOf, type TableColumn } from './table-header'
import type { ColumnKind } from './table-headings'
import { union, type LineWord, type TextLine } from './text-lines'

/** A line of a table by columns: its numbers, and its texts. */
export interface RowCells {
  readonly line: TextLine
  readonly numbers: readonly NumberCell[]
  readonly texts: Partial<Record<ColumnKind, string>>
  /** The sum of a group of items, which is no item. */
  readonly isSum?: boolean
}

export interface NumberCell {
  readonly amount: AmountFound
  readonly column: TableColumn
}

interface Cell {
  readonly words: readonly LineWord[]
  readonly box: Box
  readonly from: number
  readonly to: number
}

/** Columns whose text is no part of the description. */
const sideColumns: ReadonlySet<ColumnKind> = new Set(['product_code', 'unit', 'position', 'other'])
/** Columns of numbers, under which a lone word is a unit or a remark. */
const numberColumns: ReadonlySet<ColumnKind> = new Set([
  'quantity',
  'unit_price',
  'price_base',
  'line_total',
  'tax_rate',
  'discount',
])

export function cellsOfRow(line: TextLine, columns: readonly TableColumn[], amounts: readonly AmountFound[]): RowCells {
  const numbers: NumberCell[] = []
  const texts: Partial<Record<ColumnKind, string>> = {}
  const put = (kind: ColumnKind, text: string) => {
    texts[kind] = [texts[kind], text].filter(Boolean).join(' ')
  }
  const hasDescription = columns.some(column => column.kind === 'description')
  for (const { words, box, from, to } of splitCells(line, columns)) {
    const text = line.text.slice(from, to)
    const inside = amounts.filter(amount => amount.from >= from && amount.to <= to)
    const column = nearestColumn(columns, box)
    // "23% 9.846,00 EUR": two columns that stand close.
    const letters = text.replace(/\b(?:EUR|USD|GBP|CHF|MXN)\b|[^\p{L}]/gu, '').length
    const [first] = inside
    const rest = first ? text.slice(first.to - from).trim() : ''
    // "5 Unit(s)", "10 Stk": a number and its unit.
    const isMeasured =
      first !== undefined &&
      inside.length === 1 &&
      first.from - from <= 1 &&
      /^\p{L}[\p{L}().²³/]{0,9}\.?$/u.test(rest) &&
      column?.kind !== 'description'
    const isNumber = inside.length > 0 && (letters <= 4 || isMeasured)
    if (isNumber) {
      for (const amount of inside) {
        const under = nearestColumn(columns, amount.box)
        if (under) numbers.push({ amount, column: under })
      }
      if (isMeasured && column?.kind === 'quantity') put('unit', rest)
    }
    const kind = isNumber && inside.length > 1 ? 'description' : (column?.kind ?? 'description')
    const isOwnColumn =
      sideColumns.has(kind) &&
      (kind !== 'other' || findDates(text).length > 0 || !hasDescription || isApart(box, column, columns))
    if (isNumber && !(isOwnColumn || kind === 'description')) continue
    if (isNumber && !isOwnColumn && (!hasDescription || letters === 0)) continue
    const isStray = !isNumber && hasDescription && numberColumns.has(kind) && words.length <= 2 && letters <= 12
    if (isStray) put(kind === 'quantity' ? 'unit' : 'other', text)
    else put(isOwnColumn ? kind : 'description', text)
  }
  return { line, numbers, texts: withDescription(texts) }
}

/** Under its own heading, and clear of the description's. */
function isApart(box: Box, column: TableColumn | undefined, columns: readonly TableColumn[]): boolean {
  const description = columns.find(other => other.kind === 'description')
  return (
    column !== undefined &&
    overlapOf(column.box, box) > 0 &&
    (description === undefined || overlapOf(description.box, box) <= 0)
  )
}

/** Headings may stand off their texts: what reads most like a description is one. */
function withDescription(texts: Partial<Record<ColumnKind, string>>): Partial<Record<ColumnKind, string>> {
  if (texts.description) return texts
  const longest = (['product_code', 'other', 'position', 'unit'] as const)
    .filter(kind => /\p{L}{3}/u.test(texts[kind] ?? ''))
    .toSorted((left, right) => (texts[right]?.length ?? 0) - (texts[left]?.length ?? 0))[0]
  if (longest === undefined || !/\p{L}{3}.*\s.*\p{L}|^\p{L}{5,}$/u.test(texts[longest] ?? '')) return texts
  const { [longest]: description, ...others } = texts
  return description === undefined ? texts : { ...others, description }
}

/**
 * Cells of a line; one that runs from a narrow column into the next, or into the description, is parted where that one's
 * heading begins.
 */
function splitCells(line: TextLine, columns: readonly TableColumn[]): Cell[] {
  const start = columns.find(column => column.kind === 'description')?.box.x
  const before = start === undefined ? [] : columns.filter(column => column.box.x < start)
  const starts = start === undefined ? [] : [...before.map(column => column.box.x), start]
  // A text that begins right of the narrow columns is the description's own, though its heading stands further in.
  const narrowEnd = Math.max(...before.map(({ box }) => Math.min(box.x + box.width, start ?? Infinity)))
  const quantity = columns.find(column => column.kind === 'quantity')
  const groups: LineWord[][] = []
  for (const [at, word] of line.words.entries()) {
    const last = groups.at(-1)
    const previous = last?.at(-1)
    // A long description may reach up to the quantity.
    const endsInQuantity =
      quantity !== undefined &&
      line.words[at + 1]?.cell !== word.cell &&
      /^\d+(?:[.,]\d+)?$/.test(word.text) &&
      overlapOf(quantity.box, word.box) > 0.6 * word.box.width &&
      (previous === undefined || overlapOf(quantity.box, previous.box) <= 0)
    const opens =
      !last ||
      previous?.cell !== word.cell ||
      endsInQuantity ||
      ((last[0]?.box.x ?? narrowEnd) < narrowEnd &&
        starts.some(x => Math.abs(word.box.x - x) < line.height * 0.6 && previous.box.x < x - line.height * 0.5))
    if (opens) groups.push([word])
    else last.push(word)
  }
  return groups.map(words => ({
    words,
    box: union(words.map(word => word.box)),
    from: words[0]?.from ?? 0,
    to: words.at(-1)?.to ?? 0,
  }))
}

/** The column a cell stands under: the one it overlaps most, else the nearest by its middle or right edge. */
export function nearestColumn(columns: readonly TableColumn[], box: Box): TableColumn | undefined {
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

/** A row that has a value in the column of totals, or of prices where there is none. */
export function isAnchor(row: RowCells, columns: readonly TableColumn[]): boolean {
  const column =
    columns.findLast(({ kind }) => kind === 'line_total') ?? columns.findLast(({ kind }) => kind === 'unit_price')
  return row.numbers.some(cell => cell.column === column && !cell.amount.isPercent)
}

export type Amounts = Partial<Record<ColumnKind, DecimalText>>
