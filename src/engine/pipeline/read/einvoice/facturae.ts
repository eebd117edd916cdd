import type { DecimalText } from '../../../../shared/money'
import type { AdjustmentRead, InvoiceFacts, LineRead, TaxRead } from '../../facts'
import type { Found, XmlElement } from '../xml/element'
import { childrenOf, descend, pathOf, textOf } from '../xml/element'
import { creditedInvoices, distinctDetails } from './details'
import type { FactsDraft } from './facts-draft'
import { adjustment, draftFacts, oneLine, xmlOrigin } from './facts-draft'
import { readFacturaeDetails } from './facturae-details'
import type { EInvoiceFormat } from './format'
import { unqualified } from './unqualified'
import { amountOrNull, isZero, negated, normalDate, plainRate, sum } from './values'

const namespace =
  /^http:\/\/www\.facturae\.(es|gob\.es)\/(Facturae\/\d{4}\/v3\.\d(\.\d)?\/Facturae|formato\/Versiones\/Facturaev3_\d(_\d)?\.xml)$/

/** TaxTypeCode of Facturae 3.2. */
const taxNames: Readonly<Record<string, string>> = { '01': 'IVA', '02': 'IPSI', '03': 'IGIC', '04': 'IRPF' }

/** Spanish Facturae 3.2.x. Totals are net of withheld taxes; one file may hold a batch of invoices. */
export const facturae: EInvoiceFormat = {
  reader: 'facturae 1',
  recognise: root => (root.local === 'Facturae' && namespace.test(root.uri) ? 'facturae' : undefined),
  read(root) {
    const document = unqualified(root)
    const parties = descend(document, '', 'Parties')
    const [first, ...others] = invoicesOf(document)
    return [readInvoice(parties, first), ...others.map(invoice => readInvoice(parties, invoice))]
  },
  parts: invoicesOf,
}

function invoicesOf(root: XmlElement): XmlElement[] {
  const named = (element: XmlElement, name: string) => element.children.filter(({ local }) => local === name)
  return named(root, 'Invoices').flatMap(invoices => named(invoices, 'Invoice'))
}

/** Elements below the root carry no namespace. */
function at(element: XmlElement | undefined, ...names: readonly string[]): Found | undefined {
  return textOf(descend(element, '', ...names))
}

function readInvoice(parties: XmlElement | undefined, invoice: XmlElement | undefined): InvoiceFacts {
  const draft = draftFacts()
  const totals = descend(invoice, '', 'InvoiceTotals')
  readParty(descend(parties, '', 'SellerParty'), 'seller', draft)
  readParty(descend(parties, '', 'BuyerParty'), 'buyer', draft)
  readIdentity(invoice, totals, draft)
  draft.amount('net_total', at(totals, 'TotalGrossAmountBeforeTaxes'))
  draft.amount('tax_total', at(totals, 'TotalTaxOutputs'))
  draft.amount('withheld_total', at(totals, 'TotalTaxesWithheld'))
  draft.amount('grand_total', at(totals, 'InvoiceTotal'))
  draft.amount('payable', at(totals, 'TotalExecutableAmount'))
  const details = distinctDetails(readFacturaeDetails(invoice))
  return draft.facts({
    lines: childrenOf(descend(invoice, '', 'Items'), '', 'InvoiceLine').map(readLine),
    taxes: [
      ...taxesOf(invoice, 'TaxesOutputs', 'transferred'),
      ...surchargesOf(invoice),
      ...taxesOf(invoice, 'TaxesWithheld', 'withheld'),
    ],
    adjustments: readAdjustments(totals),
    related: creditedInvoices(details),
    details,
  })
}

function readIdentity(invoice: XmlElement | undefined, totals: XmlElement | undefined, draft: FactsDraft): void {
  const header = descend(invoice, '', 'InvoiceHeader')
  const kind = at(header, 'InvoiceClass')
  // A corrective invoice (OR, or its copy CR) that takes money back is a credit note; one that adds some is an invoice.
  const isCorrective = kind?.value === 'OR' || kind?.value === 'CR'
  const isNegative = at(totals, 'InvoiceTotal')?.value.startsWith('-') === true
  draft.text(
    'document_type',
    kind && { value: isCorrective && isNegative ? 'credit_note' : 'invoice', path: kind.path },
  )
  const [series, number] = [at(header, 'InvoiceSeriesCode'), at(header, 'InvoiceNumber')]
  if (series && number)
    draft.derived('invoice_number', series.value + number.value, 'joined', [series.path, number.path])
  draft.text('invoice_number', number, series === undefined ? 1 : 0.3)
  const issue = descend(invoice, '', 'InvoiceIssueData')
  draft.date('issue_date', at(issue, 'IssueDate'))
  draft.currency(at(issue, 'InvoiceCurrencyCode'))
  const dates = childrenOf(descend(invoice, '', 'PaymentDetails'), '', 'Installment').flatMap(
    instalment => at(instalment, 'InstallmentDueDate') ?? [],
  )
  const day = (found: Found) => normalDate(found.value)?.value ?? '9999'
  for (const date of dates.toSorted((left, right) => day(left).localeCompare(day(right)))) draft.date('due_date', date)
}

function readParty(party: XmlElement | undefined, role: 'seller' | 'buyer', draft: FactsDraft): void {
  draft.text(`${role}.tax_id`, at(party, 'TaxIdentification', 'TaxIdentificationNumber'))
  draft.text(`${role}.name`, at(party, 'LegalEntity', 'CorporateName'))
  draft.text(`${role}.name`, at(party, 'LegalEntity', 'TradeName'), 0.5)
  const person = ['Name', 'FirstSurname', 'SecondSurname'].flatMap(name => at(party, 'Individual', name) ?? [])
  if (person.length === 0) return
  const name = oneLine(person.map(({ value }) => value).join(' '))
  draft.derived(
    `${role}.name`,
    name,
    'joined',
    person.map(({ path }) => path),
  )
}

function readLine(line: XmlElement): LineRead {
  const rates = taxesOf(line, 'TaxesOutputs', 'transferred').flatMap(({ rate }) => rate ?? [])
  return {
    description: oneLine(at(line, 'ItemDescription')?.value ?? ''),
    quantity: amountOrNull(at(line, 'Quantity')),
    unit: at(line, 'UnitOfMeasure')?.value ?? null,
    unitPrice: amountOrNull(at(line, 'UnitPriceWithoutTax')),
    adjustment: adjustmentOf(line),
    lineTotal: amountOrNull(at(line, 'GrossAmount')),
    taxRate: new Set(rates).size === 1 ? (rates[0] ?? null) : null,
    productCode: at(line, 'ArticleCode')?.value ?? null,
    classificationCode: null,
    origin: xmlOrigin(pathOf(line)),
  }
}

function adjustmentOf(line: XmlElement): DecimalText {
  const amounts = (group: string, entry: string, name: string) =>
    childrenOf(descend(line, '', group), '', entry).flatMap(one => amountOrNull(at(one, name)) ?? [])
  const discounts = amounts('DiscountsAndRebates', 'Discount', 'DiscountAmount')
  return sum([...amounts('Charges', 'Charge', 'ChargeAmount'), ...discounts.map(negated)])
}

function taxesOf(owner: XmlElement | undefined, group: string, kind: TaxRead['kind']): TaxRead[] {
  return childrenOf(descend(owner, '', group), '', 'Tax').map(tax => {
    const code = at(tax, 'TaxTypeCode')?.value ?? ''
    return {
      kind,
      name: taxNames[code] ?? code,
      rate: plainRate(amountOrNull(at(tax, 'TaxRate'))),
      base: amountOrNull(at(tax, 'TaxableBase', 'TotalAmount')),
      amount: amountOrNull(at(tax, 'TaxAmount', 'TotalAmount')) ?? ('0' as DecimalText),
      origin: xmlOrigin(pathOf(tax)),
    }
  })
}

/** Recargo de equivalencia: charged to retailers on top of the tax, and part of the tax total. */
function surchargesOf(invoice: XmlElement | undefined): TaxRead[] {
  return childrenOf(descend(invoice, '', 'TaxesOutputs'), '', 'Tax').flatMap(tax => {
    const found = at(tax, 'EquivalenceSurchargeAmount', 'TotalAmount')
    const amount = amountOrNull(found)
    if (found === undefined || amount === null || isZero(amount)) return []
    return {
      kind: 'transferred' as const,
      name: 'Recargo de equivalencia',
      rate: plainRate(amountOrNull(at(tax, 'EquivalenceSurcharge'))),
      base: amountOrNull(at(tax, 'TaxableBase', 'TotalAmount')),
      amount,
      origin: xmlOrigin(found.path),
    }
  })
}

function readAdjustments(totals: XmlElement | undefined): AdjustmentRead[] {
  const entries = (group: string, entry: string) => childrenOf(descend(totals, '', group), '', entry)
  return [
    ...entries('GeneralDiscounts', 'Discount').flatMap(discount =>
      adjustment('allowance', at(discount, 'DiscountAmount'), at(discount, 'DiscountReason')),
    ),
    ...entries('GeneralSurcharges', 'Charge').flatMap(charge =>
      adjustment('charge', at(charge, 'ChargeAmount'), at(charge, 'ChargeReason')),
    ),
    ...adjustment('prepaid', at(totals, 'TotalPaymentsOnAccount'), undefined),
  ]
}
