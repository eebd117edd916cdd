import type { DocumentType, FieldName } from '../../../../shared/invoice'
import type { ReadOptions } from '../../../worker/protocol'
import type { InvoiceFacts, PageReading } from '../../facts'
import { pageMarker, type PageMarker } from './page-marker'
import { readPageFacts } from './read-page-facts'
import { compactId } from './tax-id-patterns'
import { textLines } from './text-lines'

/** From this confidence a value on one page by itself may say that another invoice begins there. */
const cutsFrom = 0.5

/** What one page by itself says about the invoice it belongs to. */
interface PageFacts {
  readonly marker: PageMarker | null
  readonly number: string | null
  readonly total: string | null
  readonly date: string | null
  readonly taxId: string | null
  readonly type: string | null
}

/** Looking at each page by itself costs some milliseconds; who sends more pages at once cuts them by hand. */
const pagesAtMost = 120

/** Papers that lie behind an invoice as its proof, whatever numbers of their own they have. */
const attachments: readonly DocumentType[] = ['delivery_note', 'order', 'quote', 'transport', 'statement', 'other']

/** Documents that are long by nature and no stack of invoices. */
const longKinds: readonly DocumentType[] = ['statement', 'payroll', 'order', 'quote']

/**
 * Pages with which another invoice seems to begin, in rising order; none for nearly every document. A page begins one when it
 * calls itself the first of several, or names another number or seller than the pages before and has a total of its own.
 *
 * @param whole what all pages together say
 */
export function proposeCuts(pages: readonly PageReading[], whole: InvoiceFacts, options: ReadOptions): number[] {
  const type = whole.chosen.document_type?.value
  const isLong = longKinds.some(kind => kind === type)
  if (pages.length < 2 || pages.length > pagesAtMost || isLong) return []
  const starts: number[] = []
  let before: PageFacts | null = null
  for (const [index, page] of pages.entries()) {
    const facts = factsOf(page, options)
    const begins: boolean = before !== null && beginsAnother(facts, before)
    if (begins) starts.push(index + 1)
    before = before === null || begins ? facts : together(before, facts)
  }
  return starts
}

function factsOf(page: PageReading, options: ReadOptions): PageFacts {
  const { chosen } = readPageFacts([page], options)
  const valueOf = (field: FieldName) => {
    const found = chosen[field]
    return found && found.probability >= cutsFrom ? found.value : null
  }
  return {
    marker: pageMarker(textLines([page])),
    number: valueOf('invoice_number'),
    total: valueOf('grand_total') ?? valueOf('payable'),
    date: valueOf('issue_date'),
    taxId: valueOf('seller.tax_id'),
    type: valueOf('document_type'),
  }
}

/** What the pages of one invoice say: the first number and seller count, and the place of the last page. */
function together(before: PageFacts, page: PageFacts): PageFacts {
  return {
    marker: page.marker ?? before.marker,
    number: before.number ?? page.number,
    total: before.total ?? page.total,
    date: before.date ?? page.date,
    taxId: before.taxId ?? page.taxId,
    type: before.type ?? page.type,
  }
}

function beginsAnother(page: PageFacts, before: PageFacts): boolean {
  if (page.marker && page.marker.page > 1) return false
  if (attachments.some(kind => kind === page.type)) return false
  const hasOwnNumber = page.number !== null
  if (hasOwnNumber && before.number !== null && isSameId(page.number, before.number)) return false
  const isOtherNumber = hasOwnNumber && before.number !== null
  const isOtherSeller = page.taxId !== null && before.taxId !== null && !isSameId(page.taxId, before.taxId)
  const isOtherTotal = page.total !== null && before.total !== null && page.total !== before.total
  const isOtherDate = page.date !== null && before.date !== null && page.date !== before.date
  // "Page 1 of 2" again: the one before has ended.
  if (page.marker && before.marker && (hasOwnNumber || page.total !== null)) return true
  // The total of a longer invoice stands on its last page.
  if (page.total === null || before.total === null) return isOtherNumber && (isOtherSeller || isOtherDate)
  return isOtherNumber || isOtherSeller || (isOtherTotal && isOtherDate)
}

function isSameId(one: string, other: string | null): boolean {
  const [left, right] = [compactId(one), compactId(other ?? '')]
  return left === right || left.endsWith(right) || right.endsWith(left)
}
