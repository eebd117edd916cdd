import { createHash } from 'node:crypto'
import type { CodingLine } from '../../src/engine/pipeline/code/coding-line'
import { newId } from '../../src/engine/store/new-id'
import type { Store } from '../../src/engine/store/open'
import { documents, invoiceLines, invoices } from '../../src/engine/store/schema'
import { write } from '../../src/engine/store/write'
import type { DocumentId, InvoiceId, LineId, Sha256 } from '../../src/shared/ids'

export interface PendingBooks {
  readonly invoices: number
  readonly perInvoice: number
  /** Epoch milliseconds of the first invoice. */
  readonly at: number
}

/** Fills a store with open invoices whose lines nobody has decided, each line with another folio. */
export function fillPending(store: Store, lines: readonly CodingLine[], books: PendingBooks): void {
  write(store, tx => {
    for (let number = 1; number <= books.invoices; number += 1) {
      const at = books.at + number * 60_000
      const documentId = newId<DocumentId>(at)
      const invoiceId = newId<InvoiceId>(at)
      const own = Array.from({ length: books.perInvoice }, (_, index) => {
        const nth = number * books.perInvoice + index
        return { line: lines[nth % lines.length], nth }
      })
      const total = own.length * 100_000
      const sha256 = createHash('sha256').update(String(number)).digest('hex') as Sha256
      const received = { sha256, fileName: `factura-${number}.xml`, bytes: 4_000, receivedAt: at } as const
      const asXml = { kind: 'xml', mediaType: 'application/xml', source: 'drop', state: 'needs_review' } as const
      tx.insert(documents)
        .values({ id: documentId, intakeNumber: number, ...received, ...asXml })
        .run()
      tx.insert(invoices)
        .values({
          id: invoiceId,
          documentId,
          documentType: 'invoice',
          invoiceNumber: `A-${number}`,
          numberKey: `A${number}`,
          issueDate: new Date(at).toISOString().slice(0, 10),
          currency: 'MXN',
          sellerName: own[0]?.line?.vendorName ?? '',
          netTotal: total,
          taxTotal: 0,
          grandTotal: total,
          payable: total,
          format: 'cfdi_4.0',
          reader: 'cfdi',
        })
        .run()
      for (const [index, { line, nth }] of own.entries())
        tx.insert(invoiceLines)
          .values({
            id: newId<LineId>(at),
            invoiceId,
            position: index + 1,
            description: `${line?.description ?? ''} folio ${nth}`,
            classificationCode: line?.productCode ?? null,
            quantity: '1',
            unitPrice: '1000',
            lineTotal: 100_000,
            codingEvidence: [],
          })
          .run()
    }
  })
}
