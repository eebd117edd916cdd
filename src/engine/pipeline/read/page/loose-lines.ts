import Big from 'big.js'
import { decimal, type DecimalText } from '../../../../shared/money'
import type { LineRead } from '../../facts'
import { sumOf } from './decimals'
import type { AmountFound } from './find-amounts'
import type { PageText } from './page-text'
import { wordsBetween } from './text-lines'

const mostLines = 60

/**
 * Lines of an invoice without column headings, as till receipts are: rows of words that end in an amount. They are believed
 * only when their sum is the net amount or the total; otherwise there are none.
 */
export function looseLines(text: PageText, targets: readonly DecimalText[]): LineRead[] {
  const rows: LineRead[] = []
  let hasTax = false
  for (const line of text.lines) {
    const amounts = (text.amounts.get(line) ?? []).filter(amount => !amount.isPercent)
    const last = amounts.at(-1)
    const labels = text.labelsByLine.get(line) ?? []
    const isTotal = labels.some(
      label => label.first === 0 && label.kind !== 'other_number' && label.strength === 'strong',
    )
    if (!last || isTotal || !(last.hasDecimals || last.hasCurrency)) {
      if (isTotal && rows.length > 0 && sums(rows, targets)) return withoutPositions(rows)
      continue
    }
    // "Goods & services  503.00": what comes to the rows above it ends them, whatever it is called.
    if (!hasTax && rows.length >= leastSummed && isSumOf([last.value], targets) && sums(rows, [last.value]))
      return withoutPositions(rows)
    hasTax ||= labels.some(({ kind }) => kind === 'tax_total')
    const counted = countOf(line.text)
    const ofWords = amounts.filter(({ from }) => from >= (counted?.length ?? 0))
    const description = line.text
      .slice(counted?.length ?? 0, endOfWords(line.text, ofWords))
      .replaceAll('\t', ' ')
      .trim()
    if (description.replace(/[^\p{L}]/gu, '').length < 2 || rows.length >= mostLines) continue
    const [first] = ofWords.length > 1 ? ofWords : []
    const words = wordsBetween(line, 0, line.text.length)
    rows.push({
      description,
      quantity: counted?.quantity ?? null,
      unit: null,
      unitPrice: first && first !== last && first.hasDecimals ? first.value : null,
      lineTotal: last.value,
      taxRate: null,
      productCode: null,
      classificationCode: null,
      origin: {
        kind: 'page',
        page: line.page,
        box: line.box,
        text: words.map(word => word.text).join(' '),
        by: line.by,
      },
    })
  }
  return sums(rows, targets) ? withoutPositions(rows) : []
}

/** "1 Coffee", "2 Cake", "3 Water": numbers that count the rows count no goods. */
function withoutPositions(rows: readonly LineRead[]): LineRead[] {
  const areCounted = rows.length >= leastCounted && rows.every(({ quantity }, at) => quantity === String(at + 1))
  return rows.map(row => (areCounted ? { ...row, quantity: null } : row))
}

/** An amount that only repeats the one above it is no sum of rows. */
const leastSummed = 2

/** Two rows may well be of one and two pieces. */
const leastCounted = 3

/** "2 Fish & chips", "3x Coffee": how many, before what. */
function countOf(text: string): { readonly quantity: DecimalText; readonly length: number } | null {
  const [whole, count] = /^(\d{1,3})(?:\s?[x×])?[\s\t]+(?=\p{L}{2})/u.exec(text) ?? []
  return whole === undefined || count === undefined ? null : { quantity: decimal(count), length: whole.length }
}

/** Where the amounts of a row begin; the numbers of "Room 4, March 2026" are part of its text. */
function endOfWords(text: string, amounts: readonly AmountFound[]): number {
  const isOfText = ({ from, to, hasDecimals, hasCurrency }: AmountFound) =>
    from > 0 &&
    !hasDecimals &&
    !hasCurrency &&
    (year.test(text.slice(from, to)) || /^,? ?\p{L}{3}/u.test(text.slice(to)) || isWithinWords(text, from, to))
  return amounts.find(amount => !isOfText(amount))?.from ?? text.length
}

/** "cold room 2, 17/02/26, 4 hrs labour": words stand on both sides in one cell. */
function isWithinWords(text: string, from: number, to: number): boolean {
  return /\p{Ll}{2}[^\t]*$/u.test(text.slice(0, from)) && /^[^\t]*\p{Ll}{3}/u.test(text.slice(to))
}

const year = /^(?:19|20)\d{2}$/

/** Cuts rows that follow the last line of a table, when the rows before them add up. */
export function upToSum(lines: readonly LineRead[], targets: readonly DecimalText[]): readonly LineRead[] {
  if (sums(lines, targets)) return lines
  for (let count = lines.length - 1; count > 0; count -= 1)
    if (sums(lines.slice(0, count), targets)) return lines.slice(0, count)
  return lines
}

/** Whether the rows' totals, each of them known, add up to one of the targets. */
export function sums(lines: readonly LineRead[], targets: readonly DecimalText[]): boolean {
  const totals = lines.flatMap(line => (line.lineTotal === null ? [] : [line.lineTotal]))
  return totals.length === lines.length && isSumOf(totals, targets)
}

export function isSumOf(amounts: readonly DecimalText[], targets: readonly DecimalText[]): boolean {
  if (amounts.length === 0) return false
  const sum = new Big(sumOf(amounts))
  return targets.some(target => sum.minus(target).abs().lt(0.015))
}
