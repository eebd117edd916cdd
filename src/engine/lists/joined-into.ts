import { aliasedTable, and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { documents } from '../store/schema'
import type { Reader } from '../store/write'

/**
 * Of these documents, those that are no twins though they stand aside as copies: their pages were joined to another one's.
 *
 * @returns the intake number of the document that holds their pages now
 */
export function joinedInto(reader: Reader, documentIds: readonly DocumentId[]): ReadonlyMap<DocumentId, number> {
  if (documentIds.length === 0) return new Map()
  const whole = aliasedTable(documents, 'whole')
  const rows = reader
    .select({
      id: documents.id,
      own: documents.pagesFrom,
      into: whole.intakeNumber,
      pages: whole.pagesFrom,
    })
    .from(documents)
    .innerJoin(whole, eq(whole.id, documents.duplicateOfId))
    .where(and(inArray(documents.id, [...documentIds]), eq(documents.state, 'duplicate'), isNotNull(whole.pagesFrom)))
    .all()
  const joined = rows.filter(({ id, own, pages }) => {
    const file = own?.[0]?.documentId ?? id
    return pages?.some(page => page.documentId === file) ?? false
  })
  return new Map(joined.map(({ id, into }) => [id, into]))
}
