import { desc, eq } from 'drizzle-orm'
import { appendJournal } from '../store/journal'
import { ledgerBills, outbox } from '../store/schema'
import { write } from '../store/write'
import type { LedgerRequest } from './bill-request'
import { recordFinding } from './drift'
import { ServerFailure } from '../http/server-failure'
import type { LedgerSession } from './ledger-session'
import { askedToRestore } from './watch-ledger'

/**
 * Makes the ledger say again what was posted, where a person asked for it: the bill is replaced by the very request it
 * was made with, which may be repeated without harm, and read back.
 *
 * @throws ServerFailure when the ledger cannot be talked to; asked again next time
 */
export async function restoreBills(session: LedgerSession): Promise<void> {
  const { store, ledger } = session
  for (const held of askedToRestore(store.db)) {
    const sent = store.db
      .select({ request: outbox.request })
      .from(outbox)
      .where(eq(outbox.documentId, held.documentId))
      .orderBy(desc(outbox.createdAt))
      .get()
    const refusal = await replace(session, Number(held.ledgerId), sent?.request as LedgerRequest | undefined)
    const now = (await ledger.bills.get(Number(held.ledgerId))) ?? 'gone'
    write(store, tx => {
      // Seen anew: should it still differ, a person hears of it again.
      tx.update(ledgerBills)
        .set({ restoreAsked: false, seen: null })
        .where(eq(ledgerBills.documentId, held.documentId))
        .run()
      const at = session.now()
      recordFinding(tx, { held: { ...held, seen: null }, now, twins: [] }, { now: at, actor: session.actor })
      const params = { billNumber: held.billNumber, ...(refusal === undefined ? {} : { code: refusal }) }
      const kind = refusal === undefined ? 'bill.restored_in_ledger' : 'bill.not_restored'
      appendJournal(tx, { at, actor: session.actor, kind, documentId: held.documentId, params })
    })
  }
}

/** @returns why the ledger would not; undefined when it did */
async function replace(
  { ledger }: LedgerSession,
  ledgerId: number,
  request: LedgerRequest | undefined,
): Promise<string | undefined> {
  if (!request) return 'nothing_kept'
  try {
    await ledger.putBill(ledgerId, request)
    return undefined
  } catch (thrown) {
    const isNo =
      thrown instanceof ServerFailure && ['ledger_refused', 'ledger_period_locked'].includes(thrown.data.code)
    if (!isNo) throw thrown
    return thrown.facts.type ?? thrown.data.code
  }
}
