import type { Box } from '../../../../shared/document'
import type { DecimalText } from '../../../../shared/money'
import type { AmountFound } from './find-amounts'
import type { Amounts, RowCells } from './table-cells'
import { overlapOf, type TableColumn } from './table-header'
import type { ColumnKind } from './table-headings'
import { union } from './text-lines'

/** Numbers of several rows that stand over each other. */
interface NumberColumn {
  box: Box
  readonly amounts: Map<number, AmountFound>
  kind: ColumnKind | null
}

/** Share of the rows that must satisfy quantity × price = total before it overrules the headings. */
const leastShare = 0.6

/**
 * The amounts of each row by column. Headings say which column is which, unless quantity × price = total says otherwise: a
 * heading may stand off its numbers, or be ambiguous ("Amount" is a quantity here and money there).
 */
export function amountsByColumn(rows: readonly RowCells[], columns: readonly TableColumn[]): Amounts[] {
  const numbers = numberColumns(rows)
  nameByHeading(numbers, rows, columns)
  const product = bestProduct(numbers, rows.length)
  if (product) nameByProduct(product)
  return rows.map((_, at) => {
    const amounts: Amounts = {}
    for (const { kind, amounts: values } of numbers) {
      const found = values.get(at)
      if (kind !== null && found) amounts[kind] ??= found.value
    }
    return product ? withProduct(amounts, product, at) : amounts
  })
}

function numberColumns(rows: readonly RowCells[]): NumberColumn[] {
  const columns: NumberColumn[] = []
  rows.forEach((row, at) => {
    for (const { amount } of row.numbers) {
      const column = columns.find(
        other =>
          !other.amounts.has(at) &&
          overlapOf(other.box, amount.box) > 0.4 * Math.min(other.box.width, amount.box.width),
      )
      if (column) {
        column.amounts.set(at, amount)
        column.box = union([column.box, amount.box])
      } else columns.push({ box: amount.box, amounts: new Map([[at, amount]]), kind: null })
    }
  })
  return columns.toSorted((left, right) => left.box.x - right.box.x)
}

/** Each column of numbers takes the heading most of its numbers stand under; of two for one heading the fuller one wins. */
function nameByHeading(
  numbers: readonly NumberColumn[],
  rows: readonly RowCells[],
  columns: readonly TableColumn[],
): void {
  const claims = numbers.map(column => {
    const votes = new Map<TableColumn, number>()
    for (const [at, amount] of column.amounts) {
      const heading = rows[at]?.numbers.find(cell => cell.amount === amount)?.column
      if (heading) votes.set(heading, (votes.get(heading) ?? 0) + 1)
    }
    const [heading, count] = [...votes].toSorted((one, other) => other[1] - one[1])[0] ?? [undefined, 0]
    return { column, heading, count }
  }) satisfies Claim[]
  leaveRates(claims, columns)
  for (const heading of columns) {
    const best = claims
      .filter(claim => claim.heading === heading)
      .toSorted((one, other) => other.count - one.count || edge(one.column, heading) - edge(other.column, heading))[0]
    if (best) best.column.kind = heading.kind
  }
}

interface Claim {
  readonly column: NumberColumn
  heading: TableColumn | undefined
  readonly count: number
}

/** Of two columns of numbers under "VAT %", the one without a per-cent sign belongs to the heading before. */
function leaveRates(claims: readonly Claim[], columns: readonly TableColumn[]): void {
  const isPercent = ({ column }: Claim) => [...column.amounts.values()].every(amount => amount.isPercent)
  for (const rate of columns.filter(({ kind }) => kind === 'tax_rate')) {
    const rivals = claims.filter(claim => claim.heading === rate)
    const before = columns[columns.indexOf(rate) - 1]
    if (!rivals.some(isPercent) || before === undefined || claims.some(claim => claim.heading === before)) continue
    const [left] = rivals.filter(claim => !isPercent(claim))
    if (left) left.heading = before
  }
}

function edge({ box }: NumberColumn, heading: TableColumn): number {
  return Math.min(Math.abs(box.x - heading.box.x), Math.abs(box.x + box.width - heading.box.x - heading.box.width))
}

interface Product {
  readonly factors: readonly [NumberColumn, NumberColumn]
  readonly result: NumberColumn
  /** A third column that enters the total: a discount, or how many units the price is for. */
  readonly modifier: Modifier | null
  readonly share: number
  /** Rows where it is more than 1 × a = a. */
  readonly telling: number
}

interface Modifier {
  readonly kind: 'discount' | 'price_base'
  readonly column: NumberColumn
}

function bestProduct(numbers: readonly NumberColumn[], rows: number): Product | null {
  const money = numbers.filter(column => ![...column.amounts.values()].every(amount => amount.isPercent))
  const products: Product[] = []
  for (const result of money)
    for (const [at, one] of money.entries())
      for (const other of money.slice(at + 1)) {
        if (one === result || other === result || result.box.x < Math.min(one.box.x, other.box.x)) continue
        const plain = productOf([one, other], result, null, rows)
        if (plain) products.push(plain)
        if (plain && plain.share === 1) continue
        const rest = numbers.filter(column => column !== one && column !== other && column !== result)
        for (const modifier of modifiersIn(rest)) {
          const product = productOf([one, other], result, modifier, rows)
          if (product && product.share > (plain?.share ?? 0)) products.push(product)
        }
      }
  const ranked = products.toSorted(
    (left, right) =>
      right.share - left.share ||
      // Of a list price with a discount and a net price, the one that needs no discount is what is paid.
      Number(left.modifier !== null) - Number(right.modifier !== null) ||
      agreement(right) - agreement(left) ||
      right.telling - left.telling,
  )
  return ranked[0] ?? null
}

const [mostPercent, priceBases] = [100, /^10{0,4}$/]

function modifiersIn(columns: readonly NumberColumn[]): Modifier[] {
  return columns.flatMap(column => {
    const values = [...column.amounts.values()]
    const isBase = values.every(({ value }) => priceBases.test(value)) && values.some(({ value }) => value !== '1')
    const isShare = column.kind !== 'tax_rate' && values.every(({ value }) => Math.abs(Number(value)) <= mostPercent)
    return [
      ...(isBase ? [{ kind: 'price_base', column } as const] : []),
      ...(isShare ? [{ kind: 'discount', column } as const] : []),
    ]
  })
}

function productOf(
  factors: readonly [NumberColumn, NumberColumn],
  result: NumberColumn,
  modifier: Modifier | null,
  rows: number,
): Product | null {
  let fits = 0
  let all = 0
  let telling = 0
  for (let at = 0; at < rows; at += 1) {
    const cells = [factors[0].amounts.get(at), factors[1].amounts.get(at), result.amounts.get(at)] as const
    if (!cells[0] || !cells[1] || !cells[2]) continue
    all += 1
    const values = fitting(cells[0], cells[1], cells[2], scaleAt(modifier, at))
    if (!values) continue
    fits += 1
    if (Number(values[0]) !== 1 && Number(values[1]) !== 1 && Number(values[2]) !== 0) telling += 1
  }
  const kinds = new Set([factors[0].kind, factors[1].kind])
  const isNamed = kinds.has('quantity') && kinds.has('unit_price') && result.kind === 'line_total'
  if (fits === 0 || fits < leastShare * all || all < leastShare * rows || (telling === 0 && !isNamed)) return null
  return { factors, result, modifier, share: fits / rows, telling }
}

/** What quantity × price is multiplied by in a row. */
function scaleAt(modifier: Modifier | null, row: number): number {
  const found = modifier?.column.amounts.get(row)
  if (!modifier || !found) return 1
  const value = Math.abs(Number(found.value))
  return modifier.kind === 'discount' ? 1 - value / 100 : 1 / Math.max(1, value)
}

/** Readings of three printed numbers of which the third is the product of the others; null when there are none. */
export function fitting(
  one: AmountFound,
  other: AmountFound,
  result: AmountFound,
  scale = 1,
): readonly [DecimalText, DecimalText, DecimalText] | null {
  for (const total of result.readings)
    for (const left of one.readings)
      for (const right of other.readings) {
        const product = Math.abs(Number(left.value) * Number(right.value)) * scale
        // Prices are often rounded to two decimals before they are printed.
        const slack = Math.max(0.0151, Math.min(Math.abs(Number(left.value)), Math.abs(Number(right.value))) * 0.0051)
        if (Math.abs(product - Math.abs(Number(total.value))) <= slack) return [left.value, right.value, total.value]
      }
  return null
}

function agreement({ factors, result }: Product): number {
  const kinds = factors.map(factor => factor.kind)
  return (
    (result.kind === 'line_total' ? 2 : 0) +
    (kinds.includes('quantity') ? 1 : 0) +
    (kinds.includes('unit_price') ? 1 : 0)
  )
}

/** Which factor is the quantity: by its heading, else the one without money signs, else the left one. */
function nameByProduct({ factors, result, modifier }: Product): void {
  const [one, other] = factors
  const isPrice = (column: NumberColumn) =>
    column.kind === 'unit_price' ? 2 : [...column.amounts.values()].some(amount => amount.hasCurrency) ? 1 : 0
  const isQuantity = (column: NumberColumn) => (column.kind === 'quantity' ? 2 : 0)
  const left = isQuantity(one) + isPrice(other)
  const right = isQuantity(other) + isPrice(one)
  const [quantity, price] = right > left ? [other, one] : [one, other]
  quantity.kind = 'quantity'
  price.kind = 'unit_price'
  result.kind = 'line_total'
  if (modifier) modifier.column.kind = modifier.kind
}

function withProduct(amounts: Amounts, { factors, result, modifier }: Product, at: number): Amounts {
  const [one, other, total] = [factors[0].amounts.get(at), factors[1].amounts.get(at), result.amounts.get(at)]
  const values = one && other && total ? fitting(one, other, total, scaleAt(modifier, at)) : null
  const named = { ...amounts }
  const put = (column: NumberColumn, value: DecimalText | undefined) => {
    if (column.kind !== null && value !== undefined) named[column.kind] = value
  }
  put(factors[0], values?.[0] ?? one?.value)
  put(factors[1], values?.[1] ?? other?.value)
  put(result, values?.[2] ?? total?.value)
  return named
}
