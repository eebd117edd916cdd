import type { DecimalText } from '../../../../shared/money'
import type { LineRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { childrenOf, descend, pathOf } from '../xml/element'
import type { Cfdi } from './cfdi'
import { cfdiRate, taxName } from './cfdi-taxes'
import { oneLine, xmlOrigin } from './facts-draft'
import { amountOrNull, less, negated } from './values'

/** Reads the conceptos. A line's total is its Importe less its own Descuento. */
export function readCfdiLines(document: Cfdi): LineRead[] {
  const { root, uri } = document
  return childrenOf(descend(root, uri, 'Conceptos'), uri, 'Concepto').map(line => readLine(document, line))
}

function readLine(document: Cfdi, line: XmlElement): LineRead {
  const { attribute } = document
  const amount = amountOrNull(attribute(line, 'Importe'))
  const discount = amountOrNull(attribute(line, 'Descuento'))
  return {
    description: oneLine(attribute(line, 'Descripcion')?.value ?? ''),
    quantity: amountOrNull(attribute(line, 'Cantidad')),
    unit: (attribute(line, 'Unidad') ?? attribute(line, 'ClaveUnidad'))?.value ?? null,
    unitPrice: amountOrNull(attribute(line, 'ValorUnitario')),
    adjustment: discount === null ? ('0' as DecimalText) : negated(discount),
    lineTotal: amount !== null && discount !== null ? less(amount, discount) : amount,
    taxRate: vatRate(document, line),
    productCode: attribute(line, 'NoIdentificacion')?.value ?? null,
    classificationCode: attribute(line, 'ClaveProdServ')?.value ?? null,
    origin: xmlOrigin(pathOf(line)),
  }
}

/** The line's IVA rate when it has exactly one; IEPS beside it is another tax, not another rate. */
function vatRate(document: Cfdi, line: XmlElement): DecimalText | null {
  const { uri, attribute } = document
  const rates = childrenOf(descend(line, uri, 'Impuestos', 'Traslados'), uri, 'Traslado')
    .filter(row => taxName(attribute(row, 'Impuesto')?.value) === 'IVA')
    .map(row => cfdiRate(document, row))
    .filter(rate => rate !== null)
  const [rate] = rates
  return new Set(rates).size === 1 ? (rate ?? null) : null
}
