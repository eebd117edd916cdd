import { AppError } from '../../shared/result'
import { readSettings } from '../store/settings'
import { write } from '../store/write'
import type { BillAnswer } from './answers'
import { billRequest, type LedgerRequest } from './bill-request'
import type { Postings } from './ledger-port'
import { buildBill, type BillDraft } from './build-bill'
import { billPolicy } from './mapping'
import { carrierItem } from './carrier-item'
import type { OutboxRow } from './enqueue-bill'
import { findBill, isTotal, requireTotal } from './find-bill'
import { ServerFailure } from '../http/server-failure'
import { forgetId } from './ledger-map'
import { postingsOf, type LedgerSession } from './ledger-session'
import { requireOpenPeriod } from './period-lock'
import { loadPostable, type Postable } from './load-approved'
import { keepAnswer, markSent } from './outbox'
import { resolveAccounts } from './resolve-accounts'
import { resolveBranch } from './resolve-branch'
import { resolveVendor } from './resolve-vendor'
import { confirmBill, dropRow, refuseBill } from './settle'
import { timesBroken } from './times-broken'
import { vendorKey } from './vendor-identity'

/**
 * Brings one outbox row as far as it will go: look up, say `sent`, create, read back, confirm.
 *
 * @throws ServerFailure or AppError; the caller decides by it whether the row waits or goes back to a person
 */
export async function postBill(session: LedgerSession, row: OutboxRow): Promise<void> {
  await session.checkpoint('row_taken', row.id)
  const { store } = session
  const postings = postingsOf(session, row.kind)
  const postable = loadPostable(store.db, row.documentId)
  if (postable.documentState !== 'approved' && row.state === 'pending') return dropRow(store, row)
  const policy = readSettings(store.db)
  const draft = buildBill(
    { ...postable.invoice, kind: row.kind, billNumber: row.billNumber },
    billPolicy(session, policy),
  )

  const vendorId = await resolveVendor(session, postable.vendor, draft.currency)
  await session.checkpoint('vendor_resolved')
  const codes = draft.lines.map(line => line.accountCode)
  const accountIds = await resolveAccounts(session, codes, policy)
  const itemId = await carrierItem(session)
  const branchId = await resolveBranch(session)
  await requireOpenPeriod(session, draft.date)
  await session.checkpoint('accounts_resolved')
  // Nothing that may take long lies between the look-up and the create.
  await postings.awaitTurn()
  const held = await findBill(session, row, draft, vendorId)
  await session.checkpoint('looked_up')
  // Taken back while we were asking, and perhaps corrected and approved anew: the next round goes by what holds now.
  if (!isUnchanged(postable, loadPostable(store.db, row.documentId))) return
  const ids = { vendorId, itemId, accountIds, ...(branchId === undefined ? {} : { branchId }) }
  const request = billRequest(draft, { ...ids, asDraft: policy.ledgerChecksDrafts })
  if (held && !held.is_open) {
    if (!markSent(store, row, request, session.now())) return dropRow(store, row)
    return bookDraft(session, row, draft, await renewDraft(session, draft, request, held))
  }
  if (held) return readBack(session, row, draft, held)
  if (row.state === 'unknown') refuseThirdTry(row, postings)
  if (!markSent(store, row, request, session.now())) return dropRow(store, row)
  await session.checkpoint('sent_committed')
  const bill = await create(session, row, draft, postable, vendorId, request)
  await session.checkpoint('answered')
  keepAnswer(store, row, bill)
  if (!bill.is_open) return bookDraft(session, row, draft, bill)
  return readBack(session, row, draft, bill)
}

function isUnchanged(before: Postable, now: Postable): boolean {
  return JSON.stringify(before) === JSON.stringify(now)
}

async function create(
  session: LedgerSession,
  row: OutboxRow,
  draft: BillDraft,
  { vendor }: Postable,
  vendorId: number,
  request: LedgerRequest,
): Promise<BillAnswer> {
  try {
    return await postingsOf(session, row.kind).create(request)
  } catch (thrown) {
    const type = thrown instanceof ServerFailure ? thrown.facts.type : undefined
    if (type === 'BILL_NUMBER_EXISTS') {
      const held = await findBill(session, row, draft, vendorId)
      if (held) return held
      const params = { billNumber: row.billNumber, reason: 'not_found', currency: draft.currency }
      throw new AppError('ledger_bill_conflict', params)
    }
    if (type?.startsWith('BRANCH_ID_') === true) session.known.branches = undefined
    if (type === 'not_found') {
      // A bare 404 on this route means that the vendor is gone; the next try looks for it anew.
      write(session.store, tx =>
        forgetId(tx, session.organization, 'vendor', vendorKey(vendor, draft.currency, session)),
      )
      session.known.vendors.delete(vendorId)
    }
    throw thrown
  }
}

/** A draft of ours from before says what it said then: it is made to say what the invoice says now. */
async function renewDraft(
  { ledger }: LedgerSession,
  draft: BillDraft,
  request: LedgerRequest,
  held: BillAnswer,
): Promise<BillAnswer> {
  return isTotal(held, draft) ? held : ledger.putBill(held.id, request)
}

/** Books a draft once its total is what the invoice says; else it stays a draft and a person hears why. */
async function bookDraft(session: LedgerSession, row: OutboxRow, draft: BillDraft, bill: BillAnswer): Promise<void> {
  try {
    requireTotal(bill, draft)
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    const when = { now: session.now(), actor: session.actor }
    const error = { ...thrown.data, params: { ...thrown.data.params, stands: 'draft', ledgerId: bill.id } }
    return refuseBill(session.store, row, error, when, { bill, currency: draft.currency })
  }
  await session.checkpoint('draft_compared')
  try {
    await session.ledger.openBill(bill.id)
  } catch (thrown) {
    // An answer that got lost: it is what we wanted.
    if (!(thrown instanceof ServerFailure) || thrown.facts.type !== 'BILL_ALREADY_OPEN') throw thrown
  }
  await session.checkpoint('draft_opened')
  return readBack(session, row, draft, bill)
}

/** What the ledger holds is what counts, not what it said when we gave it the bill. */
async function readBack(session: LedgerSession, row: OutboxRow, draft: BillDraft, known: BillAnswer): Promise<void> {
  const bill = await postingsOf(session, row.kind).get(known.id)
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
    const error = { ...thrown.data, params: { ...thrown.data.params, stands: 'booked', ledgerId: bill.id } }
    return refuseBill(session.store, row, error, when, { bill, currency: draft.currency })
  }
  confirmBill(session.store, row, bill, draft.currency, when)
  await session.checkpoint('confirmed')
}

/** Two creates in a row that ended in a server error, and still no bill: trying on would not help. */
function refuseThirdTry(row: OutboxRow, { createCall }: Postings): void {
  if (timesBroken(row.lastError, createCall) < 2) return
  throw new AppError('ledger_refused', { type: 'server_error_twice' })
}
