import Big from 'big.js'
import type { FieldName } from '../../shared/invoice'

export const summedFields: readonly FieldName[] = ['net_total', 'tax_total', 'withheld_total', 'grand_total']

/** Whether net, tax and withheld tax give the total to the cent; false when net or total is unknown. */
export function sumsUp(values: Readonly<Partial<Record<FieldName, string | null>>>): boolean {
  const { net_total: net, tax_total: tax, withheld_total: withheld, grand_total: total } = values
  if (!net || !total) return false
  return new Big(net)
    .plus(tax ?? 0)
    .minus(withheld ?? 0)
    .minus(total)
    .abs()
    .lte('0.01')
}
