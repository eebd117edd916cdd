import { cell, row } from './csv-cells'
import type { DocumentRecord } from './record'

/** Columns in their order; a public interface like the record's fields. Numbers are marked: they may begin with a minus. */
const columns: readonly { readonly name: string; readonly isNumber?: true; value(record: DocumentRecord): unknown }[] =
  [
    { name: 'intake_number', isNumber: true, value: record => record.intake_number },
    { name: 'file', value: record => record.file },
    { name: 'sha256', value: record => record.sha256 },
    { name: 'format', value: record => record.format },
    { name: 'state', value: record => record.state },
    { name: 'reason', value: record => record.reason },
    { name: 'duplicate_of', isNumber: true, value: record => record.duplicate_of },
    { name: 'document_type', value: record => record.document_type },
    { name: 'invoice_number', value: record => record.invoice_number },
    { name: 'issue_date', value: record => record.issue_date },
    { name: 'due_date', value: record => record.due_date },
    { name: 'currency', value: record => record.currency },
    { name: 'seller_name', value: record => record.seller.name },
    { name: 'seller_tax_id', value: record => record.seller.tax_id },
    { name: 'buyer_name', value: record => record.buyer.name },
    { name: 'buyer_tax_id', value: record => record.buyer.tax_id },
    { name: 'net_total', isNumber: true, value: record => record.net_total },
    { name: 'tax_total', isNumber: true, value: record => record.tax_total },
    { name: 'withheld_total', isNumber: true, value: record => record.withheld_total },
    { name: 'grand_total', isNumber: true, value: record => record.grand_total },
    { name: 'payable', isNumber: true, value: record => record.payable },
    { name: 'uuid', value: record => record.uuid },
    { name: 'lines', isNumber: true, value: record => record.lines.length },
    { name: 'accounts', value: record => [...new Set(record.lines.flatMap(line => line.account ?? []))].join(' ') },
    { name: 'issues', value: record => record.issues.map(issue => issue.key).join(' ') },
    { name: 'journal_head', value: record => record.journal_head },
  ]

/** First row of the table, with the line end of RFC 4180. */
export const csvHeader = row(columns.map(column => column.name))

/** One document as one row; its lines are counted, not listed. */
export function csvRow(record: DocumentRecord): string {
  return row(columns.map(column => cell(column.value(record), column.isNumber === true)))
}
