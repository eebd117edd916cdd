import { write } from '../../src/engine/store/write'
import { appendJournal } from '../../src/engine/store/journal'
import { openBlobs } from '../../src/engine/store/blobs'
import { refreshSearchIndex } from '../../src/engine/store/search-index'
import { newId } from '../../src/engine/store/new-id'
import { openStore } from '../../src/engine/store/open'
import {
  correctedFields,
  documents,
  documentWork,
  invoiceLines,
  invoices,
  issues,
  vendors,
} from '../../src/engine/store/schema'
import { eq } from 'drizzle-orm'
import type { DocumentState } from '../../src/shared/document'
import type { DocumentId, InvoiceId, IssueId, LineId, Sha256, VendorId } from '../../src/shared/ids'
import { createHash } from 'node:crypto'
import { makeCfdi } from '../../test/made-invoices'

const start = Date.UTC(2026, 0, 5)
const perTransaction = 500
const states: readonly DocumentState[] = [
  'posted',
  'posted',
  'posted',
  'posted',
  'posted',
  'posted',
  'ready',
  'needs_review',
]

export interface BooksToMake {
  /** How many vendors share the invoices; 200 when left out. */
  readonly vendors?: number
  /** How many of the invoices that need a look have their file, so that they can be opened; none when left out. */
  readonly originals?: number
  /** Every so many posted invoices one has a resolved issue in its past; none when left out. */
  readonly resolvedEvery?: number
}

/** Fills a company's folder with invoices as years of work would leave them. */
export function fillBooks(folder: string, count: number, books: BooksToMake = {}): void {
  const { vendors: vendorCount = 200, originals = 0, resolvedEvery = 0 } = books
  const store = openStore(folder)
  const blobs = openBlobs(folder)
  let withOriginal = 0
  const vendorIds = write(store, tx =>
    Array.from({ length: vendorCount }, (_, index) => {
      const id = newId<VendorId>(start)
      const name = `Proveedor ${index + 1} SA de CV`
      tx.insert(vendors)
        .values({ id, name, nameKey: `proveedor ${index + 1}`, createdAt: start })
        .run()
      return id
    }),
  )
  for (let first = 0; first < count; first += perTransaction) {
    write(store, tx => {
      for (let number = first + 1; number <= Math.min(count, first + perTransaction); number++) {
        const at = start + number * 60_000
        const documentId = newId<DocumentId>(at)
        const invoiceId = newId<InvoiceId>(at)
        const issueId = newId<IssueId>(at)
        const state = states[number % states.length] ?? 'posted'
        const isOpen = state === 'needs_review'
        const hasIssue = isOpen || (resolvedEvery > 0 && number % resolvedEvery === 0)
        const total = 100_000 + number
        const hasOriginal = isOpen && withOriginal < originals
        if (hasOriginal) withOriginal++
        const sha256 = hasOriginal
          ? blobs.put(new TextEncoder().encode(makeCfdi(number)))
          : (createHash('sha256').update(String(number)).digest('hex') as Sha256)
        tx.insert(documents)
          .values({
            id: documentId,
            intakeNumber: number,
            sha256,
            fileName: `factura-${number}.xml`,
            bytes: 4_000,
            kind: 'xml',
            mediaType: 'application/xml',
            source: 'drop',
            receivedAt: at,
            state,
            urgency: isOpen ? 3 : 0,
            openIssues: isOpen ? 1 : 0,
            worstIssueId: isOpen ? issueId : null,
          })
          .run()
        tx.insert(invoices)
          .values({
            id: invoiceId,
            documentId,
            documentType: 'invoice',
            invoiceNumber: `A-${number}`,
            numberKey: `A${number}`,
            issueDate: new Date(at).toISOString().slice(0, 10),
            dueDate: new Date(at + 30 * 86_400_000).toISOString().slice(0, 10),
            currency: 'MXN',
            sellerName: `Proveedor ${(number % vendorCount) + 1} SA de CV`,
            netTotal: total,
            taxTotal: 0,
            grandTotal: total,
            payable: total,
            vendorId: vendorIds[number % vendorCount] ?? null,
            format: 'cfdi_4.0',
            reader: 'cfdi',
            accountCode: '601.84',
          })
          .run()
        tx.insert(invoiceLines)
          .values({
            id: newId<LineId>(at),
            invoiceId,
            position: 1,
            description: `Servicio ${number}`,
            lineTotal: total,
            accountCode: '601.84',
            codingState: 'confirmed',
            codingProbability: 1,
            codingEvidence: [],
          })
          .run()
        const isApproved = state === 'posted'
        const isCorrected = isApproved && number % 11 === 0
        tx.update(documentWork)
          .set({
            ...(isApproved && {
              approvedAt: at + 7_200_000,
              approvedByPerson: number % 3 > 0,
              touches: number % 5 === 0 ? 2 : 0,
              isAutoCoded: number % 22 > 0,
              corrections: isCorrected ? 1 : 0,
              keystrokes: 1 + (number % 9),
              handsOnMs: 2_000 + (number % 97) * 500,
              postedAt: at + 7_260_000,
              postingMs: 1_000 + (number % 31) * 100,
            }),
            ...(number % 200 === 0 && { failedAt: at }),
            waitMs: (number % 60) * 1_000,
            readMs: 300 + (number % 40) * 50,
            checkMs: 3 + (number % 7),
            codeMs: 5 + (number % 11),
          })
          .where(eq(documentWork.documentId, documentId))
          .run()
        if (isCorrected) {
          const field = number % 22 === 0 ? 'account' : 'due_date'
          tx.insert(correctedFields).values({ intakeNumber: number, field }).run()
        }
        if (!hasIssue) continue
        tx.insert(issues)
          .values({
            id: issueId,
            documentId,
            key: 'total_mismatch',
            severity: 'high',
            subject: { type: 'field', field: 'grand_total' },
            params: { difference: '4.00', currency: 'MXN', parts: '1000.00', total: '1004.00' },
            suggestions: [],
            ...(isOpen
              ? { state: 'open' }
              : { state: 'resolved', resolvedBy: 'person', resolvedAt: at + 60_000, resolutionNote: '' }),
            raisedAt: at,
          })
          .run()
      }
      appendJournal(tx, { at: start, actor: 'bench', kind: 'books.filled', documentId: null, params: { first } })
    })
  }
  // As the app would have left them: found by every word they hold.
  while (refreshSearchIndex(store, perTransaction) === perTransaction);
  store.close()
}
