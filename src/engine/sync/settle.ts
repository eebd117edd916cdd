import { and, eq, inArray, ne } from 'drizzle-orm'
import type { DocumentId, EpochMs, IssueId } from '../../shared/ids'
import { unsettledStates, type Suggestion } from '../../shared/issue'
import { decimal, toMinor } from '../../shared/money'
import type { ErrorData, MessageParams } from '../../shared/result'
import { recordChange } from '../decisions/record-change'
import { refreshSummary } from '../issues/summary'
import { documentById, moveDocument } from '../store/documents'
import { newId } from '../store/new-id'
import type { Store } from '../store/open'
import { documents, issues, ledgerBills, outbox } from '../store/schema'
import { write, type Reader, type Tx } from '../store/write'
import type { BillAnswer } from './answers'
import { paymentOf, traitsOf } from './bill-traits'
import { refusalKeys } from './ledger-issues'
import type { OutboxRow } from './enqueue-bill'

interface When {
  readonly now: EpochMs
  readonly actor: string
}

/** The bill is in the ledger and says what we meant: outbox, document, issue and journal agree on it at once. */
export function confirmBill(
  store: Store,
  row: OutboxRow,
  bill: BillAnswer,
  currency: string,
  { now, actor }: When,
): void {
  write(store, tx => {
    tx.update(outbox)
      .set({ state: 'confirmed', confirmedAt: now, lastError: null, answer: bill })
      .where(eq(outbox.id, row.id))
      .run()
    keepLedgerBill(tx, row, bill, currency, now)
    const params = { billNumber: row.billNumber, ledgerId: bill.id }
    recordChange(tx, row.documentId, { kind: 'bill.posted', params, isFact: true }, { now, actor }, () => {
      moveDocument(tx, row.documentId, { state: 'posted' })
      resolvePostFailed(tx, row.documentId, now)
    })
  })
}

/**
 * The bill will not get there by itself: the document comes back to a person with the reason.
 *
 * @param held the bill the ledger holds for it all the same (a total that differs), to be found again later
 */
export function refuseBill(
  store: Store,
  row: OutboxRow,
  error: ErrorData,
  { now, actor }: When,
  held?: { readonly bill: BillAnswer; readonly currency: string },
): void {
  write(store, tx => {
    tx.update(outbox).set({ state: 'refused', lastError: error }).where(eq(outbox.id, row.id)).run()
    if (held) keepLedgerBill(tx, row, held.bill, held.currency, now)
    const params = { billNumber: row.billNumber, code: error.code }
    recordChange(tx, row.documentId, { kind: 'bill.refused', params, isFact: true }, { now, actor }, () => {
      const { state } = documentById(tx, row.documentId)
      if (state === 'approved') moveDocument(tx, row.documentId, { state: 'post_failed', reason: error.code })
      raisePostFailed(tx, row, error, now)
    })
  })
}

/** A row whose document is no longer approved has nothing to send. */
export function dropRow(store: Store, row: OutboxRow): void {
  write(store, tx => tx.update(outbox).set({ state: 'cancelled' }).where(eq(outbox.id, row.id)).run())
}

/** The intake number of another document of ours that this bill of the ledger belongs to. */
export function otherOwner(
  reader: Reader,
  bill: BillAnswer,
  { documentId, kind }: Pick<OutboxRow, 'documentId' | 'kind'>,
): number | undefined {
  const owner = reader
    .select({ intakeNumber: documents.intakeNumber })
    .from(ledgerBills)
    .innerJoin(documents, eq(documents.id, ledgerBills.documentId))
    .where(
      and(
        eq(ledgerBills.ledgerId, String(bill.id)),
        // Bills and credits are numbered apart.
        eq(ledgerBills.kind, kind),
        ne(ledgerBills.documentId, documentId),
      ),
    )
    .get()
  return owner?.intakeNumber
}

function keepLedgerBill(tx: Tx, row: OutboxRow, bill: BillAnswer, currency: string, now: EpochMs): void {
  const held = {
    ledgerId: String(bill.id),
    kind: row.kind,
    posted: traitsOf(bill),
    seen: null,
    checkedAt: now,
    restoreAsked: false,
    ...paymentOf(row.kind, bill, currency),
    applyState: row.kind === 'vendor_credit' ? 'waiting' : 'none',
    billNumber: bill.bill_number ?? row.billNumber,
    total: toMinor(decimal(bill.total.toFixed(6)), currency),
    currency,
    readAt: now,
  } as const
  tx.insert(ledgerBills)
    .values({ documentId: row.documentId, ...held })
    .onConflictDoUpdate({ target: ledgerBills.documentId, set: held })
    .run()
}

function raisePostFailed(tx: Tx, row: OutboxRow, error: ErrorData, now: EpochMs): void {
  const { documentId } = row
  const open = openPostFailed(tx, documentId)
  const told = {
    key: error.code === 'ledger_period_locked' ? 'period_locked' : 'post_failed',
    severity: 'high',
    // The sentence of the cause depends on the code.
    params: { ...error.params, billNumber: row.billNumber, code: error.code, variant: error.code },
    suggestions: suggestionsFor(error),
    raisedAt: now,
  } as const
  if (open) tx.update(issues).set(told).where(eq(issues.id, open.id)).run()
  else {
    tx.insert(issues)
      .values({
        id: newId<IssueId>(now),
        documentId,
        subject: { type: 'document' },
        state: 'open',
        ...told,
      })
      .run()
  }
  refreshSummary(tx, documentId)
}

/** The refusal stands; what it left in the ledger does not any more. */
export function draftIsGone(tx: Tx, documentId: DocumentId): void {
  const open = openPostFailed(tx, documentId)
  if (!open) return
  const params = { ...open.params, stands: 'deleted' }
  tx.update(issues)
    .set({ params, suggestions: [retryPosting, rejectDocument] })
    .where(eq(issues.id, open.id))
    .run()
}

function resolvePostFailed(tx: Tx, documentId: DocumentId, now: EpochMs): void {
  tx.update(issues)
    .set({ state: 'resolved', resolvedBy: 'engine', resolvedAt: now })
    .where(
      and(
        eq(issues.documentId, documentId),
        inArray(issues.key, [...refusalKeys]),
        inArray(issues.state, [...unsettledStates]),
      ),
    )
    .run()
  refreshSummary(tx, documentId)
}

function openPostFailed(tx: Tx, documentId: DocumentId): { id: IssueId; params: MessageParams } | undefined {
  return tx
    .select({ id: issues.id, params: issues.params })
    .from(issues)
    .where(
      and(
        eq(issues.documentId, documentId),
        inArray(issues.key, [...refusalKeys]),
        inArray(issues.state, [...unsettledStates]),
      ),
    )
    .get()
}

const retryPosting: Suggestion = { key: 'retry_posting', params: {}, fix: { type: 'retry_posting' } }
const rejectDocument: Suggestion = { key: 'reject_not_payable', params: {}, fix: { type: 'reject' } }

function suggestionsFor({ code, params }: ErrorData): Suggestion[] {
  const retry = retryPosting
  const reject = rejectDocument
  const settings: Suggestion = {
    key: 'open_ledger_settings',
    params: {},
    fix: { type: 'open_settings', section: 'ledger' },
  }
  switch (code) {
    case 'ledger_account_missing':
      return [settings, retry]
    case 'ledger_total_differs': {
      const ledgerId = String(params['ledgerId'] ?? '')
      const open: Suggestion = {
        key: 'open_in_ledger',
        params: { ledgerId },
        fix: { type: 'open_in_ledger', ledgerId },
      }
      const remove: Suggestion = { key: 'delete_ledger_draft', params, fix: { type: 'delete_ledger_draft' } }
      return params['stands'] === 'draft' ? [open, remove, retry] : [open, retry]
    }
    case 'ledger_vendor_alike':
      return [
        chooseVendor('use_ledger_vendor', Number(params['ledgerVendorId']), params),
        chooseVendor('create_ledger_vendor', null, params),
        reject,
      ]
    case 'ledger_credit_note_unsupported':
      return [reject]
    case 'ledger_period_locked':
      return [
        retry,
        { key: 'edit_field', params: { field: 'issue_date' }, fix: { type: 'edit_field', field: 'issue_date' } },
      ]
    case 'ledger_bill_conflict':
      return [retry, reject]
    default:
      return [retry]
  }
}

function chooseVendor(key: string, ledgerVendorId: number | null, params: MessageParams): Suggestion {
  return { key, params, fix: { type: 'choose_ledger_vendor', ledgerVendorId } }
}
