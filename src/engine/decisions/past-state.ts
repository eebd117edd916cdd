import { and, asc, eq, isNotNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import type { DocumentId } from '../../shared/ids'
import { journal } from '../store/schema'
import type { Reader } from '../store/write'
import { isTold } from './record-change'
import type { Rows } from './snapshot'

const Told = z.record(z.string(), z.unknown())

/**
 * A document's rows as they were right after one row of the journal, told by the journal alone: every change says what
 * came of it, so that the last word on each row is its state.
 *
 * While a document is on the road, whether it waits or is being worked on is not journaled: its state is `queued` then,
 * or the one it had before it was looked at anew.
 *
 * @param sequence the journal row after which to look
 */
export function rowsAt(reader: Reader, documentId: DocumentId, sequence: number): Rows {
  const changes = reader
    .select({ after: journal.after })
    .from(journal)
    .where(and(eq(journal.documentId, documentId), isNotNull(journal.after), lte(journal.sequence, sequence)))
    .orderBy(asc(journal.sequence))
    .all()
  return lastWords(changes.map(({ after }) => Told.parse(JSON.parse(after ?? '{}'))))
}

/** The state that a document's changes, oldest first, lead to. Shared rows (vendors, lessons) are not the document's. */
export function lastWords(changes: readonly Rows[]): Rows {
  const rows: Record<string, unknown> = {}
  for (const change of changes) {
    for (const [key, row] of Object.entries(change)) if (isOfDocument(key)) rows[key] = row
  }
  return Object.fromEntries(Object.entries(rows).filter(([key, row]) => isTold(key, row)))
}

const ownTables: readonly string[] = ['document', 'invoice', 'line', 'tax', 'reading', 'issue']

function isOfDocument(key: string): boolean {
  return ownTables.includes(key.slice(0, key.indexOf(':')))
}
