import { eq } from 'drizzle-orm'
import type { Output, Parsed } from '../../shared/contract'
import type { DocumentState } from '../../shared/document'
import type { DocumentId, IssueId, LineId } from '../../shared/ids'
import type { FieldName } from '../../shared/invoice'
import type { Fix, IssueState } from '../../shared/issue'
import type { MinorUnits } from '../../shared/money'
import { AppError } from '../../shared/result'
import { proposedReason } from '../automation/rejection'
import type { IssueRow } from '../issues/identity'
import { openIssues } from '../issues/summary'
import { moveDocument } from '../store/documents'
import { invoices, issues } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { answerLookAlike } from '../sync/alike-vendors'
import { enqueueBill } from '../sync/enqueue-bill'
import { survivorOf } from '../vendors/families'
import { createVendor, learnAlias, learnTaxId } from '../vendors/lessons'
import { loadVendor } from '../vendors/vendor-store'
import { answerLedger, isLedgerFix } from './answer-ledger'
import { beginByHand } from './begin-by-hand'
import { isDecidedByPerson } from './code-document'
import { editableStates, runCommand, type CommandScope } from './command'
import type { DecisionContext } from './context'
import { requireFitting } from './fitting'
import { isAmountField } from './invoice-fields'
import { fillLine, putTotalsFromLines } from './adjust-lines'
import { findInvoice, loadInvoice, loadLines } from './load'
import { insertLine, replaceLines } from './lines'
import { amountOrNull } from './minor-amount'
import { linkCredited, replaceOther } from './replace-document'
import { putIban } from './correct-iban'
import { readAgain } from './read-again'
import { putAccount, teachVendor } from './set-account'
import { putField } from './set-field'
import { putParts } from './split-pages'
import { endPostFailed, putDuplicate, putRejected } from './set-state'
import { putSupport } from './support'
import { typedValue } from './typed-value'
import { isStorableAmount } from './value-form'

/**
 * Applies a suggestion of an open issue (or another fix a person chose for it). The fix is validated again: what was
 * offered minutes ago may no longer fit.
 *
 * @throws AppError `issue_not_found`, `fix_no_longer_fits` (params `reason`, and what changed meanwhile), `value_invalid`, `vendor_not_found`, `account_not_found`,
 *   `not_allowed_in_state`
 */
export function applyFix(tx: Tx, input: Parsed<'issue.applyFix'>, ctx: DecisionContext): Output<'issue.applyFix'> {
  const { issueId, fix, note } = input
  const issue = loadIssue(tx, issueId)
  const { documentId } = issue
  requireFitting(tx, issue, fix, input.revision ?? null)
  if (isLedgerFix(fix)) {
    answerLedger(tx, issue, fix, note, ctx)
    const left = openIssues(tx, documentId)
    const revision = findInvoice(tx, documentId)?.revision ?? 0
    return { openBlocking: left.blocking, openIssues: left.count, revision }
  }
  const command = {
    kind: 'issue.resolved',
    params: { issue: issue.key, fix: fix.type, note },
    revision: null,
    allowedIn: allowedIn(fix),
  }
  const { revision } = runCommand(tx, documentId, command, ctx, scope => {
    endIssue(tx, issue, endStateOf(fix), fix, note, ctx)
    apply(scope, issue, fix, note)
  })
  const open = openIssues(tx, documentId)
  return { openBlocking: open.blocking, openIssues: open.count, revision }
}

/** @throws AppError `issue_not_found` */
export function loadIssue(reader: Reader, issueId: IssueId): IssueRow {
  const row = reader.select().from(issues).where(eq(issues.id, issueId)).get()
  if (!row) throw new AppError('issue_not_found', {}, 'never')
  return row
}

function allowedIn(fix: Fix): readonly DocumentState[] {
  if (fix.type === 'reject') return [...editableStates, 'set_aside', 'post_failed']
  if (fix.type === 'enter_by_hand') return [...editableStates, 'set_aside']
  if (fix.type === 'retry_reading') return ['needs_review', 'ready', 'set_aside']
  if (fix.type === 'retry_posting' || fix.type === 'choose_ledger_vendor') return ['post_failed']
  return editableStates
}

function endStateOf(fix: Fix): IssueState {
  if (fix.type === 'waive' || fix.type === 'enter_by_hand') return 'waived'
  return fix.type === 'skip' ? 'skipped' : 'resolved'
}

/** Notes who ended it and how. If the cause is still there, the checks that follow open it again. */
export function endIssue(
  tx: Tx,
  issue: IssueRow,
  state: IssueState,
  fix: Fix,
  note: string,
  ctx: DecisionContext,
): void {
  tx.update(issues)
    .set({ state, resolvedBy: ctx.actor, resolvedAt: ctx.now, resolutionFix: fix, resolutionNote: note })
    .where(eq(issues.id, issue.id))
    .run()
}

function apply(scope: CommandScope, issue: IssueRow, fix: Fix, note: string): void {
  const { tx, documentId, ctx } = scope
  switch (fix.type) {
    case 'set_field':
      return putField(scope, fix.field, typedValueOfFix(scope, fix.field, fix.value))
    case 'choose_vendor':
      loadVendor(tx, fix.vendorId)
      // Offered before it was merged into another.
      return putVendor(scope, survivorOf(tx, fix.vendorId))
    case 'create_vendor': {
      const vendor = { name: fix.name, taxId: fix.taxId, country: null }
      return putVendor(scope, createVendor(tx, vendor, scope.shared, ctx))
    }
    case 'set_account':
      return putAccount(scope, linesToCode(scope, issue, fix), fix.accountCode)
    case 'add_line':
      return putLine(scope, fix)
    case 'replace_lines':
      return replaceLines(scope, fix.description, amountOfFix(fix.amount, loadInvoice(tx, documentId).currency))
    case 'correct_iban':
      return putIban(scope, fix)
    case 'mark_duplicate':
      return putDuplicate(scope, fix.ofDocumentId)
    case 'reject':
      return putRejected(scope, note === '' ? (proposedReason(issue) ?? issue.key) : note)
    case 'split_pages':
      putParts(scope, fix.starts)
      return
    case 'waive':
    case 'skip':
      return
    case 'fill_line':
      return fillLine(scope, fix.lineId)
    case 'totals_from_lines':
      return putTotalsFromLines(scope)
    case 'replace_document':
      return replaceOther(scope, fix.documentId)
    case 'attach_support':
      return putSupport(scope, fix.toDocumentId)
    case 'link_credited':
      return linkCredited(scope, fix.documentId)
    case 'enter_by_hand':
      return beginByHand(scope)
    case 'retry_reading':
      return readAgain(tx, documentId, ctx, true)
    case 'choose_ledger_vendor':
      answerLookAlike(tx, documentId, fix.ledgerVendorId, ctx.now)
      return postAgain(scope)
    case 'retry_posting':
      return postAgain(scope)
    // The page asks for what the first six miss and sends it as a fix or a command of its own; the last two were
    // answered before, as decisions of another kind.
    case 'edit_field':
    case 'edit_account':
    case 'edit_line':
    case 'arrange_pages':
    case 'enter_password':
    case 'open_settings':
    case 'open_in_ledger':
    case 'delete_ledger_draft':
    case 'accept_ledger_change':
    case 'restore_in_ledger':
      throw new AppError('fix_no_longer_fits')
  }
}

function postAgain({ tx, documentId, ctx }: CommandScope): void {
  endPostFailed(tx, documentId, ctx)
  moveDocument(tx, documentId, { state: 'approved' })
  enqueueBill(tx, documentId, { now: ctx.now })
}

/** Amounts of suggestions are decimals as read, which no locale may read another way; the rest passes like typed text. */
function typedValueOfFix({ tx, documentId, ctx }: CommandScope, field: FieldName, value: string): string | null {
  if (isAmountField(field) && isStorableAmount(value)) return value
  return typedValue(field, value, findInvoice(tx, documentId)?.currency ?? null, ctx)
}

function putVendor(scope: CommandScope, vendorId: (typeof invoices.$inferSelect)['vendorId'] & string): void {
  const { tx, documentId, shared } = scope
  const invoice = loadInvoice(tx, documentId)
  tx.update(invoices).set({ vendorId }).where(eq(invoices.id, invoice.id)).run()
  learnAlias(tx, vendorId, invoice.sellerName, shared)
  learnTaxId(tx, vendorId, invoice.sellerTaxId, shared)
  teachVendor(scope, vendorId)
}

function linesToCode(
  { tx, documentId }: CommandScope,
  issue: IssueRow,
  fix: Extract<Fix, { type: 'set_account' }>,
): LineId[] {
  const { subject } = issue
  if (subject.type !== 'line' || subject.lineId !== fix.lineId || subject.lineIds === undefined) return [fix.lineId]
  // Lines removed or decided since the issue was last looked at are none of its business.
  const undecided = loadLines(tx, loadInvoice(tx, documentId).id).filter(line => !isDecidedByPerson(line))
  const ids = new Set(undecided.map(line => line.id))
  return subject.lineIds.filter(lineId => ids.has(lineId))
}

function putLine(scope: CommandScope, fix: Extract<Fix, { type: 'add_line' }>): void {
  const { tx, documentId, ctx } = scope
  if (fix.accountCode !== null && !ctx.chart.byCode.has(fix.accountCode)) {
    throw new AppError('account_not_found', { code: fix.accountCode })
  }
  const invoice = loadInvoice(tx, documentId)
  insertLine(scope, loadLines(tx, invoice.id).length + 1, {
    description: fix.description,
    lineTotal: amountOfFix(fix.amount, invoice.currency),
    // A row that completes others belongs where they belong, when they agree.
    accountCode: fix.accountCode ?? invoice.accountCode,
  })
}

/** @throws AppError `value_invalid` */
function amountOfFix(amount: string, currency: string | null): MinorUnits {
  const value = amountOrNull(amount, currency)
  if (value === null) throw new AppError('value_invalid', { field: 'lineTotal', reason: 'amount' })
  return value
}

/** The document an issue belongs to, for those who announce changes. */
export function documentOfIssue(reader: Reader, issueId: IssueId): DocumentId {
  return loadIssue(reader, issueId).documentId
}
