import { eq } from 'drizzle-orm'
import type { Parsed } from '../../shared/contract'
import type { LineId, VendorId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { invoiceLines } from '../store/schema'
import type { Tx } from '../store/write'
import { learnAccount } from '../vendors/lessons'
import { isDecidedByPerson } from './code-document'
import { editableStates, runCommand, type CommandScope } from './command'
import type { DecisionContext } from './context'
import { requireLine } from './lines'
import { loadInvoice, loadLines, type LineRow } from './load'

/**
 * A person gives an account to one or more lines; the vendor's next invoice starts from it.
 *
 * @throws AppError `account_not_found`, `line_not_found`; as {@link runCommand} otherwise
 */
export function setAccount(tx: Tx, input: Parsed<'line.setAccount'>, ctx: DecisionContext): { revision: number } {
  const { documentId, revision, lineIds, accountCode } = input
  const params = { account: accountCode, count: lineIds.length }
  const command = { kind: 'account.set', params, revision, allowedIn: editableStates }
  return runCommand(tx, documentId, command, ctx, scope => putAccount(scope, lineIds, accountCode))
}

/** @throws AppError `account_not_found`, `line_not_found` */
export function putAccount(scope: CommandScope, lineIds: readonly LineId[], accountCode: string): void {
  const { tx, documentId, ctx, shared } = scope
  if (!ctx.chart.byCode.has(accountCode)) throw new AppError('account_not_found', { code: accountCode })
  const invoice = loadInvoice(tx, documentId)
  for (const lineId of lineIds) {
    const line = requireLine(tx, invoice.id, lineId)
    const wasSuggested = line.codingState === 'pending' && line.accountCode === accountCode
    const isUnchanged = isDecidedByPerson(line) && line.accountCode === accountCode
    if (isUnchanged) continue
    tx.update(invoiceLines)
      .set({
        accountCode,
        codingState: wasSuggested ? 'confirmed' : 'corrected',
        codingProbability: 1,
        codingEvidence: [{ key: 'person', params: {} }],
      })
      .where(eq(invoiceLines.id, lineId))
      .run()
    if (invoice.vendorId !== null) learnAccount(tx, invoice.vendorId, line, accountCode, shared, ctx)
  }
}

/** Lines coded by a person before the vendor was known teach the vendor once it is. */
export function teachVendor(scope: CommandScope, vendorId: VendorId): void {
  const { tx, documentId, ctx, shared } = scope
  for (const line of loadLines(tx, loadInvoice(tx, documentId).id)) {
    if (isDecidedByPerson(line) && line.accountCode !== null && isOwnDecision(line)) {
      learnAccount(tx, vendorId, line, line.accountCode, shared, ctx)
    }
  }
}

function isOwnDecision(line: LineRow): boolean {
  return line.codingEvidence.some(evidence => evidence.key === 'person')
}
