import type { Box, DocumentKind, PageInfo } from '../../shared/document'
import type { DetailKey, FieldName, Origin } from '../../shared/invoice'
import type { DecimalText } from '../../shared/money'
import type { ErrorCode, MessageParams } from '../../shared/result'

/**
 * One value a reader proposes for a field. Several may compete; `probability` is the reader's own claim, 0 to 1.
 * Probability 0: the document says so, but no valid value can be made of it ("1e5" as an amount, 30 February). Such a
 * text is never chosen; the field stays empty and the candidate tells what was written.
 */
export interface Candidate {
  readonly field: FieldName
  /** Normalised text: dates `YYYY-MM-DD`, amounts decimal text, currency ISO 4217. */
  readonly value: string
  readonly probability: number
  readonly origin: Origin
}

/** One row of the invoice as read. Amounts in the invoice's currency; rates in percent. */
export interface LineRead {
  readonly description: string
  readonly quantity: DecimalText | null
  readonly unit: string | null
  /** Net of the line's own allowance, as the document states it. */
  readonly unitPrice: DecimalText | null
  /** How many units the price is for when not one (EN 16931 BT-149): line total = quantity × unit price ÷ this. */
  readonly priceBaseQuantity?: DecimalText
  /**
   * Charges less allowances of the line itself, beyond its unit price: line total = quantity × unit price + this. Left
   * out where the format does not tell them as amounts.
   */
  readonly adjustment?: DecimalText
  /** Net of the line's own discount, before tax. */
  readonly lineTotal: DecimalText | null
  readonly taxRate: DecimalText | null
  readonly productCode: string | null
  /** Catalogue code, e.g. SAT ClaveProdServ. */
  readonly classificationCode: string | null
  readonly origin: Origin
}

/** A tax (or, when negative in effect, a withholding) summed over the document. */
export interface TaxRead {
  readonly kind: 'transferred' | 'withheld'
  /** As the document names it: "IVA", "IEPS", "ISR", "VAT" … */
  readonly name: string
  /** Percent; null for exempt or fixed quotas. */
  readonly rate: DecimalText | null
  readonly base: DecimalText | null
  readonly amount: DecimalText
  readonly origin: Origin
}

/**
 * An amount between the lines and the totals. The checks that follow from it:
 * Σ line totals + charges − allowances = net_total, and
 * grand_total − prepaid + rounding = payable.
 * `amount` is positive for the usual direction; a document that reverses it writes it negative.
 */
export interface AdjustmentRead {
  /** allowance and charge: of the whole document, before tax. prepaid and rounding: between grand total and payable. */
  readonly kind: 'allowance' | 'charge' | 'prepaid' | 'rounding'
  readonly amount: DecimalText
  /** As the document says it, e.g. "Freight"; empty when it gives no reason. */
  readonly reason: string
  readonly origin: Origin
}

/** Something an e-invoice says beside header, lines and taxes; for looking up and for checks, never for posting. */
export interface DetailRead {
  readonly key: DetailKey
  /** Dates `YYYY-MM-DD`, amounts decimal text, codes as the document writes them. */
  readonly value: string
  readonly origin: Origin
}

/** What a sighting may be the value of; a mark is a tax number, bank account or web address: it tells whose page this is. */
export type SightingKind = 'amount' | 'date' | 'number' | 'mark'

/**
 * A text of a page that may be somebody's value, whatever the reader took it for, with what stands beside it. Corrections are
 * looked up among these, and lessons are recognised by them, without looking at the page again.
 */
export interface Sighting {
  readonly kind: SightingKind
  /** Ways to read it, likeliest first. `format`: order of a date (`dmy`, `mdy`) or decimal sign, where the text leaves a choice. */
  readonly readings: readonly { readonly value: string; readonly format: SightingFormat | null }[]
  readonly origin: Extract<Origin, { readonly kind: 'page' }>
  /** Words before it in its row and over it in its column, as printed; empty where there are none. */
  readonly left: string
  readonly above: string
  /** Where it ends (amounts) or begins, as shares of the page's width and height. */
  readonly x: number
  readonly y: number
}

export type SightingFormat = 'dmy' | 'mdy' | '.' | ','

/** What a reader found on one invoice: candidates per field, best first within a field, plus lines and taxes. */
export interface InvoiceFacts {
  readonly candidates: readonly Candidate[]
  /** The consistent set: index into nothing, but the candidate itself; fields without a value are left out. */
  readonly chosen: Readonly<Partial<Record<FieldName, Candidate>>>
  readonly lines: readonly LineRead[]
  readonly taxes: readonly TaxRead[]
  /**
   * Allowances, charges, advances and rounding of the whole document; left out when the document has none.
   * Lines stay pure: a document discount is never spread over them or added as a row.
   */
  readonly adjustments?: readonly AdjustmentRead[]
  /** What else the document says, in its order: terms, payment, references, delivery, stamp. */
  readonly details?: readonly DetailRead[]
  /** Fiscal UUIDs (upper case) and numbers of the invoices this one is about: what a credit note takes back. */
  readonly related?: readonly string[]
  /** Of pages: every text that may be a value; what vendor memory works with. */
  readonly sightings?: readonly Sighting[]
}

/** A word on a page. Box in points of the page as shown, origin top left. */
export interface Word {
  readonly text: string
  readonly box: Box
  /** 0 to 1; 1 for a text layer. */
  readonly confidence: number
  /** Invisible, white, off-page or tiny text: shown to nobody, so it may not decide a value. */
  readonly hidden: boolean
}

export interface PageReading extends PageInfo {
  readonly words: readonly Word[]
  /** Set when this page could not be read; the others still count. */
  readonly failure: ErrorCode | null
}

/** Everything reading one document gave. Made in a document worker, stored by the engine. */
export interface DocumentReading {
  readonly kind: DocumentKind
  readonly mediaType: string
  /** `cfdi_4.0`, `ubl_invoice`, `cii_d16b`, `facturx`, `page` … ; `none` when no invoice was found. */
  readonly format: string
  /** Name and version of the reader that won, e.g. "cfdi 1". */
  readonly reader: string
  readonly pages: readonly PageReading[]
  /** Pictures of pages that Chromium cannot draw from the original (TIFF, turned photos), WebP. */
  readonly previews: readonly { readonly page: number; readonly mediaType: string; readonly bytes: Uint8Array }[]
  readonly facts: InvoiceFacts
  /**
   * Page values that contradict an embedded XML, and other remarks that become issues.
   * `page_unchecked`: whether `page` holds text nobody sees could not be found out in time.
   * `several_invoices`: the pages look like `count` invoices; the others begin with the pages `starts`.
   * `text_layer_disagrees`: the text of `page` says `text` where the page shows `picture`.
   * `more_invoices`: the file holds `count` invoices and `facts` are those of the first.
   */
  readonly remarks: readonly {
    readonly code:
      | 'xml_page_disagree'
      | 'page_failed'
      | 'page_unchecked'
      | 'text_layer_disagrees'
      | 'pages_left_out'
      | 'several_invoices'
      | 'more_invoices'
    readonly params: MessageParams
  }[]
  /** The XML behind the facts (of an XML document or embedded in a PDF), for the rendered view. */
  readonly xml: Uint8Array | null
}
