import type { AmountField } from '../../../shared/invoice'
import type { FieldName } from '../../../shared/invoice'
import { isDecimalText } from '../../../shared/money'
import Big from 'big.js'

export type AmountChoice = Partial<Record<AmountField, string | null>>

interface AmountProposal {
  readonly field: FieldName
  readonly value: string | null
}

/** Up to a cent and a half may be rounding of a printed sum. */
const tolerance = 0.015

/**
 * The proposals under which net + tax − withheld still gives the total. Where what was read adds up and the proposals together do
 * not, as many of them are kept as arithmetic allows; where nothing adds up there is nothing to break and all are kept.
 *
 * @param before amounts as read
 */
export function reconcileAmounts<P extends AmountProposal>(before: AmountChoice, proposals: readonly P[]): Set<P> {
  const all = new Set(proposals)
  if (agrees({ ...before, ...valuesOf(proposals) }) || !agrees(before)) return all
  const changing = proposals.filter(({ field, value }) => before[field as AmountField] !== value)
  const harmless = proposals.filter(proposal => !changing.includes(proposal))
  let best: P[] = []
  for (let mask = 1; mask < 1 << changing.length; mask += 1) {
    const some = changing.filter((_, at) => (mask & (1 << at)) !== 0)
    if (some.length > best.length && agrees({ ...before, ...valuesOf(some) })) best = some
  }
  return new Set([...harmless, ...best])
}

/** Net or tax as what the other leaves of the total; null where an amount is missing or the field is another. */
export function differenceFor(field: FieldName, amounts: AmountChoice): string | null {
  const { net_total: net, tax_total: tax, withheld_total: withheld, grand_total: total } = amounts
  const other = field === 'net_total' ? tax : field === 'tax_total' ? net : null
  if (!isAmount(total) || !isAmount(other)) return null
  return new Big(total)
    .plus(isAmount(withheld) ? new Big(withheld).abs() : 0)
    .minus(other)
    .toFixed()
}

function valuesOf(proposals: readonly AmountProposal[]): AmountChoice {
  return Object.fromEntries(proposals.map(({ field, value }) => [field, value]))
}

/** Three printed amounts that add up; two alone prove nothing. */
function agrees({
  net_total: net,
  tax_total: tax,
  withheld_total: withheld,
  grand_total: total,
}: AmountChoice): boolean {
  if (!isAmount(net) || !isAmount(tax) || !isAmount(total)) return false
  const sum = new Big(net).plus(tax).minus(isAmount(withheld) ? new Big(withheld).abs() : 0)
  return sum.minus(total).abs().lt(tolerance)
}

function isAmount(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && isDecimalText(value)
}
