import { amountFields, type AmountField, type FieldName } from '../../../../shared/invoice'
import type { Candidate, TaxRead } from '../../facts'
import { decimal, isDecimalText } from '../../../../shared/money'
import { amountKindOfField, type AmountCandidate } from './amount-candidates'
import type { Judge } from './confidence'
import { absolute, subtracted } from './decimals'
import { pageOrigin } from './field-candidate'
import type { AmountSet, Reconciled, SetMember } from './reconcile'

export interface AmountFacts {
  readonly candidates: readonly Candidate[]
  readonly chosen: Partial<Record<FieldName, Candidate>>
  readonly taxes: readonly TaxRead[]
}

/** What an equation says OCR misread is proposed, and never sure. */
const mostMended = 0.8

const memberOf = {
  net_total: 'net',
  tax_total: 'tax',
  withheld_total: 'withheld',
  grand_total: 'total',
} as const satisfies Partial<Record<AmountField, SetMember>>

/** Turns amount candidates into facts: the reconciled set is chosen, the rest stays as alternatives. */
export function amountFacts(
  all: readonly AmountCandidate[],
  { set, chanceOf }: Reconciled,
  judge: Judge,
  pageDoubt: number,
): AmountFacts {
  const payables = payableChances(all)
  const toFact = (field: AmountField, candidate: AmountCandidate): Candidate => {
    const { found, label, inputs, rule } = candidate
    const chance =
      field === 'payable' ? (payables.get(candidate.value) ?? 0) : chanceOf(memberOf[field], candidate.value)
    const grounds = {
      chance,
      isOcr: found.line.by === 'ocr',
      ocrDoubt: 1 - found.confidence,
      pageDoubt,
      isLabelled: label !== null,
      isWeaklyLabelled: label?.strength === 'weak' || label?.strength === 'usual',
      isBacked: false,
      isUnconfirmed: !set.agrees,
    }
    const value = field === 'withheld_total' ? absolute(candidate.value) : candidate.value
    const origin = inputs
      ? ({ kind: 'formula', rule: rule ?? 'sum', inputs: inputs.map(input => input.value) } as const)
      : pageOrigin({ line: found.line, box: found.box, text: found.text, label: label?.text })
    const probability = judge(field, value, grounds)
    return { field, value, probability: rule ? Math.min(mostMended, probability) : probability, origin }
  }
  const members = {
    net_total: set.net,
    tax_total: set.tax,
    withheld_total: set.withheld,
    grand_total: set.total,
    payable: chosenPayable(all),
  } satisfies Record<AmountField, AmountCandidate | null>
  const chosen: Partial<Record<AmountField, Candidate>> = {}
  for (const field of amountFields) {
    const member = members[field]
    if (member) chosen[field] = toFact(field, member)
  }
  const others = amountFields.flatMap(field => {
    const rivals = all.filter(({ kind }) => kind === amountKindOfField[field]).map(rival => toFact(field, rival))
    return bestPerValue(rivals).filter(candidate => candidate.value !== chosen[field]?.value)
  })
  const [net] = derivedNet(chosen)
  if (net) chosen.net_total = net
  return { candidates: [...Object.values(chosen), ...others], chosen, taxes: taxesOf(set) }
}

/** Chances of the amounts to pay against each other and against none. */
function payableChances(all: readonly AmountCandidate[]): Map<string, number> {
  const byValue = new Map<string, number>()
  for (const { kind, value, logOdds } of all)
    if (kind === 'payable') byValue.set(value, Math.max(byValue.get(value) ?? -Infinity, logOdds))
  const sum = [...byValue.values()].reduce((total, logOdds) => total + Math.exp(logOdds), 1)
  return new Map([...byValue].map(([value, logOdds]) => [value, Math.exp(logOdds) / sum]))
}

function chosenPayable(all: readonly AmountCandidate[]): AmountCandidate | null {
  const payables = all.filter(({ kind, logOdds }) => kind === 'payable' && logOdds > 0)
  return payables.toSorted((left, right) => right.logOdds - left.logOdds)[0] ?? null
}

function bestPerValue(facts: readonly Candidate[]): Candidate[] {
  const sorted = facts.toSorted((left, right) => right.probability - left.probability)
  return sorted.filter((fact, at) => sorted.findIndex(other => other.value === fact.value) === at)
}

/** Net as total less tax, offered where the page prints none. */
function derivedNet(chosen: Partial<Record<AmountField, Candidate>>): Candidate[] {
  const { net_total: net, tax_total: tax, grand_total: total } = chosen
  if (net || !tax || !total || !isDecimalText(tax.value) || !isDecimalText(total.value)) return []
  const inputs = [total.value, tax.value]
  const value = subtracted(total.value, tax.value)
  // As sure as both together; a sum is shown, but never as sure as a printed amount.
  const probability = Math.round(total.probability * tax.probability * 1000) / 1000
  return [{ field: 'net_total', value, probability, origin: { kind: 'formula', rule: 'total_less_tax', inputs } }]
}

function taxesOf({ net, tax, withheld }: AmountSet): TaxRead[] {
  const rows: TaxRead[] = []
  for (const part of (tax?.rule ? null : tax?.inputs) ?? (tax ? [tax] : []))
    rows.push(taxRow('transferred', part, tax?.inputs ? null : (net?.value ?? null)))
  if (withheld) rows.push(taxRow('withheld', withheld, null))
  return rows
}

/** The tax itself: "IVA 16%" and "IVA 16" are IVA; the rate stands beside it. */
function taxName(label: string): string {
  return label
    .replace(/\(?\s*\d+(?:[.,]\d+)?\s*%?\s*\)?/g, ' ')
    .replace(/[\s:%(@]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function taxRow(kind: TaxRead['kind'], part: AmountCandidate, base: AmountCandidate['value'] | null): TaxRead {
  const { found, label, rate, value } = part
  const origin = pageOrigin({ line: found.line, box: found.box, text: found.text, label: label?.text })
  const amount = kind === 'withheld' ? absolute(value) : value
  return {
    kind,
    name: taxName(label?.text ?? ''),
    rate: rate === null ? null : decimal(String(rate)),
    base,
    amount,
    origin,
  }
}
