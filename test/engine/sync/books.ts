import { resolve } from 'node:path'
import type { DetailRead } from '../../../src/engine/pipeline/facts'
import type { DocumentId, InvoiceId, LineId, Sha256, VendorId } from '../../../src/shared/ids'
import { minor, toMinor, decimal } from '../../../src/shared/money'
import { numberKey } from '../../../src/engine/decisions/invoice-fields'
import { loadChart, type Chart } from '../../../src/engine/pipeline/code/chart'
import { insertDocument } from '../../../src/engine/store/documents'
import { newId } from '../../../src/engine/store/new-id'
import type { Store } from '../../../src/engine/store/open'
import { invoiceLines, invoices, invoiceTaxes, vendors } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { enqueueBill } from '../../../src/engine/sync/enqueue-bill'
import { nameKey } from '../../../src/engine/vendors/name-key'

/** Tests and measurements both run at the root of the checkout. */
const resources = resolve('resources')
const charts = new Map<Chart['key'], Chart>()

export function chartOf(key: Chart['key']): Chart {
  const chart = charts.get(key) ?? loadChart(resources, key === 'own' ? 'sat' : key)
  charts.set(key, chart)
  return chart
}

export interface InvoiceToApprove {
  readonly number: string | null
  readonly vendor: { readonly name: string; readonly taxId: string | null }
  /** [description, net, account] */
  readonly lines: readonly (readonly [string, string, string | null])[]
  readonly taxes?: readonly (readonly ['transferred' | 'withheld', string, string | null, string])[]
  readonly total: string
  readonly net?: string
  readonly taxTotal?: string | null
  readonly withheld?: string
  readonly uuid?: string | null
  readonly issueDate?: string | null
  readonly dueDate?: string | null
  readonly currency?: string
  readonly documentType?: 'invoice' | 'credit_note'
  readonly exchangeRate?: string
  readonly related?: readonly string[]
  /** What the e-invoice says beside its header. */
  readonly details?: readonly DetailRead[]
  /** Of a file that lies among the originals; without it there is none. */
  readonly sha256?: Sha256
}

/** A stationer's invoice as most are: one line, 16 % IVA, CFDI. */
export function stationery(number: string, more: Partial<InvoiceToApprove> = {}): InvoiceToApprove {
  return {
    number,
    vendor: { name: 'Papelería del Norte SA de CV', taxId: 'PNO010203AB1' },
    lines: [['Papel bond carta', '1000.00', '601.84']],
    taxes: [['transferred', 'IVA', '16', '160.00']],
    total: '1160.00',
    uuid: uuidFor(number),
    ...more,
  }
}

/** Writes an approved invoice and its outbox row, as the approval does: in one transaction. */
export function approve(store: Store, invoice: InvoiceToApprove, now: number): DocumentId {
  return write(store, tx => {
    const documentId = newId<DocumentId>(now)
    insertDocument(tx, {
      id: documentId,
      sha256: invoice.sha256 ?? ('0123456789abcdef'.repeat(4) as Sha256),
      fileName: `${invoice.number ?? 'sin-folio'}.xml`,
      bytes: 1000,
      kind: 'xml',
      mediaType: 'application/xml',
      source: 'drop',
      receivedAt: now,
      state: 'approved',
    })
    const currency = invoice.currency ?? 'MXN'
    const money = (text: string | null | undefined) =>
      text === undefined || text === null ? null : toMinor(decimal(text), currency)
    const taxId = invoice.vendor.taxId
    const known = tx
      .select()
      .from(vendors)
      .all()
      .find(vendor => (taxId === null ? vendor.name === invoice.vendor.name : vendor.taxId === taxId))
    const vendorId = known?.id ?? newId<VendorId>(now)
    if (!known) {
      tx.insert(vendors)
        .values({
          id: vendorId,
          name: invoice.vendor.name,
          nameKey: nameKey(invoice.vendor.name),
          taxId,
          createdAt: now,
        })
        .run()
    }
    const invoiceId = newId<InvoiceId>(now)
    const transferred = (invoice.taxes ?? []).filter(tax => tax[0] === 'transferred')
    const taxSum = transferred.reduce((sum, tax) => sum + (money(tax[3]) ?? 0), 0)
    tx.insert(invoices)
      .values({
        id: invoiceId,
        documentId,
        documentType: invoice.documentType ?? 'invoice',
        invoiceNumber: invoice.number,
        numberKey: numberKey(invoice.number),
        issueDate: invoice.issueDate === undefined ? '2026-02-10' : invoice.issueDate,
        dueDate: invoice.dueDate ?? null,
        currency,
        sellerName: invoice.vendor.name,
        sellerTaxId: taxId,
        netTotal: money(invoice.net) ?? invoice.lines.reduce((sum, line) => sum + (money(line[1]) ?? 0), 0),
        taxTotal: invoice.taxTotal === undefined ? taxSum : money(invoice.taxTotal),
        withheldTotal: money(invoice.withheld),
        grandTotal: money(invoice.total),
        payable: money(invoice.total),
        uuid: invoice.uuid ?? null,
        exchangeRate: invoice.exchangeRate ?? null,
        related: invoice.related ? [...invoice.related] : null,
        details: invoice.details ? [...invoice.details] : null,
        vendorId,
        format: 'cfdi_4.0',
        reader: 'test 1',
      })
      .run()
    for (const [position, [description, net, accountCode]] of invoice.lines.entries()) {
      tx.insert(invoiceLines)
        .values({
          id: newId<LineId>(now),
          invoiceId,
          position: position + 1,
          description,
          quantity: '10',
          unit: 'caja',
          unitPrice: '100',
          lineTotal: money(net),
          accountCode,
          codingEvidence: [],
        })
        .run()
    }
    for (const [kind, name, rate, amount] of invoice.taxes ?? []) {
      tx.insert(invoiceTaxes)
        .values({ id: newId(now), invoiceId, kind, name, rate, amount: money(amount) ?? minor(0) })
        .run()
    }
    enqueueBill(tx, documentId, { now })
    return documentId
  })
}

/** A fiscal UUID of its own for each number. */
function uuidFor(number: string): string {
  const hex = [...number].map(letter => letter.codePointAt(0)?.toString(16) ?? '').join('')
  const padded = hex.padStart(12, '0').slice(-12).toUpperCase()
  return `3F2504E0-4F89-41D3-9A0C-${padded}`
}
