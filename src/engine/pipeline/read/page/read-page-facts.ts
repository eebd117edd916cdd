import { isDecimalText, type DecimalText } from '../../../../shared/money'
import type { ReadOptions } from '../../../worker/protocol'
import type { InvoiceFacts, LineRead, PageReading } from '../../facts'
import { amountCandidates } from './amount-candidates'
import { amountFacts } from './amount-facts'
import { chooseFields } from './choose-fields'
import { judgeWith, type Judge } from './confidence'
import { creditedAmounts } from './credited-amounts'
import { currencyCandidates } from './currency-candidates'
import { dateCandidates } from './date-candidates'
import type { FieldCandidate } from './field-candidate'
import { headlessTable } from './headless-tables'
import { withParties } from './ids-of-parties'
import { looseLines, sums, upToSum } from './loose-lines'
import { scoreWith, shippedModel, type ReadingModel } from './model'
import { nameCandidates } from './name-candidates'
import { numberCandidates } from './number-candidates'
import { pageText, type PageText } from './page-text'
import { partyBlocks } from './party-blocks'
import { reconcile } from './reconcile'
import { sightingsOf } from './sightings'
import { withoutSubtotals } from './subtotals'
import { linesOfTable, linesSum, tableLines } from './table-lines'
import { taxIdCandidates } from './tax-id-candidates'
import { typeCandidates } from './type-candidates'
import { uuidCandidates } from './uuid-candidates'

/**
 * What the words of the pages say about an invoice: candidates for every field with honest probabilities, and the set of them
 * that fits together. Fields nobody labels and nothing supports stay empty.
 */
export function readPageFacts(
  pages: readonly PageReading[],
  options: ReadOptions,
  model: ReadingModel = shippedModel,
  judge: Judge = judgeWith(model),
): InvoiceFacts {
  const text = pageText(pages, options, scoreWith(model))
  if (text.lines.length === 0) return { candidates: [], chosen: {}, lines: [], taxes: [] }
  const fields = chooseFields(fieldCandidates(text), judge, text.ocrDoubt)
  const inTables = tableLines(text)
  const amounts = amountCandidates(text)
  const money = amountFacts(amounts, reconcile(amounts, linesSum(inTables), text.score), judge, text.ocrDoubt)
  const { net_total: net, grand_total: total } = money.chosen
  const targets = [net, total].flatMap(chosen => (chosen && isDecimalText(chosen.value) ? [chosen.value] : []))
  const lines = linesOf(text, inTables, targets)
  return creditedAmounts({
    candidates: [...fields.candidates, ...money.candidates],
    chosen: { ...fields.chosen, ...money.chosen },
    lines,
    taxes: money.taxes,
    sightings: sightingsOf(text),
  })
}

/** Rows under headings; where they do not add up to the totals, rows that do so without any. */
function linesOf(text: PageText, inTables: readonly LineRead[], targets: readonly DecimalText[]): readonly LineRead[] {
  const read = upToSum(inTables, targets)
  if (sums(read, targets)) return read
  const headless = headlessTable(text.lines, text.amounts, targets)
  if (headless) return merged(read, withoutSubtotals(linesOfTable(headless)))
  return read.length > 0 ? read : looseLines(text, targets)
}

/** Of rows read both ways the one under headings is known better; charges without a product of their own are no lines. */
function merged(read: readonly LineRead[], found: readonly LineRead[]): readonly LineRead[] {
  const added = found.filter(line => !read.some(other => isSameRow(line, other)))
  if (
    read.length > 0 &&
    added.every(({ quantity }) => quantity === null) &&
    added.length + read.length === found.length
  )
    return read
  return found.map(line => read.find(other => isSameRow(line, other)) ?? line)
}

/** One printed row, read twice; with headings its text is known better. */
function isSameRow({ origin: one, ...line }: LineRead, { origin: other, ...found }: LineRead): boolean {
  return (
    one.kind === 'page' &&
    other.kind === 'page' &&
    one.page === other.page &&
    one.text === other.text &&
    line.lineTotal === found.lineTotal
  )
}

/** Candidates of the fields that are chosen one by one. */
export function fieldCandidates(text: PageText): FieldCandidate[] {
  const blocks = partyBlocks(text.labels, text.tableRows, text.lines)
  const ids = taxIdCandidates(text, blocks)
  const sellerIds = ids.filter(id => id.field === 'seller.tax_id' && id.logOdds > 0)
  const names = nameCandidates(text, blocks, sellerIds)
  return [
    ...typeCandidates(text),
    ...numberCandidates(text, blocks),
    ...dateCandidates(text),
    ...currencyCandidates(text),
    ...withParties(ids, names, text),
    ...names,
    ...uuidCandidates(text),
  ]
}
