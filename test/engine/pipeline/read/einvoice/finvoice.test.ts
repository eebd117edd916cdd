import { expect, test } from 'vitest'
import type { FieldName } from '../../../../../src/shared/invoice'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { utf8 } from './fixtures'

const eur = 'AmountCurrencyIdentifier="EUR"'
const xml = `<Finvoice Version="3.0">
  <SellerPartyDetails><SellerPartyIdentifier>0201234-5</SellerPartyIdentifier><SellerOrganisationName>Paperi ja Kansi Oy</SellerOrganisationName><SellerOrganisationTaxCode>FI02012345</SellerOrganisationTaxCode></SellerPartyDetails>
  <SellerInformationDetails><SellerAccountDetails><SellerAccountID IdentificationSchemeName="IBAN">FI21 1234 5600 0007 85</SellerAccountID></SellerAccountDetails></SellerInformationDetails>
  <BuyerPartyDetails><BuyerOrganisationName>Saaristo Kahvi Oy</BuyerOrganisationName></BuyerPartyDetails>
  <InvoiceDetails><InvoiceTypeCode>INV01</InvoiceTypeCode><InvoiceNumber>7712</InvoiceNumber><InvoiceDate Format="CCYYMMDD">20260331</InvoiceDate>
    <InvoiceTotalVatExcludedAmount ${eur}>200,00</InvoiceTotalVatExcludedAmount><InvoiceTotalVatAmount ${eur}>51,00</InvoiceTotalVatAmount><InvoiceTotalVatIncludedAmount ${eur}>251,00</InvoiceTotalVatIncludedAmount>
    <VatSpecificationDetails><VatBaseAmount ${eur}>200,00</VatBaseAmount><VatRatePercent>25,5</VatRatePercent><VatRateAmount ${eur}>51,00</VatRateAmount></VatSpecificationDetails>
    <PaymentTermsDetails><InvoiceDueDate Format="CCYYMMDD">20260414</InvoiceDueDate></PaymentTermsDetails></InvoiceDetails>
  <InvoiceRow><RowFreeText>Toimitus 12.3.</RowFreeText></InvoiceRow>
  <InvoiceRow><ArticleIdentifier>K-9</ArticleIdentifier><ArticleName>Kansi A4</ArticleName><DeliveredQuantity QuantityUnitCode="kpl">1600,00</DeliveredQuantity><UnitPriceAmount ${eur}>0,125</UnitPriceAmount><RowVatRatePercent>25,5</RowVatRatePercent><RowVatExcludedAmount ${eur}>200,00</RowVatExcludedAmount></InvoiceRow>
  <EpiDetails><EpiPaymentInstructionDetails><EpiRemittanceInfoIdentifier>1234561</EpiRemittanceInfoIdentifier><EpiInstructedAmount ${eur}>251,00</EpiInstructedAmount></EpiPaymentInstructionDetails></EpiDetails>
</Finvoice>`

test('a Finvoice: amounts with a decimal comma, dates without signs, the VAT number before the business id', () => {
  const { format, facts } = readXmlDocument(utf8(xml))
  const value = (field: FieldName) => facts.chosen[field]?.value
  expect(format).toBe('finvoice')
  expect([value('invoice_number'), value('issue_date'), value('due_date'), value('currency')]).toEqual([
    '7712',
    '2026-03-31',
    '2026-04-14',
    'EUR',
  ])
  expect([value('seller.name'), value('seller.tax_id'), value('buyer.name')]).toEqual([
    'Paperi ja Kansi Oy',
    'FI02012345',
    'Saaristo Kahvi Oy',
  ])
  expect([value('net_total'), value('tax_total'), value('grand_total'), value('payable')]).toEqual([
    '200.00',
    '51.00',
    '251.00',
    '251.00',
  ])
  expect(facts.taxes).toMatchObject([{ rate: '25.5', base: '200.00', amount: '51.00' }])
  expect(facts.details).toContainEqual(expect.objectContaining({ key: 'iban', value: 'FI2112345600000785' }))
})

test('rows of text are no lines; a price of an eighth of a euro keeps its decimals', () => {
  expect(readXmlDocument(utf8(xml)).facts.lines).toMatchObject([
    { description: 'Kansi A4', quantity: '1600.00', unit: 'kpl', unitPrice: '0.125', lineTotal: '200.00' },
  ])
})

test('INV02 is a credit note; without VAT number the business id tells who sells', () => {
  const credit = xml
    .replace('INV01', 'INV02')
    .replace(/<SellerOrganisationTaxCode>.*?<\/SellerOrganisationTaxCode>/, '')
  const { chosen } = readXmlDocument(utf8(credit)).facts
  expect(chosen.document_type?.value).toBe('credit_note')
  expect(chosen['seller.tax_id']?.value).toBe('0201234-5')
})

test('without a tax total it is what the total is above the net', () => {
  const bare = xml.replace(/<InvoiceTotalVatAmount.*?<\/InvoiceTotalVatAmount>/, '')
  const { chosen } = readXmlDocument(utf8(bare)).facts
  expect(chosen.tax_total).toMatchObject({ value: '51', origin: { kind: 'formula', rule: 'total_less_net' } })
})
