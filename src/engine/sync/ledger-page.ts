import { eq } from 'drizzle-orm'
import { DocumentId } from '../../shared/ids'
import type { LedgerPage } from '../../shared/engine-control'
import { ledgerBills } from '../store/schema'
import type { Reader } from '../store/write'
import { readConnection } from './connection'

/**
 * Where a posted bill is shown in the connected ledger's own pages (BigCapital: `/bills/7/edit`), for a browser.
 *
 * @param documentId null for the ledger's front page
 * @returns null when no ledger is connected, or it holds no bill of this document
 */
export function ledgerPage(reader: Reader, documentId: string | null): LedgerPage | null {
  const connection = readConnection(reader)
  if (!connection) return null
  // The calls go to `/api`; people look at what lies beside it.
  const ledgerUrl = connection.url.replace(/\/api$/, '')
  if (documentId === null) return { ledgerUrl, pageUrl: ledgerUrl }
  const id = DocumentId.safeParse(documentId)
  if (!id.success) return null
  const held = reader.select().from(ledgerBills).where(eq(ledgerBills.documentId, id.data)).get()
  if (!held || !/^\d+$/.test(held.ledgerId)) return null
  const resource = held.kind === 'bill' ? 'bills' : 'vendor-credits'
  return { ledgerUrl, pageUrl: `${ledgerUrl}/${resource}/${held.ledgerId}/edit` }
}
