import type { PastState } from '../../shared/activity'
import type { DocumentId } from '../../shared/ids'
import { FieldName } from '../../shared/invoice'
import { toDecimal, type MinorUnits } from '../../shared/money'
import { activityRow, neighbouringRows } from '../lists/list-activity'
import type { documents, invoiceLines, issues, readings } from '../store/schema'
import type { Reader } from '../store/write'
import { fieldText, type InvoiceRow } from './invoice-fields'
import { changesOf } from './undo'
import { rowsAt } from './past-state'
import type { Rows } from './snapshot'

/**
 * A document as it was right after one row of the journal, and what that row changed.
 *
 * @throws AppError `document_not_found` when the journal has no such row about it
 */
export function pastView(reader: Reader, documentId: DocumentId, sequence: number): PastState {
  const entry = activityRow(reader, documentId, sequence)
  const rows = rowsAt(reader, documentId, sequence)
  const { before, after } = changesOf(reader, entry.id)
  const hasChanged = (key: string) => key in after
  const document = rowsOf<typeof documents.$inferSelect>(rows, 'document')[0]?.row
  const invoice = rowsOf<InvoiceRow>(rows, 'invoice')[0]?.row
  const invoiceBefore = rowsOf<InvoiceRow>(before, 'invoice')[0]?.row
  const chosen = rowsOf<typeof readings.$inferSelect>(rows, 'reading')
  const lines = rowsOf<typeof invoiceLines.$inferSelect>(rows, 'line')
  return {
    documentId,
    entry,
    ...neighbouringRows(reader, documentId, sequence),
    state: document?.state ?? null,
    stateReason: document?.stateReason ?? null,
    currency: invoice?.currency ?? null,
    fields: FieldName.options.map(name => {
      const reading = chosen.find(({ row }) => row.field === name)
      const value = invoice ? fieldText(invoice, name) : null
      const isOther = invoiceBefore !== undefined && fieldText(invoiceBefore, name) !== value
      return {
        name,
        value,
        origin: reading?.row.origin ?? null,
        probability: reading?.row.probability ?? null,
        isChanged: isOther || (reading !== undefined && hasChanged(reading.key)),
      }
    }),
    lines: lines
      .sort((one, other) => one.row.position - other.row.position)
      .map(({ key, row }) => ({
        position: row.position,
        description: row.description,
        quantity: row.quantity,
        lineTotal: row.lineTotal === null ? null : toDecimal(row.lineTotal as MinorUnits, invoice?.currency ?? null),
        accountCode: row.accountCode,
        isChanged: hasChanged(key),
      })),
    issues: rowsOf<typeof issues.$inferSelect>(rows, 'issue').map(({ key, row }) => ({
      key: row.key,
      severity: row.severity,
      state: row.state,
      params: row.params,
      resolvedBy: row.resolvedBy,
      isChanged: hasChanged(key),
    })),
  }
}

/** Rows of one table among a document's rows. What the journal holds was written from these very tables. */
function rowsOf<T>(rows: Rows, table: string): { key: string; row: T }[] {
  return Object.entries(rows).flatMap(([key, row]) =>
    key.startsWith(`${table}:`) && row !== null ? [{ key, row: row as T }] : [],
  )
}
