import { eq } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { recordChange } from '../decisions/record-change'
import { ledgerBills, outbox } from '../store/schema'
import { write } from '../store/write'
import { latestRow } from './enqueue-bill'
import type { LedgerSession } from './ledger-session'
import { draftIsGone } from './settle'

/**
 * Deletes in the ledger the draft of a bill that was refused for its total: a person saw it and wants it gone. Only a
 * draft is deleted, and only the one known to be this document's; one that is gone already is what was wanted.
 *
 * @throws AppError `fix_no_longer_fits` when there is none, or it was booked over there meanwhile; ServerFailure
 */
export async function deleteDraft(session: LedgerSession, documentId: DocumentId): Promise<void> {
  const { store, ledger, actor, now } = session
  const held = store.db.select().from(ledgerBills).where(eq(ledgerBills.documentId, documentId)).get()
  const row = latestRow(store.db, documentId)
  if (held?.kind !== 'bill' || row?.state !== 'refused') throw new AppError('fix_no_longer_fits')
  const ledgerId = Number(held.ledgerId)
  const bill = await ledger.bills.get(ledgerId)
  if (bill?.is_open === true) throw new AppError('fix_no_longer_fits')
  if (bill) await ledger.deleteBill(ledgerId)
  write(store, tx => {
    const params = { billNumber: held.billNumber, ledgerId }
    recordChange(tx, documentId, { kind: 'bill.draft_deleted', params, isFact: true }, { now: now(), actor }, () => {
      tx.delete(ledgerBills).where(eq(ledgerBills.documentId, documentId)).run()
      tx.update(outbox).set({ answer: null }).where(eq(outbox.id, row.id)).run()
      draftIsGone(tx, documentId)
    })
  })
}
