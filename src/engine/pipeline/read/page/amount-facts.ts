import type { AmountField, FieldName } from '../../../../shared/invoice'
import type { Candidate, TaxRead } from '../../facts'
import { decimal, isDecimalText } from '../../../../shared/money'
import { amountKindOfField, type AmountCandidate } from './amount-candidates'
import { absolute, subtracted } from './decimals'
import { pageOrigin } from './field-candidate'
import type { Reconciled } from './reconcile'
import { probability, rivalry, weights } from './weights'

export interface AmountFacts {
  readonly candidates: readonly Candidate[]
  readonly chosen: Partial<Record<FieldName, Candidate>>
  readonly taxes: readonly TaxRead[]
}

/** Turns amount candidates into facts: the reconciled set is chosen, the rest stays as alternatives. */
export function amountFacts(all: readonly AmountCandidate[], set: Reconciled): AmountFacts {
  const chosen: Partial<Record<AmountField, Candidate>> = {}
  const pick = (field: AmountField, candidate: AmountCandidate | null) => {
    if (!candidate) return
    if (probability(candidate.logOdds + set.support) < weights.choose) return
    chosen[field] = toFact(field, candidate, set.support - doubtOf(candidate, set, all))
  }
  pick('net_total', set.net)
  pick('tax_total', set.tax)
  pick('withheld_total', set.withheld)
  pick('grand_total', set.total)
  const payable = bestOf(all, 'payable')
  pick('payable', payable)
  // "Balance due" is the only total some invoices print.
  const isGuess = !set.agrees && set.total !== null && payable !== null && isPlainer(payable, set.total)
  if ((!chosen.grand_total || isGuess) && chosen.payable)
    chosen.grand_total = { ...chosen.payable, field: 'grand_total' }
  if (!chosen.grand_total && chosen.net_total && set.net && isOnlyTotal(set.net, all))
    chosen.grand_total = { ...chosen.net_total, field: 'grand_total' }
  const others = (Object.keys(amountKindOfField) as AmountField[]).flatMap(field =>
    alternatives(all, field).filter(candidate => candidate.value !== chosen[field]?.value),
  )
  const derived = derivedNet(chosen)
  const [net] = derived
  if (net && net.probability >= weights.amount.derivedFrom) chosen.net_total = net
  return {
    candidates: [...Object.values(chosen), ...others],
    chosen,
    taxes: taxesOf(set),
  }
}

/** "Net total" at the foot of a till slip, where no larger amount stands, is what was paid. */
function isOnlyTotal({ value, found, label }: AmountCandidate, all: readonly AmountCandidate[]): boolean {
  return (
    found.line.by === 'ocr' &&
    /^nett? total\b/i.test(label?.text ?? '') &&
    all.every(other => other.kind !== 'net_total' || Number(other.value) <= Number(value))
  )
}

/** "Amount due" in so many words says more than "charges" or a number nobody labelled. */
function isPlainer(payable: AmountCandidate, total: AmountCandidate): boolean {
  return (
    total.found.line.by === 'ocr' &&
    Number(payable.value) > 0 &&
    payable.logOdds > total.logOdds + weights.amount.plainer
  )
}

/** Nothing confirms the amount, or another labelled amount claims the same place. */
function doubtOf(candidate: AmountCandidate, set: Reconciled, all: readonly AmountCandidate[]): number {
  if (set.agrees) return 0
  const rivals = all.filter(other => other.kind === candidate.kind && other.value !== candidate.value)
  const nearest = Math.max(-9, ...rivals.map(rival => rival.logOdds))
  const unconfirmed = weights.arithmetic.unconfirmed[candidate.found.line.by]
  return unconfirmed + rivalry(candidate.logOdds - nearest)
}

function bestOf(all: readonly AmountCandidate[], kind: AmountCandidate['kind']): AmountCandidate | null {
  return (
    all.filter(candidate => candidate.kind === kind).toSorted((left, right) => right.logOdds - left.logOdds)[0] ?? null
  )
}

function alternatives(all: readonly AmountCandidate[], field: AmountField): Candidate[] {
  const best = new Map<string, Candidate>()
  for (const candidate of all) {
    if (candidate.kind !== amountKindOfField[field]) continue
    const fact = toFact(field, candidate, 0)
    const known = best.get(fact.value)
    if (!known || known.probability < fact.probability) best.set(fact.value, fact)
  }
  return [...best.values()].toSorted((left, right) => right.probability - left.probability)
}

function toFact(field: AmountField, candidate: AmountCandidate, support: number): Candidate {
  const { found, label, inputs, rule, logOdds } = candidate
  const value = field === 'withheld_total' ? absolute(candidate.value) : candidate.value
  const origin = inputs
    ? ({ kind: 'formula', rule: rule ?? 'sum', inputs: inputs.map(input => input.value) } as const)
    : pageOrigin({ line: found.line, box: found.box, text: found.text, label: label?.text })
  const likelihood = probability(logOdds + support)
  return { field, value, probability: rule ? Math.min(weights.amount.mostMisread, likelihood) : likelihood, origin }
}

/** Net as total less tax, offered where the page prints none. */
function derivedNet(chosen: Partial<Record<AmountField, Candidate>>): Candidate[] {
  const { net_total: net, tax_total: tax, grand_total: total } = chosen
  if (net || !tax || !total || !isDecimalText(tax.value) || !isDecimalText(total.value)) return []
  const inputs = [total.value, tax.value]
  const value = subtracted(total.value, tax.value)
  return [
    {
      field: 'net_total',
      value,
      probability: Math.round(total.probability * tax.probability * 1000) / 1000,
      origin: { kind: 'formula', rule: 'total_less_tax', inputs },
    },
  ]
}

function taxesOf({ net, tax, withheld }: Reconciled): TaxRead[] {
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
