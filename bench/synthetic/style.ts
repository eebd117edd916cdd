import type { Wording } from './languages'
import type { Random } from './random'

/** What one invoice keeps to: its labels, and how it writes amounts and dates. */
export interface Style {
  readonly decimal: ',' | '.'
  readonly group: string
  readonly date: Wording['dates'][number]
  readonly sign: string
  readonly signBefore: boolean
  readonly signInRows: boolean
  readonly colon: boolean
  readonly totalsLeft: boolean
  readonly carries: boolean
  readonly repeatsHeadings: boolean
  readonly numberLabel: string
  readonly dateLabel: string
  readonly dueLabel: string
  readonly fromLabel: string
  readonly toLabel: string
  readonly taxIdLabel: string
  readonly netLabel: string
  readonly taxLabel: string
  readonly totalLabel: string
  readonly terms: string
}

export function styleOf(wording: Wording, random: Random): Style {
  return {
    decimal: wording.decimal,
    group: random.pick(wording.groups),
    date: random.pick(wording.dates),
    sign: random.pick(wording.sign),
    signBefore: wording.decimal === '.',
    signInRows: random.chance(0.3),
    colon: random.chance(0.5),
    totalsLeft: random.chance(0.5),
    carries: random.chance(0.5),
    repeatsHeadings: random.chance(0.6),
    numberLabel: random.pick(wording.number),
    dateLabel: random.pick(wording.date),
    dueLabel: random.pick(wording.due),
    fromLabel: random.pick(wording.from),
    toLabel: random.pick(wording.to),
    taxIdLabel: random.pick(wording.taxId),
    netLabel: random.pick(wording.net),
    taxLabel: random.pick(wording.tax),
    totalLabel: random.pick(wording.total),
    terms: random.pick(wording.terms),
  }
}

/** Cents as printed; quantities lose decimals they do not need. */
export function amountText(cents: number, { decimal, group }: Style, isQuantity = false): string {
  const rounded = Math.round(cents)
  const whole = String(Math.floor(rounded / 100)).replace(/\B(?=(?:\d{3})+$)/g, group)
  const fraction = String(rounded % 100).padStart(2, '0')
  return isQuantity && fraction === '00' ? whole : `${whole}${decimal}${fraction}`
}

export function dateText(iso: string, { date }: Style, months: readonly string[]): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  switch (date) {
    case 'd.m.y':
      return `${day}.${month}.${year}`
    case 'd/m/y':
      return `${day}/${month}/${year}`
    case 'm/d/y':
      return `${month}/${day}/${year}`
    case 'd-m-y':
      return `${day}-${month}-${year}`
    case 'long':
      return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`
    default:
      return iso
  }
}
