import { currentTime } from '../app/clock'
import { currencyExponent, isDecimalText } from '../../../shared/money'

/**
 * How numbers, money and dates are written, by the person's format setting (which is not the language of the screens).
 * Values that cannot be read are shown as they are: a wrong amount on paper must not vanish on screen.
 */
export interface Formats {
  /** Decimal text with the currency's decimals and grouping: "11600" in MXN is "11,600.00". Null is an en dash. */
  money(amount: string | null, currency: string | null): string
  /** A plain number: a count, a quantity. */
  number(value: number): string
  /** Decimal text with its own decimals: quantities, unit prices, rates. */
  decimal(value: string): string
  /** An amount of data, in the largest unit that leaves a whole part: "1.4 MB". */
  bytes(value: number): string
  /** A share between 0 and 1 in whole percent: "94%". */
  percent(value: number): string
  /** A tax rate, decimal text in percent, with its own decimals: "16" is "16%", "8.25" is "8.25%". */
  rate(value: string): string
  /** A calendar date `YYYY-MM-DD`, short: "12 Mar", with its year when it is not the present one. */
  shortDate(date: string | null, thisYear?: number): string
  /** A calendar date `YYYY-MM-DD` in full: "12 Mar 2026". */
  date(date: string | null): string
  /** An instant in the person's own time zone: "12 Mar 2026, 10:32". */
  instant(at: number): string
  /** An instant to the second: "3/12/26, 10:32:07 AM". */
  moment(at: number): string
  /** An instant's time of day: "10:32". */
  time(at: number): string
}

const nothing = '—'
/** By thousands, as disks and file managers count. */
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** @param locale a BCP 47 tag; an unknown one falls back to the system's */
export function createFormats(locale: string): Formats {
  const known = supportedLocale(locale)
  const counts = once(() => new Intl.NumberFormat(known))
  const decimals = once(() => new Intl.NumberFormat(known, { maximumFractionDigits: 12 }))
  const sizes = units.map(unit =>
    once(
      () =>
        new Intl.NumberFormat(known, {
          style: 'unit',
          unit,
          unitDisplay: unit === 'byte' ? 'long' : 'short',
          maximumFractionDigits: 1,
        }),
    ),
  )
  const percents = once(() => new Intl.NumberFormat(known, { style: 'percent', maximumFractionDigits: 0 }))
  const rates = once(() => new Intl.NumberFormat(known, { style: 'percent', maximumFractionDigits: 12 }))
  const byExponent = new Map<number, Intl.NumberFormat>()
  const dates = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(known, options))
  // A calendar date has no time zone: it is read and written in UTC so that no zone can shift it by a day.
  const full = dates({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const short = dates({ day: 'numeric', month: 'short', timeZone: 'UTC' })
  const instants = dates({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
  const moments = dates({ dateStyle: 'medium', timeStyle: 'medium' })
  const times = dates({ hour: '2-digit', minute: '2-digit' })

  function amounts(exponent: number): Intl.NumberFormat {
    const made = byExponent.get(exponent)
    if (made) return made
    const format = new Intl.NumberFormat(known, { minimumFractionDigits: exponent, maximumFractionDigits: exponent })
    byExponent.set(exponent, format)
    return format
  }

  return {
    money(amount, currency) {
      if (amount === null || amount === '') return nothing
      if (!isDecimalText(amount)) return amount
      // Decimal text, not a float: Intl formats strings exactly.
      return amounts(currencyExponent(currency)).format(amount as `${number}`)
    },
    number: value => counts().format(value),
    decimal: value => (isDecimalText(value) ? decimals().format(value as `${number}`) : value),
    bytes(value) {
      const unit = units.findLastIndex((_, power) => power === 0 || value >= 1000 ** power)
      return (sizes[unit] ?? counts)().format(value / 1000 ** unit)
    },
    percent: value => percents().format(value),
    // Two places to the left as text: a float would show 8.25 as 8.250000000000002.
    rate: value => (isDecimalText(value) ? rates().format(`${value}e-2` as `${number}`) : value),
    shortDate(date, thisYear = new Date(currentTime()).getFullYear()) {
      const parsed = parseDate(date)
      if (!parsed) return date ?? nothing
      return (parsed.getUTCFullYear() === thisYear ? short : full)().format(parsed)
    },
    date(date) {
      const parsed = parseDate(date)
      return parsed ? full().format(parsed) : (date ?? nothing)
    },
    instant: at => instants().format(at),
    moment: at => moments().format(at),
    time: at => times().format(at),
  }
}

/** Formatters are dear, and most screens use few of them: each is made when it is first needed. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** The tag itself where this machine knows it; `undefined` stands for the system's own. */
export function supportedLocale(locale: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0]
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function parseDate(date: string | null): Date | undefined {
  const parts = datePattern.exec(date ?? '')
  if (!parts) return undefined
  return new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])))
}
