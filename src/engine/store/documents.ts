import { eq, sql } from 'drizzle-orm'
import type { DocumentState, Step } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { Reader, Tx } from './open'
import { documents } from './schema'

export type DocumentRow = typeof documents.$inferSelect
export type NewDocument = Omit<typeof documents.$inferInsert, 'intakeNumber'>

/** Writes the row of a received file and gives it the next intake number. Its bytes must be in the blob store. */
export function insertDocument(tx: Tx, document: NewDocument): DocumentRow {
  return tx
    .insert(documents)
    .values({ ...document, intakeNumber: nextIntakeNumber(tx) })
    .returning()
    .get()
}

/** 1 for the first document ever received; numbers are never given twice, for rows are never removed. */
export function nextIntakeNumber(tx: Tx): number {
  const last = tx
    .select({ number: sql<number | null>`max(${documents.intakeNumber})` })
    .from(documents)
    .get()
  return (last?.number ?? 0) + 1
}

/** @throws AppError `document_not_found` */
export function documentById(reader: Reader, documentId: DocumentId): DocumentRow {
  const row = reader.select().from(documents).where(eq(documents.id, documentId)).get()
  if (!row) throw new AppError('document_not_found', {}, 'never')
  return row
}

export interface Move {
  readonly state: DocumentState
  /** The running step while `processing`; nothing otherwise. */
  readonly step?: Step | null
  /** A person's words or an error code; the reason of the state before is dropped when left out. */
  readonly reason?: string | null
  /** The day an answer is due while on hold, YYYY-MM-DD. */
  readonly holdUntil?: string | null
}

/** Puts a document into another state of its life. Journaling is the caller's: it knows who and why. */
export function moveDocument(tx: Tx, documentId: DocumentId, { state, ...rest }: Move): void {
  const { step = null, reason = null, holdUntil = null } = rest
  tx.update(documents)
    .set({ state, step, stateReason: reason, holdUntil, isOverdue: false })
    .where(eq(documents.id, documentId))
    .run()
}
