import type { AmountFound } from './find-amounts'
import type { LabelKind } from './labels'
import type { PageText } from './page-text'

/** One rate of a tax summary: what it is charged on, and what it comes to. */
export interface TaxRow {
  readonly rate: number
  readonly net: AmountFound
  readonly tax: AmountFound
}

/** No tax on goods and services is higher, in percent. */
const mostRate = 30
/** What is worked out of a percentage, too. */
const others: ReadonlySet<LabelKind> = new Set(['withheld_total', 'deduction', 'prepaid', 'surcharge', 'other_amount'])
/** A tax is rounded once, or added up from rounded rows. */
const tolerance = 0.015

/**
 * The rows of a tax summary, known by their arithmetic alone: "21,00%  3,81  0,80" is a rate, an amount and that share of it, whatever
 * stands over them. Tills and hotels print no other net and tax.
 * @returns one row a rate; none where a rate has several, as it has in a table of goods
 */
export function taxRows({ lines, amounts, labelsByLine }: PageText): readonly TaxRow[] {
  const byRate = Map.groupBy(
    lines
      .filter(line => !labelsByLine.get(line)?.some(({ kind, strength }) => strength === 'strong' && others.has(kind)))
      .flatMap(line => rowIn(amounts.get(line) ?? []) ?? []),
    ({ rate }) => rate,
  )
  const rows = [...byRate.values()]
  if (rows.some(ofRate => new Set(ofRate.map(({ net }) => net.value)).size > 1)) return []
  return rows.flatMap(([row]) => row ?? [])
}

function rowIn(found: readonly AmountFound[]): TaxRow | null {
  const percent = found.filter(({ isPercent }) => isPercent)
  const [only] = percent
  if (!only || percent.length > 1) return null
  const rate = Number(only.value)
  if (rate < 0 || rate > mostRate) return null
  const money = found.filter(({ isPercent, hasDecimals }) => !isPercent && hasDecimals)
  for (const [at, net] of money.entries()) {
    const beside = money.filter((_, other) => other !== at)
    const tax = beside.find(({ value }) => isShare(Number(value), Number(net.value), rate))
    // Of nothing every rate is nothing; at no rate the sum beside the amount tells a tax from a stray zero.
    if (tax && Number(net.value) > 0 && (rate > 0 || beside.some(({ value }) => value === net.value)))
      return { rate, net, tax }
  }
  return null
}

function isShare(tax: number, net: number, rate: number): boolean {
  return Math.abs((net * rate) / 100 - tax) <= tolerance && (rate === 0 || tax > 0)
}
