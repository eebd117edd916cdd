import { desc, eq } from 'drizzle-orm'
import type { DocumentId, EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { newId } from '../store/new-id'
import { ledgerBills, outbox } from '../store/schema'
import { forgetUnknown } from '../store/unknown-bills'
import type { Reader, Tx } from '../store/write'
import { loadPostable } from './load-approved'

export type OutboxRow = typeof outbox.$inferSelect

/**
 * Puts an approved invoice on its way to the ledger; belongs in the transaction of the approval. Also takes up one
 * that was refused or taken back before. Whether a ledger is connected does not matter here.
 *
 * @throws AppError `already_sent` when the ledger holds it, `bill_incomplete`, `invoice_not_found`
 */
export function enqueueBill(tx: Tx, documentId: DocumentId, { now }: { readonly now: EpochMs }): void {
  const last = latestRow(tx, documentId)
  if (last?.state === 'confirmed') throw new AppError('already_sent', { billNumber: last.billNumber })
  // On its way already; a second row could become a second bill.
  if (last?.state === 'pending' || last?.state === 'sent' || last?.state === 'unknown') return
  const { invoice, invoiceId } = loadPostable(tx, documentId)
  const held = tx.select().from(ledgerBills).where(eq(ledgerBills.documentId, documentId)).get()
  const fresh = {
    invoiceId,
    kind: invoice.kind,
    // What the ledger holds under a number is found again by that number only.
    billNumber: held?.billNumber ?? invoice.billNumber,
    referenceNumber: invoice.uuid,
    state: 'pending',
    attempts: 0,
    runAfter: now,
    lastError: null,
    request: null,
    sentAt: null,
    confirmedAt: null,
  } as const
  if (last) tx.update(outbox).set(fresh).where(eq(outbox.id, last.id)).run()
  else
    tx.insert(outbox)
      .values({ id: newId(now), documentId, createdAt: now, ...fresh })
      .run()
  // The look-up before the create finds what the ledger holds under it.
  forgetUnknown(tx, fresh)
}

/**
 * Takes an approved invoice back before anything of it left the machine.
 *
 * @returns true when nothing was or can be sent; false when it is too late (sent, perhaps sent, or confirmed)
 */
export function cancelUnsent(tx: Tx, documentId: DocumentId): boolean {
  const last = latestRow(tx, documentId)
  if (!last || last.state === 'cancelled') return true
  if (last.state === 'refused') return true
  if (last.state !== 'pending') return false
  tx.update(outbox).set({ state: 'cancelled' }).where(eq(outbox.id, last.id)).run()
  return true
}

export function latestRow(reader: Reader, documentId: DocumentId): OutboxRow | undefined {
  return reader
    .select()
    .from(outbox)
    .where(eq(outbox.documentId, documentId))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(1)
    .get()
}
