import type { Period } from '../../../shared/analytics'

/** Periods offered by name; `custom` is whatever days a person typed. */
export const periodChoices = [
  'today',
  'last7',
  'thisMonth',
  'lastMonth',
  'last90',
  'thisYear',
  'all',
  'custom',
] as const
export type PeriodChoice = (typeof periodChoices)[number]

/**
 * The days a named period has.
 *
 * @param today what this machine's calendar says
 * @param present kept for `custom`
 */
export function periodOf(choice: PeriodChoice, today: Date, present: Period): Period {
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()]
  const to = dayOf(year, month, day)
  switch (choice) {
    case 'today':
      return { from: to, to }
    case 'last7':
      return { from: dayOf(year, month, day - 6), to }
    case 'thisMonth':
      return { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 0) }
    case 'lastMonth':
      return { from: dayOf(year, month - 1, 1), to: dayOf(year, month, 0) }
    case 'last90':
      return { from: dayOf(year, month, day - 89), to }
    case 'thisYear':
      return { from: dayOf(year, 0, 1), to: dayOf(year, 11, 31) }
    case 'all':
      return { from: null, to: null }
    case 'custom':
      return present
  }
}

/** Months and days beyond their ends are what the calendar makes of them. */
function dayOf(year: number, month: number, day: number): string {
  const date = new Date(year, month, day)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
