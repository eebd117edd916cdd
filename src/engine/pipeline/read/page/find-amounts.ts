import type { Box } from '../../../../shared/document'
import type { DecimalText } from '../../../../shared/money'
import { findDates } from './parse-date'
import { parseAmount, type AmountReading, type DecimalMark } from './parse-amount'
import { union, wordsBetween, type TextLine } from './text-lines'

/** A printed number that may be money. */
export interface AmountFound {
  readonly line: TextLine
  readonly from: number
  readonly to: number
  readonly text: string
  readonly box: Box
  readonly confidence: number
  /** Readings left after the document's decimal sign is known; the likeliest first. */
  readonly readings: readonly AmountReading[]
  readonly value: DecimalText
  readonly hasCurrency: boolean
  readonly hasDecimals: boolean
  readonly isPercent: boolean
}

const sign = String.raw`(?:US\$|CA\$|C\$|A\$|NZ\$|R\$|S\$|RM|Rs\.?|kr\.?|zł|Kč|CHF|EUR|USD|GBP|MXN|CLP|BRL|AUD|CAD|INR|MYR|IDR|NPR|CZK|PLN|RON|lei|Lei|Fr\.|[$€£¥₹₱₩])`
const number = String.raw`(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,4})?|\d{1,3}(?:['’]\d{3})+(?:[.,]\d{1,4})?|\d[\d.,]*\d|\d|[.,]\d{2})(?:[.,][-–—]{1,2})?`
const amountPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}/#:_.,-])(\(?)([-−–+]? ?)(${sign} ?)?([-−–]? ?)(${number})( ?(?:${sign}|%)(?![\p{L}]))?(-(?=\s|$))?(\)?)(?![\p{L}\p{N}/:]|-\w|\.\p{L})`,
  'gu',
)

/** All printed numbers of a line that could be money; dates and parts of codes are left out. */
export function findAmounts(line: TextLine, mark: DecimalMark | null): AmountFound[] {
  const dates = findDates(line.text)
  const found: AmountFound[] = []
  for (const match of line.text.matchAll(amountPattern)) {
    const [whole, , , before = '', , digits = '', after = ''] = match
    const from = match.index
    const to = from + whole.length
    if (dates.some(date => date.from < to && date.to > from)) continue
    const readings = inStyle(parseAmount(asNumber(whole, digits)), mark)
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

/** The number with its sign or brackets, but without the currency. */
function asNumber(whole: string, digits: string): string {
  const outside = whole.replace(digits, '')
  const isNegative = /[-−–]/.test(outside) || (outside.includes('(') && outside.includes(')'))
  return isNegative ? `-${digits}` : digits
}

/** "1.234" where a decimal comma is used elsewhere is a thousand; "1,234" there has three decimals, as quantities do. */
function inStyle(readings: readonly AmountReading[], mark: DecimalMark | null): readonly AmountReading[] {
  const [asThousand, asDecimal] = readings
  if (!asThousand || !asDecimal || mark === null) return readings
  return readings
}

/** The decimal sign most unambiguous amounts of the document use. */
export function decimalMark(lines: readonly TextLine[]): DecimalMark | null {
  const votes = { '.': 0, ',': 0 }
  for (const line of lines)
    for (const { readings, isPercent } of findAmounts(line, null)) {
      const [only, other] = readings
      if (only?.mark && !other) votes[only.mark] += isPercent ? 0.5 : 1
    }
  if (votes['.'] === votes[',']) return null
  return votes['.'] > votes[','] ? '.' : ','
}
