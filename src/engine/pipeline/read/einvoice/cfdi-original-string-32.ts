import type { XmlElement } from '../xml/element'
import { childrenOf } from '../xml/element'
import { complementValues, descendants, hasOnly, take } from './cfdi-sealed-values'

// Anexo 20 for CFDI 3.2 (2012, addresses and customs as amended until 2014): series, folio and certificate number are
// not sealed, and neither is a part of an item, only its customs entry.

const document = [
  ...['version', 'fecha', 'tipoDeComprobante', 'formaDePago', 'condicionesDePago', 'subTotal', 'descuento'],
  ...['TipoCambio', 'Moneda', 'total', 'metodoDePago', 'LugarExpedicion', 'NumCtaPago', 'FolioFiscalOrig'],
  ...['SerieFolioFiscalOrig', 'FechaFolioFiscalOrig', 'MontoFolioFiscalOrig'],
]
const address = [
  ...['calle', 'noExterior', 'noInterior', 'colonia', 'localidad', 'referencia', 'municipio', 'estado', 'pais'],
  'codigoPostal',
]
const concept = ['cantidad', 'unidad', 'noIdentificacion', 'descripcion', 'valorUnitario', 'importe']
const customs = ['numero', 'fecha', 'aduana']

const childrenOfDocument = ['Emisor', 'Receptor', 'Conceptos', 'Impuestos', 'Complemento', 'Addenda']
const childrenOfConcept = ['InformacionAduanera', 'CuentaPredial', 'ComplementoConcepto', 'Parte']

/**
 * The text that the seller's seal of a CFDI 3.2 is made over.
 *
 * @returns null when the document holds a complement whose rules we do not know
 */
export function originalString32(root: XmlElement): string | null {
  const all = (owner: XmlElement, ...path: string[]) => descendants(owner, root.uri, ...path)
  const concepts = all(root, 'Conceptos', 'Concepto')
  if (!hasOnly(root, childrenOfDocument) || !concepts.every(one => hasOnly(one, childrenOfConcept))) return null
  const complements = complementValues(all(root, 'Complemento'))
  const items = concepts.map(conceptValues)
  if (complements === null || items.some(item => item === null)) return null
  const values = [
    ...take(root, document),
    ...all(root, 'Emisor').flatMap(issuer => [
      ...take(issuer, ['rfc', 'nombre']),
      ...all(issuer, 'DomicilioFiscal').flatMap(one => take(one, address)),
      ...all(issuer, 'ExpedidoEn').flatMap(one => take(one, address)),
      ...all(issuer, 'RegimenFiscal').flatMap(one => take(one, ['Regimen'])),
    ]),
    ...all(root, 'Receptor').flatMap(receiver => [
      ...take(receiver, ['rfc', 'nombre']),
      ...all(receiver, 'Domicilio').flatMap(one => take(one, address)),
    ]),
    ...items.flatMap(item => item ?? []),
    ...all(root, 'Impuestos').flatMap(summary => [
      ...all(summary, 'Retenciones', 'Retencion').flatMap(tax => take(tax, ['impuesto', 'importe'])),
      ...take(summary, ['totalImpuestosRetenidos']),
      ...all(summary, 'Traslados', 'Traslado').flatMap(tax => take(tax, ['impuesto', 'tasa', 'importe'])),
      ...take(summary, ['totalImpuestosTrasladados']),
    ]),
    ...complements,
  ]
  return `||${values.join('|')}||`
}

function conceptValues(element: XmlElement): string[] | null {
  const complements = complementValues(childrenOf(element, element.uri, 'ComplementoConcepto'))
  if (complements === null) return null
  const { children } = element
  const entries = children.flatMap(child => {
    if (child.local === 'InformacionAduanera') return [child]
    return child.local === 'Parte' ? childrenOf(child, child.uri, 'InformacionAduanera') : []
  })
  return [
    ...take(element, concept),
    ...entries.flatMap(entry => take(entry, customs)),
    ...childrenOf(element, element.uri, 'CuentaPredial').flatMap(one => take(one, ['numero'])),
    ...complements,
  ]
}
