import type { DocumentId } from '../../../src/shared/ids'
import { connectionKey } from '../../../src/engine/sync/connection'
import { documents, invoices, ledgerBills, vendors } from '../../../src/engine/store/schema'
import { writeSetting } from '../../../src/engine/store/settings'
import { write } from '../../../src/engine/store/write'
import type { ArchiveDesk } from './archive-desk'

/** What approval and posting leave in our books about a document of the archive. */
export function bookBill({ store, linkOf }: ArchiveDesk, archiveId: number, ledgerId: string): void {
  const documentId = linkOf(archiveId)?.documentId
  if (!documentId) throw new Error('not taken')
  write(store, tx => {
    tx.insert(vendors)
      .values({ id: 'v1' as never, name: 'Acme Suministros', nameKey: 'acme', createdAt: 0 } as never)
      .onConflictDoNothing()
      .run()
    tx.insert(invoices)
      .values({
        id: `i${archiveId}` as never,
        documentId,
        vendorId: 'v1' as never,
        currency: 'MXN',
        grandTotal: 971_500,
        format: 'none',
        reader: 'test 1',
        revision: 1,
      } as never)
      .run()
    tx.insert(ledgerBills)
      .values({ documentId, ledgerId, billNumber: `A-${ledgerId}`, total: 971_500, currency: 'MXN', readAt: 0 })
      .run()
    const connection = { url: 'https://books.example.test', organization: 'o', name: 'o', baseCurrency: 'MXN' }
    writeSetting(tx, connectionKey, connection)
  })
}

/** A file that came by drop and was approved already. */
export async function dropApproved(desk: ArchiveDesk, bytes: Buffer, kind: 'pdf' | 'xml' = 'pdf'): Promise<DocumentId> {
  const sha256 = await desk.blobs.keep(bytes)
  const intakeNumber = desk.rows().length + 1
  const id = `d${intakeNumber}` as DocumentId
  write(desk.store, tx =>
    tx
      .insert(documents)
      .values({
        id,
        intakeNumber,
        sha256,
        fileName: `mail ${intakeNumber}.${kind}`,
        bytes: bytes.length,
        kind,
        mediaType: `application/${kind}`,
        source: 'drop',
        receivedAt: desk.clock.now,
        state: 'approved',
      })
      .run(),
  )
  return id
}
