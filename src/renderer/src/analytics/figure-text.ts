import type { CorrectedField, FigureFilter, Period } from '../../../shared/analytics'
import { fieldLabel } from '../i18n/sentences'
import type { Text } from '../i18n/t'

/** A period in words: "1 Mar 2026 – 31 Mar 2026". */
export function periodText({ t, date }: Text, { from, to }: Period): string {
  if (from === null && to === null) return t('analytics.period.all')
  if (from === to) return date(from)
  if (from === null) return t('analytics.until', { day: date(to) })
  if (to === null) return t('analytics.since', { day: date(from) })
  return `${date(from)} – ${date(to)}`
}

/** What a list behind a number holds, for the chip of the inbox. */
export function figureText(text: Text, filter: FigureFilter): string {
  const { t } = text
  const parts = [
    t(`analytics.figure.${filter.figure}`),
    filter.key === undefined ? '' : t(`issue.${filter.key}.name`),
    filter.severity === undefined ? '' : t(`severity.${filter.severity}`),
    filter.method === undefined ? '' : t(`analytics.method.${filter.method}`),
    filter.field === undefined ? '' : correctedFieldText(text, filter.field),
    filter.currency ?? '',
    isOfNow(filter) ? '' : periodText(text, filter.period),
  ]
  return parts.filter(part => part !== '').join(' · ')
}

export function correctedFieldText(text: Text, field: CorrectedField): string {
  return field === 'account' ? text.t('analytics.lineAccount') : fieldLabel(text, field)
}

function isOfNow({ figure }: FigureFilter): boolean {
  return figure === 'in_queue' || figure === 'open_issues' || figure === 'overdue_issues'
}

const units = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1000 },
  { unit: 'millisecond', ms: 1 },
] as const

const digits = ['integer', 'decimal', 'fraction']

/**
 * A length of time in its largest fitting unit: "3.4 h", "38 s", "240 ms". The unit is a word of the language, the number is
 * written as every other.
 */
export function durationText({ language, number }: Text, ms: number): string {
  const { unit, ms: size } = units.find(one => ms >= one.ms) ?? { unit: 'millisecond', ms: 1 }
  const value = unit === 'millisecond' ? Math.round(ms) : Math.round((ms / size) * 10) / 10
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', useGrouping: false })
  return format
    .formatToParts(value)
    .map(part => (part.type === 'integer' ? number(value) : digits.includes(part.type) ? '' : part.value))
    .join('')
}
