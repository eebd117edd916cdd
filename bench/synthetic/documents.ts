import type { PageReading } from '../../src/engine/pipeline/facts'
import type { Truth } from '../reading-accuracy/truth'
import { invent, type Invented } from './invoice'
import { asOcr } from './noise'
import { setInvoice } from './set-invoice'
import { setSlip } from './set-slip'
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
  const isSlip = invoice.kind === 'receipt'
  const set = (isSlip ? setSlip : setInvoice)(invoice, styleOf(invoice.wording, random), random)
  const pages = random.chance(isSlip ? 0.7 : 0.2) ? asOcr(set, random) : set
  return { pages, truth: truthOf(invoice, `synthetic ${seed}`) }
}

/** What a right reading of an invented invoice gives. */
export function truthOf(invoice: Invented, file: string): Truth {
  const isSlip = invoice.kind === 'receipt'
  const plain = (cents: number) => (cents / 100).toFixed(2)
  const stated = (text: string) => [text === '' ? null : text]
  return {
    id: file,
    path: file,
    file,
    group: 'synthetic',
    language: invoice.language,
    family: file,
    isPayable: invoice.kind !== 'quote',
    isUnreadable: false,
    names: 'likeness',
    fields: {
      document_type: [invoice.kind],
      invoice_number: stated(invoice.number),
      issue_date: [invoice.issued],
      due_date: stated(invoice.due),
      // A till slip need not name its currency.
      currency: [invoice.wording.currency, ...(isSlip ? [null] : [])],
      'seller.name': [invoice.seller.name],
      'seller.tax_id': stated(invoice.seller.taxId),
      'buyer.name': [isSlip ? null : invoice.buyer.name],
      'buyer.tax_id': stated(invoice.showsBuyerTaxId ? invoice.buyer.taxId : ''),
      net_total: [plain(invoice.net), ...(isSlip ? [null] : [])],
      tax_total: [plain(invoice.tax)],
      grand_total: [plain(invoice.total)],
      ...(invoice.paid === 0 ? {} : { payable: [plain(invoice.total - invoice.paid)] }),
    },
    lines: isSlip ? null : linesOf(invoice, plain),
  }
}

function linesOf({ lines }: Invented, plain: (cents: number) => string): Truth['lines'] {
  return lines.map(line => ({
    description: [line.description, line.more].filter(Boolean).join(' '),
    quantity: String(line.quantity),
    unit_price: plain(line.price),
    line_total: plain(line.total),
  }))
}
