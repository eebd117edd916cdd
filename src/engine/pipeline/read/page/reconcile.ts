import Big from 'big.js'
import type { DecimalText } from '../../../../shared/money'
import type { AmountCandidate } from './amount-candidates'
import { weights } from './weights'

/** The amounts chosen together, and how well they agree. */
export interface Reconciled {
  readonly net: AmountCandidate | null
  readonly tax: AmountCandidate | null
  readonly withheld: AmountCandidate | null
  readonly total: AmountCandidate | null
  /** True when net + tax − withheld (with discounts and charges where printed) gives the total. */
  readonly agrees: boolean
  /** Log-odds the agreement adds to each of them. */
  readonly support: number
}

const perField = 7
const tolerance = 0.015

/**
 * The combination of net, tax, withheld tax and total with the highest joint score. Each may be missing; agreement counts for
 * more than any single label, and a contradiction between printed sums counts against the whole set.
 * @param linesSum  sum of the line totals read from the table; null when there is none
 */
export function reconcile(candidates: readonly AmountCandidate[], linesSum: DecimalText | null): Reconciled {
  const a = weights.arithmetic
  const nets = best(candidates, 'net_total')
  const taxes = best(candidates, 'tax_total')
  const totals = best(candidates, 'grand_total')
  const withhelds = best(candidates, 'withheld_total').slice(0, 3)
  const extras = adjustments(candidates)
  let chosen: Reconciled = { net: null, tax: null, withheld: null, total: null, agrees: false, support: 0 }
  let highest = -Infinity
  for (const total of [null, ...totals])
    for (const net of [null, ...nets])
      for (const tax of [null, ...taxes])
        for (const withheld of [null, ...withhelds]) {
          if (sharesPlace(net, total) || sharesPlace(tax, total) || sharesPlace(net, tax)) continue
          const fit = arithmetic(net, tax, withheld, total, extras, linesSum)
          const score =
            (net?.logOdds ?? a.missingNet) +
            (tax?.logOdds ?? a.missingTax) +
            (total?.logOdds ?? a.missingTotal) +
            (withheld?.logOdds ?? 0) +
            fit.score
          if (score > highest) {
            highest = score
            chosen = { net, tax, withheld, total, agrees: fit.agrees, support: fit.support }
          }
        }
  return chosen
}

function best(candidates: readonly AmountCandidate[], kind: AmountCandidate['kind']): AmountCandidate[] {
  const byValue = new Map<string, AmountCandidate>()
  for (const candidate of candidates) {
    if (candidate.kind !== kind) continue
    const known = byValue.get(candidate.value)
    if (!known || known.logOdds < candidate.logOdds) byValue.set(candidate.value, candidate)
  }
  return [...byValue.values()].toSorted((left, right) => right.logOdds - left.logOdds).slice(0, perField)
}

/** One printed number is one value; two fields may only share it when it is printed twice. */
function sharesPlace(left: AmountCandidate | null, right: AmountCandidate | null): boolean {
  if (!left || !right || left.inputs || right.inputs) return false
  return left.found.line === right.found.line && left.found.from === right.found.from
}

function adjustments(candidates: readonly AmountCandidate[]): number[] {
  const signed = candidates
    .filter(candidate => candidate.kind === 'deduction' || candidate.kind === 'surcharge')
    .filter(candidate => candidate.found.hasDecimals || candidate.found.hasCurrency)
    .map(candidate => (candidate.kind === 'deduction' ? -Math.abs(Number(candidate.value)) : Number(candidate.value)))
    .filter(value => value !== 0)
  const single = [...new Set(signed)].slice(0, 5)
  // Any of them may already be inside the net amount, so every subset is a possible bridge.
  const sums = new Set<number>()
  for (let mask = 1; mask < 1 << single.length; mask += 1)
    sums.add(Math.round(single.reduce((sum, value, at) => sum + (mask & (1 << at) ? value : 0), 0) * 100) / 100)
  return [...sums]
}

interface Fit {
  readonly score: number
  readonly support: number
  readonly agrees: boolean
}

function arithmetic(
  net: AmountCandidate | null,
  tax: AmountCandidate | null,
  withheld: AmountCandidate | null,
  total: AmountCandidate | null,
  extras: readonly number[],
  linesSum: DecimalText | null,
): Fit {
  const a = weights.arithmetic
  const lines = linesSum === null ? null : Number(linesSum)
  let score = 0
  let agrees = false
  const n = net ? Number(net.value) : null
  const x = tax ? Number(tax.value) : null
  const t = total ? Number(total.value) : null
  const h = withheld ? Math.abs(Number(withheld.value)) : 0
  if (n !== null && t !== null) {
    const difference = exact(t, n, x ?? 0, -h)
    if (isZero(difference)) {
      score += x === null && h === 0 ? a.netEqualsTotal : a.netTaxTotal - (x === 0 ? 1.5 : 0)
      agrees = true
    } else if (extras.some(extra => isZero(difference - extra))) {
      score += a.netTaxTotal + a.adjustment
      agrees = true
    } else if (x !== null || h > 0) score += a.contradiction
    else score += t < n ? a.totalBelowNet : a.contradiction / 2
  }
  // Sums of nothing agree with anything: a page has many of them.
  if (t === 0 && n === 0 && x !== null && x !== 0) return { score: 2 * a.contradiction, agrees: false, support: 0 }
  if (x !== null && t !== null && Math.abs(x) > Math.abs(t) * 0.5) score += a.contradiction
  if (
    tax?.rate != null &&
    n !== null &&
    x !== null &&
    tax.rate > 0 &&
    Math.abs((n * tax.rate) / 100 - x) < Math.max(0.02, Math.abs(x) * 0.002)
  )
    score += a.rateFits
  if (lines !== null && n !== null && isZero(lines - n)) score += a.linesNet
  if (lines !== null && t !== null && isZero(lines - t)) score += a.linesTotal
  if (lines !== null && net === null && t !== null && x !== null && isZero(lines + x - t)) {
    score += a.linesNet
    agrees = true
  }
  return { score, agrees, support: Math.max(0, score) * 0.7 }
}

function exact(total: number, net: number, tax: number, rest: number): number {
  return new Big(total).minus(net).minus(tax).minus(rest).toNumber()
}

function isZero(difference: number): boolean {
  return Math.abs(difference) < tolerance
}
