import { eq } from 'drizzle-orm'
import type { Output, Parsed } from '../../shared/contract'
import type { DocumentState } from '../../shared/document'
import type { DocumentId, InvoiceId, IssueId } from '../../shared/ids'
import type { FieldName } from '../../shared/invoice'
import { isBlocking, type Fix, type IssueState } from '../../shared/issue'
import type { MinorUnits } from '../../shared/money'
import { AppError } from '../../shared/result'
import type { IssueRow } from '../issues/identity'
import { openIssues } from '../issues/summary'
import { moveDocument } from '../store/documents'
import { invoices, issues, readings } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { enqueueBill } from '../sync/enqueue-bill'
import { createVendor, learnAlias, learnTaxId } from '../vendors/lessons'
import { loadVendor } from '../vendors/vendor-store'
import { answerLedger, isLedgerFix } from './answer-ledger'
import { byHandFormat } from './check-document'
import { linesOfIssue } from './code-document'
import { editableStates, runCommand, type CommandScope } from './command'
import type { DecisionContext } from './context'
import { isAmountField } from './invoice-fields'
import { findInvoice, loadInvoice, loadLines, personReader } from './load'
import { insertLine, replaceLines } from './lines'
import { amountOrNull } from './minor-amount'
import { readAgain } from './read-again'
import { putAccount, teachVendor } from './set-account'
import { putField } from './set-field'
import { endPostFailed, putDuplicate, putRejected } from './set-state'
import { typedValue } from './typed-value'
import { isStorableAmount } from './value-form'

/**
 * Applies a suggestion of an open issue (or another fix a person chose for it). The fix is validated again: what was
 * offered minutes ago may no longer fit.
 *
 * @throws AppError `issue_not_found`, `fix_no_longer_fits`, `value_invalid`, `vendor_not_found`, `account_not_found`,
 *   `not_allowed_in_state`
 */
export function applyFix(tx: Tx, input: Parsed<'issue.applyFix'>, ctx: DecisionContext): Output<'issue.applyFix'> {
  const { issueId, fix, note } = input
  const issue = loadIssue(tx, issueId)
  const { documentId } = issue
  if (issue.state !== 'open') throw new AppError('fix_no_longer_fits')
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
  return fix.type === 'retry_posting' ? ['post_failed'] : editableStates
}

function endStateOf(fix: Fix): IssueState {
  if (fix.type === 'waive' || fix.type === 'enter_by_hand') return 'waived'
  return fix.type === 'skip' ? 'skipped' : 'resolved'
}

/** Notes who ended it and how. If the cause is still there, the checks that follow open it again. */
function endIssue(tx: Tx, issue: IssueRow, state: IssueState, fix: Fix, note: string, ctx: DecisionContext): void {
  tx.update(issues)
    .set({ state, resolvedBy: ctx.actor, resolvedAt: ctx.now, resolutionFix: fix, resolutionNote: note })
    .where(eq(issues.id, issue.id))
    .run()
}

function apply(scope: CommandScope, issue: IssueRow, fix: Fix, note: string): void {
  const { tx, documentId, ctx } = scope
  switch (fix.type) {
    case 'set_field':
      return putField(scope, fix.field, typedValueOfFix(fix.field, fix.value, ctx))
    case 'choose_vendor':
      loadVendor(tx, fix.vendorId)
      return putVendor(scope, fix.vendorId)
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
    case 'mark_duplicate':
      return putDuplicate(scope, fix.ofDocumentId)
    case 'reject':
      return putRejected(scope, note === '' ? issue.key : note)
    case 'waive':
      return requireWaivable(issue)
    case 'skip':
      if (isBlocking(issue.severity)) throw new AppError('fix_no_longer_fits')
      return
    case 'enter_by_hand':
      return beginByHand(scope)
    case 'retry_reading':
      return readAgain(tx, documentId, ctx, true)
    case 'retry_posting':
      endPostFailed(tx, documentId, ctx)
      moveDocument(tx, documentId, { state: 'approved' })
      return enqueueBill(tx, documentId, { now: ctx.now })
    // The page asks for what the first five miss and sends it as a fix or a command of its own; the last two were
    // answered before, as decisions of another kind.
    case 'edit_field':
    case 'edit_account':
    case 'enter_password':
    case 'open_settings':
    case 'open_in_ledger':
    case 'accept_ledger_change':
    case 'restore_in_ledger':
      throw new AppError('fix_no_longer_fits')
  }
}

/** Amounts of suggestions are decimals as read, which no locale may read another way; the rest passes like typed text. */
function typedValueOfFix(field: FieldName, value: string, ctx: DecisionContext): string | null {
  return isAmountField(field) && isStorableAmount(value) ? value : typedValue(field, value, ctx)
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
  { tx, documentId, ctx }: CommandScope,
  issue: IssueRow,
  fix: Extract<Fix, { type: 'set_account' }>,
) {
  const isOfIssue =
    issue.key === 'account_needed' && issue.subject.type === 'line' && issue.subject.lineId === fix.lineId
  return isOfIssue ? linesOfIssue(tx, loadInvoice(tx, documentId), fix.lineId, ctx) : [fix.lineId]
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

// Without these there is no bill; only a number may truly not exist.
function requireWaivable(issue: IssueRow): void {
  const isNumber = issue.subject.type === 'field' && issue.subject.field === 'invoice_number'
  const isNeeded = issue.key === 'missing_required_field' && !isNumber
  const isVendor = issue.key === 'vendor_no_match' || issue.key === 'vendor_similar'
  const isUncoded = issue.key === 'account_needed' && isBlocking(issue.severity)
  // A quote stays a quote; paying it means saying that it is an invoice.
  const isOtherType = issue.key === 'not_payable' && issue.params['variant'] !== 'own_invoice'
  if (isNeeded || isVendor || isUncoded || isOtherType) throw new AppError('fix_no_longer_fits')
}

/** Makes an empty invoice to be filled in by a person, beside the document that could not be read. */
function beginByHand({ tx, documentId, ctx }: CommandScope): void {
  if (!findInvoice(tx, documentId)) {
    const id = ctx.newId<InvoiceId>()
    const { homeCurrency } = ctx.settings
    tx.insert(invoices)
      .values({ id, documentId, format: byHandFormat, reader: personReader, currency: homeCurrency })
      .run()
    tx.insert(readings)
      .values({
        id: ctx.newId<string>(),
        invoiceId: id,
        field: 'currency',
        value: homeCurrency,
        probability: 1,
        origin: { kind: 'default', rule: 'home_currency' },
        reader: byHandFormat,
        isChosen: true,
      })
      .run()
  }
  moveDocument(tx, documentId, { state: 'needs_review' })
}

/** The document an issue belongs to, for those who announce changes. */
export function documentOfIssue(reader: Reader, issueId: IssueId): DocumentId {
  return loadIssue(reader, issueId).documentId
}
