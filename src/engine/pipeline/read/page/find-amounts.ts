import type { Box } from '../../../../shared/document'
import { decimal, type DecimalText } from '../../../../shared/money'
import { findDates } from './parse-date'
import { parseAmount, type AmountReading } from './parse-amount'
import { union, wordsBetween, type TextLine } from './text-lines'

/** A printed number that may be money. */
export interface AmountFound {
  readonly line: TextLine
  readonly from: number
  readonly to: number
  readonly text: string
  readonly box: Box
  readonly confidence: number
  /** The likeliest first; arithmetic may prefer another. */
  readonly readings: readonly AmountReading[]
  readonly value: DecimalText
  readonly hasCurrency: boolean
  readonly hasDecimals: boolean
  readonly isPercent: boolean
}

const sign = String.raw`(?:US\$|CA\$|C\$|A\$|NZ\$|R\$|S\$|RM|Rs\.?|kr\.?|zł|Kč|CHF|EUR|USD|GBP|MXN|CLP|BRL|AUD|CAD|INR|MYR|IDR|NPR|CZK|PLN|RON|lei|Lei|Fr\.|[$€£¥₹₱₩])`
const number = String.raw`(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,4})?|\d{1,3}(?:['’]\d{3})+(?:[.,]\d{1,4})?|\d[\d.,]*\d|\d|[.,]\d{2})(?:[.,][-–—]{1,2})?`
const amountPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}/#:_.,-])(\(?)([-−–+]? ?)(${sign} ?)?([-−–]? ?)(${number})( ?(?:${sign}|%)(?![\p{L}]))?(-(?=\s|$))?(\)?)(?![\p{L}\p{N}/]|(?<!%):|-\w|\.\p{L}|[.,]\d)`,
  'gu',
)

/** All printed numbers of a line that could be money; dates and parts of codes are left out. */
export function findAmounts(line: TextLine): AmountFound[] {
  const dates = findDates(line.text)
  const found: AmountFound[] = []
  for (const match of line.text.matchAll(amountPattern)) {
    const [whole, , , before = '', , digits = '', after = ''] = match
    const from = match.index
    const to = from + whole.length
    if (dates.some(date => date.from < to && date.to > from)) continue
    if (isPartOfNumbers(line.text, from, to, whole) || isOfLaw(line.text, from, whole)) continue
    const plain = parseAmount(asNumber(whole, digits))
    const readings = line.by === 'ocr' ? [...plain, ...withLostMark(digits, plain)] : plain
    const [best] = readings
    if (!best) continue
    const words = wordsBetween(line, from, to)
    found.push({
      line,
      from,
      to,
      text: whole.trim(),
      box: union(words.map(word => word.box)),
      confidence: Math.min(1, ...words.map(word => word.confidence)),
      readings,
      value: best.value,
      hasCurrency: before !== '' || (after !== '' && !after.includes('%')),
      hasDecimals: best.decimals > 0 || /[.,][-–—]+$/.test(digits),
      isPercent: after.includes('%'),
    })
  }
  return found
}

/** "040 000 0000", "4128 9900": whole numbers side by side are a phone or an account, not money. */
function isPartOfNumbers(text: string, from: number, to: number, whole: string): boolean {
  if (/[.,]\d{2}(?!\d)|[$€£%]/.test(whole)) return false
  return (
    /\d{2,} $/.test(text.slice(Math.max(0, from - 6), from)) || /^ \d{2,}(?![.,]?\d*%)/.test(text.slice(to, to + 5))
  )
}

/** "art. 293 B du CGI", "§ 19 UStG": the place of a law. */
function isOfLaw(text: string, from: number, whole: string): boolean {
  return (
    /^\d{1,4}$/.test(whole.trim()) &&
    /(?:§§?|\b(?:art|article|artikel|art[ií]culo|articolo|artigo)\b\.?)(?: ?\d{1,3}(?:,? ?(?:n|nr|no|c|co|comma|abs|al|par)[.º°]*)?)? ?$/i.test(
      text.slice(0, from),
    )
  )
}

/** The number with its sign or brackets, but without the currency. */
function asNumber(whole: string, digits: string): string {
  const outside = whole.replace(digits, '')
  const isNegative = /[-−–]/.test(outside) || (outside.includes('(') && outside.includes(')'))
  return isNegative ? `-${digits}` : digits
}

/** OCR drops a pale decimal sign: "40500" may be 405.00, if the rest of the page agrees. */
function withLostMark(digits: string, plain: readonly AmountReading[]): AmountReading[] {
  const [only] = plain
  if (!only || !/^\d{3,9}$/.test(digits)) return []
  const value = decimal(only.value.replace(/(\d\d)$/, '.$1').replace(/^(-?)\./, '$10.'))
  return [{ value, mark: null, decimals: 2 }]
}
