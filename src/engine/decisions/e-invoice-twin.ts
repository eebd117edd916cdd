import { and, asc, eq, ne } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { amountFields, type FieldName } from '../../shared/invoice'
import type { FieldNow, RaisedIssue } from '../pipeline/check/subject'
import { compactTaxId } from '../pipeline/check/tax-id'
import { documents, invoices } from '../store/schema'
import type { Reader } from '../store/write'
import { byHandFormat } from './by-hand'
import type { InvoiceRow } from './invoice-fields'
import { loadFields } from './load'
import { disagreement } from './reading-issues'

/** Whether an invoice was read from structured data, its own file or one inside a PDF; by law that is the invoice. */
export function isEInvoice({ format }: Pick<InvoiceRow, 'format'>): boolean {
  return format !== 'page' && format !== 'none' && format !== byHandFormat
}

/** Fields whose page value is worth a contradiction; names are written in too many ways. */
const compared: readonly FieldName[] = [
  'invoice_number',
  'issue_date',
  'seller.tax_id',
  'net_total',
  'tax_total',
  'grand_total',
  'payable',
  'uuid',
]

/** A page value read less surely than this proves nothing against a file. */
const contradictsFrom = 0.8

/** Pages, scans and photos that a person attached to this document, in order of arrival. */
export function attachedPages(reader: Reader, documentId: DocumentId) {
  const { id, intakeNumber, fileName, mediaType } = documents
  return reader
    .select({ document: { documentId: id, intakeNumber, fileName, mediaType }, invoice: invoices })
    .from(documents)
    .innerJoin(invoices, eq(invoices.documentId, documents.id))
    .where(and(eq(documents.duplicateOfId, documentId), eq(documents.state, 'duplicate'), ne(id, documentId)))
    .orderBy(asc(intakeNumber))
    .limit(attachedAtMost)
    .all()
    .filter(({ invoice }) => !isEInvoice(invoice))
}

const attachedAtMost = 20

/**
 * What attached pages say otherwise than the e-invoice: the file counts, but the person who ordered may have been shown
 * the page. One issue per page and field.
 */
export function contradictingPages(
  reader: Reader,
  documentId: DocumentId,
  invoice: InvoiceRow,
  fields: Readonly<Record<FieldName, FieldNow>>,
): RaisedIssue[] {
  if (!isEInvoice(invoice)) return []
  return attachedPages(reader, documentId).flatMap(({ document, invoice: page }) => {
    const onPage = loadFields(reader, page)
    return compared
      .filter(field => contradicts(field, fields[field], onPage[field]))
      .map(field => {
        const { intakeNumber } = document
        const params = { field, xml: fields[field].value ?? '', page: onPage[field].value ?? '' }
        const issue = disagreement({ ...params, attached: intakeNumber, ref: `${document.documentId} ${field}` })
        // Two files may have gone their own ways: asked, but what counts is not in doubt.
        return { ...issue, severity: 'medium' as const, params: { ...issue.params, variant: 'attached' } }
      })
  })
}

function contradicts(field: FieldName, xml: FieldNow, page: FieldNow): boolean {
  if (xml.value === null || page.value === null || xml.byPerson || page.probability < contradictsFrom) return false
  const values = [page.value, ...page.candidates.map(({ value }) => value)]
  return !values.some(value => isSameValue(field, xml.value ?? '', value))
}

function isSameValue(field: FieldName, one: string, other: string): boolean {
  if (amountFields.some(amount => amount === field)) return Number(one) === Number(other)
  if (field === 'issue_date') return one === other
  const [left, right] = [compactTaxId(one), compactTaxId(other)]
  // A page prints a number with or without its series, a tax id with or without its country.
  return left.endsWith(right) || right.endsWith(left)
}
