import type { XmlElement } from '../xml/element'
import type { Attributes } from './cfdi-sealed-values'
import { complementValues, descendants, hasOnly, take } from './cfdi-sealed-values'

// Anexo 20, "Generación de la cadena original": attributes in the order of the standard, each after a pipe, absent ones
// left out, white space collapsed; elements in the order of the schema, complements last.

interface Order {
  readonly document: Attributes
  readonly issuer: Attributes
  readonly receiver: Attributes
  readonly concept: Attributes
  readonly summaryTransfer: Attributes
}

const conceptTax: Attributes = ['Base', 'Impuesto', 'TipoFactor', 'TasaOCuota', 'Importe']
const part: Attributes = [
  'ClaveProdServ',
  'NoIdentificacion',
  'Cantidad',
  'Unidad',
  'Descripcion',
  'ValorUnitario',
  'Importe',
]

const order33: Order = {
  document: [
    ...['Version', 'Serie', 'Folio', 'Fecha', 'FormaPago', 'NoCertificado', 'CondicionesDePago', 'SubTotal'],
    ...['Descuento', 'Moneda', 'TipoCambio', 'Total', 'TipoDeComprobante', 'MetodoPago', 'LugarExpedicion'],
    'Confirmacion',
  ],
  issuer: ['Rfc', 'Nombre', 'RegimenFiscal'],
  receiver: ['Rfc', 'Nombre', 'ResidenciaFiscal', 'NumRegIdTrib', 'UsoCFDI'],
  concept: [
    ...['ClaveProdServ', 'NoIdentificacion', 'Cantidad', 'ClaveUnidad', 'Unidad', 'Descripcion', 'ValorUnitario'],
    ...['Importe', 'Descuento'],
  ],
  summaryTransfer: ['Impuesto', 'TipoFactor', 'TasaOCuota', 'Importe'],
}

const order40: Order = {
  document: [
    ...['Version', 'Serie', 'Folio', 'Fecha', 'FormaPago', 'NoCertificado', 'CondicionesDePago', 'SubTotal'],
    ...['Descuento', 'Moneda', 'TipoCambio', 'Total', 'TipoDeComprobante', 'Exportacion', 'MetodoPago'],
    ...['LugarExpedicion', 'Confirmacion'],
  ],
  issuer: ['Rfc', 'Nombre', 'RegimenFiscal', 'FacAtrAdquirente'],
  receiver: [
    ...['Rfc', 'Nombre', 'DomicilioFiscalReceptor', 'ResidenciaFiscal', 'NumRegIdTrib', 'RegimenFiscalReceptor'],
    'UsoCFDI',
  ],
  concept: [...order33.concept, 'ObjetoImp'],
  summaryTransfer: conceptTax,
}

const childrenOfDocument = [
  ...['InformacionGlobal', 'CfdiRelacionados', 'Emisor', 'Receptor', 'Conceptos', 'Impuestos', 'Complemento'],
  'Addenda',
]
const childrenOfConcept = [
  ...['Impuestos', 'ACuentaTerceros', 'InformacionAduanera', 'CuentaPredial', 'ComplementoConcepto'],
  'Parte',
]

/**
 * The text that the seller's seal of a CFDI 3.3 or 4.0 is made over.
 *
 * @returns null when the document holds a complement whose rules we do not know: nothing can be said about its seal then
 */
export function originalString(root: XmlElement, version: '3.3' | '4.0'): string | null {
  const order = version === '4.0' ? order40 : order33
  const all = (owner: XmlElement, ...path: string[]) => descendants(owner, root.uri, ...path)
  const concepts = all(root, 'Conceptos', 'Concepto')
  if (!hasOnly(root, childrenOfDocument) || !concepts.every(one => hasOnly(one, childrenOfConcept))) return null
  const complements = complementValues(all(root, 'Complemento'))
  const items = concepts.map(concept => conceptValues(concept, order, all))
  if (complements === null || items.some(item => item === null)) return null
  const values = [
    ...take(root, order.document),
    ...all(root, 'InformacionGlobal').flatMap(one => take(one, ['Periodicidad', 'Meses', 'Año'])),
    ...all(root, 'CfdiRelacionados').flatMap(group => [
      ...take(group, ['TipoRelacion']),
      ...all(group, 'CfdiRelacionado').flatMap(one => take(one, ['UUID'])),
    ]),
    ...all(root, 'Emisor').flatMap(one => take(one, order.issuer)),
    ...all(root, 'Receptor').flatMap(one => take(one, order.receiver)),
    ...items.flatMap(item => item ?? []),
    ...all(root, 'Impuestos').flatMap(summary => summaryValues(summary, order, all)),
    ...complements,
  ]
  return `||${values.join('|')}||`
}

type All = (owner: XmlElement, ...path: string[]) => XmlElement[]

function conceptValues(concept: XmlElement, order: Order, all: All): string[] | null {
  const complements = complementValues(all(concept, 'ComplementoConcepto'))
  if (complements === null) return null
  return [
    ...take(concept, order.concept),
    ...all(concept, 'Impuestos', 'Traslados', 'Traslado').flatMap(tax => take(tax, conceptTax)),
    ...all(concept, 'Impuestos', 'Retenciones', 'Retencion').flatMap(tax => take(tax, conceptTax)),
    ...all(concept, 'ACuentaTerceros').flatMap(one =>
      take(one, [
        'RfcACuentaTerceros',
        'NombreACuentaTerceros',
        'RegimenFiscalACuentaTerceros',
        'DomicilioFiscalACuentaTerceros',
      ]),
    ),
    ...all(concept, 'InformacionAduanera').flatMap(one => take(one, ['NumeroPedimento'])),
    ...all(concept, 'CuentaPredial').flatMap(one => take(one, ['Numero'])),
    ...complements,
    ...all(concept, 'Parte').flatMap(one => [
      ...take(one, part),
      ...all(one, 'InformacionAduanera').flatMap(customs => take(customs, ['NumeroPedimento'])),
    ]),
  ]
}

/** In the summary withheld taxes come first and each total after its rows. */
function summaryValues(summary: XmlElement, order: Order, all: All): string[] {
  return [
    ...all(summary, 'Retenciones', 'Retencion').flatMap(tax => take(tax, ['Impuesto', 'Importe'])),
    ...take(summary, ['TotalImpuestosRetenidos']),
    ...all(summary, 'Traslados', 'Traslado').flatMap(tax => take(tax, order.summaryTransfer)),
    ...take(summary, ['TotalImpuestosTrasladados']),
  ]
}
