import { amountFields, FieldName, type AmountField } from '../../shared/invoice'
import { isDecimalText, toDecimal, toMinor, type MinorUnits } from '../../shared/money'
import { compactTaxId } from '../pipeline/check/tax-id'
import type { invoices } from '../store/schema'

export type InvoiceRow = typeof invoices.$inferSelect

/** Where each header field is kept. */
export const columnOf = {
  document_type: 'documentType',
  invoice_number: 'invoiceNumber',
  issue_date: 'issueDate',
  due_date: 'dueDate',
  currency: 'currency',
  'seller.name': 'sellerName',
  'seller.tax_id': 'sellerTaxId',
  'buyer.name': 'buyerName',
  'buyer.tax_id': 'buyerTaxId',
  net_total: 'netTotal',
  tax_total: 'taxTotal',
  withheld_total: 'withheldTotal',
  grand_total: 'grandTotal',
  payable: 'payable',
  uuid: 'uuid',
  exchange_rate: 'exchangeRate',
} as const satisfies Record<FieldName, keyof InvoiceRow>

export function isAmountField(field: FieldName): field is AmountField {
  return amountFields.some(amount => amount === field)
}

/** A field's value as text, amounts with exactly the currency's decimals. */
export function fieldText(invoice: InvoiceRow, field: FieldName): string | null {
  const value = invoice[columnOf[field]]
  if (value === null) return null
  return typeof value === 'number' ? toDecimal(value as MinorUnits, invoice.currency) : value
}

/**
 * The columns for a set of field values, amounts rounded to the currency's smallest unit.
 *
 * @param values normalised text per field, null where there is none
 */
export function toColumns(values: Readonly<Partial<Record<FieldName, string | null>>>, currency: string | null) {
  const columns: Record<string, string | number | null> = {}
  for (const field of FieldName.options) {
    const value = values[field]
    if (value === undefined) continue
    columns[columnOf[field]] = value === null ? null : columnValue(field, value, currency)
  }
  if (values.invoice_number !== undefined) columns['numberKey'] = numberKey(values.invoice_number)
  return columns as Partial<InvoiceRow>
}

function columnValue(field: FieldName, value: string, currency: string | null): string | number | null {
  if (isAmountField(field)) return isDecimalText(value) ? toMinor(value, currency) : null
  if (field === 'seller.tax_id' || field === 'buyer.tax_id') return compactTaxId(value)
  return field === 'uuid' || field === 'currency' ? value.toUpperCase() : value
}

/** What numbers are compared by: letters and digits only, upper case, without leading zeros ("A-00113" is "A 113"). */
export function numberKey(number: string | null): string | null {
  const key = (number ?? '')
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(^|\p{L})0+(?=\p{N})/gu, '$1')
  return key === '' ? null : key
}
