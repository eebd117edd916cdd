import type { FieldName } from '../../../shared/invoice'
import type { IssueKey } from '../../../shared/issue'

/** What accepted differences teach: up to this much is rounding. */
export interface ToleranceTaught {
  readonly kind: 'tolerance'
  /** In minor units of the currency. */
  readonly amount: number
  readonly currency: string
}

/** Sums that may be missed: total against net and taxes, net against the lines. */
export const toleratedFields = ['grand_total', 'net_total'] as const satisfies readonly FieldName[]
export type ToleratedField = (typeof toleratedFields)[number]

/** Kinds of issue that ask about such a difference. */
export const differenceKinds = [
  'total_mismatch',
  'lines_net_mismatch',
  'rounding_difference',
] as const satisfies readonly IssueKey[]

/**
 * Acceptances a tolerance rests on. It is the largest amount that this many accepted differences reached: one large
 * difference let pass by mistake teaches nothing.
 */
const acceptancesNeeded = 3

/** The amount that enough accepted differences reached; undefined while there are too few. */
export function learnedAmount(accepted: readonly number[]): number | undefined {
  return accepted.toSorted((one, other) => other - one)[acceptancesNeeded - 1]
}
