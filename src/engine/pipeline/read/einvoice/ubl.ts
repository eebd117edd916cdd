import type { DecimalText } from '../../../../shared/money'
import type { InvoiceFacts } from '../../facts'
import type { Found, XmlElement } from '../xml/element'
import { attributeOf, childrenOf, descend, pathOf, textOf } from '../xml/element'
import { creditedInvoices, distinctDetails } from './details'
import { documentTypeOfCode } from './document-type-code'
import type { FactsDraft } from './facts-draft'
import { adjustment, draftFacts } from './facts-draft'
import type { EInvoiceFormat } from './format'
import { readUblDetails } from './ubl-details'
import { readUblLines } from './ubl-lines'
import { basic, cac, cbc, isCreditNote, totalsOf } from './ubl-names'
import { readUblTaxes } from './ubl-taxes'
import { amountOrNull, isOwnCurrency, isTrue, isZero, less, normalDate, sum } from './values'

const schema = /^urn:oasis:names:specification:ubl:schema:xsd:(\w+)-2$/

const formats: Readonly<Record<string, string>> = {
  Invoice: 'ubl_invoice',
  SelfBilledInvoice: 'ubl_invoice',
  CreditNote: 'ubl_credit_note',
  SelfBilledCreditNote: 'ubl_credit_note',
  DebitNote: 'ubl_debit_note',
}

/** OASIS UBL 2.x invoices, credit and debit notes: Peppol BIS and PINT, XRechnung, SI-UBL, OIOUBL, ZATCA, DIAN and plain ones. */
export const ubl: EInvoiceFormat = {
  reader: 'ubl 1',
  recognise(root) {
    return schema.exec(root.uri)?.[1] === root.local ? formats[root.local] : undefined
  },
  read: root => [readUbl(root)],
}

function readUbl(root: XmlElement): InvoiceFacts {
  const draft = draftFacts()
  const totals = totalsOf(root)
  readIdentity(root, draft)
  readCurrency(root, totals, draft)
  readDueDate(root, draft)
  readParty(descend(root, cac, 'AccountingSupplierParty', 'Party'), 'seller', draft)
  readParty(descend(root, cac, 'AccountingCustomerParty', 'Party'), 'buyer', draft)
  const currency = basic(root, 'DocumentCurrencyCode')?.value
  readTotals(totals, currency, draft)
  const taxes = readUblTaxes(root, currency, draft)
  const details = distinctDetails(readUblDetails(root))
  return draft.facts({
    lines: readUblLines(root),
    taxes,
    adjustments: readAdjustments(root, totals),
    related: creditedInvoices(details),
    details,
  })
}

function readIdentity(root: XmlElement, draft: FactsDraft): void {
  const isCredit = isCreditNote(root)
  if (isCredit) draft.text('document_type', { value: 'credit_note', path: pathOf(root) })
  const code = basic(root, 'InvoiceTypeCode')
  if (code !== undefined) draft.text('document_type', { value: documentTypeOfCode(code.value), path: code.path })
  else draft.text('document_type', { value: 'invoice', path: pathOf(root) }, isCredit ? 0 : 1)
  draft.text('invoice_number', basic(root, 'ID'))
  draft.date('issue_date', basic(root, 'IssueDate'))
  const uuid = basic(root, 'UUID')
  draft.text('uuid', uuid && { value: uuid.value.toUpperCase(), path: uuid.path })
}

function readCurrency(root: XmlElement, totals: XmlElement | undefined, draft: FactsDraft): void {
  draft.currency(basic(root, 'DocumentCurrencyCode'))
  // UBL 2.0 lets the code be left out; the amounts then say it.
  if (!draft.has('currency')) draft.currency(attributeOf(descend(totals, cbc, 'PayableAmount'), 'currencyID'))
}

/** BT-9; credit notes have it at the payment means, UBL 2.1 also at the terms. Of several instalments the earliest counts. */
function readDueDate(root: XmlElement, draft: FactsDraft): void {
  draft.date('due_date', basic(root, 'DueDate'))
  if (draft.has('due_date')) return
  const dates = [...childrenOf(root, cac, 'PaymentMeans'), ...childrenOf(root, cac, 'PaymentTerms')].flatMap(
    payment => basic(payment, 'PaymentDueDate') ?? basic(payment, 'InstallmentDueDate') ?? [],
  )
  const day = (found: Found) => normalDate(found.value)?.value ?? '9999'
  for (const found of dates.toSorted((left, right) => day(left).localeCompare(day(right))))
    draft.date('due_date', found)
}

function readParty(party: XmlElement | undefined, role: 'seller' | 'buyer', draft: FactsDraft): void {
  const schemes = childrenOf(party, cac, 'PartyTaxScheme')
  const legalName = basic(party, 'PartyLegalEntity', 'RegistrationName')
  const tradingName = basic(party, 'PartyName', 'Name')
  draft.text(`${role}.name`, legalName)
  draft.text(`${role}.name`, tradingName, legalName === undefined ? 1 : 0.5)
  draft.text(`${role}.name`, basic(schemes[0], 'RegistrationName'), 0.4)
  draft.text(`${role}.name`, personName(party), 0.4)

  const registrations = schemes.filter(scheme => basic(scheme, 'CompanyID') !== undefined)
  const vat = registrations.find(scheme => basic(scheme, 'TaxScheme', 'ID')?.value.toUpperCase() === 'VAT')
  draft.text(`${role}.tax_id`, basic(vat ?? registrations[0], 'CompanyID'))
  for (const other of registrations) draft.text(`${role}.tax_id`, basic(other, 'CompanyID'), 0.2)
  if (registrations.length === 0) draft.text(`${role}.tax_id`, nationalTaxId(party))
}

/** Turkey: tax number of a company, and that of a person. */
const taxIdSchemes: ReadonlySet<string> = new Set(['VKN', 'TCKN'])

/** Turkey and Peru have no registrations by tax: the tax number stands among what identifies the party. */
function nationalTaxId(party: XmlElement | undefined): Found | undefined {
  const ids = childrenOf(party, cac, 'PartyIdentification').map(entry => descend(entry, cbc, 'ID'))
  const isTaxId = (id: XmlElement | undefined) => {
    const scheme = attributeOf(id, 'schemeID')?.value.toUpperCase() ?? ''
    // Peru numbers its kinds of identification: 6 is the tax number of a company.
    return taxIdSchemes.has(scheme) || (scheme === '6' && /^\d{11}$/.test(id?.text.trim() ?? ''))
  }
  return textOf(ids.find(isTaxId))
}

function personName(party: XmlElement | undefined): Found | undefined {
  const person = descend(party, cac, 'Person')
  const names = ['FirstName', 'FamilyName'].map(name => basic(person, name)?.value).filter(name => name !== undefined)
  return person === undefined || names.length === 0 ? undefined : { value: names.join(' '), path: pathOf(person) }
}

function readTotals(totals: XmlElement | undefined, currency: string | undefined, draft: FactsDraft): void {
  const total = (name: string) => basic(totals, name)
  /** An amount in another currency than the invoice's is no amount of this invoice. */
  const own = (name: string) => {
    const code = attributeOf(descend(totals, cbc, name), 'currencyID')?.value
    return isOwnCurrency(code, currency) ? total(name) : undefined
  }
  if (!saysTaxAsNet(totals)) draft.amount('net_total', own('TaxExclusiveAmount'))
  draft.amount('grand_total', own('TaxInclusiveAmount'))
  draft.amount('payable', own('PayableAmount'))

  const sumOfLines = amountOrNull(own('LineExtensionAmount'))
  if (!draft.has('net_total') && sumOfLines !== null) {
    const [charges, allowances] = [own('ChargeTotalAmount'), own('AllowanceTotalAmount')]
    const gross = sum([sumOfLines, ...present(charges)])
    draft.derived('net_total', less(gross, ...present(allowances)), 'lines_and_charges_less_allowances', [
      ...paths(own('LineExtensionAmount'), charges, allowances),
    ])
  }
  const payable = amountOrNull(own('PayableAmount'))
  if (!draft.has('grand_total') && payable !== null) {
    const [prepaid, rounding] = [own('PrepaidAmount'), own('PayableRoundingAmount')]
    const grand = less(sum([payable, ...present(prepaid)]), ...present(rounding))
    draft.derived('grand_total', grand, 'payable_and_prepaid_less_rounding', [
      ...paths(own('PayableAmount'), prepaid, rounding),
    ])
  }
}

/**
 * OIOUBL states the tax as TaxExclusiveAmount. The other amounts tell: with the net of the lines it makes the total.
 */
function saysTaxAsNet(totals: XmlElement | undefined): boolean {
  const of = (name: string) => amountOrNull(basic(totals, name))
  const [lines, stated, grand] = [of('LineExtensionAmount'), of('TaxExclusiveAmount'), of('TaxInclusiveAmount')]
  if (lines === null || stated === null || grand === null) return false
  const charged = sum([lines, of('ChargeTotalAmount') ?? zero])
  const net = less(charged, of('AllowanceTotalAmount') ?? zero)
  return !isZero(less(stated, net)) && isZero(less(grand, net, stated))
}

const zero = '0' as DecimalText

function present(found: Found | undefined) {
  const amount = amountOrNull(found)
  return amount === null || isZero(amount) ? [] : [amount]
}

function paths(...found: readonly (Found | undefined)[]): string[] {
  return found.flatMap(one => (one === undefined ? [] : [one.path]))
}

function readAdjustments(root: XmlElement, totals: XmlElement | undefined) {
  const ofDocument = childrenOf(root, cac, 'AllowanceCharge').flatMap(entry => {
    const isCharge = isTrue(basic(entry, 'ChargeIndicator'))
    return adjustment(isCharge ? 'charge' : 'allowance', basic(entry, 'Amount'), basic(entry, 'AllowanceChargeReason'))
  })
  return [
    ...ofDocument,
    ...adjustment('prepaid', basic(totals, 'PrepaidAmount'), undefined),
    ...adjustment('rounding', basic(totals, 'PayableRoundingAmount'), undefined),
  ]
}
