import type { DetailRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { childrenOf, descend, textOf } from '../xml/element'
import { accountDetail, amountDetail, dateDetail, detail } from './details'

/** Reads what one invoice of a Facturae says about payment, references and delivery. */
export function readFacturaeDetails(invoice: XmlElement | undefined): DetailRead[] {
  const at = (owner: XmlElement | undefined, ...names: string[]) => textOf(descend(owner, '', ...names))
  const header = descend(invoice, '', 'InvoiceHeader')
  const issue = descend(invoice, '', 'InvoiceIssueData')
  const [series, number] = [at(header, 'Corrective', 'InvoiceSeriesCode'), at(header, 'Corrective', 'InvoiceNumber')]
  const credited = number && { value: (series?.value ?? '') + number.value, path: number.path }
  return [
    ...childrenOf(descend(invoice, '', 'PaymentDetails'), '', 'Installment').flatMap(payment),
    ...detail('order_reference', at(issue, 'ReceiverTransactionReference')),
    ...detail('contract_reference', at(issue, 'ReceiverContractReference')),
    ...detail('project_reference', at(issue, 'FileReference')),
    ...detail('credited_invoice', credited),
    ...dateDetail('delivery_date', at(issue, 'OperationDate')),
    ...dateDetail('period_start', at(issue, 'InvoicingPeriod', 'StartDate')),
    ...dateDetail('period_end', at(issue, 'InvoicingPeriod', 'EndDate')),
    ...amountDetail('exchange_rate', at(issue, 'ExchangeRateDetails', 'ExchangeRate')),
    ...detail('place_of_issue', at(issue, 'PlaceOfIssue', 'PlaceOfIssueDescription')),
    ...amountDetail('prepaid', at(invoice, 'InvoiceTotals', 'TotalPaymentsOnAccount')),
    ...detail('note', at(invoice, 'AdditionalData', 'InvoiceAdditionalInformation')),
    ...childrenOf(descend(invoice, '', 'AdditionalData', 'RelatedDocuments'), '', 'Attachment').flatMap(entry =>
      detail('attachment', at(entry, 'AttachmentDescription') ?? at(entry, 'AttachmentFormat')),
    ),
  ]
}

function payment(instalment: XmlElement): DetailRead[] {
  const at = (...names: string[]) => textOf(descend(instalment, '', ...names))
  return [
    ...detail('payment_means', at('PaymentMeans')),
    ...accountDetail(at('AccountToBeCredited', 'IBAN') ?? at('AccountToBeCredited', 'AccountNumber')),
    ...detail('bic', at('AccountToBeCredited', 'BIC')),
    ...detail('payment_reference', at('PaymentReconciliationReference')),
    ...detail('payment_terms', at('CollectionAdditionalInformation')),
  ]
}
