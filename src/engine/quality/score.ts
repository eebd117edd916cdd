import type { FieldName } from '../../shared/invoice'
import type { IssueKey, Severity } from '../../shared/issue'
import type { DocumentQuality } from '../../shared/quality'
import type { FieldNow } from '../pipeline/check/subject'
import { logit, sigmoid } from '../pipeline/read/page/confidence'
import { qualityCurve } from './quality-curve'

/** What the score is made of, looked up already. */
export interface QualitySubject {
  readonly fields: Readonly<Record<FieldName, Pick<FieldNow, 'value' | 'probability' | 'byPerson'>>>
  readonly isFromPages: boolean
  /** A matched vendor makes a doubtful spelling of its name harmless. */
  readonly isVendorKnown: boolean
  /** The vendor's latest decided documents, without this one. */
  readonly vendorRecord: { readonly documents: number; readonly corrected: number }
  readonly openIssues: readonly { readonly key: IssueKey; readonly severity: Severity }[]
}

const required: readonly FieldName[] = ['document_type', 'invoice_number', 'issue_date', 'currency', 'grand_total']
const counted: readonly FieldName[] = [
  ...required,
  'due_date',
  'seller.name',
  'seller.tax_id',
  'net_total',
  'tax_total',
  'withheld_total',
]

/** A required field without a value nearly always needs one. */
const chanceWhenMissing = 0.02

/** Doubts of reading: the chances of the fields say the same already. */
const readingIssues: ReadonlySet<IssueKey> = new Set(['low_confidence', 'missing_required_field'])

/** How often a document with such an open issue needs no change after all. */
const chanceDespite: Readonly<Record<Severity, number>> = { critical: 0.05, high: 0.1, medium: 0.6, low: 0.97 }

/** Share of page documents of any vendor that need a correction: what a vendor's own record is held against. */
const usuallyCorrected = 0.3

/** How likely the document needs no correction, 0 to 1, with its parts. */
export function scoreQuality(subject: QualitySubject): DocumentQuality {
  const reading = readingPart(subject)
  const open = subject.openIssues.filter(issue => !readingIssues.has(issue.key))
  const chance = open.reduce((product, issue) => product * chanceDespite[issue.severity], 1)
  const doubt = Math.min(1, (1 - reading.chance) * doubtFactor(subject.vendorRecord))
  const score = rounded((1 - doubt) * chance)
  const { documents, corrected } = subject.vendorRecord
  return { score, parts: { reading, vendor: { documents, corrected }, checks: { chance, open: open.length } } }
}

function readingPart({ fields, isFromPages, isVendorKnown }: QualitySubject): DocumentQuality['parts']['reading'] {
  const { product, weakest } = readingProduct(fields, isVendorKnown)
  const chance = isFromPages && product < 1 ? calibratedChance(product) : product
  return { chance: rounded(chance), weakest }
}

/** The chances of the header fields multiplied, as if they erred independently, and the field that is least sure. */
export function readingProduct(
  fields: QualitySubject['fields'],
  isVendorKnown: boolean,
): { readonly product: number; readonly weakest: FieldName | null } {
  let product = 1
  let weakest: FieldName | null = null
  let least = 1
  for (const field of counted) {
    const chance = chanceOf(field, fields[field], isVendorKnown)
    product *= chance
    if (chance >= least) continue
    least = chance
    weakest = field
  }
  return { product, weakest }
}

function chanceOf(field: FieldName, now: QualitySubject['fields'][FieldName], isVendorKnown: boolean): number {
  if (now.byPerson || (field === 'seller.name' && isVendorKnown)) return 1
  if (now.value !== null) return now.probability
  return required.includes(field) ? chanceWhenMissing : 1
}

/** The product of the fields' chances on the learned curve. */
export function calibratedChance(product: number, { slope, offset } = qualityCurve): number {
  return sigmoid(slope * logit(product) + offset)
}

/** How many times the usual doubt this vendor's documents deserve: 1 for a new one, less with every clean document. */
function doubtFactor({ documents, corrected }: QualitySubject['vendorRecord']): number {
  return (corrected + 1) / (documents * usuallyCorrected + 1)
}

function rounded(chance: number): number {
  return Math.round(chance * 1000) / 1000
}
