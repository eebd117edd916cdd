import type { Box } from '../../shared/document'
import { amountFields, dateFields, type FieldName } from '../../shared/invoice'
import { compactTaxId } from '../pipeline/check/tax-id'
import { parseAmount } from '../pipeline/read/page/parse-amount'
import { findDates } from '../pipeline/read/page/parse-date'
import type { LineWord, TextLine } from '../pipeline/read/page/text-lines'

/** A value the model proposes, with the words it says it read it from. */
export interface ProposedValue {
  readonly field: FieldName
  readonly value: string
  readonly page: number
  readonly text: string
}

/** A proposed value that the page really shows, in the form values are kept in. */
export interface FoundValue {
  readonly field: FieldName
  readonly value: string
  readonly page: number
  readonly box: Box
  readonly text: string
}

const longestQuote = 200

/**
 * Finds a proposed value on its page. The quoted words must stand there, side by side and visible, and the value must be
 * what our own reading of those words gives; the model's word alone is worth nothing.
 */
export function findOnPage(
  { field, value, page, text }: ProposedValue,
  lines: readonly TextLine[],
): FoundValue | undefined {
  const quote = compact(text)
  if (quote === '' || text.length > longestQuote) return undefined
  const kept = keptForm(field, value, text)
  if (kept === undefined) return undefined
  for (const line of lines) {
    if (line.page !== page) continue
    const words = run(line.words, quote)
    if (words) return { field, value: kept, page, box: around(words), text: words.map(word => word.text).join(' ') }
  }
  return undefined
}

/** The words of a line that spell a quote, spaces aside. */
function run(words: readonly LineWord[], quote: string): readonly LineWord[] | undefined {
  for (const start of words.keys()) {
    let spelled = ''
    for (let end = start; end < words.length && spelled.length < quote.length; end += 1) {
      spelled += compact(words[end]?.text ?? '')
      if (spelled === quote) return words.slice(start, end + 1)
    }
  }
  return undefined
}

/** @returns the value as it is stored, when the quoted words can be read as it */
function keptForm(field: FieldName, value: string, text: string): string | undefined {
  if (amountFields.some(amount => amount === field)) {
    return parseAmount(text).find(reading => Number(reading.value) === Number(value))?.value
  }
  if (dateFields.some(date => date === field)) {
    const readings = findDates(text).flatMap(match => match.readings)
    return readings.find(reading => reading.value === value)?.value
  }
  if (field.endsWith('.tax_id')) return sameWhen(compactTaxId, value, text, /\d/)
  if (field === 'currency') return sameWhen(compact, value, text, /^[A-Z]{3}$/)
  if (field === 'invoice_number') return sameWhen(compact, value, text, /\d/) === undefined ? undefined : text.trim()
  return sameWhen(compact, value, text, /\p{L}/u) === undefined ? undefined : text.trim()
}

function sameWhen(form: (text: string) => string, value: string, text: string, shape: RegExp): string | undefined {
  const [proposed, printed] = [form(value), form(text)]
  return proposed === printed && shape.test(printed) ? printed : undefined
}

function compact(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/\s+/g, '')
}

function around(words: readonly LineWord[]): Box {
  const boxes = words.map(word => word.box)
  const x = Math.min(...boxes.map(box => box.x))
  const y = Math.min(...boxes.map(box => box.y))
  const right = Math.max(...boxes.map(box => box.x + box.width))
  const bottom = Math.max(...boxes.map(box => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}
