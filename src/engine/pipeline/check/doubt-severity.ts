import type { FieldName } from '../../../shared/invoice'
import type { Severity } from '../../../shared/issue'

/** decisive: a wrong one pays the wrong amount, the wrong bill or in the wrong money. supporting: sums and the vendor's record would mostly tell. */
export type FieldWeight = 'decisive' | 'supporting'

/** Fields whose reading is doubted, those that weigh most first. */
export const doubtedFields: readonly (readonly [FieldName, FieldWeight])[] = [
  ['invoice_number', 'decisive'],
  ['issue_date', 'decisive'],
  ['currency', 'decisive'],
  ['grand_total', 'decisive'],
  ['net_total', 'supporting'],
  ['tax_total', 'supporting'],
  ['withheld_total', 'supporting'],
  ['due_date', 'supporting'],
  ['payable', 'supporting'],
]

interface DoubtRule {
  /** Holds for readings more than this far below the bar, as a share of 1 … */
  readonly belowBar: number
  /** … or less likely than this, wherever the bar is. */
  readonly probabilityUnder: number
  readonly severity: Readonly<Record<FieldWeight, Severity>>
}

/**
 * How grave a doubtful reading is, the gravest first; the first rule that holds decides. Below a coin toss a decisive
 * value is as likely wrong as right; below one in four any value is most likely wrong. A bar set higher makes the
 * same reading graver, a lower one never makes it milder than the coin toss does.
 */
const doubtRules: readonly DoubtRule[] = [
  { belowBar: 0.65, probabilityUnder: 0.25, severity: { decisive: 'high', supporting: 'high' } },
  { belowBar: 0.4, probabilityUnder: 0.5, severity: { decisive: 'high', supporting: 'medium' } },
]

/**
 * Severity of a reading that is not sure enough.
 *
 * @param probability of the reading, 0 to 1
 * @param bar the probability the company asks for, 0 to 1
 */
export function severityOfDoubt(weight: FieldWeight, probability: number, bar: number): Severity {
  // Both are kept with three decimals; their difference in binary is not.
  const shortfall = Math.round((bar - probability) * 1000) / 1000
  const rule = doubtRules.find(
    ({ belowBar, probabilityUnder }) => shortfall > belowBar || probability < probabilityUnder,
  )
  return rule?.severity[weight] ?? 'medium'
}
