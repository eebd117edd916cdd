import Big from 'big.js'
import { decimal, type DecimalText } from '../../../../shared/money'
import type { LineRead } from '../../facts'
import { sumOf } from './decimals'
import { withDerivedCell } from './derived-cells'
import { withLeadingCodes } from './leading-codes'
import { parseAmount } from './parse-amount'
import { findDates } from './parse-date'
import type { TableRead, TableRow } from './find-tables'
import type { PageText } from './page-text'
import { withRowDiscounts } from './row-discounts'
import { withoutSubtotals } from './subtotals'

/** Invoice lines of the tables found; a row without a money value is no line. */
export function tableLines(text: PageText): readonly LineRead[] {
  return withRowDiscounts(withoutSubtotals(text.tables.flatMap(linesOfTable)))
}

export function linesOfTable(table: TableRead): readonly LineRead[] {
  return withLeadingCodes(withoutOrdinals(table.items.filter(item => isLine(item))).map(item => toLine(item, table)))
}

/** "1 Design", "2 Printing": numbers of rows that stand too close to the texts to be a column. */
function withoutOrdinals(items: readonly TableRow[]): readonly TableRow[] {
  const isNumbered =
    items.length > 0 &&
    items.every(
      (item, at) => item.texts.position === undefined && new RegExp(`^${at + 1}[.)]?\\s`).test(item.description),
    )
  return isNumbered
    ? items.map(item => ({ ...item, description: item.description.replace(/^\d+[.)]?\s+/, '') }))
    : items
}

/** "2016-04-03 Arc reactor" under "Date" and "Description". */
function withoutDate(description: string, table: TableRead): string {
  const [first] = findDates(description)
  const hasDates = table.columns.some(column => column.kind === 'other')
  return hasDates && first?.from === 0 && first.to < description.length
    ? description.slice(first.to).trim()
    : description
}

function isLine(item: TableRow): boolean {
  const { line_total: total, unit_price: price } = item.amounts
  // Forms print their empty rows with zeros.
  const isBlank = item.description.trim() === '' && Number(total ?? price) === 0
  return !isBlank && (total !== undefined || price !== undefined)
}

function toLine(item: TableRow, table: TableRead): LineRead {
  const { amounts, texts, line, box } = item
  const hasTotal = amounts.line_total !== undefined || table.columns.some(column => column.kind === 'line_total')
  const named = withoutDate(item.description.trim(), table)
    .replace(/^[•·▪*-]\s?/, '')
    .replace(/\s(?:EUR|USD|GBP|CHF|MXN|[$€£])$/, '')
  const counted = amounts.quantity === undefined ? countedIn(named) : null
  const description = counted?.of ?? named
  const read: LineRead = {
    description: description === '' ? (texts.product_code ?? '') : description,
    quantity: amounts.quantity ?? counted?.quantity ?? null,
    unit: texts.unit ?? counted?.unit ?? null,
    // A price without a total beside it is the row's total.
    unitPrice: hasTotal ? (amounts.unit_price ?? null) : null,
    ...termsOf(amounts),
    lineTotal: amounts.line_total ?? (hasTotal ? null : (amounts.unit_price ?? null)),
    taxRate: amounts.tax_rate ?? null,
    productCode: texts.product_code ?? null,
    classificationCode: null,
    origin: { kind: 'page', page: line.page, box, text: line.text.replaceAll('\t', ' '), by: line.by },
  }
  return withDerivedCell(read)
}

/** What stands between quantity × price and the total: the units that the price is for, a discount of the row. */
function termsOf({ quantity, unit_price: price, line_total: total, ...rest }: TableRow['amounts']) {
  if (quantity === undefined || price === undefined || total === undefined) return {}
  const base = rest.price_base !== undefined && Number(rest.price_base) > 1 ? rest.price_base : null
  const product = new Big(quantity).times(price).div(base ?? 1)
  const isDiscounted = rest.discount !== undefined && Number(rest.discount) !== 0
  const difference = new Big(total).minus(product.round(2))
  return {
    ...(base === null ? {} : { priceBaseQuantity: base }),
    ...(isDiscounted && !difference.eq(0) ? { adjustment: decimal(difference.toFixed(2)) } : {}),
  }
}

/** "3 pcs Oak shelf" in a table without a column of quantities. */
function countedIn(text: string): { quantity: DecimalText; unit: string; of: string } | null {
  const match =
    /^(\d{1,5}(?:[.,]\d{1,3})?)\s?(unid(?:ades)?\.?|uds?\.?|pcs\.?|pieces?|st(?:k|ck|ück|uks?)\.?|pz\.?|pzas?\.?|h(?:rs?)?\.?|hours?|horas?|stunden|std\.?|x|×)\s+(?=.*\p{L}{3})/iu.exec(
      text,
    )
  const [whole, number = '', unit = ''] = match ?? []
  const reading = parseAmount(number).at(-1)
  return whole === undefined || !reading ? null : { quantity: reading.value, unit, of: text.slice(whole.length) }
}

/** Sum of the line totals; null when there are no lines or one has no total. */
export function linesSum(lines: readonly LineRead[]): DecimalText | null {
  const totals = lines.flatMap(line => (line.lineTotal === null ? [] : [line.lineTotal]))
  return totals.length === 0 || totals.length !== lines.length ? null : sumOf(totals)
}
