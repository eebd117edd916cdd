import type { DocumentState } from '../../../src/shared/document'
import type { DocumentId, InvoiceId, IssueId, Sha256, VendorId } from '../../../src/shared/ids'
import { openStore, type Store } from '../../../src/engine/store/open'
import { newId } from '../../../src/engine/store/new-id'
import { insertDocument } from '../../../src/engine/store/documents'
import { documents, invoices, issues, vendors } from '../../../src/engine/store/schema'
import { write, type Tx } from '../../../src/engine/store/write'
import { eq } from 'drizzle-orm'

export const march12 = new Date(2026, 2, 12, 9).getTime()

export interface SomeInvoice {
  readonly state?: DocumentState
  readonly fileName?: string
  readonly vendorId?: VendorId | null
  readonly sellerName?: string | null
  readonly number?: string | null
  readonly issueDate?: string | null
  readonly dueDate?: string | null
  readonly total?: number | null
  readonly currency?: string
  readonly urgency?: number
}

/** A store with these invoices, in order of arrival. */
export function someBooks(given: readonly SomeInvoice[]): { store: Store; ids: DocumentId[] } {
  const store = openStore(':memory:')
  const ids = write(store, tx => given.map(invoice => addInvoice(tx, invoice)))
  return { store, ids }
}

export function addInvoice(tx: Tx, given: SomeInvoice): DocumentId {
  const id = newId<DocumentId>(march12)
  insertDocument(tx, {
    id,
    sha256: '0'.repeat(64) as Sha256,
    fileName: given.fileName ?? 'invoice.pdf',
    bytes: 100,
    kind: 'pdf',
    mediaType: 'application/pdf',
    source: 'drop',
    receivedAt: march12,
    state: 'queued',
  })
  const number = given.number === undefined ? 'A-1' : given.number
  tx.insert(invoices)
    .values({
      id: newId<InvoiceId>(march12),
      documentId: id,
      documentType: 'invoice',
      invoiceNumber: number,
      numberKey: number?.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase() ?? null,
      sellerName: given.sellerName ?? null,
      issueDate: given.issueDate ?? null,
      dueDate: given.dueDate ?? null,
      grandTotal: given.total ?? null,
      currency: given.currency ?? 'MXN',
      vendorId: given.vendorId ?? null,
      format: 'page',
      reader: 'test 1',
    })
    .run()
  const state = given.state ?? 'ready'
  tx.update(documents)
    .set({ state, urgency: given.urgency ?? 0 })
    .where(eq(documents.id, id))
    .run()
  return id
}

export function addVendor(tx: Tx, name: string, nameKey: string): VendorId {
  const id = newId<VendorId>(march12)
  tx.insert(vendors).values({ id, name, nameKey, createdAt: march12 }).run()
  return id
}

export function addIssue(tx: Tx, documentId: DocumentId): IssueId {
  const id = newId<IssueId>(march12)
  tx.insert(issues)
    .values({
      id,
      documentId,
      key: 'total_mismatch',
      severity: 'high',
      subject: { type: 'field', field: 'grand_total' },
      params: { difference: '400.00' },
      suggestions: [],
      state: 'open',
      raisedAt: march12,
    })
    .run()
  tx.update(documents).set({ worstIssueId: id, openIssues: 1 }).where(eq(documents.id, documentId)).run()
  return id
}
