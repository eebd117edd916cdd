import Big from 'big.js'
import { decimal } from '../../../../shared/money'
import type { LineRead } from '../../facts'
import { sumOf } from './decimals'
import { fold } from './fold'
import { parseAmount } from './parse-amount'

const discount =
  /(?<!\p{L})(?:rabatt|nachlass|skonto|discount|rebate|less|remise|rabais|descuento|dto|bonificacion|sconto|korting|desconto)(?!\p{L})/u
const percentage = /(\d{1,2}(?:[.,]\d{1,3})?)\s?%/

/**
 * Takes a discount printed in a row of its own ("less 10 % discount −12.00") off the item above it, whose share it is by its
 * percentage. Discounts without one, or of several items, stay rows.
 */
export function withRowDiscounts(lines: readonly LineRead[]): readonly LineRead[] {
  const kept: LineRead[] = []
  for (const line of lines) {
    const item = kept.at(-1)
    if (item && isDiscountOf(line, item)) kept[kept.length - 1] = lessened(item, line)
    else kept.push(line)
  }
  return kept
}

function isDiscountOf({ description, quantity, lineTotal, origin }: LineRead, item: LineRead): boolean {
  if (quantity !== null || lineTotal === null || item.lineTotal === null || origin.kind !== 'page') return false
  const [, printed = ''] = percentage.exec(origin.text) ?? []
  const [share] = parseAmount(printed)
  if (!share || Number(lineTotal) >= 0 || !discount.test(fold(description))) return false
  const due = new Big(item.lineTotal).times(share.value).div(100)
  // A percentage is printed to so many decimals, an amount to the cent.
  const slack = new Big(item.lineTotal).times(0.5).div(new Big(10).pow(share.decimals + 2))
  return due.plus(lineTotal).abs().lte(slack.abs().plus(0.0051))
}

function lessened(item: LineRead, { lineTotal }: LineRead): LineRead {
  if (item.lineTotal === null || lineTotal === null || item.origin.kind !== 'page') return item
  const adjustment = decimal(new Big(item.adjustment ?? 0).plus(lineTotal).toFixed(2))
  return {
    ...item,
    lineTotal: sumOf([item.lineTotal, lineTotal]),
    adjustment,
    origin: { ...item.origin, derived: 'lineTotal' },
  }
}
