import type { DocumentType } from '../../../../shared/invoice'
import type { InvoiceFacts } from '../../facts'
import type { Found, XmlElement } from '../xml/element'
import { attributeOf, childrenOf, descend } from '../xml/element'
import { readCfdiDetails } from './cfdi-details'
import { readCfdiLines } from './cfdi-lines'
import { readSeal } from './cfdi-seal'
import { readCfdiTaxes } from './cfdi-taxes'
import { distinctDetails } from './details'
import type { FactsDraft } from './facts-draft'
import { draftFacts } from './facts-draft'
import type { EInvoiceFormat } from './format'
import { amountOrNull, isZero, less } from './values'

const stampNamespace = 'http://www.sat.gob.mx/TimbreFiscalDigital'

/** 3.2 knows no type for payroll: an "egreso" with this complement is one. */
const payrollNamespaces = ['http://www.sat.gob.mx/nomina', 'http://www.sat.gob.mx/nomina12']

/** Namespace by version (Anexo 20). 3.2 and 3.3 share one; the version attribute tells them apart. */
const namespaces = ['http://www.sat.gob.mx/cfd/4', 'http://www.sat.gob.mx/cfd/3']

/** c_TipoDeComprobante; 3.2 writes the words. */
const documentTypes: Readonly<Record<string, DocumentType>> = {
  I: 'invoice',
  E: 'credit_note',
  T: 'transport',
  P: 'payment',
  N: 'payroll',
  ingreso: 'invoice',
  egreso: 'credit_note',
  traslado: 'transport',
}

/** 3.2 leaves the currency to the writer's fancy: "Peso Mexicano (MXN)", "M.N.", "Dólares de E.U.A.". */
const currencyWords: readonly (readonly [RegExp, string])[] = [
  [/d[oó]lar|\bdlls?\b|\busd\b|\bdls\b/i, 'USD'],
  [/\beuros?\b/i, 'EUR'],
  [/\bpesos?\b|^m\.? ?n\.?$|\bmx[np]\b|\bnacional\b/i, 'MXN'],
]

/** A CFDI as its readers see it: the namespace of its version and how that version spells attribute names. */
export interface Cfdi {
  readonly root: XmlElement
  readonly uri: string
  /** CFDI 3.2 writes most names small, `subTotal`, and rates as 16.00; 3.3 and 4.0 write `SubTotal` and 0.160000. */
  readonly is32: boolean
  attribute(element: XmlElement | undefined, name: string): Found | undefined
}

/** Mexican CFDI 4.0, 3.3 and 3.2: invoices, credit notes, payments, payroll and goods in transit. */
export const cfdi: EInvoiceFormat = {
  reader: 'cfdi 1',
  recognise(root) {
    if (root.local !== 'Comprobante' || !namespaces.includes(root.uri)) return undefined
    const version = attributeOf(root, 'Version') ?? attributeOf(root, 'version')
    return `cfdi_${version?.value ?? 'unknown'}`
  },
  read: (root, format) => [readCfdi(root, format)],
}

function readCfdi(root: XmlElement, format: string): InvoiceFacts {
  const is32 = format === 'cfdi_3.2'
  const document: Cfdi = {
    root,
    uri: root.uri,
    is32,
    attribute: (element, name) =>
      // Of 3.2 some were added later and have a capital: Moneda, TipoCambio, LugarExpedicion.
      (is32 ? attributeOf(element, name.charAt(0).toLowerCase() + name.slice(1)) : undefined) ??
      attributeOf(element, name),
  }
  const draft = draftFacts()
  readIdentity(document, draft)
  readParties(document, draft)
  readTotals(document, draft)
  const taxes = readCfdiTaxes(document, draft)
  return draft.facts({
    lines: readCfdiLines(document),
    taxes,
    adjustments: [],
    related: relatedInvoices(document),
    details: distinctDetails([...readCfdiDetails(document, stampOf(root)), ...readSeal(root, format)]),
  })
}

function readIdentity({ root, is32, attribute }: Cfdi, draft: FactsDraft): void {
  const type = attribute(root, 'TipoDeComprobante')
  const isPayroll = is32 && complementOf(root, 'Nomina', payrollNamespaces) !== undefined
  const kind = documentTypes[type?.value ?? ''] ?? 'other'
  draft.text('document_type', type && { value: isPayroll ? 'payroll' : kind, path: type.path })
  const series = attribute(root, 'Serie')
  const folio = attribute(root, 'Folio')
  if (series !== undefined && folio !== undefined) {
    draft.derived('invoice_number', series.value + folio.value, 'joined', [series.path, folio.path])
    draft.text('invoice_number', folio, 0.3)
  } else {
    draft.text('invoice_number', folio ?? series)
  }
  draft.date('issue_date', attribute(root, 'Fecha'))
  readCurrency(attribute(root, 'Moneda'), draft)
  readExchangeRate(attribute(root, 'TipoCambio'), draft)
  const uuid = attributeOf(stampOf(root), 'UUID')
  draft.text('uuid', uuid && { value: uuid.value.toUpperCase(), path: uuid.path })
}

/** The stamp lies in the complement; other complements carry UUIDs of other invoices, so the namespace decides. */
function stampOf(root: XmlElement): XmlElement | undefined {
  return complementOf(root, 'TimbreFiscalDigital', [stampNamespace])
}

function complementOf(root: XmlElement, name: string, namespaces: readonly string[]): XmlElement | undefined {
  return childrenOf(root, root.uri, 'Complemento')
    .flatMap(complement => complement.children)
    .find(({ local, uri }) => local === name && namespaces.includes(uri))
}

function readCurrency(written: Found | undefined, draft: FactsDraft): void {
  if (written === undefined) return draft.prescribed('currency', 'MXN', 'cfdi_without_currency')
  const word = currencyWords.find(([pattern]) => pattern.test(written.value))
  draft.currency(word === undefined ? written : { value: word[1], path: written.path })
}

/** Pesos for one unit of the document's currency; for pesos it says 1, which says nothing. */
function readExchangeRate(written: Found | undefined, draft: FactsDraft): void {
  const rate = amountOrNull(written)
  if (written === undefined || rate === null || !/[1-9]/.test(rate) || /^1(\.0*)?$/.test(rate)) return
  draft.text('exchange_rate', { value: rate, path: written.path })
}

/** What a credit note takes back: 01 is a credit note of the related documents, 03 a return of goods. */
function relatedInvoices({ root, uri, attribute }: Cfdi): string[] {
  return root.children
    .filter(({ local, uri: space }) => local === 'CfdiRelacionados' && space === uri)
    .filter(group => ['01', '03'].includes(attribute(group, 'TipoRelacion')?.value ?? ''))
    .flatMap(group => childrenOf(group, uri, 'CfdiRelacionado'))
    .flatMap(related => attribute(related, 'UUID')?.value.toUpperCase() ?? [])
    .slice(0, 100)
}

function readParties({ root, uri, attribute }: Cfdi, draft: FactsDraft): void {
  const seller = descend(root, uri, 'Emisor')
  draft.text('seller.name', attribute(seller, 'Nombre'))
  draft.text('seller.tax_id', attribute(seller, 'Rfc'))
  const buyer = descend(root, uri, 'Receptor')
  draft.text('buyer.name', attribute(buyer, 'Nombre'))
  draft.text('buyer.tax_id', attribute(buyer, 'Rfc'))
}

function readTotals({ root, attribute }: Cfdi, draft: FactsDraft): void {
  const subtotal = attribute(root, 'SubTotal')
  const discount = attribute(root, 'Descuento')
  const total = attribute(root, 'Total')
  const subtotalAmount = amountOrNull(subtotal)
  const discountAmount = amountOrNull(discount)
  if (subtotal !== undefined && subtotalAmount !== null && discount !== undefined && discountAmount !== null) {
    if (isZero(discountAmount)) draft.amount('net_total', subtotal)
    else {
      const net = less(subtotalAmount, discountAmount)
      draft.derived('net_total', net, 'subtotal_less_discount', [subtotal.path, discount.path])
    }
  } else {
    draft.amount('net_total', subtotal)
  }
  // Total is net of withheld taxes already, so it is both the document's total and what is due.
  draft.amount('grand_total', total)
  draft.amount('payable', total)
}
