import type { Sighting } from '../../facts'
import { pageOrigin } from './field-candidate'
import type { AmountFound } from './find-amounts'
import type { PageText } from './page-text'
import { findDates } from './parse-date'
import { marksOf } from './sender-marks'
import { labelAbove, labelBefore } from './surroundings'
import { union, wordsBetween, type LineWord, type TextLine } from './text-lines'

/** Header fields stand on the first pages or on the last ones; what is between is rows. */
const firstPages = 3
const lastPages = 2
/** More than this is no invoice any more. */
const mostSightings = 400

/** Every text of the pages that may be a value of the header, rows of tables left out. */
export function sightingsOf(text: PageText): Sighting[] {
  const lastPage = Math.max(0, ...text.lines.map(line => line.page))
  const found = text.lines
    .filter(line => line.page <= firstPages || line.page > lastPage - lastPages)
    .flatMap(line => [
      ...(isRowOfGoods(line, text) ? [] : ofLine(line, text)),
      ...marksOf(line).map(mark => sighting(text, line, mark)),
    ])
  return found.slice(0, mostSightings)
}

/** A row with quantity, price and total; totals with words nobody knows look like one more row, but hold one amount. */
function isRowOfGoods(line: TextLine, text: PageText): boolean {
  const amounts = (text.amounts.get(line) ?? []).filter(amount => !amount.isPercent)
  return text.tableRows.has(line.index) && amounts.length !== 1
}

/** A stretch of a line with the ways to read it. */
export interface Stretch extends Pick<Sighting, 'kind' | 'readings'> {
  readonly from: number
  readonly to: number
}

function ofLine(line: TextLine, text: PageText): Sighting[] {
  const dates = findDates(line.text).map(({ from, to, readings }): Stretch => {
    return { kind: 'date', from, to, readings: readings.map(({ value, order }) => ({ value, format: order })) }
  })
  const amounts = (text.amounts.get(line) ?? []).filter(amount => !amount.isPercent).map(amountStretch)
  const numbers = numbersOf(line).filter(({ from, to }) => !dates.some(date => date.from < to && date.to > from))
  return [...dates, ...amounts, ...numbers].map(stretch => sighting(text, line, stretch))
}

function amountStretch({ from, to, text, readings }: AmountFound): Stretch {
  const told = readings.map(({ value, mark }) => ({ value, format: mark ?? decimalSign(text, value) }))
  return { kind: 'amount', from, to, readings: told }
}

/** What a reading takes for the decimal sign: "1.234" as a thousand means that the comma is. */
function decimalSign(text: string, value: string): '.' | ',' | null {
  const sign = /[.,](?=[^.,]*$)/.exec(text)?.[0]
  if (sign !== '.' && sign !== ',') return null
  const other = sign === '.' ? ',' : '.'
  return value.includes('.') ? sign : other
}

const numberShape = /^(?=.*\d)[\p{L}\d][\p{L}\d\-–‐./_#]*$/u
const seriesShape = /^[A-Z]{1,5}$/
const decimalShape = /^\d{1,3}(?:[.,' ]\d{3})*[.,]\d{2}$/

/** Words with digits that may name a document; "CR 1803" is a series and a number. */
function numbersOf(line: TextLine): Stretch[] {
  return line.words.flatMap((word, at): Stretch[] => {
    const value = cleaned(word.text)
    if (value.length > 60 || !numberShape.test(value) || decimalShape.test(value)) return []
    const before = line.words[at - 1]
    const series = before?.cell === word.cell && seriesShape.test(before.text) ? before : undefined
    const alone = { kind: 'number', from: word.from, to: word.to, readings: [{ value, format: null }] } as const
    if (!series) return [alone]
    const joined = [{ value: `${series.text} ${value}`, format: null }]
    return [alone, { ...alone, from: series.from, readings: joined }]
  })
}

function cleaned(text: string): string {
  return text.replace(/^[#:.°º(\s]+|[,;:.)\s]+$/gu, '')
}

function sighting(text: PageText, line: TextLine, { kind, from, to, readings }: Stretch): Sighting {
  const words: readonly LineWord[] = wordsBetween(line, from, to)
  const box = union(words.map(word => word.box))
  const edge = kind === 'amount' ? box.x + box.width : box.x
  return {
    kind,
    readings,
    origin: pageSide(pageOrigin({ line, box, text: line.text.slice(from, to), label: undefined })),
    left: labelBefore(line, from),
    above: labelAbove(text, line, box),
    x: share(edge, line.pageWidth),
    y: share(box.y, line.pageHeight),
  }
}

function pageSide(origin: ReturnType<typeof pageOrigin>): Sighting['origin'] {
  if (origin.kind !== 'page') throw new Error('a sighting is of a page')
  return origin
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.round((part / whole) * 1000) / 1000 : 0
}
