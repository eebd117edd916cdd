import type { Suggestion } from '../../../shared/issue'
import { minor, type MinorUnits } from '../../../shared/money'
import type { MessageParams } from '../../../shared/result'
import { moneyParams } from './amounts'
import { always, type IssueKind } from './issue-kind'
import type { CheckSubject, RaisedIssue } from './subject'

/** A sum that misses by so little, or so usually for its vendor, that it is only remarked. */
export const roundingDifference: IssueKind = {
  key: 'rounding_difference',
  resolutions: ['set_field'],
  mayWaive: always,
}

const accept: Suggestion = { key: 'accept_rounding', params: {}, fix: { type: 'skip', reason: 'rounding' } }

/**
 * Lets a difference pass. Beyond what the company allows, the suggestion says that no bill will be made of it: posting
 * would refuse one that does not add up.
 */
export function keepAsPrinted(subject: CheckSubject, difference: MinorUnits): Suggestion {
  const { differenceLimit } = subject.settings
  const isBeyond = Math.abs(difference) > differenceLimit
  const params = isBeyond ? { ...moneyParams(subject, { allowed: minor(differenceLimit) }), variant: 'beyond' } : {}
  return { key: 'keep_as_printed', params, fix: { type: 'waive', reason: 'keep_as_printed' } }
}

export function roundingOf(field: 'grand_total' | 'net_total', params: MessageParams): RaisedIssue {
  return {
    key: 'rounding_difference',
    severity: 'low',
    subject: { type: 'field', field },
    params,
    suggestions: [accept],
  }
}

/**
 * What says that a difference is within what people accepted for this vendor before; undefined where it is not, or is more
 * than the company lets pass at all.
 */
export function toleratedParams(
  subject: CheckSubject,
  field: 'grand_total' | 'net_total',
  difference: MinorUnits,
): MessageParams | undefined {
  const tolerance = subject.tolerances?.[field]
  const size = Math.abs(difference)
  if (tolerance === undefined || size > tolerance.amount || size > subject.settings.differenceLimit) return undefined
  return { ...moneyParams(subject, { tolerated: tolerance.amount }), taughtBy: tolerance.taughtBy }
}
