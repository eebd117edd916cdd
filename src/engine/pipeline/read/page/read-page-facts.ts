import type { FieldName } from '../../../../shared/invoice'
import { isDecimalText } from '../../../../shared/money'
import type { ReadOptions } from '../../../worker/protocol'
import type { Candidate, InvoiceFacts, PageReading } from '../../facts'
import { amountCandidates } from './amount-candidates'
import { amountFacts } from './amount-facts'
import { calibrated, type Calibrate } from './calibrate'
import { currencyCandidates } from './currency-candidates'
import { dateCandidates } from './date-candidates'
import { ranked, toCandidate, type FieldCandidate } from './field-candidate'
import { nameCandidates } from './name-candidates'
import { numberCandidates } from './number-candidates'
import { pageText } from './page-text'
import { partyBlocks } from './party-blocks'
import { reconcile } from './reconcile'
import { looseLines, upToSum } from './loose-lines'
import { sightingsOf } from './sightings'
import { linesSum, tableLines } from './table-lines'
import { taxIdCandidates } from './tax-id-candidates'
import { typeCandidates } from './type-candidates'
import { uuidCandidates } from './uuid-candidates'
import { rivalry, weights } from './weights'

/**
 * What the words of the pages say about an invoice: candidates for every field with honest probabilities, and the set of them
 * that fits together. Fields nobody labels and nothing supports stay empty.
 */
export function readPageFacts(
  pages: readonly PageReading[],
  options: ReadOptions,
  calibrate: Calibrate = calibrated,
): InvoiceFacts {
  const text = pageText(pages, options)
  if (text.lines.length === 0) return { candidates: [], chosen: {}, lines: [], taxes: [] }
  const blocks = partyBlocks(text.labels, text.tableRows, text.lines)
  const ids = taxIdCandidates(text, blocks)
  const sellerIds = ids.filter(id => id.field === 'seller.tax_id' && id.logOdds > 0)
  const fields = ranked([
    ...typeCandidates(text),
    ...numberCandidates(text),
    ...dateCandidates(text),
    ...currencyCandidates(text),
    ...ids,
    ...nameCandidates(text, blocks, sellerIds),
    ...uuidCandidates(text),
  ])
  const inTables = tableLines(text)
  const amounts = amountCandidates(text)
  const money = amountFacts(amounts, reconcile(amounts, linesSum(inTables)))
  const { net_total: net, grand_total: total } = money.chosen
  const targets = [net, total].flatMap(chosen => (chosen && isDecimalText(chosen.value) ? [chosen.value] : []))
  const lines = inTables.length > 0 ? upToSum(inTables, targets) : looseLines(text, targets)
  const candidates = [...fields.map(toCandidate), ...money.candidates].map(calibrate)
  const chosen = Object.values({ ...chosenOf(fields), ...money.chosen }).map(calibrate)
  const byField = Object.fromEntries(chosen.map(candidate => [candidate.field, candidate]))
  return { candidates, chosen: byField, lines, taxes: money.taxes, sightings: sightingsOf(text) }
}

function chosenOf(candidates: readonly FieldCandidate[]): Partial<Record<FieldName, Candidate>> {
  const chosen: Partial<Record<FieldName, Candidate>> = {}
  for (const candidate of candidates) {
    if (chosen[candidate.field]) continue
    const proposal = toCandidate(candidate)
    if (proposal.probability < weights.choose || isRuledOut(proposal, chosen)) continue
    // A close rival does not change the choice, only how sure we say we are.
    chosen[candidate.field] = toCandidate({
      ...candidate,
      logOdds: candidate.logOdds - rivalry(gapTo(candidate, candidates)),
    })
  }
  return chosen
}

/** Log-odds between a candidate and the next value for its field; names that contain each other are one value. */
function gapTo(candidate: FieldCandidate, all: readonly FieldCandidate[]): number {
  const rival = all.find(
    other =>
      other.field === candidate.field &&
      other.logOdds <= candidate.logOdds &&
      !other.value.includes(candidate.value) &&
      !candidate.value.includes(other.value),
  )
  return rival ? candidate.logOdds - rival.logOdds : Infinity
}

/** A document falls due on or after its date, and its two parties are two. */
function isRuledOut(proposal: Candidate, chosen: Partial<Record<FieldName, Candidate>>): boolean {
  const { field, value } = proposal
  if (field === 'due_date') return chosen.issue_date !== undefined && value < chosen.issue_date.value
  if (field === 'issue_date') return chosen.due_date !== undefined && value > chosen.due_date.value
  if (field === 'seller.name') return chosen['buyer.name']?.value === value
  if (field === 'buyer.name') return chosen['seller.name']?.value === value
  if (field === 'seller.tax_id') return chosen['buyer.tax_id']?.value === value
  if (field === 'buyer.tax_id') return chosen['seller.tax_id']?.value === value
  return false
}
