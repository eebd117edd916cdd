import { and, asc, desc, eq, ne, or } from 'drizzle-orm'
import type { DocumentView } from '../../shared/document-view'
import type { DocumentId } from '../../shared/ids'
import { FieldName, type Band, type FieldView, type InvoiceView, type LineView } from '../../shared/invoice'
import { isUnsettled } from '../../shared/issue'
import { toDecimal, type MinorUnits } from '../../shared/money'
import type { Settings } from '../../shared/settings'
import type { IssueRow } from '../issues/identity'
import { withLearnedOrder } from '../issues/learned'
import { inReadingOrder, toIssueView } from '../issues/view'
import { joinedInto } from '../lists/joined-into'
import { isSureEnough } from '../pipeline/check/check-confidence'
import type { FieldNow } from '../pipeline/check/subject'
import type { Chart } from '../pipeline/code/chart'
import { commentsOn } from '../people/comments'
import { documentQuality } from '../quality/document-quality'
import { documentById, type DocumentRow } from '../store/documents'
import { marksOf } from '../store/model-calls'
import { documents, invoices, issues, ledgerBills, outbox, pages, vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { documentLessonViews } from '../vendors/reading-memory/lesson-views'
import { attachedPages } from './e-invoice-twin'
import { historyOf } from './history'
import type { InvoiceRow } from './invoice-fields'
import { findInvoice, loadFields, loadLines, type LineRow } from './load'
import { supportOf } from './support'
import { withLikeness } from './twin-issue'

/** What drawing a document depends on besides the store. */
export interface ViewContext {
  readonly settings: Settings
  readonly chart: Chart
}

/**
 * Everything the review screen shows of one document, in one answer.
 *
 * @throws AppError `document_not_found`
 */
export function documentView(reader: Reader, documentId: DocumentId, { settings, chart }: ViewContext): DocumentView {
  const document = documentById(reader, documentId)
  const invoice = findInvoice(reader, documentId)
  const rows = reader.select().from(issues).where(eq(issues.documentId, documentId)).all()
  const fields = invoice ? loadFields(reader, invoice) : undefined
  const lines = invoice ? loadLines(reader, invoice.id) : []
  const { undoable, redoable } = historyOf(reader, documentId)
  const { intakeNumber, fileName, kind, mediaType, bytes, sha256, source } = document
  return {
    documentId,
    intakeNumber,
    fileName,
    kind,
    mediaType,
    bytes,
    sha256,
    source,
    receivedAt: document.receivedAt,
    state: document.state,
    stateReason: document.stateReason,
    pages: pagesOf(reader, documentId),
    parentId: document.parentId,
    part: document.part,
    pagesFrom: document.pagesFrom,
    parts: partsOf(reader, documentId),
    parent: document.parentId === null ? null : (relatedDocument(reader, document.parentId) ?? null),
    attached: attachedPages(reader, documentId).map(page => page.document),
    support: supportOf(reader, documentId),
    duplicateOf: duplicateOf(reader, document),
    invoice: invoice && fields ? invoiceView(reader, invoice, fields, lines, rows, { settings, chart }) : null,
    details: invoice?.details ?? [],
    issues: inReadingOrder(rows, fields, lines).map(row =>
      withLikeness(
        reader,
        documentId,
        toIssueView(
          row,
          withLearnedOrder(reader, row, invoice?.vendorId ?? null),
          code => chart.byCode.get(code)?.name[settings.language],
        ),
      ),
    ),
    lessons: documentLessonViews(reader, documentId),
    quality: documentQuality(reader, documentId),
    sentToModel: marksOf(reader, documentId),
    bill: billOf(reader, document),
    canUndo: undoable.length > 0 && isTurnable(document),
    canRedo: redoable.length > 0 && isTurnable(document),
    assigneeId: document.assigneeId,
    holdUntil: document.holdUntil,
    isOverdue: document.isOverdue,
    comments: commentsOn(reader, documentId),
  }
}

function isTurnable({ state }: DocumentRow): boolean {
  return state !== 'posted' && state !== 'queued' && state !== 'processing'
}

function pagesOf(reader: Reader, documentId: DocumentId): DocumentView['pages'] {
  const { number, width, height, rotation, textSource } = pages
  return reader
    .select({ number, width, height, rotation, textSource })
    .from(pages)
    .where(eq(pages.documentId, documentId))
    .orderBy(asc(number))
    .all()
}

function relatedDocument(reader: Reader, documentId: DocumentId) {
  const { id, intakeNumber, fileName, state } = documents
  return reader
    .select({ documentId: id, intakeNumber, fileName, state, invoiceNumber: invoices.invoiceNumber })
    .from(documents)
    .leftJoin(invoices, eq(invoices.documentId, id))
    .where(eq(id, documentId))
    .get()
}

const partsAtMost = 200

/** Documents made of this one's invoices, pages or files that are not merely copies of it. */
function partsOf(reader: Reader, documentId: DocumentId): NonNullable<DocumentView['parts']> {
  const { id, intakeNumber, fileName, state } = documents
  return reader
    .select({ documentId: id, intakeNumber, fileName, state, invoiceNumber: invoices.invoiceNumber })
    .from(documents)
    .leftJoin(invoices, eq(invoices.documentId, id))
    .where(and(eq(documents.parentId, documentId), or(ne(state, 'duplicate'), ne(documents.duplicateOfId, documentId))))
    .orderBy(asc(intakeNumber))
    .limit(partsAtMost)
    .all()
}

function duplicateOf(reader: Reader, { id, duplicateOfId }: DocumentRow): DocumentView['duplicateOf'] {
  if (duplicateOfId === null) return null
  const columns = { documentId: documents.id, intakeNumber: documents.intakeNumber }
  const twin = reader.select(columns).from(documents).where(eq(documents.id, duplicateOfId)).get()
  return twin ? { ...twin, isJoined: joinedInto(reader, [id]).has(id) } : null
}

function invoiceView(
  reader: Reader,
  invoice: InvoiceRow,
  fields: Readonly<Record<FieldName, FieldNow>>,
  lines: readonly LineRow[],
  issueRows: readonly IssueRow[],
  { settings, chart }: ViewContext,
): InvoiceView {
  const { id, name, taxId, isNew } = vendors
  const vendor =
    invoice.vendorId === null
      ? undefined
      : reader.select({ id, name, taxId, isNew }).from(vendors).where(eq(vendors.id, invoice.vendorId)).get()
  const open = issueRows.filter(issue => isUnsettled(issue.state))
  return {
    id: invoice.id,
    fields: FieldName.options.map(field => fieldView(field, fields[field], open, settings)),
    lines: lines.map(line => lineView(line, invoice, chart, settings)),
    vendor: vendor ?? null,
    format: invoice.format,
    revision: invoice.revision,
  }
}

function fieldView(name: FieldName, now: FieldNow, open: readonly IssueRow[], settings: Settings): FieldView {
  const { value, probability, origin, onPage, candidates } = now
  const about = open.filter(issue => issue.subject.type === 'field' && issue.subject.field === name)
  return {
    name,
    value,
    band: bandOf(now, about, settings),
    probability,
    origin,
    onPage: onPage ?? null,
    candidates: candidates.map(candidate => ({ ...candidate })),
  }
}

/** Three bands, never percentages: a field is as sure as its value was read and as its open issues allow. */
function bandOf(now: FieldNow, about: readonly IssueRow[], settings: Settings): Band {
  const { value } = now
  const has = (key: IssueRow['key']) => about.some(issue => issue.key === key)
  if (value === null) return has('missing_required_field') || has('exchange_rate_needed') ? 'missing' : 'absent'
  const isWrong = about.some(issue => issue.key === 'format_invalid' && issue.severity !== 'low')
  if (isWrong || has('total_mismatch') || has('lines_net_mismatch') || has('not_payable')) return 'invalid'
  return !isSureEnough(now, settings) || has('xml_page_disagree') ? 'check' : 'sure'
}

function lineView(line: LineRow, { currency }: InvoiceRow, chart: Chart, settings: Settings): LineView {
  const { id, position, description, quantity, unit, unitPrice, taxRate, productCode, classificationCode } = line
  const { accountCode, codingState, codingProbability, codingEvidence, origin } = line
  return {
    id,
    position,
    description,
    quantity,
    unit,
    unitPrice,
    lineTotal: line.lineTotal === null ? null : toDecimal(line.lineTotal as MinorUnits, currency),
    taxRate,
    productCode,
    classificationCode,
    accountCode,
    accountName: accountCode === null ? null : (chart.byCode.get(accountCode)?.name[settings.language] ?? null),
    codingState,
    codingProbability,
    codingEvidence,
    origin,
  }
}

// A bill taken back, or refused and taken back, is none; its history is in the journal.
const billStates: readonly DocumentRow['state'][] = ['approved', 'posted', 'post_failed']

function watchedBill({ payment, due, currency, checkedAt, seen }: typeof ledgerBills.$inferSelect) {
  return {
    payment,
    due: due === null ? null : toDecimal(due as MinorUnits, currency),
    checkedAt: checkedAt === 0 ? null : checkedAt,
    isAsPosted: seen === null,
  }
}

/** What is on its way to the ledger or already there. */
function billOf(reader: Reader, { id, state }: DocumentRow): DocumentView['bill'] {
  const sent = reader
    .select()
    .from(outbox)
    .where(eq(outbox.documentId, id))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .get()
  const held = reader.select().from(ledgerBills).where(eq(ledgerBills.documentId, id)).get()
  if (!held && (!sent || !billStates.includes(state))) return null
  return {
    billNumber: held?.billNumber ?? sent?.billNumber ?? '',
    ledgerId: held?.ledgerId ?? null,
    state: sent?.state ?? 'confirmed',
    postedAt: sent?.confirmedAt ?? null,
    kind: held?.kind ?? sent?.kind ?? 'bill',
    ...(held ? watchedBill(held) : {}),
  }
}
