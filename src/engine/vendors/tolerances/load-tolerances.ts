import { and, eq, inArray } from 'drizzle-orm'
import type { DocumentId, VendorId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import type { Tolerance } from '../../pipeline/check/subject'
import { documents, issues } from '../../store/schema'
import type { Reader } from '../../store/write'
import { toleranceRows } from './learn-tolerance'
import { toleratedFields, type ToleratedField } from './tolerance'

/**
 * The tolerances of a vendor that act on a document. A person's own word on the document's difference comes before what was
 * learned from it.
 */
export function tolerancesFor(
  reader: Reader,
  document: { readonly documentId: DocumentId; readonly vendorId: VendorId; readonly currency: string | null },
): Partial<Record<ToleratedField, Tolerance>> {
  const acting = toleranceRows(reader, document.vendorId).filter(
    ({ forgottenAt, lesson }) => forgottenAt === null && lesson.currency === document.currency,
  )
  if (acting.length === 0 || isDecided(reader, document.documentId)) return {}
  return Object.fromEntries(
    toleratedFields.flatMap(field => {
      // Two vendors that became one may each have brought theirs.
      const [widest] = acting
        .filter(row => row.field === field)
        .toSorted((one, other) => other.lesson.amount - one.lesson.amount)
      if (widest === undefined) return []
      return [[field, { amount: minor(widest.lesson.amount), taughtBy: intakeNumberOf(reader, widest.documentId) }]]
    }),
  )
}

function isDecided(reader: Reader, documentId: DocumentId): boolean {
  const waived = and(
    eq(issues.documentId, documentId),
    inArray(issues.key, ['total_mismatch', 'lines_net_mismatch']),
    eq(issues.state, 'waived'),
  )
  return reader.select({ id: issues.id }).from(issues).where(waived).limit(1).get() !== undefined
}

function intakeNumberOf(reader: Reader, documentId: DocumentId): number {
  const row = reader
    .select({ number: documents.intakeNumber })
    .from(documents)
    .where(eq(documents.id, documentId))
    .get()
  return row?.number ?? 0
}
