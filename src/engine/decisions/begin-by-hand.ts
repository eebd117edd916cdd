import type { InvoiceId } from '../../shared/ids'
import { moveDocument } from '../store/documents'
import { invoices, readings } from '../store/schema'
import { byHandFormat } from './by-hand'
import type { CommandScope } from './command'
import { findInvoice, personReader } from './load'

/** Makes an empty invoice to be filled in by a person, beside the document that could not be read. */
export function beginByHand({ tx, documentId, ctx }: CommandScope): void {
  if (!findInvoice(tx, documentId)) {
    const id = ctx.newId<InvoiceId>()
    const { homeCurrency } = ctx.settings
    tx.insert(invoices)
      .values({ id, documentId, format: byHandFormat, reader: personReader, currency: homeCurrency })
      .run()
    tx.insert(readings)
      .values({
        id: ctx.newId<string>(),
        invoiceId: id,
        field: 'currency',
        value: homeCurrency,
        probability: 1,
        origin: { kind: 'default', rule: 'home_currency' },
        reader: byHandFormat,
        isChosen: true,
      })
      .run()
  }
  moveDocument(tx, documentId, { state: 'needs_review' })
}
