import { inArray } from 'drizzle-orm'
import type { Parsed } from '../../shared/contract'
import type { LineId, VendorId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { descriptionKey } from '../pipeline/code/fold'
import { invoiceLines } from '../store/schema'
import type { Tx } from '../store/write'
import { learnAccount } from '../vendors/lessons'
import { isDecidedByPerson } from './code-document'
import { editableStates, runCommand, type CommandScope } from './command'
import type { DecisionContext } from './context'
import { loadInvoice, loadLines, type LineRow } from './load'

/**
 * A person gives an account to one or more lines; the vendor's next invoice starts from it.
 *
 * @throws AppError `account_not_found`, `line_not_found`; as {@link runCommand} otherwise
 */
export function setAccount(
  tx: Tx,
  input: Omit<Parsed<'line.setAccount'>, 'revision'> & { readonly revision: number | null },
  ctx: DecisionContext,
): { revision: number } {
  const { documentId, revision, lineIds, accountCode } = input
  const params = { account: accountCode, count: lineIds.length }
  const command = { kind: 'account.set', params, revision, allowedIn: editableStates }
  return runCommand(tx, documentId, command, ctx, scope => putAccount(scope, lineIds, accountCode))
}

/** @throws AppError `account_not_found`, `account_inactive`, `line_not_found` */
export function putAccount(scope: CommandScope, lineIds: readonly LineId[], accountCode: string): void {
  const { tx, documentId, ctx } = scope
  requireUsable(ctx, accountCode)
  const invoice = loadInvoice(tx, documentId)
  const byId = new Map(loadLines(tx, invoice.id).map(line => [line.id, line]))
  const named = lineIds.map(lineId => {
    const line = byId.get(lineId)
    if (!line) throw new AppError('line_not_found', {}, 'never')
    return line
  })
  const changed = named.filter(line => !(isDecidedByPerson(line) && line.accountCode === accountCode))
  const wasSuggested = (line: LineRow) => line.codingState === 'pending' && line.accountCode === accountCode
  writeDecision(scope, changed.filter(wasSuggested), accountCode, 'confirmed')
  writeDecision(
    scope,
    changed.filter(line => !wasSuggested(line)),
    accountCode,
    'corrected',
  )
  if (invoice.vendorId !== null) learnFrom(scope, invoice.vendorId, changed, accountCode)
}

/**
 * A rule gives an account to the lines nobody has decided. It teaches the vendor nothing: a rule is no person.
 *
 * @returns how many lines got it
 * @throws AppError `account_not_found`, `account_inactive`
 */
export function putAccountByRule(scope: CommandScope, accountCode: string, rule: string): number {
  const { tx, documentId, ctx } = scope
  requireUsable(ctx, accountCode)
  const open = loadLines(tx, loadInvoice(tx, documentId).id).filter(line => !isDecidedByPerson(line))
  writeDecision(scope, open, accountCode, 'confirmed', { key: 'rule', params: { rule } })
  return open.length
}

function requireUsable({ chart }: DecisionContext, code: string): void {
  const account = chart.byCode.get(code)
  if (!account) throw new AppError('account_not_found', { code })
  if (!account.isActive) throw new AppError('account_inactive', { code })
}

const linesPerStatement = 500

function writeDecision(
  { tx, ctx }: CommandScope,
  lines: readonly LineRow[],
  accountCode: string,
  codingState: 'confirmed' | 'corrected',
  evidence: LineRow['codingEvidence'][number] = { key: 'person', params: {} },
): void {
  const who = { codedBy: ctx.actor, codedAt: ctx.now }
  const decided = { accountCode, codingState, codingProbability: 1, codingEvidence: [evidence], ...who }
  for (let start = 0; start < lines.length; start += linesPerStatement) {
    const ids = lines.slice(start, start + linesPerStatement).map(line => line.id)
    tx.update(invoiceLines).set(decided).where(inArray(invoiceLines.id, ids)).run()
  }
}

// A vendor's habit is clear long before that; an invoice of thousands of rows would only crowd out older lessons.
const lessonsPerCommand = 50

/** Each different description teaches once. */
function learnFrom(
  { tx, ctx, shared }: CommandScope,
  vendorId: VendorId,
  lines: readonly LineRow[],
  accountCode: string,
): void {
  const different = new Map(lines.map(line => [descriptionKey(line.description), line]))
  for (const line of [...different.values()].slice(0, lessonsPerCommand)) {
    learnAccount(tx, vendorId, line, accountCode, shared, ctx)
  }
}

/** Lines coded by a person before the vendor was known teach the vendor once it is. */
export function teachVendor(scope: CommandScope, vendorId: VendorId): void {
  const lines = loadLines(scope.tx, loadInvoice(scope.tx, scope.documentId).id).filter(isOwnDecision)
  for (const [accountCode, group] of Map.groupBy(lines, line => line.accountCode)) {
    if (accountCode !== null) learnFrom(scope, vendorId, group, accountCode)
  }
}

function isOwnDecision(line: LineRow): boolean {
  return isDecidedByPerson(line) && line.codingEvidence.some(evidence => evidence.key === 'person')
}
