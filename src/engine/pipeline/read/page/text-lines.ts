import type { Box } from '../../../../shared/document'
import type { PageReading, Word } from '../../facts'
import { weightOf } from '../letter-widths'
import { fold } from './fold'
import { meantWord } from './misread-labels'
import { rowSlope } from './row-slope'

/** A word of a line; `from` and `to` are its place in the line's text. */
export interface LineWord {
  readonly text: string
  /** Lower case, without accents and outer punctuation. */
  readonly folded: string
  readonly box: Box
  readonly confidence: number
  readonly from: number
  readonly to: number
  /** Which cell of the line it stands in, from 0; cells are separated by wide gaps. */
  readonly cell: number
}

/** Words side by side on a page. Cells are parted by a tab in `text`, words by a space. */
export interface TextLine {
  readonly index: number
  readonly page: number
  readonly by: 'text_layer' | 'ocr'
  readonly text: string
  readonly words: readonly LineWord[]
  readonly box: Box
  /** Middle height of its words, in points: the nearest we have to a font size. */
  readonly height: number
  readonly pageWidth: number
  readonly pageHeight: number
}

/** A gap wider than this share of the line's height parts two cells of a table or form. */
const cellGap = { text_layer: 0.9, ocr: 1.35 } as const

/** Lines of all pages in reading order. Hidden words decide nothing, so they are left out. */
export function textLines(pages: readonly PageReading[]): TextLine[] {
  const lines: TextLine[] = []
  for (const page of pages) {
    if (page.textSource === 'none') continue
    const by = page.textSource
    const seen = page.words.filter(word => !word.hidden && !isOrnament(word, page.height))
    const printed = by === 'ocr' ? seen.flatMap(withoutRules) : seen
    for (const row of rowsOf(printed.flatMap(splitAtColon), by === 'ocr' ? rowSlope(printed) : 0)) {
      const words = by === 'ocr' ? mendNumbers(row) : row
      const line = toLine(words, lines.length, page, by)
      if (line.text.trim() !== '') lines.push(line)
    }
  }
  return lines
}

/** Letters narrower than this share of their height stand over each other, not side by side. */
const leastLetter = 0.15

/** Watermarks and text up the margin would tie lines together that have nothing to do with each other. */
function isOrnament({ text, box }: Word, pageHeight: number): boolean {
  return box.height > pageHeight * 0.12 || (text.length > 2 && box.width < leastLetter * box.height * text.length)
}

/** OCR makes signs of the lines around cells: "[Factura | F-2026-001 |". */
function withoutRules(word: Word): Word[] {
  const text = word.text.replace(/^[|¦[\]{}]+|[|¦[\]{}]+$/g, '')
  if (text === word.text) return [word]
  return text === '' ? [] : [{ ...word, text }]
}

/** "Date:2024-05-01", "#123" and "n°123" are label and value in one word. */
function splitAtColon(word: Word): Word[] {
  const match =
    /^([\p{L}.°º#()]{2,}[:#])(.*[\p{N}].*)$/u.exec(word.text) ??
    /^(#|[nN][°º.]{1,2}|No\.)([\p{L}\d](?!\.\p{L}).*)$/u.exec(word.text) ??
    /^(\p{L}{3,})(#:?)$/u.exec(word.text)
  if (!match?.[1] || !match[2]) return [word]
  const share = weightOf(match[1]) / weightOf(word.text)
  const { x, width } = word.box
  return [
    { ...word, text: match[1], box: { ...word.box, width: width * share } },
    { ...word, text: match[2], box: { ...word.box, x: x + width * share, width: width * (1 - share) } },
  ]
}

/** @param slope  how much rows fall to the right, in points down per point */
function rowsOf(words: readonly Word[], slope: number): Word[][] {
  const levels = new Map(words.map(word => [word, levelOf(word, slope)]))
  const level = (word: Word) => levels.get(word) ?? 0
  const rows: Word[][] = []
  const open: Word[][] = []
  for (const word of words.toSorted((left, right) => level(left) - level(right))) {
    const row = open.find(candidate => {
      const beside = nearest(candidate, word)
      return isBeside(beside, word, Math.abs(level(beside) - level(word)))
    })
    if (row) row.push(word)
    else {
      const begun = [word]
      rows.push(begun)
      open.unshift(begun)
      if (open.length > 8) open.pop()
    }
  }
  const middleOf = (row: readonly Word[]) => row.reduce((sum, word) => sum + level(word), 0) / row.length
  return rows.toSorted((left, right) => middleOf(left) - middleOf(right))
}

function nearest(row: readonly Word[], word: Word): Word {
  const distance = (other: Word) => Math.abs(other.box.x - word.box.x)
  return row.reduce((best, other) => (distance(other) < distance(best) ? other : best))
}

/** @param apart  between the middles of the two */
function isBeside(left: Word, right: Word, apart: number): boolean {
  const smaller = Math.min(left.box.height, right.box.height)
  const larger = Math.max(left.box.height, right.box.height)
  // A letter of a headline and a line of small print may overlap; they are not one line.
  return apart < Math.min(0.5 * larger, 0.62 * smaller + 1)
}

/** Height of the middle of a word on the page, as if its row were level. */
function levelOf({ box }: Word, slope: number): number {
  return box.y + box.height / 2 - slope * (box.x + box.width / 2)
}

function toLine(row: readonly Word[], index: number, page: PageReading, by: 'text_layer' | 'ocr'): TextLine {
  const sorted = row.toSorted((left, right) => left.box.x - right.box.x)
  const height = median(sorted.map(word => word.box.height))
  const words: LineWord[] = []
  let text = ''
  let cell = 0
  for (const [at, word] of sorted.entries()) {
    const before = sorted[at - 1]
    if (before) {
      const gap = word.box.x - (before.box.x + before.box.width)
      const parted = gap > height * cellGap[by]
      if (parted) cell += 1
      text += parted ? '\t' : ' '
    }
    const { box, confidence } = word
    words.push({
      text: word.text,
      folded: by === 'ocr' ? meantWord(foldLabel(word.text)) : foldLabel(word.text),
      box,
      confidence,
      from: text.length,
      to: text.length + word.text.length,
      cell,
    })
    text += word.text
  }
  const box = union(words.map(word => word.box))
  return { index, page: page.number, by, text, words, box, height, pageWidth: page.width, pageHeight: page.height }
}

/** OCR sees a space where letters or the decimal sign stand wide: "19,647 .68", "6. 30", "$1 46.00". */
function mendNumbers(row: readonly Word[]): Word[] {
  const mended: Word[] = []
  for (const word of row.toSorted((left, right) => left.box.x - right.box.x)) {
    const last = mended.at(-1)
    const isSplit =
      last !== undefined &&
      word.box.x - (last.box.x + last.box.width) < word.box.height &&
      ((/\d$/.test(last.text) && /^[.,]\d{2}$/.test(word.text)) ||
        (/^\D?\d+[.,]$/.test(last.text) && /^\d{2}$/.test(word.text)) ||
        (/^\p{Sc}\d+[.,]$/u.test(last.text) && /^\d{3}$/.test(word.text)) ||
        // Three digits would be a group of thousands, which needs no mending.
        (/^\p{Sc}\d{1,3}$/u.test(last.text) && /^\d{1,2}[.,]\d{2}$/.test(word.text)))
    if (isSplit) mended[mended.length - 1] = joined(last, word)
    else mended.push(word)
  }
  return mended
}

function joined(left: Word, right: Word): Word {
  const confidence = Math.min(left.confidence, right.confidence)
  return { text: left.text + right.text, box: union([left.box, right.box]), confidence, hidden: false }
}

/** "IVA(19%)" is the label "IVA". */
function foldLabel(text: string): string {
  return fold(text.replace(/^(\p{L}{2,})\(.*$/u, '$1'))
}

/** Smallest box around all boxes; an empty one when there are none. */
export function union(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  const x = Math.min(...boxes.map(box => box.x))
  const y = Math.min(...boxes.map(box => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map(box => box.x + box.width)) - x,
    height: Math.max(...boxes.map(box => box.y + box.height)) - y,
  }
}

export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}

/** Words that a stretch of the line's text touches. */
export function wordsBetween(line: TextLine, from: number, to: number): LineWord[] {
  return line.words.filter(word => word.from < to && word.to > from)
}
