import { eq, type SQL } from 'drizzle-orm'
import { documents, invoices, issues } from '../store/schema'
import type { Reader } from '../store/write'

/** Issues that fit a condition over them, their document and its invoice. */
export function issuesOfInvoices(reader: Reader, condition: SQL | undefined) {
  return reader
    .select({ issue: issues })
    .from(issues)
    .innerJoin(invoices, eq(invoices.documentId, issues.documentId))
    .innerJoin(documents, eq(documents.id, issues.documentId))
    .where(condition)
}
