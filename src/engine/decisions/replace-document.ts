import { eq } from 'drizzle-orm'
import type { DocumentState } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { moveDocument, documentById } from '../store/documents'
import { documents, invoices } from '../store/schema'
import type { Tx } from '../store/write'
import type { CommandScope } from './command'
import { loadInvoice } from './load'
import { recordChange } from './record-change'

/** States of a document whose place a corrected version may take: nobody has decided about it yet. */
export const replaceableStates: readonly DocumentState[] = ['needs_review', 'ready', 'on_hold']

/**
 * This document is the corrected version of another: the other leaves the road, linked to this one. Undoing this brings
 * it back, unless somebody has decided about it since.
 *
 * @throws AppError `not_allowed_in_state` (params `state`, `intakeNumber`) when the other was decided meanwhile
 */
export function replaceOther({ tx, documentId, ctx, shared }: CommandScope, otherId: DocumentId): void {
  const other = documentById(tx, otherId)
  if (otherId === documentId) throw new AppError('fix_no_longer_fits')
  if (!replaceableStates.includes(other.state)) throw new AppError('not_allowed_in_state', { state: other.state })
  const before = placeOf(tx, otherId)
  const { intakeNumber } = documentById(tx, documentId)
  recordChange(tx, otherId, { kind: 'document.replaced', params: { intakeNumber } }, ctx, () => {
    moveDocument(tx, otherId, { state: 'duplicate' })
    tx.update(documents).set({ duplicateOfId: documentId }).where(eq(documents.id, otherId)).run()
  })
  shared.note(`twin:${otherId}`, before, placeOf(tx, otherId))
  ctx.touched?.(otherId)
}

/** Where a document stands, as undo compares and restores it. */
export function placeOf(tx: Tx, documentId: DocumentId) {
  const { state, stateReason, duplicateOfId } = documentById(tx, documentId)
  return { state, stateReason, duplicateOfId }
}

/** Notes which invoice a credit note takes back, by the names it would have used itself. */
export function linkCredited({ tx, documentId }: CommandScope, creditedId: DocumentId): void {
  const credited = loadInvoice(tx, creditedId)
  const own = loadInvoice(tx, documentId)
  const names = [credited.uuid, credited.invoiceNumber].filter(name => name !== null)
  if (creditedId === documentId || own.vendorId !== credited.vendorId || names.length === 0) {
    throw new AppError('fix_no_longer_fits')
  }
  tx.update(invoices).set({ related: names }).where(eq(invoices.id, own.id)).run()
}
