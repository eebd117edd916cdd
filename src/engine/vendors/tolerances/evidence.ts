import { and, desc, inArray, isNotNull, notInArray } from 'drizzle-orm'
import type { DocumentState } from '../../../shared/document'
import type { DocumentId, VendorId } from '../../../shared/ids'
import type { IssueState } from '../../../shared/issue'
import { isDecimalText, toMinor, type MinorUnits } from '../../../shared/money'
import { issuesOfInvoices } from '../../issues/issues-of-invoices'
import { isByPerson } from '../../people/by-person'
import { documents, invoices, issues } from '../../store/schema'
import type { Reader } from '../../store/write'
import { familyOf } from '../families'
import { differenceKinds, type ToleratedField } from './tolerance'

/** A difference that a person let pass on one document. */
export interface AcceptedDifference {
  readonly documentId: DocumentId
  readonly field: ToleratedField
  readonly currency: string
  readonly amount: MinorUnits
  /** Epoch milliseconds. */
  readonly at: number
}

/** What was accepted on a document that is no bill says nothing. */
export const offTheRoad: readonly DocumentState[] = ['rejected', 'duplicate', 'set_aside', 'unpacked']

/** How a difference is let pass. */
export const settledStates = ['waived', 'skipped'] as const satisfies readonly IssueState[]

/** Differences people waived or skipped on a vendor's documents, the latest first; what rules settled is nobody's habit. */
export function acceptedDifferences(reader: Reader, vendorId: VendorId): AcceptedDifference[] {
  const rows = issuesOfInvoices(
    reader,
    and(
      inArray(invoices.vendorId, familyOf(reader, vendorId)),
      inArray(issues.key, [...differenceKinds]),
      inArray(issues.state, [...settledStates]),
      isNotNull(issues.resolutionFix),
      isByPerson(issues.resolvedBy),
      notInArray(documents.state, [...offTheRoad]),
    ),
  )
    .orderBy(desc(issues.resolvedAt), desc(issues.id))
    .all()
  return rows.flatMap(({ issue: { documentId, subject, params, resolvedAt } }) => {
    const { difference, currency } = params
    const field = subject.type === 'field' ? subject.field : null
    if (field !== 'grand_total' && field !== 'net_total') return []
    if (typeof difference !== 'string' || typeof currency !== 'string' || !isDecimalText(difference)) return []
    return [{ documentId, field, currency, amount: toMinor(difference, currency), at: resolvedAt ?? 0 }]
  })
}
