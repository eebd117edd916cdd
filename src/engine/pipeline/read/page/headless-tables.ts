import type { Box } from '../../../../shared/document'
import type { DecimalText } from '../../../../shared/money'
import type { AmountFound } from './find-amounts'
import { itemsOf, type TableRead } from './find-tables'
import { fitting } from './table-arithmetic'
import { isCarried, sumKindOf, type AmountsByLine } from './table-body'
import { cellsOfRow } from './table-cells'
import type { TableColumn } from './table-header'
import { overlapOf } from './table-header'
import { isSumOf } from './loose-lines'
import { union, type TextLine } from './text-lines'

/** Three numbers of a line: quantity × price = total, quantity and price in either order. */
interface Triple {
  readonly line: TextLine
  readonly factors: readonly [AmountFound, AmountFound]
  /** A discount, or the units that the price is for; null when the product needs none. */
  readonly modifier: AmountFound | null
  readonly total: AmountFound
}

/** Ends of numbers of one column stand so near each other, in line heights. */
const aligned = 0.7
/** Rows of text that may follow the last item. */
const mostLinesAfter = 3

/**
 * A table of items without headings, or with headings nobody knows: rows whose numbers stand in columns and multiply. It is
 * believed only when its totals add up to one of the targets; otherwise null.
 */
export function headlessTable(
  lines: readonly TextLine[],
  amounts: AmountsByLine,
  targets: readonly DecimalText[],
): TableRead | null {
  const triples = lines.flatMap(line => tripleOf(line, amounts.get(line) ?? []) ?? [])
  const clusters = triples.map(seed =>
    triples.filter(other => standsUnder(other.total.box, seed.total, seed.line.height)),
  )
  for (const cluster of clusters.toSorted((one, other) => other.length - one.length).slice(0, 3)) {
    const table = tableOf(cluster, lines, amounts, targets)
    if (table) return table
  }
  return null
}

function tripleOf(line: TextLine, found: readonly AmountFound[]): Triple | null {
  const numbers = found.filter(amount => !amount.isPercent)
  for (const total of numbers.toReversed()) {
    if (!total.hasDecimals && !total.hasCurrency) continue
    const before = numbers.filter(amount => amount.to <= total.from)
    for (const [at, one] of before.entries())
      for (const other of before.slice(at + 1)) {
        const between = found.filter(amount => amount.from >= other.to && amount.to <= total.from)
        const modifier = [null, ...between].find(amount => fitting(one, other, total, scaleOf(amount)) !== null)
        if (modifier !== undefined && Number(total.value) !== 0) return { line, factors: [one, other], modifier, total }
      }
  }
  return null
}

/** A number between price and total may be a discount in percent or the units that the price is for. */
function scaleOf(modifier: AmountFound | null): number {
  if (!modifier) return 1
  const value = Math.abs(Number(modifier.value))
  if (modifier.isPercent) return 1 - value / 100
  return /^10{1,4}$/.test(modifier.value) ? 1 / value : 1
}

function standsUnder(box: Box, other: AmountFound, height: number): boolean {
  const right = Math.abs(box.x + box.width - other.box.x - other.box.width)
  return Math.min(right, Math.abs(box.x - other.box.x)) <= aligned * Math.max(height, 1)
}

function tableOf(
  triples: readonly Triple[],
  lines: readonly TextLine[],
  amounts: AmountsByLine,
  targets: readonly DecimalText[],
): TableRead | null {
  const [first, last] = [triples[0], triples.at(-1)]
  if (!first || !last || !triples.some(isTelling)) return null
  const columns = columnsOf(triples)
  const sums = (body: readonly TextLine[]) => {
    const items = itemsOf(
      body.map(line => cellsOfRow(line, columns, amounts.get(line) ?? [])),
      columns,
    )
    const totals = items.flatMap(item => item.amounts.line_total ?? [])
    return items.length > 0 && totals.length === items.length && isSumOf(totals, targets) ? items : null
  }
  const inside = lines.slice(first.line.index, last.line.index + 1).filter(line => !isCarried(line))
  const own = new Set(triples.map(({ line }) => line))
  const hasTotal = (line: TextLine) =>
    (amounts.get(line) ?? []).some(amount => standsUnder(amount.box, first.total, line.height))
  const isRow = (line: TextLine) => own.has(line) || !hasTotal(line)
  const open = inside.filter(line => own.has(line) || sumKindOf(line, amounts) === null)
  const around = [...rowsBefore(lines, first.line, hasTotal), ...open, ...rowsAfter(lines, last.line, amounts)]
  // Rows of one number may be items (a flat fee) or sums of groups: what adds up tells.
  for (const body of [around, open, inside.filter(isRow)]) {
    const items = sums(body)
    const header = body[0]
    if (items && header) return { header, columns, items, headerRows: [], rows: body.map(line => line.index) }
  }
  return null
}

function isTelling({ factors, modifier, total }: Triple): boolean {
  const values = fitting(factors[0], factors[1], total, scaleOf(modifier))
  return values !== null && Number(values[0]) !== 1 && Number(values[1]) !== 1
}

/** Items above the first product: rows that have a number where its total stands. */
function rowsBefore(lines: readonly TextLine[], first: TextLine, hasTotal: (line: TextLine) => boolean): TextLine[] {
  const found: TextLine[] = []
  for (let at = first.index - 1; at >= 0 && found.length < mostLinesAfter; at -= 1) {
    const line = lines[at]
    if (!line || line.page !== first.page || !hasTotal(line)) break
    found.unshift(line)
  }
  return found
}

function rowsAfter(lines: readonly TextLine[], last: TextLine, amounts: AmountsByLine): TextLine[] {
  const after = lines.slice(last.index + 1).filter(line => line.page === last.page)
  const end = after.findIndex(line => sumKindOf(line, amounts) !== null)
  return after.slice(0, end < 0 ? mostLinesAfter : end)
}

/** Columns of the numbers that multiply, and left of them what reads like descriptions, codes and positions. */
function columnsOf(triples: readonly Triple[]): TableColumn[] {
  const column = (kind: TableColumn['kind'], of: readonly AmountFound[]) => ({
    kind,
    box: union(of.map(({ box }) => box)),
  })
  const isFirstPrice = triples.some(({ factors }) => factors[0].hasCurrency && !factors[1].hasCurrency)
  const numbers = [
    column(
      'quantity',
      triples.map(({ factors: [one, other] }) => (isFirstPrice ? other : one)),
    ),
    column(
      'unit_price',
      triples.map(({ factors: [one, other] }) => (isFirstPrice ? one : other)),
    ),
    column(
      'line_total',
      triples.map(({ total }) => total),
    ),
  ]
  const modifiers = triples.flatMap(({ modifier }) => modifier ?? [])
  const isShare = modifiers.some(({ isPercent }) => isPercent)
  if (modifiers.length > 0) numbers.push(column(isShare ? 'discount' : 'price_base', modifiers))
  return [...textColumns(triples, numbers), ...numbers].toSorted((left, right) => left.box.x - right.box.x)
}

interface TextColumn {
  box: Box
  readonly texts: string[]
}

/** The widest column of texts is the description; ordinals and codes beside it are columns of their own. */
function textColumns(triples: readonly Triple[], numbers: readonly TableColumn[]): TableColumn[] {
  const found: TextColumn[] = []
  for (const { line } of triples)
    for (const words of Map.groupBy(line.words, word => word.cell).values()) {
      const box = union(words.map(word => word.box))
      if (numbers.some(column => overlapOf(column.box, box) > 0)) continue
      const text = words.map(word => word.text).join(' ')
      const column = found.find(other => Math.abs(other.box.x - box.x) <= aligned * line.height)
      if (column) {
        column.texts.push(text)
        column.box = union([column.box, box])
      } else found.push({ box, texts: [text] })
    }
  const full = found.filter(({ texts }) => texts.length >= 0.6 * triples.length)
  const description = full.toSorted((left, right) => lettersOf(right) - lettersOf(left))[0]
  return full.map(column => ({ kind: column === description ? 'description' : kindOf(column), box: column.box }))
}

function lettersOf({ texts }: TextColumn): number {
  return texts.reduce((sum, text) => sum + text.replace(/[^\p{L}]/gu, '').length, 0) / texts.length
}

function kindOf({ texts }: TextColumn): TableColumn['kind'] {
  if (texts.every(text => /^\d{1,4}[.)]?$/.test(text))) return 'position'
  if (texts.every(text => /\d/.test(text) && !/\s/.test(text))) return 'product_code'
  return texts.every(text => text.length <= 6) ? 'unit' : 'other'
}
