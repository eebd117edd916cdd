import { eq, inArray } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { isSame } from '../issues/identity'
import { reconcileIssues } from '../issues/reconcile'
import { isNoBill } from '../pipeline/check/check-payable'
import { checkAccounts, writtenFrom, type UndecidedLine } from '../pipeline/code/check-accounts'
import { checkCfdiCodes, type CfdiCodes } from '../pipeline/code/check-cfdi-use'
import type { AccountSuggestion } from '../pipeline/code/suggestion'
import { invoiceLines, invoices } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import type { DecisionContext } from './context'
import type { InvoiceRow } from './invoice-fields'
import { findInvoice, loadLines, type LineRow } from './load'
import { writeLineCodings } from './line-codings'
import { modelChoicesOf, withModelChoices } from './model-choices'
import { codeLines, type CodedLine } from './suggest-accounts'

/** Decided by a person or by a rule a person wrote; what a machine suggested before is suggested anew. */
export function isDecidedByPerson(line: Pick<LineRow, 'codingState'>): boolean {
  return line.codingState === 'confirmed' || line.codingState === 'corrected'
}

/** Step `code`: suggests an account for every line no person has decided, and raises the doubtful ones. */
export function codeDocument(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  const invoice = findInvoice(tx, documentId)
  if (!invoice) return
  const undecided = undecidedLines(tx, invoice, ctx)
  writeSuggestions(tx, undecided)
  writeLineCodings(tx, undecided)
  const toBook = isNoBill(invoice.documentType) ? [] : undecided.filter(booksSomething)
  const doubtful = [...toBook, ...unusableLines(tx, invoice, ctx)].map(toUndecided)
  const raised = [
    ...checkAccounts(doubtful, ctx.chart, ctx.settings),
    ...checkCfdiCodes(cfdiCodesOf(tx, invoice), ctx.chart),
  ]
  reconcileIssues(tx, documentId, raised, issue => ofCoding.has(issue.key), ctx)
  refreshInvoiceAccount(tx, invoice)
}

const ofCoding: ReadonlySet<string> = new Set(['account_needed', 'cfdi_codes_contradict'])

/** Lines a person decided for an account that the chart in force does not have, or the company uses no more. */
function unusableLines(reader: Reader, invoice: InvoiceRow, ctx: DecisionContext): CodedLine[] {
  if (isNoBill(invoice.documentType)) return []
  const isUsable = ({ accountCode }: LineRow) => accountCode === null || ctx.chart.byCode.get(accountCode)?.isActive
  const lines = loadLines(reader, invoice.id).filter(line => isDecidedByPerson(line) && !isUsable(line))
  return codeLines(reader, invoice, lines, ctx).filter(booksSomething)
}

/** As the vendor wrote them; nothing of the kind in other formats. */
function cfdiCodesOf(reader: Reader, invoice: InvoiceRow): CfdiCodes {
  const said = (key: string) => (invoice.details ?? []).find(detail => detail.key === key)?.value ?? null
  // Version 3.2 wrote words where 3.3 and 4.0 have codes.
  const hasCodes = /^cfdi_[34]\.[0-9]/.test(invoice.format) && invoice.format !== 'cfdi_3.2'
  if (!hasCodes || isNoBill(invoice.documentType)) return { use: null, plan: null, means: null, lines: [] }
  const lines = loadLines(reader, invoice.id)
  return { use: said('purpose'), plan: said('payment_plan'), means: said('payment_means'), lines }
}

/** Lines waiting for a person's word, each with its suggestions, likeliest first. */
export function undecidedLines(reader: Reader, invoice: InvoiceRow, ctx: DecisionContext): CodedLine[] {
  const open = loadLines(reader, invoice.id).filter(line => !isDecidedByPerson(line))
  return withModelChoices(codeLines(reader, invoice, open, ctx), modelChoicesOf(reader, invoice.documentId))
}

/** A remark or a free sample needs no account. */
export function booksSomething({ line }: CodedLine): boolean {
  return line.lineTotal !== null && line.lineTotal !== 0
}

function toUndecided({ line, suggestions, isSure }: CodedLine): UndecidedLine {
  if (isDecidedByPerson(line)) {
    const { id, position, description, accountCode } = line
    return { id, position, description, suggestions, isSure: false, unusable: accountCode ?? '' }
  }
  return { id: line.id, position: line.position, description: line.description, suggestions, isSure }
}

/** Writes the likeliest account on each line, one statement for all lines that get the same. */
function writeSuggestions(tx: Tx, undecided: readonly CodedLine[]): void {
  const changed = undecided
    .map(({ line, suggestions }) => ({ line, coding: codingOf(suggestions[0]) }))
    .filter(({ line, coding }) => !hasCoding(line, coding))
  for (const group of Map.groupBy(changed, ({ coding }) => JSON.stringify(coding)).values()) {
    for (let start = 0; start < group.length; start += linesPerStatement) {
      const part = group.slice(start, start + linesPerStatement)
      const ids = part.map(({ line }) => line.id)
      const [first] = part
      if (first) tx.update(invoiceLines).set(first.coding).where(inArray(invoiceLines.id, ids)).run()
    }
  }
}

const linesPerStatement = 500

function codingOf(best: AccountSuggestion | undefined) {
  const isWritten = best !== undefined && best.probability >= writtenFrom
  return {
    accountCode: isWritten ? best.accountCode : null,
    codingState: isWritten ? ('pending' as const) : ('not_classified' as const),
    codingProbability: best?.probability ?? 0,
    codingEvidence: (best?.evidence ?? []).map(({ key, params }) => ({ key, params: { ...params } })),
  }
}

function hasCoding(line: LineRow, coding: ReturnType<typeof codingOf>): boolean {
  const { accountCode, codingState, codingProbability, codingEvidence } = line
  return isSame(coding, { accountCode, codingState, codingProbability, codingEvidence })
}

/** Keeps on the invoice what the list shows: the one account of all lines, or that there are several. */
function refreshInvoiceAccount(tx: Tx, invoice: InvoiceRow): void {
  const codes = new Set(loadLines(tx, invoice.id).map(line => line.accountCode))
  const [only] = codes
  const accountCode = codes.size === 1 ? (only ?? null) : null
  const severalAccounts = codes.size > 1
  if (accountCode === invoice.accountCode && severalAccounts === invoice.severalAccounts) return
  tx.update(invoices).set({ accountCode, severalAccounts }).where(eq(invoices.id, invoice.id)).run()
}
