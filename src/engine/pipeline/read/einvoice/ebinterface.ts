import type { DecimalText } from '../../../../shared/money'
import type { AdjustmentRead, DetailRead, InvoiceFacts, LineRead, TaxRead } from '../../facts'
import type { Found, XmlElement } from '../xml/element'
import { childrenOf, descend, pathOf, textOf } from '../xml/element'
import { accountDetail, creditedInvoices, dateDetail, detail, distinctDetails } from './details'
import type { FactsDraft } from './facts-draft'
import { adjustment, draftFacts, oneLine, xmlOrigin } from './facts-draft'
import type { EInvoiceFormat } from './format'
import { amountOrNull, plainRate, sum } from './values'

const namespace = /^http:\/\/www\.ebinterface\.at\/schema\/(\d)p(\d+)\/$/

/** Values of the attribute DocumentType that give money back. */
const creditTypes: ReadonlySet<string> = new Set(['CreditMemo', 'SubsequentCredit'])

/**
 * Austrian ebInterface 3.x to 6.x. From version to version the same things have other names: a rate is TaxRate (3), VATRate (4)
 * or TaxPercent (5, 6); a row of the tax table Item (3), VATItem (4) or TaxItem (5, 6).
 */
export const ebInterface: EInvoiceFormat = {
  reader: 'ebinterface 1',
  recognise(root) {
    const version = root.local === 'Invoice' ? namespace.exec(root.uri) : null
    return version ? `ebinterface_${version[1]}.${version[2]}` : undefined
  },
  read: root => [readInvoice(root)],
}

function readInvoice(root: XmlElement): InvoiceFacts {
  const draft = draftFacts()
  const at = (...names: readonly string[]) => textOf(descend(root, root.uri, ...names))
  const lines = childrenOf(descend(root, root.uri, 'Details'), root.uri, 'ItemList').flatMap(list =>
    childrenOf(list, root.uri, 'ListLineItem'),
  )
  const taxes = taxRows(root)
  readType(root, draft)
  draft.text('invoice_number', at('InvoiceNumber'))
  draft.date('issue_date', at('InvoiceDate'))
  draft.date('due_date', at('PaymentConditions', 'DueDate'))
  draft.currency(attribute(root, 'InvoiceCurrency'))
  readParty(descend(root, root.uri, 'Biller'), 'seller', draft)
  readParty(descend(root, root.uri, 'InvoiceRecipient'), 'buyer', draft)
  readTotals(root, taxes, draft)
  const details = distinctDetails(readDetails(root))
  return draft.facts({
    lines: lines.map(readLine),
    taxes: taxes.map(({ read }) => read),
    adjustments: readAdjustments(root),
    related: creditedInvoices(details),
    details,
  })
}

function readType(root: XmlElement, draft: FactsDraft): void {
  const type = attribute(root, 'DocumentType')
  draft.text(
    'document_type',
    type && { value: creditTypes.has(type.value) ? 'credit_note' : 'invoice', path: type.path },
  )
}

/** Attributes carry the namespace, as the schema asks ("qualified"). */
function attribute(element: XmlElement | undefined, local: string): Found | undefined {
  const found = element?.attributes.find(one => one.local === local && (one.uri === element.uri || one.uri === ''))
  const value = found?.value.trim()
  return element && found && value ? { value, path: `${pathOf(element)}/@${found.name}` } : undefined
}

function readParty(party: XmlElement | undefined, role: 'seller' | 'buyer', draft: FactsDraft): void {
  if (!party) return
  draft.text(`${role}.name`, textOf(descend(party, party.uri, 'Address', 'Name')))
  draft.text(`${role}.tax_id`, textOf(descend(party, party.uri, 'VATIdentificationNumber')))
}

interface TaxRow {
  readonly element: XmlElement
  readonly read: TaxRead
}

function taxRows(root: XmlElement): TaxRow[] {
  const tax = descend(root, root.uri, 'Tax')
  const table = descend(tax, root.uri, 'VAT')
  const rows = [
    ...childrenOf(table, root.uri, 'Item'),
    ...childrenOf(table, root.uri, 'VATItem'),
    ...childrenOf(tax, root.uri, 'TaxItem'),
  ]
  const others = childrenOf(tax, root.uri, 'OtherTax')
  return [...rows, ...others].map(element => ({ element, read: taxOf(element, rows.includes(element)) }))
}

function taxOf(row: XmlElement, isVat: boolean): TaxRead {
  const of = (...names: readonly string[]) => firstOf(row, names)
  return {
    kind: 'transferred',
    name: isVat ? 'USt' : oneLine(of('Comment')?.value ?? ''),
    rate: rateOf(row),
    base: isVat ? amountOrNull(of('TaxedAmount', 'TaxableAmount')) : null,
    amount: amountOrNull(of('Amount', 'TaxAmount')) ?? ('0' as DecimalText),
    origin: xmlOrigin(pathOf(row)),
  }
}

/** Null where the row is exempt. */
function rateOf(row: XmlElement | undefined): DecimalText | null {
  return row ? plainRate(amountOrNull(firstOf(row, ['TaxRate', 'VATRate', 'TaxPercent']))) : null
}

function firstOf(element: XmlElement, names: readonly string[]): Found | undefined {
  return names.flatMap(name => textOf(descend(element, element.uri, name)) ?? [])[0]
}

/** ebInterface states no net amount: it is what its tax table says was taxed. */
function readTotals(root: XmlElement, taxes: readonly TaxRow[], draft: FactsDraft): void {
  const paths = taxes.map(({ element }) => pathOf(element))
  const bases = taxes.flatMap(({ read }) => read.base ?? [])
  if (bases.length > 0) draft.derived('net_total', sum(bases), 'sum_of_tax_bases', paths)
  if (taxes.length > 0) draft.derived('tax_total', sum(taxes.map(({ read }) => read.amount)), 'sum_of_taxes', paths)
  const gross = textOf(descend(root, root.uri, 'TotalGrossAmount'))
  draft.amount('grand_total', gross)
  // Before 4.0 there is no amount of its own to be paid.
  draft.amount('payable', textOf(descend(root, root.uri, 'PayableAmount')) ?? gross)
}

function readLine(line: XmlElement): LineRead {
  const of = (...names: readonly string[]) => textOf(descend(line, line.uri, ...names))
  const quantity = descend(line, line.uri, 'Quantity')
  const descriptions = childrenOf(line, line.uri, 'Description').map(({ text }) => text)
  return {
    description: oneLine(descriptions.join(' ')),
    quantity: amountOrNull(textOf(quantity)),
    unit: attribute(quantity, 'Unit')?.value ?? null,
    unitPrice: amountOrNull(of('UnitPrice')),
    ...priceBase(attribute(descend(line, line.uri, 'UnitPrice'), 'BaseQuantity')),
    lineTotal: amountOrNull(of('LineItemAmount')),
    taxRate: rateOf(line) ?? rateOf(descend(line, line.uri, 'TaxItem')),
    productCode: firstOf(line, ['ArticleNumber', 'BillersArticleNumber'])?.value ?? null,
    classificationCode: null,
    origin: xmlOrigin(pathOf(line)),
  }
}

function priceBase(found: Found | undefined): Pick<LineRead, 'priceBaseQuantity'> {
  const quantity = amountOrNull(found)
  return quantity === null ? {} : { priceBaseQuantity: quantity }
}

function readAdjustments(root: XmlElement): AdjustmentRead[] {
  const group = descend(root, root.uri, 'ReductionAndSurchargeDetails')
  const entries = (kind: 'allowance' | 'charge', name: string) =>
    childrenOf(group, root.uri, name).flatMap(entry =>
      adjustment(kind, firstOf(entry, ['Amount']), firstOf(entry, ['Comment'])),
    )
  return [
    ...entries('allowance', 'Reduction'),
    ...entries('charge', 'Surcharge'),
    ...adjustment('prepaid', textOf(descend(root, root.uri, 'PrepaidAmount')), undefined),
    ...adjustment('rounding', textOf(descend(root, root.uri, 'RoundingAmount')), undefined),
  ]
}

function readDetails(root: XmlElement): DetailRead[] {
  const at = (...names: readonly string[]) => textOf(descend(root, root.uri, ...names))
  const payment = descend(root, root.uri, 'PaymentMethod')
  // Version 3 writes the account right into the method.
  const transfer = descend(payment, root.uri, 'UniversalBankTransaction') ?? payment
  const accounts = childrenOf(transfer, root.uri, 'BeneficiaryAccount')
  return [
    ...accounts.flatMap(account => accountDetail(firstOf(account, ['IBAN', 'BankAccountNr']))),
    ...accounts.flatMap(account => detail('bic', firstOf(account, ['BIC']))),
    ...accounts.flatMap(account => detail('payee', firstOf(account, ['BankAccountOwner']))),
    ...detail('payment_reference', textOf(descend(transfer, root.uri, 'PaymentReference'))),
    ...detail('order_reference', at('InvoiceRecipient', 'OrderReference', 'OrderID')),
    ...detail('credited_invoice', at('CancelledOriginalDocument', 'InvoiceNumber')),
    ...childrenOf(root, root.uri, 'RelatedDocument').flatMap(related),
    ...dateDetail('delivery_date', at('Delivery', 'Date')),
    ...dateDetail('period_start', at('Delivery', 'Period', 'FromDate')),
    ...dateDetail('period_end', at('Delivery', 'Period', 'ToDate')),
    ...detail('note', at('Comment')),
  ]
}

/** A credit note names the invoices it takes back among its related documents. */
function related(document: XmlElement): DetailRead[] {
  const number = textOf(descend(document, document.uri, 'InvoiceNumber'))
  const type = attribute(document.parent ?? undefined, 'DocumentType')
  return detail(type !== undefined && creditTypes.has(type.value) ? 'credited_invoice' : 'related_invoice', number)
}
