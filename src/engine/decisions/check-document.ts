import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { unsettledStates } from '../../shared/issue'
import type { MinorUnits } from '../../shared/money'
import { byEngine, reconcileIssues } from '../issues/reconcile'
import type { IssueRow } from '../issues/identity'
import { isCurrency } from '../pipeline/check/currency-codes'
import { checkedKeys, runChecks } from '../pipeline/check/registry'
import type { CheckSubject, LineNow, TaxNow, Twin } from '../pipeline/check/subject'
import { documentById, type DocumentRow } from '../store/documents'
import { invoices, issues } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { readConnection } from '../sync/connection'
import { isOfLedger } from '../sync/ledger-issues'
import { survivorOf } from '../vendors/families'
import { findVendor, type VendorFinding } from '../vendors/match'
import { tolerancesFor } from '../vendors/tolerances/load-tolerances'
import { applyLessons } from '../vendors/reading-memory/apply-lessons'
import { byHandFormat } from './by-hand'
import type { DecisionContext } from './context'
import { contradictingPages, isEInvoice } from './e-invoice-twin'
import type { InvoiceRow } from './invoice-fields'
import { findInvoice, loadFields, loadLines, loadTaxes, type LineRow, type TaxRow } from './load'
import { creditableInvoices, currenciesUsed, loadVendorRecord, taxesWithoutAccount } from './check-context'
import { replaceableStates } from './replace-document'
import { isAboutAttachedPage } from './reading-issues'
import { findTwins, type FoundTwin } from './twins'

export { byHandFormat } from './by-hand'

/** Stored issues the checks answer for; those of reading, coding and the ledger have other owners. */
function isOfChecks(issue: Pick<IssueRow, 'key' | 'params'>): boolean {
  if (issue.key === 'xml_page_disagree') return isAboutAttachedPage(issue)
  if (isOfLedger(issue)) return false
  return checkedKeys.has(issue.key) || (issue.key === 'unreadable' && issue.params['variant'] === 'no_invoice')
}

/**
 * Step `check`: reads with what the vendor's earlier documents taught, finds the vendor, looks for twins and brings the
 * document's issues in line with what the checks say.
 * Without an invoice there is nothing to check: the failure to read is the issue.
 */
export function checkDocument(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  applyLessons(tx, documentId)
  const read = findInvoice(tx, documentId)
  if (!read) return
  const vendor = matchVendor(tx, read)
  const invoice: InvoiceRow = { ...read, vendorId: vendor.match === 'known' ? vendor.vendorId : null }
  if (invoice.vendorId !== read.vendorId) {
    tx.update(invoices).set({ vendorId: invoice.vendorId }).where(eq(invoices.id, invoice.id)).run()
  }
  const document = documentById(tx, documentId)
  const taxes = loadTaxes(tx, invoice.id).map(taxNow)
  const vendorRecord = invoice.vendorId === null ? undefined : loadVendorRecord(tx, invoice.vendorId, documentId)
  const { vendorId, currency } = invoice
  const tolerances = vendorId === null ? {} : tolerancesFor(tx, { documentId, vendorId, currency })
  const ledgerCurrency = readConnection(tx)?.baseCurrency
  const subject: CheckSubject = {
    now: ctx.now,
    settings: ctx.settings,
    format: invoice.format,
    fields: loadFields(tx, invoice),
    lines: loadLines(tx, invoice.id).map(toLineNow),
    taxes,
    details: invoice.details ?? [],
    vendor,
    tolerances,
    twins: twinsToRaise(tx, document, invoice),
    isEnteredByHand: isEnteredByHand(tx, documentId, invoice),
    taxesWithoutAccount: taxesWithoutAccount(tx, taxes, invoice, ctx.chart),
    related: invoice.related ?? [],
    creditable: creditableInvoices(tx, invoice),
    ...(vendorRecord === undefined ? {} : { vendorRecord }),
    ...(isUnknownCurrency(invoice) ? { currenciesUsed: currenciesUsed(tx, invoice) } : {}),
    ...(ledgerCurrency === undefined ? {} : { ledgerCurrency }),
  }
  const raised = [...runChecks(subject), ...contradictingPages(tx, documentId, invoice, subject.fields)]
  reconcileIssues(tx, documentId, raised, isOfChecks, ctx)
  settleDisagreements(tx, documentId, subject, ctx)
}

function isUnknownCurrency({ currency }: InvoiceRow): boolean {
  return currency !== null && !isCurrency(currency)
}

/** A vendor a person chose stays, unless seller or tax id were changed to somebody we know. */
function matchVendor(reader: Reader, invoice: InvoiceRow): VendorFinding {
  const found = findVendor(reader, { name: invoice.sellerName, taxId: invoice.sellerTaxId })
  if (found.match === 'known' || invoice.vendorId === null) return found
  const isChosen = isVendorChosenByPerson(reader, invoice.documentId)
  return isChosen ? { match: 'known', vendorId: survivorOf(reader, invoice.vendorId) } : found
}

/** Whether the vendor of a document is a person's word rather than a match. */
export function isVendorChosenByPerson(reader: Reader, documentId: DocumentId): boolean {
  const aboutVendor = and(
    eq(issues.documentId, documentId),
    inArray(issues.key, ['vendor_no_match', 'vendor_similar']),
    isNotNull(issues.resolutionFix),
  )
  const fixes = reader.select({ fix: issues.resolutionFix }).from(issues).where(aboutVendor).all()
  return fixes.some(({ fix }) => fix?.type === 'choose_vendor' || fix?.type === 'create_vendor')
}

/** The later document of two repeats the earlier one, unless the earlier is still undecided and the later is not. */
function twinsToRaise(reader: Reader, document: DocumentRow, invoice: InvoiceRow): Twin[] {
  return findTwins(reader, invoice)
    .filter(twin => isRaisedHere(twin, document, invoice))
    .map(({ state, isEInvoice: isOfFile, ...twin }) => ({
      ...twin,
      isPageOf: isOfFile && !isEInvoice(invoice),
      isReplaceable: isOfFile === isEInvoice(invoice) && replaceableStates.includes(state),
    }))
}

/** Of a file and its page the page asks, whichever came first: the file is the invoice. */
function isRaisedHere(twin: FoundTwin, document: DocumentRow, invoice: InvoiceRow): boolean {
  if (isDecided(twin.state)) return true
  if (twin.isEInvoice !== isEInvoice(invoice)) return twin.isEInvoice
  return twin.intakeNumber < document.intakeNumber
}

function isDecided(state: DocumentRow['state']): boolean {
  return state === 'approved' || state === 'posted' || state === 'post_failed'
}

function toLineNow(line: LineRow): LineNow {
  const { id, position, role, description, quantity, unitPrice, priceBase, origin } = line
  const [lineTotal, adjustment] = [line.lineTotal, line.adjustment] as (MinorUnits | null)[]
  return {
    id,
    position,
    role,
    description,
    quantity,
    unitPrice,
    priceBase,
    lineTotal: lineTotal ?? null,
    adjustment: adjustment ?? null,
    origin,
  }
}

function taxNow({ base, amount, ...row }: TaxRow): TaxNow {
  return { ...row, base: base as MinorUnits | null, amount: amount as MinorUnits }
}

function isEnteredByHand(reader: Reader, documentId: DocumentId, invoice: InvoiceRow): boolean {
  if (invoice.format === byHandFormat) return true
  const waived = and(eq(issues.documentId, documentId), eq(issues.key, 'unreadable'), isNotNull(issues.resolutionFix))
  const fixes = reader.select({ fix: issues.resolutionFix }).from(issues).where(waived).all()
  return fixes.some(({ fix }) => fix?.type === 'enter_by_hand')
}

/** Page and file disagreed about a field; once a person has given its value the question is answered. */
function settleDisagreements(tx: Tx, documentId: DocumentId, subject: CheckSubject, ctx: DecisionContext): void {
  const open = and(
    eq(issues.documentId, documentId),
    eq(issues.key, 'xml_page_disagree'),
    inArray(issues.state, [...unsettledStates]),
  )
  for (const issue of tx.select().from(issues).where(open).all()) {
    if (issue.subject.type !== 'field' || !subject.fields[issue.subject.field].byPerson) continue
    tx.update(issues)
      .set({ state: 'resolved', resolvedBy: byEngine, resolvedAt: ctx.now })
      .where(eq(issues.id, issue.id))
      .run()
  }
}
