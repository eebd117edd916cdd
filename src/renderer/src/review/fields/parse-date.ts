/** A calendar date as `YYYY-MM-DD`. */
export type IsoDate = string

export type ParsedDate =
  { readonly ok: true; readonly value: IsoDate | null } | { readonly ok: false; readonly reason: 'not_a_date' }

const notADate: ParsedDate = { ok: false, reason: 'not_a_date' }
const months = Array.from({ length: 12 }, (_, index) => index + 1)

/**
 * Reads a date as a person types it: `2026-03-12`, `12/3`, `12.03.26`, `12 mar`, `12 de marzo de 2026`, `1203`.
 * @param locale  order of day and month where the text alone does not say
 * @param near    `YYYY-MM-DD`; a date without a year is the one closest to it
 */
export function parseDate(text: string, locale: string, near: IsoDate): ParsedDate {
  const typed = text.trim().toLocaleLowerCase(locale)
  if (typed === '' || typed === '—') return { ok: true, value: null }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed)
  if (iso) return made(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const compact = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(typed)
  const numeric = compact ?? /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?$/.exec(typed)
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])]
    const dayFirst = first > 12 || (second <= 12 && isDayFirst(locale))
    return dayFirst ? dated(first, second, numeric[3], near) : dated(second, first, numeric[3], near)
  }
  return named(typed, locale, near)
}

/** A date with the month's name, day before or after it. */
function named(typed: string, locale: string, near: IsoDate): ParsedDate {
  const words = typed.match(/\p{L}+|\d+/gu) ?? []
  const month = months.find(candidate => words.some(word => isMonthName(word, candidate, locale)))
  const numbers = words.filter(word => /^\d+$/.test(word))
  const year = numbers.find(number => number.length === 4)
  const day = numbers.find(number => number !== year)
  const shortYear = year ?? numbers.filter(number => number !== day)[0]
  if (!month || day === undefined || numbers.length > 2) return notADate
  return dated(Number(day), month, shortYear, near)
}

const names = new Map<string, readonly string[]>()

/** At least the first three letters of the month's name, in the person's language or in English, German, French, Spanish. */
function isMonthName(word: string, month: number, locale: string): boolean {
  if (word.length < 3) return false
  return [locale, 'en', 'es', 'de', 'fr'].some(language => monthName(language, month).startsWith(unaccented(word)))
}

function monthName(language: string, month: number): string {
  const known = names.get(language)
  if (known) return known[month - 1] ?? ''
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  const list = months.map(one => unaccented(format.format(Date.UTC(2026, one - 1, 1)).toLocaleLowerCase(language)))
  names.set(language, list)
  return list[month - 1] ?? ''
}

function unaccented(text: string): string {
  return text.normalize('NFD').replace(/\p{Mark}/gu, '')
}

function isDayFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0)
  const order = parts.filter(part => part.type === 'day' || part.type === 'month')
  return order[0]?.type === 'day'
}

function dated(day: number, month: number, year: string | undefined, near: IsoDate): ParsedDate {
  if (year === undefined) return nearest(day, month, near)
  return made(year.length === 4 ? Number(year) : 2000 + Number(year), month, day)
}

function nearest(day: number, month: number, near: IsoDate): ParsedDate {
  const year = Number(near.slice(0, 4))
  const candidates = [year - 1, year, year + 1].flatMap(candidate => {
    const date = made(candidate, month, day)
    return date.ok && date.value !== null ? [date.value] : []
  })
  const distance = (date: IsoDate) => Math.abs(Date.parse(date) - Date.parse(near))
  const value = candidates.toSorted((left, right) => distance(left) - distance(right))[0]
  return value === undefined ? notADate : { ok: true, value }
}

function made(year: number, month: number, day: number): ParsedDate {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!exists || year < 1900 || year > 2200) return notADate
  return { ok: true, value: date.toISOString().slice(0, 10) }
}
