import { readPageFacts } from '../../src/engine/pipeline/read/page/read-page-facts'
import { benchOptions } from '../reading-accuracy/read-file'
import { invent, type Invented } from '../synthetic/invoice'
import { seeded } from '../synthetic/random'
import { setInvoice } from '../synthetic/set-invoice'
import { styleOf, type Style } from '../synthetic/style'
import { truthOf } from '../synthetic/documents'
import type { VendorDocument } from './vendor-run'

/** What no list of labels holds, in the manner of programs that name their fields as their makers liked. */
const oddWording: Readonly<
  Record<'numberLabel' | 'dateLabel' | 'dueLabel' | 'netLabel' | 'totalLabel', readonly string[]>
> = {
  numberLabel: ['Vorgang', 'Our sign', 'Expediente', 'Key', 'Beleg-Kz', 'Pièce', 'Ticket ID'],
  dateLabel: ['Printed', 'Stand', 'Hecho el', 'Made on', 'Erstellt', 'Tirage'],
  dueLabel: ['Valuta', 'Settle by', 'Tope', 'Limit', 'Laatste dag', 'Butoir'],
  netLabel: ['Goods', 'Warenwert', 'Mercancía', 'Worth', 'Valeur', 'Merce'],
  totalLabel: ['To settle', 'Endwert', 'Gran cifra', 'Final sum', 'Somme due', 'Tutto'],
}

/** Invented vendors with several invoices each: one layout, one wording, other numbers, dates, goods and lengths. */
export function inventedVendors(count: number, documentsEach: number): VendorDocument[][] {
  return Array.from({ length: count }, (_, vendor) => {
    const first = firstOf(vendor)
    const style = oddStyle(styleOf(first.wording, seeded(vendor + 500)), vendor)
    return Array.from({ length: documentsEach }, (_, at) => {
      const invoice = ofVendor(first, sameKind(first, vendor, at))
      const pages = setInvoice(invoice, style, seeded(vendor + 900))
      const truth = truthOf(invoice, `invented vendor ${vendor}, document ${at + 1}`)
      return { truth, pages, facts: readPageFacts(pages, benchOptions) }
    })
  })
}

/** Tills have a layout of their own, which is not what this is about. */
function firstOf(vendor: number): Invented {
  for (let seed = vendor; ; seed += 7_000) {
    const { invoice } = invent(seed)
    if (invoice.kind !== 'receipt') return invoice
  }
}

/** Another invoice of the vendor's language (it follows the seed by sevens) and kind: one program prints one layout for each. */
function sameKind(first: Invented, vendor: number, at: number): Invented {
  for (let tried = 0; ; tried += 1) {
    const { invoice } = invent(vendor + 7 * (1000 * (at + 1) + tried))
    if (invoice.kind === first.kind && (invoice.due === '') === (first.due === '')) return invoice
  }
}

function ofVendor(first: Invented, other: Invented): Invented {
  const { seller, buyer, showsBuyerTaxId, number, wording, language } = first
  const [digits] = /\d+$/.exec(other.number) ?? ['']
  return { ...other, seller, buyer, showsBuyerTaxId, wording, language, number: number.replace(/\d+$/, digits) }
}

function oddStyle(style: Style, vendor: number): Style {
  const random = seeded(vendor + 700)
  const odd = Object.entries(oddWording).flatMap(([label, wordings]) => {
    return random.chance(0.6) ? [[label, random.pick(wordings)] as const] : []
  })
  return { ...style, ...Object.fromEntries(odd) }
}
