import { fold } from './fold'
import { AppError } from './result'

/** A day that exists, written YYYY-MM-DD. */
export function isRealDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** First letters of the months as people of our languages write them. */
const months: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'mae'],
  ['apr', 'abr', 'avr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'giu', 'juin'],
  ['jul', 'lug', 'juil'],
  ['aug', 'ago', 'aou'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dic', 'dez'],
]

type Part = 'day' | 'month' | 'year'

/**
 * Turns what a person typed into a date: "2026-03-12", "12/3/2026", "12.3.26", "12 mar 2026", "March 12", "0312",
 * "12/3". Without a year the one that brings the date nearest to today.
 *
 * @param locale BCP 47 tag: whether the day or the month comes first
 * @param today YYYY-MM-DD
 * @throws AppError `value_invalid` with `reason` `date`
 */
export function typedDate(text: string, locale: string, today: string): string {
  const words = fold(text)
    .split(' ')
    .filter(word => word !== '' && word !== 'de' && word !== 'del' && word !== 'of')
  const date = fromWords(words, locale, today)
  if (date === null || !isRealDate(date)) throw new AppError('value_invalid', { reason: 'date' })
  return date
}

function fromWords(words: readonly string[], locale: string, today: string): string | null {
  const named = words.findIndex(word => monthOf(word) !== null)
  if (named !== -1) {
    const month = monthOf(words[named] ?? '')
    const numbers = words.filter((_, index) => index !== named).map(word => word.replace(/(st|nd|rd|th)$/, ''))
    return withNamedMonth(month ?? 0, numbers, today)
  }
  if (!words.every(word => /^\d+$/.test(word))) return null
  const parts = words.length === 1 ? cut(words[0] ?? '') : words
  const [first, second, third] = parts
  if (first === undefined || second === undefined || parts.length > 3) return null
  if (first.length === 4) return third === undefined ? null : write(first, second, third)
  const [early, late] = orderOf(locale)
  const byPart: Record<Part, string | undefined> = { day: undefined, month: undefined, year: third }
  byPart[early] = first
  byPart[late] = second
  // "12/25" can only be read one way, whatever the locale says.
  if (Number(byPart.month) > 12 && Number(byPart.day) <= 12) [byPart.day, byPart.month] = [byPart.month, byPart.day]
  return withYear(byPart.day ?? '', byPart.month ?? '', byPart.year, today)
}

function withNamedMonth(month: number, numbers: readonly string[], today: string): string | null {
  const [first, second] = numbers
  if (first === undefined || numbers.length > 2 || !numbers.every(number => /^\d+$/.test(number))) return null
  const [day, year] = first.length === 4 ? [second, first] : [first, second]
  return day === undefined ? null : withYear(day, String(month), year, today)
}

function monthOf(word: string): number | null {
  if (!/^\p{L}{3,}$/u.test(word)) return null
  const index = months.findIndex(names => names.some(name => word.startsWith(name)))
  return index === -1 ? null : index + 1
}

/** "0312", "120326", "12032026", "20260312" typed without separators. */
function cut(digits: string): string[] {
  if (digits.length === 8 && /^(19|20)\d\d(0[1-9]|1[0-2])/.test(digits) && Number(digits.slice(2, 4)) > 12) {
    return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
  }
  if (digits.length === 4) return [digits.slice(0, 2), digits.slice(2)]
  if (digits.length === 6 || digits.length === 8) return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
  return []
}

/** Whether a locale writes the day or the month first. */
export function orderOf(locale: string): ['day', 'month'] | ['month', 'day'] {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map(part => part.type)
  return parts.indexOf('month') < parts.indexOf('day') && parts.indexOf('year') !== 0
    ? ['month', 'day']
    : ['day', 'month']
}

function withYear(day: string, month: string, year: string | undefined, today: string): string {
  if (year !== undefined) return write(year.length === 2 ? `20${year}` : year, month, day)
  const thisYear = Number(today.slice(0, 4))
  const distance = (date: string) => Math.abs(Date.parse(date) - Date.parse(today))
  const [nearest] = [thisYear, thisYear - 1, thisYear + 1]
    .map(candidate => write(String(candidate), month, day))
    .filter(isRealDate)
    .sort((a, b) => distance(a) - distance(b))
  return nearest ?? ''
}

function write(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
