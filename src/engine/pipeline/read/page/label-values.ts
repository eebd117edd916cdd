import type { Box } from '../../../../shared/document'
import type { Label } from './find-labels'
import type { TextLine } from './text-lines'

export type Relation = 'sameCell' | 'nextCell' | 'laterCell' | 'offRow' | 'below' | 'farBelow' | 'before'

/** A place where a label's value may stand: a stretch of a line's text. */
export interface ValuePlace {
  readonly relation: Relation
  readonly line: TextLine
  readonly from: number
  readonly to: number
}

/** Values under a label stand within so many line heights. */
const nearBelow = 2.6
const farBelow = 4.2
/** Middles of a label and of the value beside it, half a row off, lie within so many line heights. */
const offRow = 1.3
/** Lines in several columns interleave, so more of them are looked at than stand below each other. */
const mostLinesBelow = 14

/**
 * Places to look for a label's value, nearest first: the rest of its cell, the cells to its right up to the next label, the cells
 * that stand under it. Where nothing stands to its right: before those under it cells half a row off, after them the cell before it.
 */
export function valuePlaces(
  label: Label,
  lines: readonly TextLine[],
  labels: ReadonlyMap<TextLine, readonly Label[]>,
): ValuePlace[] {
  const others = labels.get(label.line) ?? []
  const right = placesRight(label, others)
  if (right.length > 0) return [...right, ...placesBelow(label, lines)]
  return [...placesOffRow(label, lines, labels), ...placesBelow(label, lines), ...placesBefore(label, others)]
}

/** "$500.00  Subtotal": forms and some tills print the value first. */
function placesBefore({ line, first, isMarked, startsCell }: Label, others: readonly Label[]): ValuePlace[] {
  const before = line.words[first - 1]
  if (!before || !isMarked || !startsCell || line.words.at(-1)?.cell !== line.words[first]?.cell) return []
  if (others.some(other => line.words[other.first]?.cell === before.cell)) return []
  const words = line.words.filter(({ cell }) => cell === before.cell)
  return [{ relation: 'before', line, from: words[0]?.from ?? before.from, to: before.to }]
}

const amountKinds: ReadonlySet<string> = new Set([
  'net_total',
  'tax_total',
  'withheld_total',
  'grand_total',
  'payable',
  'deduction',
  'prepaid',
  'surcharge',
])

/** Where a value must end: at the next label, but not at an everyday word inside a name. */
function ends(label: Label, other: Label): boolean {
  if (other.first <= label.last) return false
  return (
    other.isMarked ||
    other.startsCell ||
    amountKinds.has(label.kind) ||
    (!amountKinds.has(other.kind) && other.kind !== 'other_amount')
  )
}

/** "Invoice date / Delivery date   2 March": two labels of one value. */
function isJoined({ line, last }: Label, other: Label): boolean {
  const [, sign, next] = line.words.slice(last)
  return sign?.text === '/' && other.first === last + 2 && next?.cell === line.words[last]?.cell
}

function placesRight(label: Label, others: readonly Label[]): ValuePlace[] {
  const { line, last } = label
  const end = line.words[last]
  if (!end) return []
  const next = others
    .filter(other => ends(label, other) && !isJoined(label, other))
    .map(other => line.words[other.first]?.from ?? line.text.length)
    .reduce((least, at) => Math.min(least, at), line.text.length)
  const places: ValuePlace[] = []
  for (const [from, to, cell] of cellsFrom(line, end.to, next)) {
    const relation =
      cell === end.cell ? 'sameCell' : places.some(place => place.relation === 'nextCell') ? 'laterCell' : 'nextCell'
    places.push({ relation, line, from, to })
  }
  return places
}

/**
 * Cells right of an amount's label with nothing beside it, half a row higher or lower: in a box as high as two rows, or on paper that
 * was not flat. A row with a label of its own belongs to that.
 */
function placesOffRow(
  label: Label,
  lines: readonly TextLine[],
  labels: ReadonlyMap<TextLine, readonly Label[]>,
): ValuePlace[] {
  if (label.line.by !== 'ocr' || !amountKinds.has(label.kind)) return []
  const { index, page, height } = label.line
  const middle = label.box.y + label.box.height / 2
  const right = label.box.x + label.box.width
  return lines
    .slice(Math.max(0, index - mostLinesBelow), index + mostLinesBelow)
    .filter(line => line.page === page && line !== label.line)
    .filter(line => !labels.get(line)?.some(other => amountKinds.has(other.kind)))
    .flatMap(line =>
      cellsOf(line)
        .filter(({ box }) => box.x > right && Math.abs(box.y + box.height / 2 - middle) <= offRow * height)
        .map(({ from, to }) => ({ relation: 'offRow', line, from, to }) as const),
    )
}

function cellsFrom(line: TextLine, from: number, to: number): [number, number, number][] {
  const cells = new Map<number, [number, number]>()
  for (const word of line.words) {
    if (word.from < from || word.to > to) continue
    const known = cells.get(word.cell)
    cells.set(word.cell, known ? [known[0], word.to] : [word.from, word.to])
  }
  return [...cells].map(([cell, [start, end]]) => [start, end, cell])
}

function placesBelow(label: Label, lines: readonly TextLine[]): ValuePlace[] {
  const places: ValuePlace[] = []
  const bottom = label.box.y + label.box.height
  for (const line of lines.slice(label.line.index + 1, label.line.index + 1 + mostLinesBelow)) {
    if (line.page !== label.line.page) break
    const distance = (line.box.y - bottom) / Math.max(label.line.height, 1)
    if (distance > farBelow) break
    for (const cell of cellsUnder(line, label.box))
      places.push({ relation: distance <= nearBelow && places.length === 0 ? 'below' : 'farBelow', line, ...cell })
  }
  return places
}

interface Cell {
  readonly from: number
  readonly to: number
  readonly box: Box
}

/** Cells of a line that overlap a box sideways, or begin or end where it does. */
function cellsUnder(line: TextLine, box: Box): Cell[] {
  return cellsOf(line).filter(cell => overlaps(cell.box, box))
}

function cellsOf(line: TextLine): Cell[] {
  const cells: { from: number; to: number; box: Box }[] = []
  for (const word of line.words) {
    const last = cells.at(-1)
    const before = line.words[line.words.indexOf(word) - 1]
    if (last && before?.cell === word.cell) {
      last.to = word.to
      last.box = { ...last.box, width: word.box.x + word.box.width - last.box.x }
    } else cells.push({ from: word.from, to: word.to, box: word.box })
  }
  return cells
}

function overlaps(left: Box, right: Box): boolean {
  return left.x < right.x + right.width && left.x + left.width > right.x
}
