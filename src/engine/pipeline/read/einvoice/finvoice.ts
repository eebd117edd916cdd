import type { DecimalText } from '../../../../shared/money'
import type { DetailRead, InvoiceFacts, LineRead, TaxRead } from '../../facts'
import type { Found, XmlElement } from '../xml/element'
import { childrenOf, descend, pathOf, textOf } from '../xml/element'
import { accountDetail, creditedInvoices, detail, distinctDetails } from './details'
import type { FactsDraft } from './facts-draft'
import { adjustment, draftFacts, oneLine, xmlOrigin } from './facts-draft'
import type { EInvoiceFormat } from './format'
import { amountOrNull, less, plainRate } from './values'

/** Finnish Finvoice 1.x to 3.x. It has no namespace; amounts have a decimal comma, dates no signs between their digits. */
export const finvoice: EInvoiceFormat = {
  reader: 'finvoice 1',
  recognise: root =>
    root.local === 'Finvoice' && root.uri === '' && descend(root, '', 'InvoiceDetails') ? 'finvoice' : undefined,
  read: root => [readInvoice(root)],
}

function at(element: XmlElement | undefined, ...names: readonly string[]): Found | undefined {
  return textOf(descend(element, '', ...names))
}

/** An amount as the schema writes it, "1234,56", with the point that everybody else expects. */
function amountAt(element: XmlElement | undefined, ...names: readonly string[]): Found | undefined {
  const found = at(element, ...names)
  return found && { value: found.value.replace(',', '.'), path: found.path }
}

function readInvoice(root: XmlElement): InvoiceFacts {
  const draft = draftFacts()
  const header = descend(root, '', 'InvoiceDetails')
  readType(header, draft)
  draft.text('invoice_number', at(header, 'InvoiceNumber'))
  draft.date('issue_date', at(header, 'InvoiceDate'))
  draft.date('due_date', at(header, 'PaymentTermsDetails', 'InvoiceDueDate'))
  draft.date('due_date', at(root, 'EpiDetails', 'EpiPaymentInstructionDetails', 'EpiDateOptionDate'))
  draft.currency(currencyOf(header))
  readParty(root, 'Seller', 'seller', draft)
  readParty(root, 'Buyer', 'buyer', draft)
  readTotals(root, header, draft)
  const details = distinctDetails(readDetails(root, header))
  return draft.facts({
    lines: childrenOf(root, '', 'InvoiceRow').flatMap(readRow),
    taxes: childrenOf(header, '', 'VatSpecificationDetails').map(taxOf),
    adjustments: [
      ...adjustment('rounding', amountAt(header, 'InvoiceTotalRoundoffAmount'), undefined),
      ...adjustment('prepaid', amountAt(header, 'PaidAmount'), undefined),
    ],
    related: creditedInvoices(details),
    details,
  })
}

/** INV02 is a credit note (type codes of the Finvoice guidelines). */
function readType(header: XmlElement | undefined, draft: FactsDraft): void {
  const code = at(header, 'InvoiceTypeCode')
  draft.text('document_type', code && { value: code.value === 'INV02' ? 'credit_note' : 'invoice', path: code.path })
}

/** Finvoice states the currency with each amount. */
function currencyOf(header: XmlElement | undefined): Found | undefined {
  const total = descend(header, '', 'InvoiceTotalVatIncludedAmount')
  const found = total?.attributes.find(({ local }) => local === 'AmountCurrencyIdentifier')
  return total && found ? { value: found.value, path: `${pathOf(total)}/@${found.name}` } : undefined
}

/** The VAT number where there is one; else the business id, which Finnish vendors go by. */
function readParty(root: XmlElement, name: 'Seller' | 'Buyer', role: 'seller' | 'buyer', draft: FactsDraft): void {
  const party = descend(root, '', `${name}PartyDetails`)
  draft.text(`${role}.name`, at(party, `${name}OrganisationName`))
  draft.text(`${role}.tax_id`, at(party, `${name}OrganisationTaxCode`))
  if (role === 'seller') draft.text('seller.tax_id', at(party, 'SellerPartyIdentifier'), 0.9)
}

function readTotals(root: XmlElement, header: XmlElement | undefined, draft: FactsDraft): void {
  const [net, total] = [
    amountAt(header, 'InvoiceTotalVatExcludedAmount'),
    amountAt(header, 'InvoiceTotalVatIncludedAmount'),
  ]
  draft.amount('net_total', net)
  draft.amount('tax_total', amountAt(header, 'InvoiceTotalVatAmount'))
  draft.amount('grand_total', total)
  draft.amount('payable', amountAt(root, 'EpiDetails', 'EpiPaymentInstructionDetails', 'EpiInstructedAmount') ?? total)
  const [netAmount, totalAmount] = [amountOrNull(net), amountOrNull(total)]
  if (draft.has('tax_total') || !net || !total || netAmount === null || totalAmount === null) return
  draft.derived('tax_total', less(totalAmount, netAmount), 'total_less_net', [total.path, net.path])
}

function taxOf(row: XmlElement): TaxRead {
  return {
    kind: 'transferred',
    name: 'ALV',
    rate: plainRate(amountOrNull(amountAt(row, 'VatRatePercent'))),
    base: amountOrNull(amountAt(row, 'VatBaseAmount')),
    amount: amountOrNull(amountAt(row, 'VatRateAmount')) ?? ('0' as DecimalText),
    origin: xmlOrigin(pathOf(row)),
  }
}

/** Rows without an amount are text between the others. */
function readRow(row: XmlElement): LineRead[] {
  const lineTotal = amountOrNull(amountAt(row, 'RowVatExcludedAmount'))
  if (lineTotal === null) return []
  const quantity = ['InvoicedQuantity', 'DeliveredQuantity', 'OrderedQuantity'].find(name => at(row, name))
  const unit = quantity === undefined ? '' : unitOf(descend(row, '', quantity))
  const unitPrice = amountOrNull(amountAt(row, 'UnitPriceNetAmount')) ?? amountOrNull(amountAt(row, 'UnitPriceAmount'))
  const name = at(row, 'ArticleName') ?? at(row, 'RowFreeText')
  return [
    {
      description: oneLine(name?.value ?? ''),
      quantity: quantity !== undefined ? amountOrNull(amountAt(row, quantity)) : null,
      unit: unit === '' ? null : unit,
      unitPrice,
      lineTotal,
      taxRate: plainRate(amountOrNull(amountAt(row, 'RowVatRatePercent'))),
      productCode: at(row, 'ArticleIdentifier')?.value ?? null,
      classificationCode: null,
      origin: xmlOrigin(pathOf(row)),
    },
  ]
}

function unitOf(quantity: XmlElement | undefined): string {
  return quantity?.attributes.find(({ local }) => local === 'QuantityUnitCode')?.value.trim() ?? ''
}

function readDetails(root: XmlElement, header: XmlElement | undefined): DetailRead[] {
  const accounts = childrenOf(descend(root, '', 'SellerInformationDetails'), '', 'SellerAccountDetails')
  const payment = descend(root, '', 'EpiDetails', 'EpiPaymentInstructionDetails')
  return [
    ...accounts.flatMap(account => accountDetail(at(account, 'SellerAccountID'))),
    ...accounts.flatMap(account => detail('bic', at(account, 'SellerBic'))),
    ...detail('payment_reference', at(payment, 'EpiRemittanceInfoIdentifier')),
    ...detail('payment_terms', at(header, 'PaymentTermsDetails', 'PaymentTermsFreeText')),
    ...detail('order_reference', at(header, 'OrderIdentifier')),
    ...detail('contract_reference', at(header, 'AgreementIdentifier')),
    ...detail('credited_invoice', at(header, 'OriginalInvoiceNumber')),
    ...detail('buyer_reference', at(header, 'BuyerReferenceIdentifier')),
    ...detail('note', at(header, 'InvoiceFreeText')),
  ]
}
