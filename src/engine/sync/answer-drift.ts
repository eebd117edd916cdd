import { eq } from 'drizzle-orm'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { moveDocument } from '../store/documents'
import { ledgerBills, outbox } from '../store/schema'
import type { Tx } from '../store/write'
import { enqueueBill, latestRow } from './enqueue-bill'

/** What the ledger says now is what it is compared with from here on; a bill that is gone is watched no more. */
export function acceptLedgerChange(tx: Tx, documentId: DocumentId): void {
  const held = heldBill(tx, documentId)
  // A twin over there is no change of the bill itself: there is nothing to compare anew.
  if (held.seen === null || held.seen === 'gone') return
  const accepted = { posted: held.seen, seen: null }
  tx.update(ledgerBills).set(accepted).where(eq(ledgerBills.documentId, documentId)).run()
}

/**
 * Asks the sync to make the ledger say again what was posted. A bill that is gone is posted anew on the common road,
 * look-up included; one that was changed is put right with the request it was made by.
 */
export function askToRestore(tx: Tx, documentId: DocumentId, { now }: { readonly now: EpochMs }): void {
  const held = heldBill(tx, documentId)
  const row = latestRow(tx, documentId)
  const isUnsaid = held.kind === 'vendor_credit' && held.seen !== 'gone'
  if (held.seen === null || row?.state !== 'confirmed' || isUnsaid) throw new AppError('fix_no_longer_fits')
  if (held.seen !== 'gone') {
    tx.update(ledgerBills).set({ restoreAsked: true }).where(eq(ledgerBills.documentId, documentId)).run()
    return
  }
  tx.delete(ledgerBills).where(eq(ledgerBills.documentId, documentId)).run()
  tx.update(outbox).set({ state: 'cancelled', answer: null }).where(eq(outbox.id, row.id)).run()
  moveDocument(tx, documentId, { state: 'approved' })
  enqueueBill(tx, documentId, { now })
}

function heldBill(tx: Tx, documentId: DocumentId): typeof ledgerBills.$inferSelect {
  const held = tx.select().from(ledgerBills).where(eq(ledgerBills.documentId, documentId)).get()
  if (!held) throw new AppError('fix_no_longer_fits')
  return held
}
