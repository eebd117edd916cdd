import type { DecimalText } from '../../../../shared/money'
import type { LineRead } from '../../facts'
import { sumOf } from './decimals'
import type { TableRead, TableRow } from './find-tables'
import type { PageText } from './page-text'

/** Invoice lines of the tables found; a row without a money value is no line. */
export function tableLines(text: PageText): LineRead[] {
  return text.tables.flatMap(table => table.items.filter(item => isLine(item)).map(item => toLine(item, table)))
}

function isLine(item: TableRow): boolean {
  return item.amounts.line_total !== undefined || item.amounts.unit_price !== undefined
}

function toLine(item: TableRow, table: TableRead): LineRead {
  const { amounts, texts, line, box } = item
  const hasTotal = table.columns.some(column => column.kind === 'line_total')
  const description = item.description.trim()
  return {
    description: description === '' ? (texts.product_code ?? '') : description,
    quantity: amounts.quantity ?? null,
    unit: texts.unit ?? null,
    unitPrice: amounts.unit_price ?? null,
    lineTotal: amounts.line_total ?? (hasTotal ? null : (amounts.unit_price ?? null)),
    taxRate: amounts.tax_rate ?? null,
    productCode: texts.product_code ?? null,
    classificationCode: null,
    origin: { kind: 'page', page: line.page, box, text: line.text.replaceAll('\t', ' '), by: line.by },
  }
}

/** Sum of the line totals; null when there are no lines or one has no total. */
export function linesSum(lines: readonly LineRead[]): DecimalText | null {
  const totals = lines.flatMap(line => (line.lineTotal === null ? [] : [line.lineTotal]))
  return totals.length === 0 || totals.length !== lines.length ? null : sumOf(totals)
}
