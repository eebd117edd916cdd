import type { DetailRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { attributeOf, childrenOf, descend } from '../xml/element'
import type { Cfdi } from './cfdi'
import { amountDetail, dateDetail, detail } from './details'

/** Reads payment, relations and stamp of a CFDI. */
export function readCfdiDetails(document: Cfdi, stamp: XmlElement | undefined): DetailRead[] {
  const { root, uri, is32, attribute } = document
  return [
    ...detail('payment_terms', attribute(root, 'CondicionesDePago')),
    // 3.2 has the names the other way round: formaDePago is "in one payment", metodoDePago how it is paid.
    ...detail('payment_plan', is32 ? attributeOf(root, 'formaDePago') : attribute(root, 'MetodoPago')),
    ...detail('payment_means', is32 ? attributeOf(root, 'metodoDePago') : attribute(root, 'FormaPago')),
    ...(is32 ? detail('bank_account', attributeOf(root, 'NumCtaPago')) : []),
    ...amountDetail('exchange_rate', attribute(root, 'TipoCambio')),
    ...detail('place_of_issue', attribute(root, 'LugarExpedicion')),
    ...detail('purpose', attribute(descend(root, uri, 'Receptor'), 'UsoCFDI')),
    ...relations(document),
    ...detail('certificate_number', attribute(root, 'NoCertificado')),
    ...stampDetails(stamp),
  ]
}

/** c_TipoRelacion before the folio fiscal: "04 2C0E…" replaces it, "07 …" applies an advance. */
function relations({ root, uri, attribute }: Cfdi): DetailRead[] {
  return childrenOf(root, uri, 'CfdiRelacionados').flatMap(group => {
    const kind = attribute(group, 'TipoRelacion')?.value ?? ''
    return childrenOf(group, uri, 'CfdiRelacionado').flatMap(related => {
      const uuid = attribute(related, 'UUID')
      if (uuid === undefined) return []
      const folio = { value: uuid.value.toUpperCase(), path: uuid.path }
      const isCredit = kind === '01' || kind === '03'
      return [
        ...detail('related_invoice', { ...folio, value: `${kind} ${folio.value}`.trim() }),
        ...(isCredit ? detail('credited_invoice', folio) : []),
      ]
    })
  })
}

/** The stamp of 3.2 (version 1.0) spells two names with a small letter. */
function stampDetails(stamp: XmlElement | undefined): DetailRead[] {
  return [
    ...dateDetail('certified_at', attributeOf(stamp, 'FechaTimbrado')),
    ...detail('certified_by', attributeOf(stamp, 'RfcProvCertif')),
    ...detail(
      'authority_certificate_number',
      attributeOf(stamp, 'NoCertificadoSAT') ?? attributeOf(stamp, 'noCertificadoSAT'),
    ),
  ]
}
