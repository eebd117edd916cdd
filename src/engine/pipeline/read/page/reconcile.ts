import Big from 'big.js'
import type { DecimalText } from '../../../../shared/money'
import type { AmountCandidate } from './amount-candidates'
import { features, type Features, type Score } from './features'

/** Net, tax, withheld tax and total as they might belong together; null where the document states none. */
export interface AmountSet {
  readonly net: AmountCandidate | null
  readonly tax: AmountCandidate | null
  readonly withheld: AmountCandidate | null
  readonly total: AmountCandidate | null
  /** What was noticed about the set beyond its members. */
  readonly features: Features
  readonly logOdds: number
  /** True when net + tax − withheld (with discounts and charges where printed) gives the total. */
  readonly agrees: boolean
}

export type SetMember = 'net' | 'tax' | 'withheld' | 'total'

/** The most likely set, and how likely each of its members is over all sets. */
export interface Reconciled {
  readonly set: AmountSet
  /** 0 to 1: the share of the weight of all sets that give the member this value. */
  chanceOf(member: SetMember, value: DecimalText): number
}

/** Values of a field that sets are made of. */
const perField = 7
const tolerance = 0.015
/** A tax is hardly ever more than this share of the total. */
const mostTax = 0.5

/**
 * The combination of net, tax, withheld tax and total with the highest joint weight. What its members look like and how they
 * agree count together; each may be missing.
 * @param linesSum  sum of the line totals read from the table; null when there is none
 */
export function reconcile(
  candidates: readonly AmountCandidate[],
  linesSum: DecimalText | null,
  score: Score,
): Reconciled {
  const sets = amountSets(candidates, linesSum, score)
  const set = sets.reduce((one, other) => (other.logOdds > one.logOdds ? other : one))
  const weights = sets.map(other => Math.exp(other.logOdds - set.logOdds))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return {
    set,
    chanceOf(member, value) {
      const sharing = sets.map((other, at) => (other[member]?.value === value ? (weights[at] ?? 0) : 0))
      return sharing.reduce((sum, weight) => sum + weight, 0) / all
    },
  }
}

/** Every set of the likeliest values; the empty one is always among them. */
export function amountSets(
  candidates: readonly AmountCandidate[],
  linesSum: DecimalText | null,
  score: Score,
): [AmountSet, ...AmountSet[]] {
  const sums = {
    extras: adjustments(candidates),
    prepaid: valuesOf(candidates, 'prepaid').map(Math.abs),
    payables: valuesOf(candidates, 'payable'),
    lines: linesSum === null ? null : Number(linesSum),
  }
  const sets: AmountSet[] = []
  for (const total of [null, ...best(candidates, 'grand_total')])
    for (const net of [null, ...best(candidates, 'net_total')])
      for (const tax of [null, ...best(candidates, 'tax_total')])
        for (const withheld of [null, ...best(candidates, 'withheld_total').slice(0, 3)]) {
          if (sharesPlace(net, total) || sharesPlace(tax, total) || sharesPlace(net, tax)) continue
          if (sharesPlace(withheld, net) || sharesPlace(withheld, tax) || sharesPlace(withheld, total)) continue
          if (tax === null && sharesLabel(net, total)) continue
          const members = { net, tax, withheld, total }
          if (withheld && breaksSum(members)) continue
          if (isOutOfProportion(members, sums.extras)) continue
          const fit = fitOf(members, sums)
          const noticed = features(fit)
          const own = [net, tax, withheld, total].reduce((sum, member) => sum + (member?.logOdds ?? 0), 0)
          const agrees = fit['set.agrees'] || fit['set.agreesWithAdjustment'] || fit['set.linesAndTaxAreTotal']
          sets.push({ ...members, features: noticed, logOdds: own + score('amounts', noticed), agrees })
        }
  const [first, ...rest] = sets
  if (!first) throw new RangeError('the empty set of amounts shares no place with itself')
  return [first, ...rest]
}

/** Amounts of money under labels of a kind, each once. */
function valuesOf(candidates: readonly AmountCandidate[], kind: AmountCandidate['kind']): number[] {
  const money = candidates.filter(
    candidate => candidate.kind === kind && (candidate.found.hasDecimals || candidate.found.hasCurrency),
  )
  return [...new Set(money.map(({ value }) => Number(value)))]
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

/** "TOTAL  150  750.00": without a tax between them, one label names one amount and not the net and the total. */
function sharesLabel(net: AmountCandidate | null, total: AmountCandidate | null): boolean {
  if (!net?.label || !total?.label || net.inputs || total.inputs || net.value === total.value) return false
  return net.label.line === total.label.line && net.label.first === total.label.first
}

/** What breaks a sum that holds without it is no withholding: "30 days retention" is the name of a service. */
function breaksSum({ net, tax, withheld, total }: Record<SetMember, AmountCandidate | null>): boolean {
  if (!net || !total || !withheld) return false
  return (
    isZero(exact(Number(total.value), Number(net.value), Number(tax?.value ?? 0), 0)) && Number(withheld.value) !== 0
  )
}

/** No tax doubles an amount. */
const mostApart = 2

/**
 * Further apart than any tax explains, with no printed discount or charge between them and nothing withheld, two amounts are not net
 * and total of one document: one is a count of pieces, a part of the lines or a stray number.
 */
function isOutOfProportion(
  { net, tax, withheld, total }: Record<SetMember, AmountCandidate | null>,
  extras: readonly number[],
): boolean {
  if (!net || !total || withheld) return false
  const [n, t] = [Number(net.value), Number(total.value)]
  const [less, more] = [Math.min(Math.abs(n), Math.abs(t)), Math.max(Math.abs(n), Math.abs(t))]
  const difference = exact(t, n, Number(tax?.value ?? 0), 0)
  return less * mostApart < more && !extras.some(extra => isZero(difference - extra))
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

/** What else the page prints that a set may agree with. */
interface PrintedSums {
  /** What discounts and charges come to, in every combination. */
  readonly extras: readonly number[]
  /** Paid before, as positive amounts. */
  readonly prepaid: readonly number[]
  readonly payables: readonly number[]
  readonly lines: number | null
}

/** What the arithmetic of a set says. */
function fitOf(
  { net, tax, withheld, total }: Record<SetMember, AmountCandidate | null>,
  { extras, prepaid, payables, lines }: PrintedSums,
) {
  const [n, x, t] = [net, tax, total].map(member => (member ? Number(member.value) : null))
  const h = withheld ? Math.abs(Number(withheld.value)) : 0
  const hasTax = x !== null || h > 0
  const difference = n != null && t != null ? exact(t, n, x ?? 0, -h) : null
  const isExact = difference !== null && isZero(difference)
  // Sums of nothing agree with anything.
  const isEmpty = n === 0 && t === 0
  const isBridged = difference !== null && !isExact && !isEmpty && extras.some(extra => isZero(difference - extra))
  const isOff = difference !== null && !isExact && !isBridged
  const linesAreNet = lines !== null && n != null && isZero(lines - n)
  const linesAreTotal = lines !== null && t != null && isZero(lines - t)
  const linesAndTax = lines !== null && n == null && t != null && x != null && isZero(lines + x - t)
  const agrees = isExact && hasTax && x !== 0
  const isLeft = (amount: number) => payables.some(payable => isZero(payable - amount))
  return {
    'set.hasNet': net !== null,
    'set.hasTax': tax !== null,
    'set.hasTotal': total !== null,
    'set.hasOnlyTotal': total !== null && net === null && tax === null,
    'set.agrees': agrees,
    'set.agreesWithoutTax': isExact && !agrees,
    'set.agreesWithAdjustment': isBridged,
    // 1,200 in all, 500 paid, 700 to pay: a total is told from what is left of it.
    'set.lessPrepaidIsPayable': t != null && prepaid.some(paid => paid !== 0 && isLeft(t - paid)),
    'set.totalIsWhatIsLeft':
      t != null && isLeft(t) && n != null && prepaid.some(paid => paid !== 0 && isZero(t + paid - n - (x ?? 0) + h)),
    'set.isOff': isOff && hasTax,
    'set.netIsNotTotal': isOff && !hasTax,
    'set.totalIsBelowNet': isOff && n != null && t != null && Math.abs(t) < Math.abs(n) && h === 0,
    'set.taxIsTooMuch': x != null && t != null && Math.abs(x) > Math.abs(t) * mostTax,
    'set.taxFitsItsRate': isOfRate(n ?? null, x ?? null, tax?.rate ?? null),
    'set.linesAreNet': linesAreNet,
    'set.linesAreTotal': linesAreTotal,
    'set.linesAndTaxAreTotal': linesAndTax,
    'set.linesAreNeither': lines !== null && (n != null || t != null) && !linesAreNet && !linesAreTotal && !linesAndTax,
  }
}

function isOfRate(net: number | null, tax: number | null, rate: number | null): boolean {
  if (net === null || tax === null || rate === null || rate <= 0) return false
  return Math.abs((net * rate) / 100 - tax) < Math.max(0.02, Math.abs(tax) * 0.002)
}

function exact(total: number, net: number, tax: number, rest: number): number {
  return new Big(total).minus(net).minus(tax).minus(rest).toNumber()
}

function isZero(difference: number): boolean {
  return Math.abs(difference) < tolerance
}
