import type { Invoice, Party, PricedItem } from '../invoice'
import { xml } from './escape'

/** Writes a UBL 2.1 invoice of the EN 16931 core. */
export function ublXml(invoice: Invoice): string {
  const { currency } = invoice
  const money = (name: string, amount: string) => `<cbc:${name} currencyID="${currency}">${amount}</cbc:${name}>`
  const tax = (percent: string) =>
    `<cbc:ID>S</cbc:ID><cbc:Percent>${percent}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>`
  const line = (item: PricedItem, index: number) => `  <cac:InvoiceLine>
    <cbc:ID>${index + 1}</cbc:ID>
    <cbc:InvoicedQuantity unitCode="${item.unit}">${item.quantity}</cbc:InvoicedQuantity>
    ${money('LineExtensionAmount', item.amount)}
    <cac:Item>
      <cbc:Name>${xml(item.description)}</cbc:Name>
      <cac:SellersItemIdentification><cbc:ID>${xml(item.code)}</cbc:ID></cac:SellersItemIdentification>
      <cac:ClassifiedTaxCategory>${tax(invoice.taxRate)}</cac:ClassifiedTaxCategory>
    </cac:Item>
    <cac:Price>${money('PriceAmount', item.unitPrice)}</cac:Price>
  </cac:InvoiceLine>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ID>${xml(invoice.number)}</cbc:ID>
  <cbc:IssueDate>${invoice.issueDate}</cbc:IssueDate>
  <cbc:DueDate>${invoice.dueDate}</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty>${party(invoice.seller)}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>${party(invoice.buyer)}</cac:AccountingCustomerParty>
  <cac:TaxTotal>
    ${money('TaxAmount', invoice.tax)}
    <cac:TaxSubtotal>
      ${money('TaxableAmount', invoice.net)}
      ${money('TaxAmount', invoice.tax)}
      <cac:TaxCategory>${tax(invoice.taxRate)}</cac:TaxCategory>
    </cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    ${money('LineExtensionAmount', invoice.net)}
    ${money('TaxExclusiveAmount', invoice.net)}
    ${money('TaxInclusiveAmount', invoice.total)}
    ${money('PayableAmount', invoice.total)}
  </cac:LegalMonetaryTotal>
${invoice.items.map(line).join('\n')}
</Invoice>
`
}

function party({ name, taxId, address, country }: Party): string {
  const [street = '', city = ''] = address
  return `
    <cac:Party>
      <cac:PartyName><cbc:Name>${xml(name)}</cbc:Name></cac:PartyName>
      <cac:PostalAddress>
        <cbc:StreetName>${xml(street)}</cbc:StreetName>
        <cbc:CityName>${xml(city)}</cbc:CityName>
        <cac:Country><cbc:IdentificationCode>${country}</cbc:IdentificationCode></cac:Country>
      </cac:PostalAddress>
      <cac:PartyTaxScheme>
        <cbc:CompanyID>${xml(taxId)}</cbc:CompanyID>
        <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
      </cac:PartyTaxScheme>
      <cac:PartyLegalEntity><cbc:RegistrationName>${xml(name)}</cbc:RegistrationName></cac:PartyLegalEntity>
    </cac:Party>
  `
}
