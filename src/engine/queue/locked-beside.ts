import { and, eq, exists, inArray, ne, sql } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { unsettledStates } from '../../shared/issue'
import { documentById } from '../store/documents'
import { documents, issues } from '../store/schema'
import type { Reader } from '../store/write'

/** Other documents of the same file that wait for its password. */
export function lockedBeside(reader: Reader, documentId: DocumentId): DocumentId[] {
  const { sha256 } = documentById(reader, documentId)
  const waits = reader
    .select({ one: sql`1` })
    .from(issues)
    .where(
      and(
        eq(issues.documentId, documents.id),
        eq(issues.key, 'needs_password'),
        inArray(issues.state, [...unsettledStates]),
      ),
    )
  return reader
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.sha256, sha256),
        ne(documents.id, documentId),
        inArray(documents.state, ['needs_review', 'set_aside']),
        exists(waits),
      ),
    )
    .all()
    .map(row => row.id)
}
