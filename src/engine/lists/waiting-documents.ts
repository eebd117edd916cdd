import { and, inArray } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { tabStates } from '../../shared/inbox'
import { documents } from '../store/schema'
import type { Reader } from '../store/write'

const waitingStates = [...tabStates.needs_review, ...tabStates.ready, ...tabStates.failed]

/** Of these documents those that wait for a person, in the order asked about. */
export function waitingAmong(reader: Reader, documentIds: readonly DocumentId[]): DocumentId[] {
  const rows = reader
    .select({ id: documents.id })
    .from(documents)
    .where(and(inArray(documents.id, [...documentIds]), inArray(documents.state, waitingStates)))
    .all()
  const waiting = new Set(rows.map(({ id }) => id))
  return documentIds.filter(id => waiting.has(id))
}
