import { and, eq, inArray } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { add, isDecimalText, minor, toMinor, type MinorUnits } from '../../shared/money'
import { issues } from '../store/schema'
import type { Reader } from '../store/write'
import { differenceKinds } from '../vendors/tolerances/tolerance'

/**
 * By how much the sums of a document may miss each other on its bill: what was waived on it, and what a tolerance of its
 * vendor made a remark of. Read from its own issues, which stay as they were when it was approved.
 */
export function acceptedDifference(reader: Reader, documentId: DocumentId, currency: string | null): MinorUnits {
  const rows = reader
    .select({ key: issues.key, state: issues.state, params: issues.params })
    .from(issues)
    .where(and(eq(issues.documentId, documentId), inArray(issues.key, [...differenceKinds])))
    .all()
  const accepted = rows.flatMap(({ key, state, params }) => {
    const { difference, tolerated } = params
    // A remark stands whether somebody answered it or not; it ends when the numbers change.
    const isAccepted =
      key === 'rounding_difference' ? tolerated !== undefined && state !== 'resolved' : state === 'waived'
    if (!isAccepted || typeof difference !== 'string' || !isDecimalText(difference)) return []
    return [toMinor(difference, currency)]
  })
  return add(minor(0), ...accepted)
}
