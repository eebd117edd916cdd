import { eq, inArray } from 'drizzle-orm'
import type { InboxRow } from '../../shared/inbox'
import type { DocumentId } from '../../shared/ids'
import { isUnsettled } from '../../shared/issue'
import { minor, toDecimal } from '../../shared/money'
import { joinedInto } from './joined-into'
import { lastSendings } from '../store/model-calls'
import { documents, invoices, issues, vendors } from '../store/schema'
import type { Reader } from '../store/write'

/** What the inbox shows of these documents, in the order of the ids. Ids without a document are left out. */
export function inboxRowsOf(reader: Reader, documentIds: readonly DocumentId[]): InboxRow[] {
  if (documentIds.length === 0) return []
  const found = reader
    .select({
      document: documents,
      invoice: shownOfInvoice,
      vendor: shownOfVendor,
      issue: shownOfIssue,
    })
    .from(documents)
    .leftJoin(invoices, eq(invoices.documentId, documents.id))
    .leftJoin(vendors, eq(vendors.id, invoices.vendorId))
    .leftJoin(issues, eq(issues.id, documents.worstIssueId))
    .where(inArray(documents.id, [...documentIds]))
    .all()
  const sent = lastSendings(reader, documentIds)
  const byId = new Map(found.map(row => [row.document.id, row]))
  const aside = found.flatMap(({ document }) => (document.state === 'duplicate' ? document.id : []))
  const joined = joinedInto(reader, aside)
  return documentIds.flatMap(id => {
    const row = byId.get(id)
    const into = joined.get(id)
    if (!row) return []
    return [{ ...toInboxRow(row), sentToModel: sent.get(id) ?? null, ...(into !== undefined && { joinedInto: into }) }]
  })
}

// The id leads each part: Drizzle takes a joined part for missing when its first column is null.
const shownOfInvoice = {
  id: invoices.id,
  sellerName: invoices.sellerName,
  invoiceNumber: invoices.invoiceNumber,
  documentType: invoices.documentType,
  issueDate: invoices.issueDate,
  dueDate: invoices.dueDate,
  grandTotal: invoices.grandTotal,
  currency: invoices.currency,
  accountCode: invoices.accountCode,
  severalAccounts: invoices.severalAccounts,
  quality: invoices.quality,
}
const shownOfVendor = { id: vendors.id, name: vendors.name, isNew: vendors.isNew }
const shownOfIssue = {
  id: issues.id,
  key: issues.key,
  severity: issues.severity,
  params: issues.params,
  state: issues.state,
}

interface FoundRow {
  readonly document: typeof documents.$inferSelect
  readonly invoice: Pick<typeof invoices.$inferSelect, keyof typeof shownOfInvoice> | null
  readonly vendor: Pick<typeof vendors.$inferSelect, keyof typeof shownOfVendor> | null
  readonly issue: Pick<typeof issues.$inferSelect, keyof typeof shownOfIssue> | null
}

function toInboxRow({ document, invoice, vendor, issue }: FoundRow): InboxRow {
  const total = invoice?.grandTotal ?? null
  return {
    documentId: document.id,
    intakeNumber: document.intakeNumber,
    fileName: document.fileName,
    kind: document.kind,
    source: document.source,
    state: document.state,
    step: document.step,
    receivedAt: document.receivedAt,
    vendorName: vendor?.name ?? invoice?.sellerName ?? null,
    vendorKnown: vendor !== null && !vendor.isNew,
    number: invoice?.invoiceNumber ?? null,
    type: invoice?.documentType ?? null,
    issueDate: invoice?.issueDate ?? null,
    dueDate: invoice?.dueDate ?? null,
    total: total === null ? null : toDecimal(minor(total), invoice?.currency ?? null),
    currency: invoice?.currency ?? null,
    accountCode: invoice?.accountCode ?? null,
    severalAccounts: invoice?.severalAccounts ?? false,
    worstIssue:
      issue !== null && isUnsettled(issue.state)
        ? { key: issue.key, severity: issue.severity, params: issue.params }
        : null,
    openIssues: document.openIssues,
    quality: invoice?.quality ?? null,
    assigneeId: document.assigneeId,
    holdUntil: document.holdUntil,
    isOverdue: document.isOverdue,
  }
}
