import { absolute, subtracted, sumOf } from './decimals'
import type { AmountCandidate } from './amount-candidates'
import { looksAlike } from './misread'
import type { Score } from './features'

/** Likely candidates of each kind that are put into an equation. */
const perKind = 3

/**
 * Amounts that OCR misread by one digit, as the other two of net + tax = total say they must be. They are proposals: their origin is
 * the equation, and each stands only where a single one fits what is printed.
 */
export function misreadAmounts(labelled: readonly AmountCandidate[], score: Score): AmountCandidate[] {
  const read = labelled.filter(({ found, inputs }) => found.line.by === 'ocr' && inputs === undefined)
  const likely = (kind: AmountCandidate['kind']) =>
    read
      .filter(candidate => candidate.kind === kind && (candidate.found.hasDecimals || candidate.found.hasCurrency))
      .toSorted((left, right) => right.logOdds - left.logOdds)
      .slice(0, perKind)
  const [nets, taxes, totals] = [likely('net_total'), likely('tax_total'), likely('grand_total')]
  const proposals: AmountCandidate[] = []
  for (const net of nets)
    for (const tax of taxes)
      for (const total of totals) {
        const agreed = sumOf([net.value, tax.value])
        if (Number(agreed) === Number(total.value)) return []
        proposals.push(
          ...mended(total, agreed, 'net_plus_tax', [net, tax], score),
          ...mended(net, subtracted(total.value, tax.value), 'total_less_tax', [total, tax], score),
          ...mended(tax, subtracted(total.value, net.value), 'total_less_net', [total, net], score),
        )
      }
  const values = new Set(proposals.map(({ kind, value }) => `${kind} ${value}`))
  return values.size === 1 ? proposals.slice(0, 1) : []
}

function mended(
  printed: AmountCandidate,
  value: AmountCandidate['value'],
  rule: NonNullable<AmountCandidate['rule']>,
  inputs: readonly AmountCandidate[],
  score: Score,
): AmountCandidate[] {
  if (Number(value) <= 0 || !isOneDigitOff(digitsOf(printed.value), digitsOf(value))) return []
  const features = { ...printed.features, isMended: 1 }
  return [{ ...printed, value, rule, inputs, features, logOdds: score('amounts', features) }]
}

function digitsOf(value: AmountCandidate['value']): string {
  const [whole = '', fraction = ''] = absolute(value).split('.')
  return `${whole}${fraction.padEnd(2, '0')}`
}

/** One digit taken for one that looks like it, or the first one lost or made of dirt. */
function isOneDigitOff(read: string, meant: string): boolean {
  if (read.length + 1 === meant.length) return meant.endsWith(read)
  if (read.length === meant.length + 1) return read.endsWith(meant)
  if (read.length !== meant.length) return false
  const differing = [...read].flatMap((digit, at) => (digit === meant[at] ? [] : [[digit, meant[at] ?? ''] as const]))
  return differing.length === 1 && differing.every(([digit, wanted]) => looksAlike(digit, wanted))
}
