import { months } from './month-names'

/** One way to read a printed date. `order` is null when the text allows only one reading. */
export interface DateReading {
  readonly value: string
  readonly order: 'dmy' | 'mdy' | null
}

export interface DateMatch {
  readonly from: number
  readonly to: number
  readonly readings: readonly DateReading[]
  /** Sign between the parts; documents keep to one order per sign. */
  readonly separator: string
}

const monthWord = Object.keys(months)
  .toSorted((left, right) => right.length - left.length)
  .join('|')
const yearFirst = /(?<![\d.,/-])((?:19|20)\d{2})([-/.年])(\d{1,2})[-/.月](\d{1,2})(?!\d|[.,]\d)/g
/** "Date: 20260815": digits alone are a date only beside a word that says so. */
const compact =
  /(?:date|datum|fecha|data|dated|issued|echeance|due|vencimiento|vence|scadenza|vervaldatum|fallig\w*)[^\d\n]{0,6}((?:19|20)\d{2})(\d{2})(\d{2})(?![\d.,/-])/g
const numeric = /(?<![\d.,/-])(\d{1,2})(\s?[-/.]\s?)(\d{1,2})\s?[-/.]\s?((?:19|20)\d{2}|\d{2})(?![\d%]|[.,/-]\d)/g
const dayMonthYear = new RegExp(
  `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|o)?[\\s./-]*(?:de |of )?(${monthWord})(?![a-z])[\\s.,/'-]*(?:de |del )?((?:19|20)\\d{2}|\\d{2})(?!\\d|[.,]\\d)`,
  'g',
)
const monthDayYear = new RegExp(
  `(?<![a-z])(${monthWord})(?![a-z])[\\s.-]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,.-]+((?:19|20)\\d{2})(?!\\d)`,
  'g',
)

/** A date whose first sign OCR lost, or one of its two: "2801/2026", "28/012026". */
const brokenDate = /(?<![\d.,/-])(\d{2})([/.-]?)(\d{2})([/.-]?)((?:19|20)\d{2})(?![\d%]|[.,/-]\d)/g

/** Dates that lack a sign between their parts; numbers of documents look the same, so a label must say that they are dates. */
export function findBrokenDates(text: string): DateMatch[] {
  return [...text.matchAll(brokenDate)].flatMap(match => {
    const [whole, first = '', one = '', second = '', other = '', year = ''] = match
    if ((one === '') === (other === '')) return []
    const readings = bothOrders(first, second, year)
    return readings.length === 0
      ? []
      : [{ from: match.index, to: match.index + whole.length, readings, separator: one || other }]
  })
}

/** All dates in a line of text, with both readings where day and month could be either. */
export function findDates(text: string): DateMatch[] {
  const plain = flat(text)
  const found: DateMatch[] = []
  const add = (match: RegExpExecArray, separator: string, readings: DateReading[]) => {
    const [from, to] = [match.index, match.index + match[0].length]
    if (readings.length > 0 && !found.some(other => other.from < to && other.to > from))
      found.push({ from, to, readings, separator })
  }
  for (const match of plain.matchAll(yearFirst)) add(match, match[2] ?? '', dated(match[1], match[3], match[4]))
  for (const match of plain.matchAll(compact)) {
    const [whole, year = '', month, day] = match
    const from = match.index + whole.length - 8
    const readings = dated(year, month, day)
    if (readings.length > 0) found.push({ from, to: from + 8, readings, separator: '' })
  }
  for (const match of plain.matchAll(dayMonthYear)) add(match, ' ', dated(match[3], monthOf(match[2]), match[1]))
  for (const match of plain.matchAll(monthDayYear)) add(match, ' ', dated(match[3], monthOf(match[1]), match[2]))
  for (const match of plain.matchAll(numeric)) {
    const [, first = '', separator = '', second = '', year = ''] = match
    add(match, separator.trim(), bothOrders(first, second, year))
  }
  return found.toSorted((left, right) => left.from - right.from)
}

/** Lower case without accents, keeping every letter at its place. */
function flat(text: string): string {
  let plain = ''
  for (const letter of text) {
    const folded = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    plain +=
      folded.length === letter.length ? folded : letter.toLowerCase().padEnd(letter.length).slice(0, letter.length)
  }
  return plain.replaceAll(/[‐‑–—−]/g, '-').replaceAll('\t', '\n')
}

function bothOrders(first: string, second: string, year: string): DateReading[] {
  const dayFirst = dated(year, second, first)
  const monthFirst = dated(year, first, second)
  if (dayFirst.length === 0 || monthFirst.length === 0 || first === second)
    return dayFirst.length > 0
      ? dayFirst.map(asOrder('dmy', first, second))
      : monthFirst.map(asOrder('mdy', first, second))
  return [...dayFirst.map(asOrder('dmy', first, second)), ...monthFirst.map(asOrder('mdy', first, second))]
}

function asOrder(order: 'dmy' | 'mdy', first: string, second: string): (reading: DateReading) => DateReading {
  return reading => ({ ...reading, order: first === second ? null : order })
}

function monthOf(name = ''): string {
  return String(months[name] ?? '')
}

function dated(year = '', month = '', day = ''): DateReading[] {
  const fullYear = Number(year) < 100 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year)
  const [monthNumber, dayNumber] = [Number(month), Number(day)]
  const date = new Date(Date.UTC(fullYear, monthNumber - 1, dayNumber))
  if (date.getUTCMonth() !== monthNumber - 1 || date.getUTCDate() !== dayNumber || dayNumber < 1) return []
  if (fullYear < 1950 || fullYear > 2100) return []
  return [{ value: date.toISOString().slice(0, 10), order: null }]
}
