import { AppError } from '../../shared/result'
import { readSettings } from '../store/settings'
import { write } from '../store/write'
import type { BillAnswer } from './answers'
import { billRequest } from './bill-request'
import { buildBill, type BillDraft } from './build-bill'
import { carrierItem } from './carrier-item'
import type { OutboxRow } from './enqueue-bill'
import { findBill, requireTotal } from './find-bill'
import { LedgerFailure } from './ledger-failure'
import { forgetId } from './ledger-map'
import type { LedgerSession } from './ledger-session'
import { loadPostable, type Postable } from './load-approved'
import { keepAnswer, markSent } from './outbox'
import { resolveAccounts } from './resolve-accounts'
import { resolveVendor } from './resolve-vendor'
import { confirmBill, dropRow, refuseBill } from './settle'
import { timesBroken } from './times-broken'

/**
 * Brings one outbox row as far as it will go: look up, say `sent`, create, read back, confirm.
 *
 * @throws LedgerFailure or AppError; the caller decides by it whether the row waits or goes back to a person
 */
export async function postBill(session: LedgerSession, row: OutboxRow): Promise<void> {
  await session.checkpoint('row_taken')
  const { store } = session
  const postable = loadPostable(store.db, row.documentId)
  if (postable.documentState !== 'approved' && row.state === 'pending') return dropRow(store, row)
  const policy = readSettings(store.db)
  const draft = buildBill({ ...postable.invoice, billNumber: row.billNumber }, policy)
  requireBaseCurrency(draft, session)

  const vendorId = await resolveVendor(session, postable.vendor, draft.currency)
  await session.checkpoint('vendor_resolved')
  const codes = draft.lines.map(line => line.accountCode)
  const accountIds = await resolveAccounts(session, codes, policy)
  const itemId = await carrierItem(session)
  await session.checkpoint('accounts_resolved')
  // Nothing that may take long lies between the look-up and the create.
  await session.ledger.awaitTurnToCreateBill()
  const held = await findBill(session, row, draft, vendorId)
  await session.checkpoint('looked_up')
  if (held) return readBack(session, row, draft, held)
  if (row.state === 'unknown') refuseThirdTry(row)
  const request = billRequest(draft, { vendorId, itemId, accountIds })
  // Taken back by a person while we were looking.
  if (!markSent(store, row, request, session.now())) return dropRow(store, row)
  await session.checkpoint('sent_committed')
  const bill = await create(session, row, draft, postable, vendorId, request)
  await session.checkpoint('answered')
  keepAnswer(store, row, bill)
  return readBack(session, row, draft, bill)
}

async function create(
  session: LedgerSession,
  row: OutboxRow,
  draft: BillDraft,
  { vendor }: Postable,
  vendorId: number,
  request: Parameters<typeof session.ledger.createBill>[0],
): Promise<BillAnswer> {
  try {
    return await session.ledger.createBill(request)
  } catch (thrown) {
    const type = thrown instanceof LedgerFailure ? thrown.facts.type : undefined
    if (type === 'BILL_NUMBER_EXISTS') {
      const held = await findBill(session, row, draft, vendorId)
      if (held) return held
      const params = { billNumber: row.billNumber, reason: 'not_found', currency: draft.currency }
      throw new AppError('ledger_bill_conflict', params)
    }
    if (type === 'not_found') {
      // A bare 404 on this route means that the vendor is gone; the next try looks for it anew.
      write(session.store, tx => forgetId(tx, session.organization, 'vendor', vendor.id))
      session.known.vendors.delete(vendorId)
    }
    throw thrown
  }
}

/** What the ledger holds is what counts, not what it said when we gave it the bill. */
async function readBack(session: LedgerSession, row: OutboxRow, draft: BillDraft, known: BillAnswer): Promise<void> {
  const bill = await session.ledger.bill(known.id)
  await session.checkpoint('read_back')
  const when = { now: session.now(), actor: session.actor }
  if (!bill) {
    const params = { billNumber: row.billNumber, ledgerId: known.id, reason: 'vanished', currency: draft.currency }
    throw new AppError('ledger_bill_conflict', params)
  }
  try {
    requireTotal(bill, draft)
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    return refuseBill(session.store, row, thrown.data, when, { bill, currency: draft.currency })
  }
  confirmBill(session.store, row, bill, draft.currency, when)
  await session.checkpoint('confirmed')
}

/** Two creates in a row that ended in a server error, and still no bill: trying on would not help. */
function refuseThirdTry(row: OutboxRow): void {
  if (timesBroken(row.lastError, 'POST /bills') < 2) return
  throw new AppError('ledger_refused', { type: 'server_error_twice' })
}

/** A foreign bill needs an exchange rate nobody has given; the ledger would silently take 1. */
function requireBaseCurrency(draft: BillDraft, { baseCurrency }: LedgerSession): void {
  if (draft.currency === baseCurrency) return
  throw new AppError('ledger_currency_mismatch', { currency: draft.currency, ledgerCurrency: baseCurrency })
}
