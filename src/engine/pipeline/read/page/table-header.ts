import type { Box } from '../../../../shared/document'
import { fold } from './fold'
import { isHeadingWord, kindByWords } from './heading-words'
import { headingsByFirstWord, type ColumnKind } from './table-headings'
import { union, type LineWord, type TextLine } from './text-lines'

export interface TableColumn {
  readonly kind: ColumnKind
  readonly box: Box
  /** Descriptions whose heading stands under that of the codes: the first row of each item is its code. */
  readonly isCodeFirst?: boolean
}

/** Column headings of a table; they may be set in several lines. */
export interface TableHeader {
  readonly line: TextLine
  readonly columns: readonly TableColumn[]
  /** Indexes of its lines. */
  readonly rows: readonly number[]
  readonly bottom: number
}

interface Segment {
  readonly text: string
  readonly box: Box
  readonly kind: ColumnKind | null
  /** Words of it that are words of headings. */
  readonly known: number
}

const mostHeadings = 14
/** Lines of one heading stand closer than so many line heights, middle to middle. */
const headingStep = 1.9
const mostLinesAbove = 2
const mostLinesBelow = 2
const leastKnown = 0.5

/** The headings whose main line is this one; null when it is no row of headings. */
export function headerAt(line: TextLine, lines: readonly TextLine[]): TableHeader | null {
  const own = segmentsOf(line)
  if (!isMostlyKnown(own)) return null
  const above = around(line, own, lines, -1, mostLinesAbove)
  const below = around(line, own, lines, 1, mostLinesBelow)
  const columns = columnsOf([...above, { line, segments: own }, ...below].map(part => part.segments))
  if (!isHeader(columns)) return null
  const parts = [...above.map(part => part.line), line, ...below.map(part => part.line)]
  const bottom = Math.max(...parts.map(part => part.box.y + part.box.height))
  return { line, columns, rows: parts.map(part => part.index), bottom }
}

interface HeaderPart {
  readonly line: TextLine
  readonly segments: readonly Segment[]
}

/** Further lines of the same headings: words over or under those of the main line, and no value among them. */
function around(
  line: TextLine,
  own: readonly Segment[],
  lines: readonly TextLine[],
  direction: 1 | -1,
  most: number,
): HeaderPart[] {
  const parts: HeaderPart[] = []
  let last = line
  for (let step = 1; step <= most; step += 1) {
    const next = lines[line.index + step * direction]
    if (!next || next.page !== line.page || distance(last, next) > headingStep * Math.max(line.height, 1)) break
    const segments = segmentsOf(next)
    if (!isSpread(segments, own) && !segments.every(segment => isPartOfHeading(segment, own))) break
    parts.push({ line: next, segments })
    last = next
  }
  return direction < 0 ? parts.toReversed() : parts
}

function distance(one: TextLine, other: TextLine): number {
  return Math.abs(one.box.y + one.box.height / 2 - other.box.y - other.box.height / 2)
}

/** Words without digits over or under several headings are further words of theirs, known or not. */
function isSpread(segments: readonly Segment[], own: readonly Segment[]): boolean {
  if (segments.length < 2 || segments.some(segment => /\d/.test(segment.text))) return false
  const over = segments.map(segment => own.find(other => overlapOf(other.box, segment.box) > 0))
  return over.every(column => column !== undefined) && new Set(over).size === segments.length
}

/** "unitaire" under "Prix", "(EUR)", "HT": it completes a heading or is one itself. */
function isPartOfHeading(segment: Segment, own: readonly Segment[]): boolean {
  if (/\d[.,]\d|^\d{2,}$/.test(segment.text)) return false
  if (segment.kind !== null || /^\(.*\)$|^[#€$£%/+\-().\s]+$/.test(segment.text)) return true
  const beside = own.find(other => overlapOf(other.box, segment.box) > 0)
  if (beside === undefined) return false
  const joined = [`${beside.text} ${segment.text}`, `${segment.text} ${beside.text}`]
  return (
    joined.some(text => kindOf(text) !== null || kindByWords(text.split(' ').map(fold)) !== null) ||
    /^(?:ht|ttc|net|netto|unit|unitaire|for|rate)\b/i.test(segment.text)
  )
}

/** The cells of a line, parted where one holds several headings ("Qty Price"). */
function segmentsOf(line: TextLine): Segment[] {
  return [...Map.groupBy(line.words, word => word.cell).values()].flatMap(words => {
    const first = line.words.findIndex(word => word === words[0])
    const parts: { words: LineWord[]; kind: ColumnKind | null; known: number }[] = []
    for (let at = first; at < first + words.length;) {
      const match = headingAt(line, at)
      const taken = line.words.slice(at, at + (match?.words.length ?? 1))
      const last = parts.at(-1)
      const isGlued = last !== undefined && isContinued(last.words, taken, match?.kind ?? null)
      if (isGlued) last.words.push(...taken)
      else if (!match && last?.kind === null) last.words.push(...taken)
      else parts.push({ words: taken, kind: match?.kind ?? null, known: match ? taken.length : 0 })
      at += taken.length
    }
    const segments = parts.map(part => segmentOf(part.words, part.kind, part.known))
    const known = segments.reduce((sum, segment) => sum + segment.known, 0)
    const kinds = new Set(segments.flatMap(({ kind }) => (kind === null || kind === 'tax_rate' ? [] : [kind])))
    const isMixed = segments.some(segment => segment.kind === null)
    const spoken = isMixed && kinds.size < 2 ? kindByWords(ownWords(words)) : null
    if (spoken !== null) return [segmentOf(words, spoken, words.filter(word => isHeadingWord(word.folded)).length)]
    // "Code, name & description" is one heading, and so is a heading with words nobody knows.
    const isOne =
      words.length > 1 && (words.slice(0, -1).some(word => /[,&]$/.test(word.text)) || (isMixed && kinds.size < 2))
    if (!isOne) return segments
    const kind = words.length <= mostWords && known / words.length >= 0.3 ? strongest(segments) : null
    return [segmentOf(words, kind, kind === null ? 0 : words.length)]
  })
}

/** A cell of more words is running text. */
const mostWords = 7

/** "Price incl. VAT" is a price, "(EUR)" and "HT" belong to the heading before them. */
function isContinued(before: readonly LineWord[], taken: readonly LineWord[], kind: ColumnKind | null): boolean {
  const [first] = taken
  const last = before.at(-1)
  if (!first || !last) return false
  if (isNeutral(first.text) || included.test(first.folded)) return true
  return included.test(last.folded) && (kind === 'tax_rate' || kind === null)
}

const included =
  /^(?:incl|inkl|incluido|inclu|inclus|inclusief|including|excl|exkl|excluding|exclusief|ohne|without|hors|sans|sin|con|sem|com|esclusa|inclusa|ht|ttc|h\.t|netto|net|brutto|bruto)$/

/** Words of a heading without brackets and signs, folded. */
function ownWords(words: readonly LineWord[]): string[] {
  return words.filter(word => !isNeutral(word.text) || word.text === '%').map(word => word.folded)
}

function isNeutral(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || /^\(.*\)$/.test(text)
}

function segmentOf(words: readonly LineWord[], kind: ColumnKind | null, known: number): Segment {
  return { text: words.map(word => word.text).join(' '), box: union(words.map(word => word.box)), kind, known }
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

function isMostlyKnown(segments: readonly Segment[]): boolean {
  if (segments.some(segment => /\d[.,]\d\d(?!\d)/.test(segment.text))) return false
  const words = segments
    .flatMap(segment => segment.text.split(' '))
    .filter(word => !isNeutral(word) && !isInclusion(word))
  const known = segments.reduce((sum, segment) => sum + segment.known, 0)
  return known >= 2 && known / Math.max(1, words.length) >= leastKnown
}

function isInclusion(word: string): boolean {
  return included.test(fold(word))
}

/** Segments over each other are one column; its kind is that of their words together. */
function columnsOf(rows: readonly (readonly Segment[])[]): TableColumn[] {
  const columns: { box: Box; parts: Segment[] }[] = []
  for (const segment of rows.flat()) {
    const column = columns.find(
      other =>
        overlapOf(other.box, segment.box) > 0.3 * Math.min(other.box.width, segment.box.width) &&
        !isSameRow(other, segment),
    )
    if (column) {
      column.parts.push(segment)
      column.box = union([column.box, segment.box])
    } else columns.push({ box: segment.box, parts: [segment] })
  }
  const sorted = columns.toSorted((left, right) => left.box.x - right.box.x)
  const found = sorted.map(({ box, parts }): UnsureColumn => {
    const text = parts.map(part => part.text).join(' ')
    const spoken = parts.length > 1 ? kindByWords(text.split(' ').map(fold).filter(Boolean)) : null
    const kind = kindOf(text) ?? spoken ?? strongest(parts)
    return { kind, box, ...(isCodeOverDescription(parts) ? { kind: 'description', isCodeFirst: true } : {}) }
  })
  const named = withTotal(withDescription(found))
  const last =
    sorted
      .at(-1)
      ?.parts.map(part => part.text)
      .join(' ') ?? ''
  return currency.test(last) ? withMoney(named) : named
}

interface UnsureColumn {
  readonly kind: ColumnKind | null
  readonly box: Box
  readonly isCodeFirst?: boolean
}

/** "Article no." in the upper line of the headings, "Description" in the lower one. */
function isCodeOverDescription(parts: readonly Segment[]): boolean {
  const [upper, lower] = parts.toSorted((one, other) => one.box.y - other.box.y)
  return parts.length === 2 && upper?.kind === 'product_code' && lower?.kind === 'description'
}

/** Without a heading for descriptions, the first heading nobody knows is theirs ("Project"); others are none of ours. */
function withDescription(columns: readonly UnsureColumn[]): TableColumn[] {
  const kinds = new Set(columns.map(column => column.kind))
  const isNamed = kinds.has('description') || !kinds.has('quantity')
  const unknown = isNamed ? undefined : columns.find(column => column.kind === null)
  return columns.map(column => ({ ...column, kind: column.kind ?? (column === unknown ? 'description' : 'other') }))
}

function isSameRow(column: { parts: readonly Segment[] }, segment: Segment): boolean {
  return column.parts.some(part => Math.abs(part.box.y - segment.box.y) < segment.box.height * 0.3)
}

/** Two prices and no total: the last one is the row's total ("Prix unitaire … Prix HT"). */
function withTotal(columns: readonly TableColumn[]): TableColumn[] {
  const prices = columns.filter(column => column.kind === 'unit_price')
  if (prices.length < 2 || columns.some(column => column.kind === 'line_total')) return [...columns]
  const last = prices.at(-1)
  return columns.map(column => (column === last ? { ...column, kind: 'line_total' } : column))
}

/** "Work | Words | per 1000 | GBP": a currency alone heads the totals, where nothing else does. */
const currency = /^\(?(?:EUR|USD|GBP|CHF|MXN|CAD|AUD|BRL|[$€£])\)?$/

function withMoney(columns: readonly TableColumn[]): TableColumn[] {
  const last = columns.at(-1)
  const isTotalled = columns.some(({ kind }) => kind === 'line_total')
  return columns.map(column => (column === last && !isTotalled ? { ...column, kind: 'line_total' } : column))
}

function strongest(parts: readonly Segment[]): ColumnKind | null {
  const kinds = parts.flatMap(part => (part.kind === null ? [] : [part.kind]))
  return kinds.find(kind => kind === 'description') ?? kinds.find(kind => kind !== 'other') ?? kinds[0] ?? null
}

/** Kind of a whole heading, currency and brackets left out. */
function kindOf(text: string): ColumnKind | null {
  const words = text
    .replace(/(\p{L})-\s+(\p{L})/gu, (_, left: string, right: string) => left + right.toLowerCase())
    .replace(/\(\s*[^)]*\)?/g, ' ')
    .replace(/\/\s+/g, '/')
    .split(/\s+/)
    .map(fold)
    .filter(word => word !== '' && !/^(?:eur|usd|gbp|chf|mxn|€|\$|£)$/.test(word))
  const [first] = words
  if (first === undefined) return null
  const match = headingsByFirstWord
    .get(first)
    ?.find(heading => heading.words.length === words.length && heading.words.every((word, at) => words[at] === word))
  return match?.kind ?? null
}

export function overlapOf(left: Box, right: Box): number {
  return Math.min(left.x + left.width, right.x + right.width) - Math.max(left.x, right.x)
}

function isHeader(columns: readonly TableColumn[]): boolean {
  const named = columns.filter(column => column.kind !== 'other')
  const kinds = new Set(named.map(column => column.kind))
  const hasMoney = kinds.has('line_total') || kinds.has('unit_price')
  const hasItem = kinds.has('description') || kinds.has('quantity') || kinds.has('product_code')
  return named.length >= 2 && columns.length <= mostHeadings && kinds.size >= 2 && hasMoney && hasItem
}
