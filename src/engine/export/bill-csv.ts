import type { BillRecord } from '../../shared/bill-record'
import { cell, row } from './csv-cells'

type Column<T> = readonly [name: string, value: (of: T) => unknown, isNumber?: 'number']

/** Columns in their order; a public interface like the record's fields. */
const billColumns: readonly Column<BillRecord>[] = [
  ['intake_number', bill => bill.intake_number, 'number'],
  ['state', bill => bill.state],
  ['kind', bill => bill.kind],
  ['bill_number', bill => bill.bill_number],
  ['invoice_number', bill => bill.invoice_number],
  ['uuid', bill => bill.uuid],
  ['vendor_name', bill => bill.vendor_name],
  ['vendor_tax_id', bill => bill.vendor_tax_id],
  ['issue_date', bill => bill.issue_date],
  ['due_date', bill => bill.due_date],
  ['currency', bill => bill.currency],
  ['exchange_rate', bill => bill.exchange_rate, 'number'],
]
const totalColumns: readonly Column<BillRecord>[] = [
  ['net_total', bill => bill.net_total, 'number'],
  ['tax_total', bill => bill.tax_total, 'number'],
  ['withheld_total', bill => bill.withheld_total, 'number'],
  ['total', bill => bill.total, 'number'],
  ['ledger_id', bill => bill.ledger_id, 'number'],
]
const headColumn: Column<BillRecord> = ['journal_head', bill => bill.journal_head]
const lineColumns: readonly Column<BillRecord['lines'][number]>[] = [
  ['line', line => line.position, 'number'],
  ['line_kind', line => line.kind],
  ['description', line => line.description],
  ['account', line => line.account],
  ['account_name', line => line.account_name],
  ['tax_rate', line => line.tax_rate, 'number'],
  ['amount', line => line.amount, 'number'],
]

/** One row per bill. */
export function* billRows(bills: Iterable<BillRecord>): Generator<string> {
  const columns = [...billColumns, ...totalColumns, headColumn]
  yield row(columns.map(([name]) => name))
  for (const bill of bills) yield row(cellsOf(columns, bill))
}

/** One row per line, each with what identifies its bill: the amounts of a bill add up to its total. */
export function* lineRows(bills: Iterable<BillRecord>): Generator<string> {
  yield row([...billColumns, ...lineColumns, headColumn].map(([name]) => name))
  for (const bill of bills) {
    for (const line of bill.lines)
      yield row([...cellsOf(billColumns, bill), ...cellsOf(lineColumns, line), ...cellsOf([headColumn], bill)])
  }
}

function cellsOf<T>(columns: readonly Column<T>[], of: T): string[] {
  return columns.map(([, value, isNumber]) => cell(value(of), isNumber === 'number'))
}
