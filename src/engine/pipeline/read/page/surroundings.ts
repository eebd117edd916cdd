import type { Box } from '../../../../shared/document'
import type { PageText } from './page-text'
import type { LineWord, TextLine } from './text-lines'

/** Words of a label that are kept: the ones next to the value. */
const labelWords = 5
const longestLabel = 60
/** A heading stands at most so many line heights over its value; lines of several columns interleave. */
const heightsAbove = 4.2
const linesLooked = 14

/** Signs and codes between a label and its amount: "TOTAL  MXN  1,160.00", "IVA 16 %  160.00". */
const between = /^(?:[$€£¥₹%#:.\-–—=]+|[A-Z]{3}|US\$|R\$|kr|Kč|zł|\(?\d{1,2}(?:[.,]\d{1,2})? ?%\)?)$/u

/** The words before a place of a line: those of its own cell, else those of the nearest cell that holds words. */
export function labelBefore(line: TextLine, from: number): string {
  const before = line.words.filter(word => word.to <= from)
  for (const cell of cellsOf(before).toReversed()) {
    const label = labelIn(cell)
    if (label !== '') return label
    // Another value stands between: what is before it is that value's label.
    if (!cell.every(word => between.test(word.text))) return ''
  }
  return ''
}

/** The words over a box: the nearest cell above it that overlaps it sideways, when it holds words. */
export function labelAbove(text: PageText, line: TextLine, box: Box): string {
  for (const other of text.lines.slice(Math.max(0, line.index - linesLooked), line.index).toReversed()) {
    if (other.page !== line.page) return ''
    const distance = box.y - (other.box.y + other.box.height)
    if (distance > heightsAbove * line.height) continue
    const cell = cellsOf(other.words).find(words => overlaps(words, box))
    if (cell) return labelIn(cell)
  }
  return ''
}

function cellsOf(words: readonly LineWord[]): LineWord[][] {
  return [...Map.groupBy(words, word => word.cell).values()]
}

function overlaps(words: readonly LineWord[], box: Box): boolean {
  const [first, last] = [words[0]?.box, words.at(-1)?.box]
  return first !== undefined && last !== undefined && first.x < box.x + box.width && last.x + last.width > box.x
}

/** The last words of a cell when they are words; empty when the cell is a value itself. */
function labelIn(cell: readonly LineWord[]): string {
  const words = cell.filter(word => !between.test(word.text)).slice(-labelWords)
  const text = words.map(word => word.text).join(' ')
  const letters = text.replace(/[^\p{L}]/gu, '').length
  const digits = text.replace(/[^\p{N}]/gu, '').length
  return letters > digits && letters >= 2 ? text.slice(-longestLabel).trim() : ''
}
