import type { PageReading } from '../../src/engine/pipeline/facts'
import type { Truth } from '../reading-accuracy/truth'
import { invent, type Invented } from './invoice'
import { setInvoice } from './set-invoice'
import { styleOf } from './style'

export interface SyntheticDocument {
  readonly pages: readonly PageReading[]
  readonly truth: Truth
}

/** Invented invoices with their truth: the same seeds give the same documents, words and boxes alike. */
export function syntheticDocuments(from: number, count: number): SyntheticDocument[] {
  return Array.from({ length: count }, (_, at) => syntheticDocument(from + at))
}

function syntheticDocument(seed: number): SyntheticDocument {
  const { invoice, random } = invent(seed)
  const pages = setInvoice(invoice, styleOf(invoice.wording, random), random)
  return { pages, truth: truthOf(invoice, `synthetic ${seed}`) }
}

/** What a right reading of an invented invoice gives. */
export function truthOf(invoice: Invented, file: string): Truth {
  const plain = (cents: number) => (cents / 100).toFixed(2)
  return {
    id: file,
    path: file,
    file,
    group: 'synthetic',
    language: invoice.language,
    family: file,
    isPayable: true,
    isUnreadable: false,
    names: 'likeness',
    fields: {
      document_type: ['invoice'],
      invoice_number: [invoice.number],
      issue_date: [invoice.issued],
      due_date: [invoice.due],
      currency: [invoice.wording.currency],
      'seller.name': [invoice.seller.name],
      'seller.tax_id': [invoice.seller.taxId],
      'buyer.name': [invoice.buyer.name],
      net_total: [plain(invoice.net)],
      tax_total: [plain(invoice.tax)],
      grand_total: [plain(invoice.total)],
    },
    lines: invoice.lines.map(line => ({
      description: [line.description, line.more].filter(Boolean).join(' '),
      quantity: String(line.quantity),
      unit_price: plain(line.price),
      line_total: plain(line.total),
    })),
  }
}
