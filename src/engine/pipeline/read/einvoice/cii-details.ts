import type { DetailRead } from '../../facts'
import type { Found, XmlElement } from '../xml/element'
import { attributeOf, childrenOf, descend, textOf } from '../xml/element'
import type { CiiNames } from './cii-names'
import { accountDetail, amountDetail, dateDetail, detail } from './details'

/** Reads what a Cross Industry Invoice says about payment, references and delivery. */
export function readCiiDetails(
  root: XmlElement,
  names: CiiNames,
  dateOf: (element: XmlElement | undefined) => Found | undefined,
): DetailRead[] {
  const { rsm, ram } = names
  const trade = descend(root, rsm, names.transaction)
  const agreement = descend(trade, ram, names.agreement)
  const handover = descend(trade, ram, names.delivery)
  const settlement = descend(trade, ram, names.settlement)
  const totals = descend(settlement, ram, names.totals)
  const at = (owner: XmlElement | undefined, ...path: string[]) => textOf(descend(owner, ram, ...path))
  const period = descend(settlement, ram, 'BillingSpecifiedPeriod')
  const document = descend(root, rsm, names.document)
  return [
    ...childrenOf(settlement, ram, 'SpecifiedTradePaymentTerms').flatMap(terms =>
      detail('payment_terms', at(terms, 'Description')),
    ),
    ...detail('payment_reference', at(settlement, 'PaymentReference')),
    ...childrenOf(settlement, ram, 'SpecifiedTradeSettlementPaymentMeans').flatMap(means => payment(means, ram)),
    ...detail('payee', at(settlement, 'PayeeTradeParty', 'Name')),
    ...references(agreement, handover, settlement, ram),
    ...dateDetail(
      'delivery_date',
      dateOf(descend(handover, ram, 'ActualDeliverySupplyChainEvent', 'OccurrenceDateTime')),
    ),
    ...detail('delivery_place', at(handover, 'ShipToTradeParty', 'Name')),
    ...dateDetail('period_start', dateOf(descend(period, ram, 'StartDateTime'))),
    ...dateDetail('period_end', dateOf(descend(period, ram, 'EndDateTime'))),
    ...amountDetail('exchange_rate', at(settlement, 'TaxApplicableTradeCurrencyExchange', 'ConversionRate')),
    ...amountDetail('prepaid', at(totals, 'TotalPrepaidAmount')),
    ...amountDetail('rounding', at(totals, 'RoundingAmount')),
    ...childrenOf(document, ram, 'IncludedNote').flatMap(note => detail('note', at(note, 'Content'))),
  ]
}

function payment(means: XmlElement, ram: string): DetailRead[] {
  const at = (...path: string[]) => textOf(descend(means, ram, ...path))
  return [
    ...detail('payment_means', at('TypeCode')),
    ...accountDetail(at('PayeePartyCreditorFinancialAccount', 'IBANID')),
    ...accountDetail(at('PayeePartyCreditorFinancialAccount', 'ProprietaryID')),
    ...detail('bic', at('PayeeSpecifiedCreditorFinancialInstitution', 'BICID')),
  ]
}

function references(
  agreement: XmlElement | undefined,
  handover: XmlElement | undefined,
  settlement: XmlElement | undefined,
  ram: string,
): DetailRead[] {
  // ZUGFeRD 1 calls the number ID.
  const numberOf = (entry: XmlElement | undefined) =>
    textOf(descend(entry, ram, 'IssuerAssignedID')) ?? textOf(descend(entry, ram, 'ID'))
  const several = (owner: XmlElement | undefined, name: string) => childrenOf(owner, ram, name).map(numberOf)
  return [
    ...detail('buyer_reference', textOf(descend(agreement, ram, 'BuyerReference'))),
    ...several(agreement, 'BuyerOrderReferencedDocument').flatMap(found => detail('order_reference', found)),
    ...several(agreement, 'SellerOrderReferencedDocument').flatMap(found => detail('sales_order_reference', found)),
    ...several(agreement, 'ContractReferencedDocument').flatMap(found => detail('contract_reference', found)),
    ...detail('project_reference', textOf(descend(agreement, ram, 'SpecifiedProcuringProject', 'ID'))),
    ...several(handover, 'DespatchAdviceReferencedDocument').flatMap(found => detail('despatch_reference', found)),
    ...several(settlement, 'InvoiceReferencedDocument').flatMap(found => detail('credited_invoice', found)),
    ...childrenOf(agreement, ram, 'AdditionalReferencedDocument').flatMap(entry =>
      detail('attachment', attributeOf(descend(entry, ram, 'AttachmentBinaryObject'), 'filename')),
    ),
  ]
}
