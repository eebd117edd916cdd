import type { DetailRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { childrenOf, descend } from '../xml/element'
import { accountDetail, dateDetail, detail } from './details'
import { at } from './fatturapa-parts'

/** Reads what one body of a FatturaPA says about payment, references and transport. */
export function readFatturapaDetails(body: XmlElement | undefined): DetailRead[] {
  const general = descend(body, '', 'DatiGenerali')
  const document = descend(general, '', 'DatiGeneraliDocumento')
  const numbers = (name: string) => childrenOf(general, '', name).map(entry => at(entry, 'IdDocumento'))
  const plans = childrenOf(body, '', 'DatiPagamento')
  const transport = descend(general, '', 'DatiTrasporto')
  return [
    // TP01 in instalments, TP02 whole, TP03 an advance.
    ...plans.flatMap(plan => detail('payment_plan', at(plan, 'CondizioniPagamento'))),
    ...plans.flatMap(plan => childrenOf(plan, '', 'DettaglioPagamento')).flatMap(payment),
    ...numbers('DatiOrdineAcquisto').flatMap(found => detail('order_reference', found)),
    ...numbers('DatiContratto').flatMap(found => detail('contract_reference', found)),
    ...numbers('DatiConvenzione').flatMap(found => detail('project_reference', found)),
    ...numbers('DatiFattureCollegate').flatMap(found => detail('credited_invoice', found)),
    ...childrenOf(general, '', 'DatiDDT').flatMap(entry => detail('despatch_reference', at(entry, 'NumeroDDT'))),
    ...dateDetail('delivery_date', at(transport, 'DataOraConsegna')),
    ...childrenOf(document, '', 'Causale').flatMap(entry => detail('note', at(entry))),
    ...childrenOf(body, '', 'Allegati').flatMap(entry => detail('attachment', at(entry, 'NomeAttachment'))),
  ]
}

function payment(entry: XmlElement): DetailRead[] {
  return [
    ...detail('payment_means', at(entry, 'ModalitaPagamento')),
    ...detail('payee', at(entry, 'Beneficiario')),
    ...accountDetail(at(entry, 'IBAN')),
    ...detail('bic', at(entry, 'BIC')),
    ...detail('payment_reference', at(entry, 'CodicePagamento')),
  ]
}
