import { asc, eq } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import type { PageOfFile } from '../../shared/pages'
import { AppError } from '../../shared/result'
import { documentById } from '../store/documents'
import { pages } from '../store/schema'
import type { Reader } from '../store/write'
import { isEInvoice } from './e-invoice-twin'
import { findInvoice } from './load'

/**
 * The pages of a document, each as the page of the file it came in with: what a document put together from them keeps.
 *
 * @throws AppError `fix_no_longer_fits` for what has no pages of its own: XML, and PDFs whose embedded XML is the invoice
 */
export function pageSources(reader: Reader, documentId: DocumentId): PageOfFile[] {
  const { kind, pagesFrom } = documentById(reader, documentId)
  const invoice = findInvoice(reader, documentId)
  if ((kind !== 'pdf' && kind !== 'image') || (invoice && isEInvoice(invoice))) throw new AppError('fix_no_longer_fits')
  if (pagesFrom) return pagesFrom
  const rows = reader
    .select({ page: pages.number })
    .from(pages)
    .where(eq(pages.documentId, documentId))
    .orderBy(asc(pages.number))
    .all()
  return rows.map(({ page }) => ({ documentId, page, kind }))
}
