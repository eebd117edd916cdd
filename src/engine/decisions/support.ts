import { and, asc, eq } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { moveDocument, documentById } from '../store/documents'
import { documents } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import type { CommandScope } from './command'

const supportShown = 20

/**
 * This document is no invoice of its own but proves another (an order, a delivery note): out of the way, kept with the
 * one it supports. A document aside that is linked to another is its support.
 *
 * @throws AppError `fix_no_longer_fits` when it would support itself or what supports it
 */
export function putSupport({ tx, documentId }: CommandScope, toDocumentId: DocumentId): void {
  requireOther(tx, documentId, toDocumentId)
  moveDocument(tx, documentId, { state: 'set_aside' })
  tx.update(documents).set({ duplicateOfId: toDocumentId }).where(eq(documents.id, documentId)).run()
}

/** @throws AppError `fix_no_longer_fits` for the document itself and for one that is linked to it */
export function requireOther(tx: Tx, documentId: DocumentId, otherId: DocumentId): void {
  const other = documentById(tx, otherId)
  if (otherId === documentId || other.duplicateOfId === documentId) throw new AppError('fix_no_longer_fits')
}

/** Documents that a person attached as proof, in order of arrival. */
export function supportOf(reader: Reader, documentId: DocumentId) {
  const { id, intakeNumber, fileName, mediaType } = documents
  return reader
    .select({ documentId: id, intakeNumber, fileName, mediaType })
    .from(documents)
    .where(and(eq(documents.duplicateOfId, documentId), eq(documents.state, 'set_aside')))
    .orderBy(asc(intakeNumber))
    .limit(supportShown)
    .all()
}
