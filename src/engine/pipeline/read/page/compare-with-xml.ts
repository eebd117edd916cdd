import type { FieldName } from '../../../../shared/invoice'
import { amountFields } from '../../../../shared/invoice'
import type { Candidate, DocumentReading, InvoiceFacts } from '../../facts'
import { compactId } from './tax-id-patterns'

/** From this confidence a page value contradicts an embedded XML. */
const contradictsFrom = 0.75

type Remark = DocumentReading['remarks'][number]

/** Fields whose page value is worth a contradiction; names and currencies are written in too many ways. */
const compared: readonly FieldName[] = [
  'invoice_number',
  'issue_date',
  'due_date',
  'seller.tax_id',
  'net_total',
  'tax_total',
  'grand_total',
  'payable',
  'uuid',
]

/**
 * Remarks where the page clearly shows another value than the embedded XML, or where two embedded XML files differ. A page that
 * shows the XML's value anywhere among its candidates does not contradict it.
 */
export function comparePages(xml: InvoiceFacts, page: InvoiceFacts, otherXml: readonly InvoiceFacts[]): Remark[] {
  return compared.flatMap(field => {
    const fromXml = xml.chosen[field]
    if (!fromXml) return []
    const rival = otherXml
      .map(other => other.chosen[field])
      .find(other => other && !isSame(field, other.value, fromXml.value))
    if (rival) return [remark(field, fromXml.value, rival.value)]
    const onPage = page.chosen[field]
    if (!onPage || onPage.probability < contradictsFrom || isSame(field, onPage.value, fromXml.value)) return []
    const isShown = page.candidates.some(
      candidate => candidate.field === field && isSame(field, candidate.value, fromXml.value),
    )
    return isShown ? [] : [remark(field, fromXml.value, onPage.value)]
  })
}

/**
 * Where the page shows the values of the embedded XML, one place for each field: candidates with the XML's own value, to lie
 * beside it.
 */
export function placesOnPage(xml: InvoiceFacts, page: InvoiceFacts): Candidate[] {
  return Object.values(xml.chosen).flatMap(({ field, value }) => {
    const shown = [page.chosen[field], ...page.candidates].find(
      candidate => candidate?.field === field && isSame(field, candidate.value, value),
    )
    return shown ? [{ ...shown, value }] : []
  })
}

function remark(field: FieldName, xml: string, page: string): Remark {
  return { code: 'xml_page_disagree', params: { field, xml, page } }
}

function isSame(field: FieldName, left: string, right: string): boolean {
  if ((amountFields as readonly string[]).includes(field)) return Math.abs(Number(left) - Number(right)) < 0.005
  if (field.endsWith('date')) return left === right
  const [one, other] = [compactId(left), compactId(right)]
  return one === other || one.endsWith(other) || other.endsWith(one)
}
