import type { XmlElement } from '../xml/element'
import { childrenOf } from '../xml/element'

// Anexo 20, "Generación de la cadena original": attributes in the order of the standard, each after a pipe, absent ones
// left out, white space collapsed; elements in the order of the schema, complements last.

type Attributes = readonly string[]

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

/** Children an element may have; another one means a rule we do not know. */
const known: Readonly<Record<string, readonly string[]>> = {
  Comprobante: [
    ...['InformacionGlobal', 'CfdiRelacionados', 'Emisor', 'Receptor', 'Conceptos', 'Impuestos', 'Complemento'],
    'Addenda',
  ],
  Concepto: ['Impuestos', 'ACuentaTerceros', 'InformacionAduanera', 'CuentaPredial', 'Parte'],
}

const stamp = 'http://www.sat.gob.mx/TimbreFiscalDigital'
const localTaxes = 'http://www.sat.gob.mx/implocal'
const legends = 'http://www.sat.gob.mx/leyendasFiscales'

/**
 * The text that the seller's seal of a CFDI 3.3 or 4.0 is made over.
 *
 * @returns null when the document holds a complement whose rules we do not know: nothing can be said about its seal then
 */
export function originalString(root: XmlElement, version: '3.3' | '4.0'): string | null {
  if (!hasOnly(root, 'Comprobante')) return null
  const order = version === '4.0' ? order40 : order33
  const all = (owner: XmlElement | undefined, ...path: string[]) => descendants(owner, root.uri, path)
  const concepts = all(root, 'Conceptos', 'Concepto')
  if (concepts.some(concept => !hasOnly(concept, 'Concepto'))) return null
  const complements = childrenOf(root, root.uri, 'Complemento').flatMap(({ children }) => children.map(complement))
  if (complements.some(values => values === null)) return null
  const values = [
    ...take(root, order.document),
    ...all(root, 'InformacionGlobal').flatMap(one => take(one, ['Periodicidad', 'Meses', 'Año'])),
    ...all(root, 'CfdiRelacionados').flatMap(group => [
      ...take(group, ['TipoRelacion']),
      ...all(group, 'CfdiRelacionado').flatMap(one => take(one, ['UUID'])),
    ]),
    ...all(root, 'Emisor').flatMap(one => take(one, order.issuer)),
    ...all(root, 'Receptor').flatMap(one => take(one, order.receiver)),
    ...concepts.flatMap(concept => conceptValues(concept, order, all)),
    ...all(root, 'Impuestos').flatMap(summary => summaryValues(summary, order, all)),
    ...complements.flatMap(told => told ?? []),
  ]
  return `||${values.join('|')}||`
}

type All = (owner: XmlElement | undefined, ...path: string[]) => XmlElement[]

function conceptValues(concept: XmlElement, order: Order, all: All): string[] {
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

/** The stamp is put on after sealing and is no part of what was sealed. */
function complement(element: XmlElement): string[] | null {
  if (element.uri === stamp) return []
  const rows = (local: string) => childrenOf(element, element.uri, local)
  if (element.uri === localTaxes && element.local === 'ImpuestosLocales') {
    return [
      ...take(element, ['version', 'TotaldeRetenciones', 'TotaldeTraslados']),
      ...rows('RetencionesLocales').flatMap(row => take(row, ['ImpLocRetenido', 'TasadeRetencion', 'Importe'])),
      ...rows('TrasladosLocales').flatMap(row => take(row, ['ImpLocTrasladado', 'TasadeTraslado', 'Importe'])),
    ]
  }
  if (element.uri === legends && element.local === 'LeyendasFiscales') {
    const legend = ['disposicionFiscal', 'norma', 'textoLeyenda']
    return [...take(element, ['version']), ...rows('Leyenda').flatMap(row => take(row, legend))]
  }
  return null
}

function hasOnly(element: XmlElement, name: string): boolean {
  return element.children.every(({ uri, local }) => uri === element.uri && (known[name] ?? []).includes(local))
}

function descendants(owner: XmlElement | undefined, uri: string, path: readonly string[]): XmlElement[] {
  let found = owner === undefined ? [] : [owner]
  for (const local of path) found = found.flatMap(element => childrenOf(element, uri, local))
  return found
}

function take(element: XmlElement, names: Attributes): string[] {
  return names.flatMap(name => {
    const found = element.attributes.find(({ local, uri }) => local === name && uri === '')
    return found === undefined ? [] : [found.value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')]
  })
}
