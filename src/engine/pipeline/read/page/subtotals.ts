import Big from 'big.js'
import type { LineRead } from '../../facts'
import { fold } from './fold'

const sumWords =
  /^(?:sub-?\s?totals?|sub-?totalen?|section total|group total|total (?:of )?(?:section|group|item|chapter)|zwischensumme|summe|gruppensumme|titelsumme|sous-?\s?total|total partiel|total lot|suma(?: parcial)?|subtotal|total (?:parcial|capitulo|parziale|partida|grupo)|subtotale|totale (?:parziale|capitolo|gruppo)|tussentotaal|tussentelling|subtotaal|soma(?: parcial)?|total)(?![\p{L}])/u

/**
 * Leaves out sums of groups: rows called a sum, or a last one that is an amount alone, whose amount is that of the rows before it, since the last such sum. Their
 * amounts are in the rows already.
 */
export function withoutSubtotals(lines: readonly LineRead[]): readonly LineRead[] {
  const kept: LineRead[] = []
  let group: LineRead[] = []
  for (const [at, line] of lines.entries()) {
    const isCalledSum = sumWords.test(fold(line.description)) || (at === lines.length - 1 && isMereAmount(line, kept))
    if (group.length > 0 && isCalledSum && isSum(line, group)) {
      group = []
      continue
    }
    kept.push(line)
    group.push(line)
  }
  return kept
}

/** The last row, an amount alone under at least two rows that all have their quantity or price: "Merchandise  350.00". */
function isMereAmount(last: LineRead, rows: readonly LineRead[]): boolean {
  const hasTerms = ({ quantity, unitPrice }: LineRead) => quantity !== null || unitPrice !== null
  return rows.length >= 2 && !hasTerms(last) && rows.every(hasTerms)
}

function isSum({ lineTotal }: LineRead, group: readonly LineRead[]): boolean {
  if (lineTotal === null) return false
  const sum = group.reduce((total, line) => total.plus(line.lineTotal ?? 0), new Big(0))
  return sum.minus(lineTotal).abs().lt(0.015)
}
