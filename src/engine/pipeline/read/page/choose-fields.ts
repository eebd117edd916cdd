import type { FieldName } from '../../../../shared/invoice'
import type { Candidate } from '../../facts'
import type { Judge } from './confidence'
import { pageOrigin, ranked, type FieldCandidate } from './field-candidate'

interface Chosen {
  readonly candidates: readonly Candidate[]
  readonly chosen: Partial<Record<FieldName, Candidate>>
}

/**
 * The likeliest value of each field, unless "the document does not state it" is likelier. The chance of a value is its share
 * of the weight of all values of its field and of none.
 * @param pageDoubt  how unsure OCR was of the document, 0 to 1
 */
export function chooseFields(all: readonly FieldCandidate[], judge: Judge, pageDoubt: number): Chosen {
  const inOrder = ranked(all)
  const byField = Map.groupBy(inOrder, ({ field }) => field)
  const toFact = (candidate: FieldCandidate): Candidate => {
    const { field, value, features } = candidate
    const grounds = {
      chance: chanceOf(candidate, byField.get(field) ?? []),
      isOcr: candidate.line.by === 'ocr',
      ocrDoubt: features['ocrDoubt'] ?? 0,
      pageDoubt,
      isLabelled: candidate.label !== undefined,
      isWeaklyLabelled: features['label.weak'] === 1 || features['label.usual'] === 1,
      isBacked: backing.some(name => features[name] === 1),
      isUnconfirmed: false,
    }
    return { field, value, probability: judge(field, value, grounds), origin: pageOrigin(candidate) }
  }
  const chosen: Partial<Record<FieldName, Candidate>> = {}
  for (const candidate of inOrder) {
    // Zero is the weight of "none".
    if (candidate.logOdds <= 0 || chosen[candidate.field] || isRuledOut(candidate, chosen)) continue
    chosen[candidate.field] = toFact(candidate)
  }
  return { candidates: inOrder.map(toFact), chosen }
}

/** Features that speak for a value from elsewhere on the page. */
const backing = ['hasCheckDigit', 'isRepeated', 'matchesHost', 'isInFooterToo', 'isSignedFor']

/** Values that contain each other, as names with and without a legal form do, are one. */
function chanceOf(candidate: FieldCandidate, rivals: readonly FieldCandidate[]): number {
  const weight = (list: readonly FieldCandidate[]) => list.reduce((sum, { logOdds }) => sum + Math.exp(logOdds), 0)
  const same = rivals.filter(({ value }) => value.includes(candidate.value) || candidate.value.includes(value))
  return weight(same) / (1 + weight(rivals))
}

/** A document falls due on or after its date, and its two parties are two. */
function isRuledOut({ field, value }: FieldCandidate, chosen: Partial<Record<FieldName, Candidate>>): boolean {
  if (field === 'due_date') return chosen.issue_date !== undefined && value < chosen.issue_date.value
  if (field === 'issue_date') return chosen.due_date !== undefined && value > chosen.due_date.value
  if (field === 'seller.name') return chosen['buyer.name']?.value === value
  if (field === 'buyer.name') return chosen['seller.name']?.value === value
  if (field === 'seller.tax_id') return chosen['buyer.tax_id']?.value === value
  if (field === 'buyer.tax_id') return chosen['seller.tax_id']?.value === value
  return false
}
