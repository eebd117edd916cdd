import Big from 'big.js'
import type { DecimalText } from '../../../../shared/money'
import type { Amounts, RowCells } from './table-cells'

/**
 * "€20.00", under it "− €2.00" and "= €18.00", all in one cell: where the first price does not make up the row's total and another
 * of the cell does, that one is the price.
 * @param below  the rows up to the next item
 */
export function withStackedPrice(amounts: Amounts, below: readonly RowCells[]): Amounts {
  const { quantity, unit_price: price, line_total: total } = amounts
  if (quantity === undefined || price === undefined || total === undefined) return amounts
  if (makesUp(quantity, price, total)) return amounts
  const under = below.flatMap(row => row.numbers).filter(({ column }) => column.kind === 'unit_price')
  const fitting = under.find(({ amount }) => makesUp(quantity, amount.value, total))
  return fitting === undefined ? amounts : { ...amounts, unit_price: fitting.amount.value }
}

function makesUp(quantity: DecimalText, price: DecimalText, total: DecimalText): boolean {
  return new Big(quantity).times(price).minus(total).abs().lt(0.0051)
}
