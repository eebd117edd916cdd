import Big from 'big.js'
import type { DocumentView } from '../../../../shared/document-view'
import type { InvoiceView, LineView } from '../../../../shared/invoice'
import { isUnsettled } from '../../../../shared/issue'
import { isDecimalText, subtract, toDecimal, toMinor, type DecimalText } from '../../../../shared/money'
import { isGuess } from '../../coding/coding-text'
import type { MessageKey } from '../../i18n/messages'
import type { Text } from '../../i18n/t'
import type { LineColumn } from '../state/change-slice'
import { fieldOf } from '../state/progress'

export type GridColumn = 'position' | LineColumn | 'account' | 'coding'

export interface ColumnLook {
  readonly id: GridColumn
  readonly title: MessageKey
  readonly isNumeric: boolean
  readonly isEditable: boolean
}

/** Columns from left to right. */
export const columns: readonly ColumnLook[] = [
  { id: 'position', title: 'review.lines.position', isNumeric: true, isEditable: false },
  { id: 'description', title: 'review.lines.description', isNumeric: false, isEditable: true },
  { id: 'quantity', title: 'review.lines.quantity', isNumeric: true, isEditable: true },
  { id: 'unitPrice', title: 'review.lines.unitPrice', isNumeric: true, isEditable: true },
  { id: 'lineTotal', title: 'review.lines.lineTotal', isNumeric: true, isEditable: true },
  { id: 'taxRate', title: 'review.lines.taxRate', isNumeric: true, isEditable: true },
  { id: 'account', title: 'review.lines.account', isNumeric: false, isEditable: true },
  { id: 'coding', title: 'review.lines.coding', isNumeric: false, isEditable: false },
]

export const columnIndex = (id: GridColumn): number => columns.findIndex(column => column.id === id)

/** A cell as a person reads and edits it. */
export function cellText(text: Text, line: LineView, column: GridColumn, currency: string | null): string {
  switch (column) {
    case 'position':
      return String(line.position)
    case 'quantity':
      return line.quantity === null ? '' : text.decimal(line.quantity)
    case 'unitPrice':
      return line.unitPrice === null ? '' : priceText(text, line.unitPrice, currency)
    case 'lineTotal':
      return line.lineTotal === null ? '' : text.money(line.lineTotal, currency)
    case 'taxRate':
      return line.taxRate === null ? '' : text.rate(line.taxRate)
    case 'account':
      return line.accountCode === null ? '' : `${line.accountCode} ${line.accountName ?? ''}`.trim()
    case 'description':
      return line.description
    case 'unit':
    case 'productCode':
      return line[column] ?? ''
    case 'coding':
      return ''
  }
}

// A unit price may have more decimals than the currency; they must not be rounded away on screen.
export function priceText(text: Text, price: string, currency: string | null): string {
  const decimals = price.split('.')[1]?.replace(/0+$/, '').length ?? 0
  return decimals > 2 ? text.decimal(price) : text.money(price, currency)
}

export interface NetSum {
  /** Decimal text. */
  readonly sum: DecimalText
  readonly net: DecimalText | null
  readonly agrees: boolean
}

/** Sum of the lines beside the net total of the header. */
export function netSum(invoice: InvoiceView): NetSum {
  const currency = fieldOf(invoice, 'currency')?.value ?? null
  const sum = sumOfLines(invoice.lines)
  const net = fieldOf(invoice, 'net_total')?.value ?? null
  if (net === null || !isDecimalText(net)) return { sum, net: null, agrees: true }
  const difference = subtract(toMinor(sum, currency), toMinor(net, currency))
  return { sum: toDecimal(toMinor(sum, currency), currency), net, agrees: Math.abs(difference) <= 1 }
}

/** Sum of the net amounts of lines; one without an amount counts nothing. */
export function sumOfLines(lines: readonly LineView[]): DecimalText {
  const total = lines.reduce(
    (sum, line) => (line.lineTotal !== null && isDecimalText(line.lineTotal) ? sum.plus(line.lineTotal) : sum),
    new Big(0),
  )
  return total.toFixed() as DecimalText
}

export type CodingTone = 'good' | 'check' | 'critical' | 'info'

/** How sure a line's account is, as a word with a tone. */
export function codingBand(
  line: LineView,
  view: DocumentView,
): { readonly key: MessageKey; readonly tone: CodingTone } {
  if (line.accountCode === null) return { key: 'review.coding.choose', tone: 'critical' }
  if (line.codingState === 'confirmed' || line.codingState === 'corrected')
    return { key: 'review.coding.confirmed', tone: 'good' }
  const isAsked = view.issues.some(
    ({ key, state, subject }) =>
      key === 'account_needed' &&
      isUnsettled(state) &&
      subject.type === 'line' &&
      (subject.lineId === line.id || subject.lineIds?.includes(line.id) === true),
  )
  if (!isAsked) return { key: 'review.coding.sure', tone: 'good' }
  return { key: isGuess(line.codingEvidence) ? 'review.coding.guess' : 'review.coding.confirm', tone: 'check' }
}
