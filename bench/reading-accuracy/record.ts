import { createHash } from 'node:crypto'
import type { InvoiceFacts, LineRead } from '../../src/engine/pipeline/facts'

/** One line of `quittance read --json`: the public field names (README, "Command line"), as far as accuracy needs them. */
export interface ReadRecord {
  readonly file: string
  readonly sha256: string
  /** null or `none` when no invoice was found. */
  readonly format: string | null
  /** Code of the reason when the file could not be read. */
  readonly error?: string | null
  readonly ms?: number
  readonly document_type?: string | null
  readonly invoice_number?: string | null
  readonly issue_date?: string | null
  readonly due_date?: string | null
  readonly currency?: string | null
  readonly seller?: { readonly name?: string | null; readonly tax_id?: string | null } | null
  readonly buyer?: { readonly name?: string | null; readonly tax_id?: string | null } | null
  readonly net_total?: string | null
  readonly tax_total?: string | null
  readonly withheld_total?: string | null
  readonly grand_total?: string | null
  readonly payable?: string | null
  readonly uuid?: string | null
  readonly lines?: readonly ReadLine[] | null
  /** What the reader says about each field: how likely it is right, and where its words came from. */
  readonly claims?: Readonly<Record<string, Claim>>
}

export interface Claim {
  readonly probability: number
  readonly by: 'text_layer' | 'ocr'
}

export interface ReadLine {
  readonly description?: string | null
  readonly quantity?: string | null
  readonly unit_price?: string | null
  readonly line_total?: string | null
  readonly tax_rate?: string | null
  readonly product_code?: string | null
  /** The cell that the page does not print and the reader worked out. */
  readonly derived?: 'quantity' | 'unit_price' | 'line_total' | null
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Facts in the public field names. */
export function recordOf(
  file: string,
  sha256: string,
  reading: { readonly format: string; readonly facts: InvoiceFacts },
  ms: number,
): ReadRecord {
  const { chosen, lines } = reading.facts
  const value = (field: keyof typeof chosen) => chosen[field]?.value ?? null
  return {
    file,
    sha256,
    format: reading.format,
    error: null,
    ms,
    document_type: value('document_type'),
    invoice_number: value('invoice_number'),
    issue_date: value('issue_date'),
    due_date: value('due_date'),
    currency: value('currency'),
    seller: { name: value('seller.name'), tax_id: value('seller.tax_id') },
    buyer: { name: value('buyer.name'), tax_id: value('buyer.tax_id') },
    net_total: value('net_total'),
    tax_total: value('tax_total'),
    withheld_total: value('withheld_total'),
    grand_total: value('grand_total'),
    payable: value('payable'),
    uuid: value('uuid'),
    claims: Object.fromEntries(
      Object.values(chosen).flatMap(candidate => {
        if (!candidate) return []
        const { field, probability, origin } = candidate
        const by = origin.kind === 'page' && origin.by === 'ocr' ? 'ocr' : 'text_layer'
        return [[field, { probability, by }] as const]
      }),
    ),
    lines: lines.map(line => ({
      description: line.description,
      quantity: line.quantity,
      unit_price: line.unitPrice,
      line_total: line.lineTotal,
      tax_rate: line.taxRate,
      product_code: line.productCode,
      derived: derivedIn(line),
    })),
  }
}

const columnOf = { quantity: 'quantity', unitPrice: 'unit_price', lineTotal: 'line_total' } as const

function derivedIn({ origin }: LineRead): (typeof columnOf)[keyof typeof columnOf] | null {
  return origin.kind !== 'page' || origin.derived === undefined ? null : columnOf[origin.derived]
}
