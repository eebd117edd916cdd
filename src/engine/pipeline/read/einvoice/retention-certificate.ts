import type { InvoiceFacts } from '../../facts'
import type { XmlElement } from '../xml/element'
import { attributeOf, descend } from '../xml/element'
import { draftFacts } from './facts-draft'
import type { EInvoiceFormat } from './format'

const namespace = /^http:\/\/www\.sat\.gob\.mx\/esquemas\/retencionpago\/[12]$/
const stampNamespace = 'http://www.sat.gob.mx/TimbreFiscalDigital'

/** Mexican certificate of withheld taxes: a fiscal document that nobody pays, recognised so that it never becomes a bill. */
export const retentionCertificate: EInvoiceFormat = {
  reader: 'sat_retenciones 1',
  recognise(root) {
    if (root.local !== 'Retenciones' || !namespace.test(root.uri)) return undefined
    return `sat_retenciones_${attributeOf(root, 'Version')?.value ?? 'unknown'}`
  },
  read: root => [readCertificate(root)],
}

function readCertificate(root: XmlElement): InvoiceFacts {
  const { uri } = root
  const draft = draftFacts()
  draft.prescribed('document_type', 'withholding_certificate', 'sat_retenciones')
  draft.text('invoice_number', attributeOf(root, 'FolioInt'))
  draft.date('issue_date', attributeOf(root, 'FechaExp'))
  draft.prescribed('currency', 'MXN', 'sat_retenciones')
  const seller = descend(root, uri, 'Emisor')
  draft.text('seller.name', attributeOf(seller, 'NomDenRazSocE'))
  // Version 1 writes RFCEmisor, version 2 RfcE.
  draft.text('seller.tax_id', attributeOf(seller, 'RfcE') ?? attributeOf(seller, 'RFCEmisor'))
  const buyer = descend(root, uri, 'Receptor', 'Nacional') ?? descend(root, uri, 'Receptor', 'Extranjero')
  draft.text('buyer.name', attributeOf(buyer, 'NomDenRazSocR'))
  const buyerTaxIds = ['RfcR', 'RFCRecep', 'NumRegIdTribR', 'NumRegIdTrib'].map(name => attributeOf(buyer, name))
  draft.text(
    'buyer.tax_id',
    buyerTaxIds.find(found => found !== undefined),
  )
  const totals = descend(root, uri, 'Totales')
  draft.amount('grand_total', attributeOf(totals, 'MontoTotOperacion') ?? attributeOf(totals, 'montoTotOperacion'))
  draft.amount('withheld_total', attributeOf(totals, 'MontoTotRet') ?? attributeOf(totals, 'montoTotRet'))
  const stamp = descend(root, uri, 'Complemento')?.children.find(
    child => child.local === 'TimbreFiscalDigital' && child.uri === stampNamespace,
  )
  const uuid = attributeOf(stamp, 'UUID')
  draft.text('uuid', uuid && { value: uuid.value.toUpperCase(), path: uuid.path })
  return draft.facts({ lines: [], taxes: [], adjustments: [] })
}
