import { eq } from 'drizzle-orm'
import type { DocumentState } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { needsPeople, planApproval, requireApprovals } from '../automation/approvals'
import { openIssues } from '../issues/summary'
import { moveDocument } from '../store/documents'
import { approvals, invoiceLines } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { enqueueBill } from '../sync/enqueue-bill'
import { assessAnew } from './assess'
import { requireState, runCommand } from './command'
import type { DecisionContext } from './context'
import { loadInvoice, loadLines } from './load'

const approvableStates: readonly DocumentState[] = ['needs_review', 'ready']

/**
 * A person (or a named rule) approves an invoice: it is put in the outbox in the same transaction. Suggested accounts
 * that were left standing are confirmed by it. Where a policy asks for more people, the approval is kept and the
 * document waits for the others.
 *
 * @returns `isComplete` false when others must approve too
 * @throws AppError `blocking_issues_open` (params `count`), `bill_incomplete` (params `field`),
 *   `not_allowed_in_state`, `already_sent`, `approval_refused`
 */
export function approve(
  tx: Tx,
  { documentId }: { readonly documentId: DocumentId },
  ctx: DecisionContext,
): { revision: number; entryId: string | null; isComplete: boolean } {
  requireState(tx, documentId, approvableStates)
  requireNothingBlocks(tx, documentId)
  // People approve what stands after the latest look, not what a changed preference is about to make of it.
  if (needsPeople(tx, documentId, ctx)) assessAnew(tx, documentId, ctx)
  const { row, isComplete } = planApproval(tx, documentId, ctx)
  const kind = isComplete ? 'document.approved' : 'document.approval_given'
  const command = { kind, params: {}, revision: null, allowedIn: approvableStates }
  const done = runCommand(tx, documentId, command, ctx, () => {
    if (row) tx.insert(approvals).values(row).run()
    if (!isComplete) return
    confirmAccounts(tx, documentId, ctx)
    moveDocument(tx, documentId, { state: 'approved' })
    enqueueBill(tx, documentId, { now: ctx.now })
  })
  // The command looked at the invoice anew: preferences, the ledger or a twin may have changed since the last look.
  requireNothingBlocks(tx, documentId)
  if (isComplete) requireApprovals(tx, documentId, ctx)
  return { ...done, isComplete }
}

/** @throws AppError `blocking_issues_open`, `bill_incomplete`, `invoice_not_found` */
export function requireNothingBlocks(reader: Reader, documentId: DocumentId): void {
  const { blocking } = openIssues(reader, documentId)
  if (blocking > 0) throw new AppError('blocking_issues_open', { count: blocking })
  const invoice = loadInvoice(reader, documentId)
  // Each of these has a blocking issue of its own, which may have been waived: a bill still cannot do without.
  if (invoice.vendorId === null) throw new AppError('bill_incomplete', { field: 'vendor' })
  if (invoice.issueDate === null) throw new AppError('bill_incomplete', { field: 'issue_date' })
  if (invoice.currency === null) throw new AppError('bill_incomplete', { field: 'currency' })
  if (invoice.grandTotal === null) throw new AppError('bill_incomplete', { field: 'grand_total' })
  const lines = loadLines(reader, invoice.id)
  if (lines.length === 0) throw new AppError('bill_incomplete', { field: 'lines' })
  const isUncoded = lines.some(line => line.accountCode === null && (line.lineTotal ?? 0) !== 0)
  if (isUncoded) throw new AppError('bill_incomplete', { field: 'account' })
}

function confirmAccounts(tx: Tx, documentId: DocumentId, { actor, now }: DecisionContext): void {
  const confirmed = { codingState: 'confirmed', codedBy: actor, codedAt: now } as const
  for (const line of loadLines(tx, loadInvoice(tx, documentId).id)) {
    if (line.codingState === 'pending') {
      tx.update(invoiceLines).set(confirmed).where(eq(invoiceLines.id, line.id)).run()
    }
    // A row without an amount is a remark; the ledger wants a number and gets nothing to book.
    if (line.lineTotal === null) {
      tx.update(invoiceLines).set({ lineTotal: 0 }).where(eq(invoiceLines.id, line.id)).run()
    }
  }
}
