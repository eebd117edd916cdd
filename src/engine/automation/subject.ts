import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { DocumentKind, DocumentSource } from '../../shared/document'
import type { DocumentId, InvoiceId, VendorId } from '../../shared/ids'
import type { DocumentType } from '../../shared/invoice'
import { unsettledStates, type IssueKey } from '../../shared/issue'
import { toDecimal, type MinorUnits } from '../../shared/money'
import { documents, invoiceLines, invoices, issues, vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { families } from '../vendors/families'

/** What a rule or policy can ask about one invoice. */
export interface RuleSubject {
  readonly documentId: DocumentId
  readonly invoiceId: InvoiceId
  readonly source: DocumentSource
  readonly file: DocumentKind
  readonly type: DocumentType | null
  readonly vendorId: VendorId | null
  /** Vendors that were merged into it: what a rule says of them holds for it. */
  readonly mergedVendorIds: readonly VendorId[]
  readonly isVendorNew: boolean
  /** Decimal text. */
  readonly total: string | null
  readonly currency: string | null
  /** Units of the company's own currency for one of the invoice's, decimal text. */
  readonly exchangeRate: string | null
  readonly homeCurrency: string
  readonly accountCodes: readonly string[]
  readonly issueKeys: readonly IssueKey[]
  /** How likely it needs no correction, 0 to 1; null when that was never scored. */
  readonly quality: number | null
}

/** now: issues that are open. ever: all it ever had, as history is judged by what came in. */
export type IssueSpan = 'now' | 'ever'

/** What stands for these documents, in their order; those without an invoice are left out. */
export function loadSubjects(
  reader: Reader,
  documentIds: readonly DocumentId[],
  span: IssueSpan,
  homeCurrency: string,
): RuleSubject[] {
  if (documentIds.length === 0) return []
  const rows = reader
    .select({ document: askedOfDocument, invoice: askedOfInvoice, isVendorNew: vendors.isNew })
    .from(documents)
    .innerJoin(invoices, eq(invoices.documentId, documents.id))
    .leftJoin(vendors, eq(vendors.id, invoices.vendorId))
    .where(inArray(documents.id, [...documentIds]))
    .all()
  const invoiceIds = rows.map(row => row.invoice.id)
  const accounts = accountsOf(reader, invoiceIds)
  const keys = issuesOf(reader, documentIds, span)
  const merged = families(reader)
  const found = new Map(
    rows.map(({ document, invoice, isVendorNew }): [DocumentId, RuleSubject] => [
      document.id,
      {
        documentId: document.id,
        invoiceId: invoice.id,
        source: document.source,
        file: document.kind,
        type: invoice.documentType,
        vendorId: invoice.vendorId,
        mergedVendorIds: (invoice.vendorId === null ? undefined : merged.get(invoice.vendorId)) ?? [],
        isVendorNew: isVendorNew ?? true,
        total: invoice.grandTotal === null ? null : toDecimal(invoice.grandTotal as MinorUnits, invoice.currency),
        currency: invoice.currency,
        exchangeRate: invoice.exchangeRate,
        homeCurrency,
        accountCodes: accounts.get(invoice.id) ?? [],
        issueKeys: keys.get(document.id) ?? [],
        quality: invoice.quality,
      },
    ]),
  )
  return documentIds.flatMap(id => found.get(id) ?? [])
}

// No more than conditions ask about: rules are tried on everything received.
const askedOfDocument = { id: documents.id, source: documents.source, kind: documents.kind }
const askedOfInvoice = {
  id: invoices.id,
  documentType: invoices.documentType,
  vendorId: invoices.vendorId,
  grandTotal: invoices.grandTotal,
  currency: invoices.currency,
  exchangeRate: invoices.exchangeRate,
  quality: invoices.quality,
}

function accountsOf(reader: Reader, invoiceIds: readonly InvoiceId[]): ReadonlyMap<InvoiceId, string[]> {
  const rows = reader
    .selectDistinct({ invoiceId: invoiceLines.invoiceId, code: invoiceLines.accountCode })
    .from(invoiceLines)
    .where(and(inArray(invoiceLines.invoiceId, [...invoiceIds]), isNotNull(invoiceLines.accountCode)))
    .all()
  const grouped = Map.groupBy(rows, row => row.invoiceId)
  return new Map([...grouped].map(([id, group]) => [id, group.flatMap(row => row.code ?? [])]))
}

function issuesOf(
  reader: Reader,
  documentIds: readonly DocumentId[],
  span: IssueSpan,
): ReadonlyMap<DocumentId, IssueKey[]> {
  const rows = reader
    .selectDistinct({ documentId: issues.documentId, key: issues.key })
    .from(issues)
    .where(
      and(
        inArray(issues.documentId, [...documentIds]),
        span === 'now' ? inArray(issues.state, [...unsettledStates]) : undefined,
      ),
    )
    .all()
  const grouped = Map.groupBy(rows, row => row.documentId)
  return new Map([...grouped].map(([id, group]) => [id, group.map(row => row.key)]))
}
