import type { DetailRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { attributeOf, childrenOf, descend, pathOf, textOf } from '../xml/element'
import { accountDetail, amountDetail, dateDetail, detail } from './details'
import { basic, cac, cbc, totalsOf } from './ubl-names'

/** Reads what a UBL document says about payment, references and delivery. */
export function readUblDetails(root: XmlElement): DetailRead[] {
  const totals = totalsOf(root)
  return [
    ...childrenOf(root, cac, 'PaymentTerms').flatMap(terms => detail('payment_terms', basic(terms, 'Note'))),
    ...childrenOf(root, cac, 'PaymentMeans').flatMap(payment),
    ...detail('payee', basic(root, 'PayeeParty', 'PartyName', 'Name')),
    ...references(root),
    ...childrenOf(root, cac, 'Delivery').flatMap(delivery),
    ...dateDetail('period_start', basic(root, 'InvoicePeriod', 'StartDate')),
    ...dateDetail('period_end', basic(root, 'InvoicePeriod', 'EndDate')),
    ...exchangeRate(root),
    ...amountDetail('prepaid', basic(totals, 'PrepaidAmount')),
    ...amountDetail('rounding', basic(totals, 'PayableRoundingAmount')),
    ...childrenOf(root, cbc, 'Note').flatMap(note => detail('note', textOf(note))),
    ...childrenOf(root, cac, 'AdditionalDocumentReference').flatMap(attachment),
  ]
}

function payment(means: XmlElement): DetailRead[] {
  const account = descend(means, cac, 'PayeeFinancialAccount')
  return [
    ...detail('payment_means', basic(means, 'PaymentMeansCode')),
    ...paymentReference(means),
    ...accountDetail(basic(account, 'ID')),
    ...accountDetail(basic(means, 'CreditAccount', 'AccountID')),
    ...detail('bic', basic(account, 'FinancialInstitutionBranch', 'ID')),
    ...detail('bic', basic(account, 'FinancialInstitutionBranch', 'FinancialInstitution', 'ID')),
  ]
}

/** OIOUBL: of a Danish payment slip PaymentID is the kind of slip ("71") and InstructionID the number on it. */
function paymentReference(means: XmlElement): DetailRead[] {
  const [reference, instruction] = [basic(means, 'PaymentID'), basic(means, 'InstructionID')]
  const isKindOfSlip = instruction !== undefined && /^\d{2}$/.test(reference?.value ?? '')
  return [...(isKindOfSlip ? [] : detail('payment_reference', reference)), ...detail('payment_reference', instruction)]
}

function references(root: XmlElement): DetailRead[] {
  const several = (name: string) => childrenOf(root, cac, name)
  return [
    ...detail('order_reference', basic(root, 'OrderReference', 'ID')),
    ...detail('sales_order_reference', basic(root, 'OrderReference', 'SalesOrderID')),
    ...detail('buyer_reference', basic(root, 'BuyerReference')),
    ...several('ContractDocumentReference').flatMap(entry => detail('contract_reference', basic(entry, 'ID'))),
    ...detail('project_reference', basic(root, 'ProjectReference', 'ID')),
    ...several('DespatchDocumentReference').flatMap(entry => detail('despatch_reference', basic(entry, 'ID'))),
    ...several('BillingReference').flatMap(entry => [
      ...detail('credited_invoice', basic(entry, 'InvoiceDocumentReference', 'ID')),
      ...detail('credited_invoice', basic(entry, 'CreditNoteDocumentReference', 'ID')),
    ]),
  ]
}

function delivery(entry: XmlElement): DetailRead[] {
  const address = descend(entry, cac, 'DeliveryLocation', 'Address')
  const parts = [['StreetName'], ['PostalZone'], ['CityName'], ['Country', 'IdentificationCode']].flatMap(
    names => basic(address, ...names)?.value ?? [],
  )
  const place = address && parts.length > 0 ? { value: parts.join(', '), path: pathOf(address) } : undefined
  return [...dateDetail('delivery_date', basic(entry, 'ActualDeliveryDate')), ...detail('delivery_place', place)]
}

function exchangeRate(root: XmlElement): DetailRead[] {
  const names = ['PaymentExchangeRate', 'PricingExchangeRate', 'TaxExchangeRate']
  return names.flatMap(name => amountDetail('exchange_rate', basic(root, name, 'CalculationRate'))).slice(0, 1)
}

function attachment(reference: XmlElement): DetailRead[] {
  const embedded = descend(descend(reference, cac, 'Attachment'), cbc, 'EmbeddedDocumentBinaryObject')
  return detail('attachment', attributeOf(embedded, 'filename'))
}
