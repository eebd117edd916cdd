import { asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { toDecimal } from '../../shared/money'
import { archiveTextOf } from './archive-texts'
import type { Reader, Store } from './open'
import { documents, inboxRows, invoiceLines, invoices, vendors } from './schema'
import { write } from './write'

/** Descriptions beyond this many lines are not searched. */
const searchedLines = 300

/** Shortest part of a word the index knows; shorter ones are looked for in names and numbers directly. */
export const shortestIndexed = 3

/**
 * Brings the search index up to date with what changed since, a few documents at a time.
 *
 * @param limit documents at most; keep it small, the loop waits
 * @returns documents indexed; fewer than `limit` means that nothing is left
 */
export function refreshSearchIndex(store: Store, limit: number): number {
  const stale = store.db
    .select({ intakeNumber: inboxRows.intakeNumber, documentId: inboxRows.documentId })
    .from(inboxRows)
    .where(sql`search_stale = 1`)
    .orderBy(asc(inboxRows.intakeNumber))
    .limit(limit)
    .all()
  if (stale.length === 0) return 0
  write(store, tx => {
    for (const { intakeNumber, documentId } of stale) {
      const text = searchText(tx, documentId)
      tx.run(sql`INSERT OR REPLACE INTO document_search (rowid, text) VALUES (${intakeNumber}, ${text})`)
    }
    const numbers = stale.map(row => row.intakeNumber)
    tx.update(inboxRows).set({ isSearchStale: false }).where(inArray(inboxRows.intakeNumber, numbers)).run()
  })
  return stale.length
}

/** Condition on `inbox_rows`: the document's text holds all of these parts, whatever their case and accents. */
export function textContains(parts: readonly string[]): SQL {
  return sql`${inboxRows.intakeNumber} IN (SELECT rowid FROM document_search WHERE document_search MATCH ${queryOf(parts)})`
}

/** How many documents {@link textContains} finds: the index alone tells it. */
export function countContaining(reader: Reader, parts: readonly string[]): number {
  const found = sql`SELECT count(*) AS number FROM document_search WHERE document_search MATCH ${queryOf(parts)}`
  return reader.get<{ number: number }>(found).number
}

/** In one question, so that the rarest part leads. Quoted, so that nothing typed is taken for query language. */
function queryOf(parts: readonly string[]): string {
  return parts.map(part => `"${part.replaceAll('"', '""')}"`).join(' AND ')
}

function searchText(reader: Reader, documentId: (typeof inboxRows.$inferSelect)['documentId']): string {
  const row = reader
    .select({ document: documents, invoice: invoices, vendor: vendors })
    .from(documents)
    .leftJoin(invoices, eq(invoices.documentId, documents.id))
    .leftJoin(vendors, eq(vendors.id, invoices.vendorId))
    .where(eq(documents.id, documentId))
    .get()
  if (!row) return ''
  const { document, invoice, vendor } = row
  // A hint of the archive's: found by, never shown as a value.
  const hint = archiveTextOf(reader, documentId)
  if (!invoice) return [document.fileName, hint].filter(part => part !== undefined).join('\n')
  const lines = reader
    .select({ description: invoiceLines.description })
    .from(invoiceLines)
    .where(eq(invoiceLines.invoiceId, invoice.id))
    .orderBy(asc(invoiceLines.position))
    .limit(searchedLines)
    .all()
  return [
    document.fileName,
    vendor?.name,
    vendor?.taxId,
    invoice.sellerName,
    invoice.sellerTaxId,
    invoice.invoiceNumber,
    invoice.numberKey,
    invoice.uuid,
    totalText(invoice.grandTotal, invoice.currency),
    ...lines.map(line => line.description),
    hint,
  ]
    .filter(part => part !== null && part !== undefined && part !== '')
    .join('\n')
}

/** Both ways of writing a total: 11600.00 and 11,600.00. */
function totalText(total: number | null, currency: string | null): string | null {
  if (total === null) return null
  const plain = toDecimal(total as Parameters<typeof toDecimal>[0], currency)
  return `${plain}\n${plain.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`
}
