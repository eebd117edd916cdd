import { eq } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { approvals, documents, invoiceLines, invoiceTaxes, issues, readings } from '../store/schema'
import type { Reader } from '../store/write'
import { findInvoice } from './load'

/** Tables a person's command may change. The order is the one in which rows can be put back. */
export const snapshotTables = [
  'vendor',
  'alias',
  'invoice',
  'document',
  'twin',
  'approval',
  'line',
  'tax',
  'reading',
  'issue',
  'example',
  'lesson',
] as const
export type SnapshotTable = (typeof snapshotTables)[number]

/** "line:0192…" → the row as stored; null where no row was. */
export type Rows = Readonly<Record<string, unknown>>

/** Rows that differ between two moments, as they were and as they are. What undo and redo put back. */
export interface RowChanges {
  readonly before: Rows
  readonly after: Rows
}

/** Everything that belongs to one document and that a command may change. */
export function snapshot(reader: Reader, documentId: DocumentId): Rows {
  const rows: Record<string, unknown> = {}
  const { state, stateReason, duplicateOfId, assigneeId, policyId, holdUntil, pagesFrom } = documents
  rows[`document:${documentId}`] = reader
    .select({ state, stateReason, duplicateOfId, assigneeId, policyId, holdUntil, pagesFrom })
    .from(documents)
    .where(eq(documents.id, documentId))
    .get()
  for (const row of reader.select().from(approvals).where(eq(approvals.documentId, documentId)).all()) {
    rows[`approval:${row.id}`] = row
  }
  for (const row of reader.select().from(issues).where(eq(issues.documentId, documentId)).all()) {
    rows[`issue:${row.id}`] = row
  }
  const invoice = findInvoice(reader, documentId)
  if (!invoice) return rows
  // The revision only ever counts up: an undo is a change too, and an older window must notice.
  // The quality follows from the rest, and from other documents.
  const { revision: _counted, quality: _scored, ...facts } = invoice
  rows[`invoice:${invoice.id}`] = facts
  for (const row of reader.select().from(invoiceLines).where(eq(invoiceLines.invoiceId, invoice.id)).all()) {
    rows[`line:${row.id}`] = row
  }
  for (const row of reader.select().from(invoiceTaxes).where(eq(invoiceTaxes.invoiceId, invoice.id)).all()) {
    rows[`tax:${row.id}`] = row
  }
  for (const row of reader.select().from(readings).where(eq(readings.invoiceId, invoice.id)).all()) {
    rows[`reading:${row.id}`] = row
  }
  return rows
}

/** Keeps the rows that differ. */
export function difference(before: Rows, after: Rows): RowChanges {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    // Both come from the same queries, so their columns stand in the same order.
    key => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  )
  const pick = (rows: Rows) => Object.fromEntries(changed.map(key => [key, rows[key] ?? null]))
  return { before: pick(before), after: pick(after) }
}
