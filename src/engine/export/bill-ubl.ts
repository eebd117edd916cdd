import Big from 'big.js'
import { create } from 'xmlbuilder2'
import type { BillRecord } from '../../shared/bill-record'

/** Who receives the bill: this company. */
export interface Buyer {
  readonly name: string
  readonly taxId: string | null
}

const namespaces = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
}

/**
 * A bill as UBL 2.1: an Invoice, or a CreditNote for a vendor credit. Elements stand in the order of the schema. The
 * account of each line is its AccountingCost; tax withheld is WithholdingTaxTotal, which credit notes do not have, so
 * there it stays a negative line.
 */
export function billUbl(bill: BillRecord, buyer: Buyer): string {
  const isCredit = bill.kind === 'vendor_credit'
  const root = isCredit ? 'CreditNote' : 'Invoice'
  const money = (value: string) => ({ '@currencyID': bill.currency, '#': value })
  const of = (...kinds: string[]) => bill.lines.filter(line => kinds.includes(line.kind))
  const sum = (lines: readonly { readonly amount: string }[]) =>
    lines.reduce((total, line) => total.plus(line.amount), new Big(0)).toFixed(decimalsOf(bill.total))
  const lines = of('cost', ...(isCredit ? ['withheld'] : []))
  const withheld = isCredit ? [] : of('withheld')
  const rounding = of('rounding')
  const taxes = of('tax')
  const net = sum(lines)
  const withTax = sum([...lines, ...taxes])
  const taxTotal = (of_: typeof taxes, sign: 1 | -1) => ({
    'cbc:TaxAmount': money(signed(sum(of_), sign)),
    'cac:TaxSubtotal': of_.map(tax => ({
      'cbc:TaxAmount': money(signed(tax.amount, sign)),
      ...(tax.tax_rate === null ? {} : { 'cbc:Percent': tax.tax_rate }),
      'cac:TaxCategory': {
        'cbc:Name': tax.description,
        ...(tax.tax_rate === null ? {} : { 'cbc:Percent': tax.tax_rate }),
        'cac:TaxScheme': { 'cbc:ID': schemeOf(tax.description), 'cbc:Name': tax.description },
      },
    })),
  })
  const document = {
    [root]: {
      '@xmlns': `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`,
      '@xmlns:cac': namespaces.cac,
      '@xmlns:cbc': namespaces.cbc,
      'cbc:UBLVersionID': '2.1',
      'cbc:ID': bill.invoice_number ?? bill.bill_number,
      ...(bill.uuid === null ? {} : { 'cbc:UUID': bill.uuid }),
      'cbc:IssueDate': bill.issue_date,
      ...(bill.due_date === null || isCredit ? {} : { 'cbc:DueDate': bill.due_date }),
      ...(isCredit ? { 'cbc:CreditNoteTypeCode': '381' } : { 'cbc:InvoiceTypeCode': '380' }),
      'cbc:Note': [`Bill ${bill.bill_number}`, `Journal head ${bill.journal_head}`],
      'cbc:DocumentCurrencyCode': bill.currency,
      'cac:AccountingSupplierParty': { 'cac:Party': party(bill.vendor_name, bill.vendor_tax_id) },
      'cac:AccountingCustomerParty': { 'cac:Party': party(buyer.name, buyer.taxId) },
      'cac:TaxTotal': taxTotal(taxes, 1),
      ...(withheld.length === 0 ? {} : { 'cac:WithholdingTaxTotal': taxTotal(withheld, -1) }),
      'cac:LegalMonetaryTotal': {
        'cbc:LineExtensionAmount': money(net),
        'cbc:TaxExclusiveAmount': money(net),
        'cbc:TaxInclusiveAmount': money(withTax),
        ...(rounding.length === 0 ? {} : { 'cbc:PayableRoundingAmount': money(sum(rounding)) }),
        'cbc:PayableAmount': money(bill.total),
      },
      [`cac:${root}Line`]: lines.map(line => ({
        'cbc:ID': String(line.position),
        [isCredit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity']: { '@unitCode': 'C62', '#': '1' },
        'cbc:LineExtensionAmount': money(line.amount),
        ...(line.account === null ? {} : { 'cbc:AccountingCost': line.account }),
        'cac:Item': { 'cbc:Name': writable(line.description) || '—' },
        'cac:Price': { 'cbc:PriceAmount': money(line.amount) },
      })),
    },
  }
  return create({ version: '1.0', encoding: 'UTF-8' }, document).end({ prettyPrint: true })
}

function party(name: string, taxId: string | null) {
  return {
    'cac:PartyName': { 'cbc:Name': writable(name) },
    ...(taxId === null
      ? {}
      : { 'cac:PartyTaxScheme': { 'cbc:CompanyID': taxId, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } } }),
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': writable(name) },
  }
}

/** "IVA 16%" is value added tax by any name; the rest keeps its own. */
function schemeOf(description: string): string {
  return /^(iva|vat|ust|mwst|tva|btw|igv|gst)\b/i.test(description) ? 'VAT' : (description.split(/[\s%]/)[0] ?? 'OTH')
}

/** Characters XML 1.0 has no place for. */
function writable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]/gu, ' ')
    .replace(/[\ufffe\uffff]/g, '')
    .trim()
}

function signed(value: string, sign: 1 | -1): string {
  return new Big(value).times(sign).toFixed(decimalsOf(value))
}

function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0
}
