import type { InvoiceFacts } from '../../facts'
import type { Found, XmlElement } from '../xml/element'
import { attributeOf, childrenOf, descend, textOf } from '../xml/element'
import { readCiiDetails } from './cii-details'
import { readCiiLines } from './cii-lines'
import { readCiiTaxes } from './cii-taxes'
import type { CiiNames } from './cii-names'
import { namesOf } from './cii-names'
import { creditedInvoices, distinctDetails } from './details'
import { documentTypeOfCode } from './document-type-code'
import type { FactsDraft } from './facts-draft'
import { adjustment, draftFacts } from './facts-draft'
import type { EInvoiceFormat } from './format'
import { amountOrNull, isOwnCurrency, isTrue, less, normalDate, sum } from './values'

/** UN/CEFACT Cross Industry Invoice D16B (EN 16931, XRechnung, Factur-X, ZUGFeRD 2) and its forerunner of ZUGFeRD 1. */
export const cii: EInvoiceFormat = {
  reader: 'cii 1',
  recognise: root => namesOf(root)?.format,
  read(root) {
    const names = namesOf(root)
    if (names === undefined) throw new TypeError('not a cross industry invoice')
    return [readCii(root, names)]
  },
}

function readCii(root: XmlElement, names: CiiNames): InvoiceFacts {
  const { rsm, ram } = names
  const draft = draftFacts()
  const trade = descend(root, rsm, names.transaction)
  const agreement = descend(trade, ram, names.agreement)
  const settlement = descend(trade, ram, names.settlement)
  const totals = descend(settlement, ram, names.totals)
  const currency = textOf(descend(settlement, ram, 'InvoiceCurrencyCode'))
  readIdentity(descend(root, rsm, names.document), ram, draft)
  draft.currency(currency)
  readDueDate(settlement, ram, draft)
  readParty(descend(agreement, ram, 'SellerTradeParty'), 'seller', ram, draft)
  readParty(descend(agreement, ram, 'BuyerTradeParty'), 'buyer', ram, draft)
  readTotals(totals, currency?.value, ram, draft)
  const details = distinctDetails(readCiiDetails(root, names, dateOf))
  return draft.facts({
    lines: readCiiLines(trade, names),
    taxes: readCiiTaxes(settlement, names),
    adjustments: readAdjustments(settlement, totals, ram),
    related: creditedInvoices(details),
    details,
  })
}

function readIdentity(document: XmlElement | undefined, ram: string, draft: FactsDraft): void {
  const code = textOf(descend(document, ram, 'TypeCode'))
  draft.text('document_type', code && { value: documentTypeOfCode(code.value), path: code.path })
  draft.text('invoice_number', textOf(descend(document, ram, 'ID')))
  draft.date('issue_date', dateOf(descend(document, ram, 'IssueDateTime')))
}

const dateTypes: ReadonlySet<string> = new Set(['DateTimeString', 'DateTime'])

/** A date wrapped in `udt:DateTimeString`, or `udt:DateTime`; the unqualified types carry another namespace in each version. */
function dateOf(element: XmlElement | undefined): Found | undefined {
  return textOf(
    element?.children.find(
      ({ local, uri }) => dateTypes.has(local) && uri.startsWith('urn:un:unece:uncefact:data:standard:'),
    ),
  )
}

/** Of several instalments the earliest is the invoice's due date. */
function readDueDate(settlement: XmlElement | undefined, ram: string, draft: FactsDraft): void {
  const dates = childrenOf(settlement, ram, 'SpecifiedTradePaymentTerms').flatMap(
    terms => dateOf(descend(terms, ram, 'DueDateDateTime')) ?? [],
  )
  const day = (found: Found) => normalDate(found.value)?.value ?? '9999'
  for (const found of dates.toSorted((left, right) => day(left).localeCompare(day(right))))
    draft.date('due_date', found)
}

function readParty(party: XmlElement | undefined, role: 'seller' | 'buyer', ram: string, draft: FactsDraft): void {
  draft.text(`${role}.name`, textOf(descend(party, ram, 'Name')))
  draft.text(`${role}.name`, textOf(descend(party, ram, 'SpecifiedLegalOrganization', 'TradingBusinessName')), 0.5)
  const registrations = childrenOf(party, ram, 'SpecifiedTaxRegistration').map(entry => descend(entry, ram, 'ID'))
  // VA is the VAT id, FC the number of the local tax office.
  const vat = registrations.find(id => attributeOf(id, 'schemeID')?.value === 'VA')
  draft.text(`${role}.tax_id`, textOf(vat))
  for (const other of registrations) draft.text(`${role}.tax_id`, textOf(other), vat === undefined ? 1 : 0.2)
}

function readTotals(
  totals: XmlElement | undefined,
  currency: string | undefined,
  ram: string,
  draft: FactsDraft,
): void {
  // Tax and grand total may be told a second time in the seller's accounting currency.
  const own = (name: string) =>
    textOf(
      childrenOf(totals, ram, name).find(total => isOwnCurrency(attributeOf(total, 'currencyID')?.value, currency)),
    )
  const grand = own('GrandTotalAmount')
  draft.amount('net_total', own('TaxBasisTotalAmount'))
  draft.amount('tax_total', own('TaxTotalAmount'))
  draft.amount('grand_total', grand)
  draft.amount('payable', own('DuePayableAmount'))
  if (!draft.has('net_total')) deriveNet(own, draft)

  const grandAmount = amountOrNull(grand)
  if (draft.has('payable') || grand === undefined || grandAmount === null) return
  const prepaid = own('TotalPrepaidAmount')
  const prepaidAmount = amountOrNull(prepaid)
  if (prepaid === undefined || prepaidAmount === null) return draft.amount('payable', grand)
  draft.derived('payable', less(grandAmount, prepaidAmount), 'total_less_prepaid', [grand.path, prepaid.path])
}

/** The standard asks for the net; whoever leaves it out says the same by its parts. */
function deriveNet(own: (name: string) => Found | undefined, draft: FactsDraft): void {
  const parts = ['LineTotalAmount', 'ChargeTotalAmount', 'AllowanceTotalAmount'].map(own)
  const [lines, charges, allowances] = parts.map(amountOrNull)
  if (lines === null || lines === undefined) return
  const gross = sum([lines, ...(charges ? [charges] : [])])
  draft.derived('net_total', less(gross, ...(allowances ? [allowances] : [])), 'lines_and_charges_less_allowances', [
    ...parts.flatMap(part => part?.path ?? []),
  ])
}

function readAdjustments(settlement: XmlElement | undefined, totals: XmlElement | undefined, ram: string) {
  const ofDocument = childrenOf(settlement, ram, 'SpecifiedTradeAllowanceCharge').flatMap(entry => {
    const indicator = descend(entry, ram, 'ChargeIndicator')
    const isCharge = isTrue(textOf(indicator?.children[0] ?? indicator))
    const amount = textOf(descend(entry, ram, 'ActualAmount'))
    return adjustment(isCharge ? 'charge' : 'allowance', amount, textOf(descend(entry, ram, 'Reason')))
  })
  const logistics = childrenOf(settlement, ram, 'SpecifiedLogisticsServiceCharge').flatMap(entry =>
    adjustment('charge', textOf(descend(entry, ram, 'AppliedAmount')), textOf(descend(entry, ram, 'Description'))),
  )
  return [
    ...ofDocument,
    ...logistics,
    ...adjustment('prepaid', textOf(descend(totals, ram, 'TotalPrepaidAmount')), undefined),
    ...adjustment('rounding', textOf(descend(totals, ram, 'RoundingAmount')), undefined),
  ]
}
