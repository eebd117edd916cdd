import { expect, test } from 'vitest'
import type { FieldName } from '../../../../../src/shared/invoice'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { utf8 } from './fixtures'

const parties = `<eb:Biller><eb:VATIdentificationNumber>ATU57780814</eb:VATIdentificationNumber><eb:Address><eb:Name>Tischlerei Moser GmbH</eb:Name></eb:Address></eb:Biller>
  <eb:InvoiceRecipient><eb:VATIdentificationNumber>ATU62134737</eb:VATIdentificationNumber><eb:OrderReference><eb:OrderID>B-44</eb:OrderID></eb:OrderReference><eb:Address><eb:Name>Alpenverlag KG</eb:Name></eb:Address></eb:InvoiceRecipient>`

/** The same invoice as each generation of the schema writes it. */
function invoice(version: string, type: string, line: string, tax: string, rest = ''): string {
  return `<eb:Invoice xmlns:eb="http://www.ebinterface.at/schema/${version}/" eb:DocumentType="${type}" eb:InvoiceCurrency="EUR">
  <eb:InvoiceNumber>M-2031</eb:InvoiceNumber><eb:InvoiceDate>2026-04-07</eb:InvoiceDate>${parties}
  <eb:Details><eb:ItemList><eb:ListLineItem><eb:Description>Regal Eiche</eb:Description><eb:Description>geölt</eb:Description><eb:Quantity eb:Unit="STK">3</eb:Quantity><eb:UnitPrice>120.00</eb:UnitPrice>${line}<eb:LineItemAmount>360.00</eb:LineItemAmount></eb:ListLineItem></eb:ItemList></eb:Details>
  <eb:Tax>${tax}</eb:Tax><eb:TotalGrossAmount>432.00</eb:TotalGrossAmount>${rest}
  <eb:PaymentConditions><eb:DueDate>2026-05-07</eb:DueDate></eb:PaymentConditions></eb:Invoice>`
}

const amounts = '<eb:TaxedAmount>360.00</eb:TaxedAmount>'
const generations = [
  [
    'ebinterface_3.02',
    invoice(
      '3p02',
      'Invoice',
      '<eb:TaxRate>20.00</eb:TaxRate><eb:BillersArticleNumber>R3</eb:BillersArticleNumber>',
      `<eb:VAT><eb:Item>${amounts}<eb:TaxRate>20.00</eb:TaxRate><eb:Amount>72.00</eb:Amount></eb:Item></eb:VAT>`,
    ),
  ],
  [
    'ebinterface_4.3',
    invoice(
      '4p3',
      'Invoice',
      '<eb:VATRate>20</eb:VATRate><eb:ArticleNumber>R3</eb:ArticleNumber>',
      `<eb:VAT><eb:VATItem>${amounts}<eb:VATRate>20</eb:VATRate><eb:Amount>72.00</eb:Amount></eb:VATItem></eb:VAT>`,
      '<eb:PayableAmount>432.00</eb:PayableAmount>',
    ),
  ],
  [
    'ebinterface_6.1',
    invoice(
      '6p1',
      'Invoice',
      '<eb:TaxItem><eb:TaxableAmount>360.00</eb:TaxableAmount><eb:TaxPercent eb:TaxCategoryCode="S">20</eb:TaxPercent></eb:TaxItem><eb:ArticleNumber>R3</eb:ArticleNumber>',
      '<eb:TaxItem><eb:TaxableAmount>360.00</eb:TaxableAmount><eb:TaxPercent eb:TaxCategoryCode="S">20</eb:TaxPercent><eb:TaxAmount>72.00</eb:TaxAmount></eb:TaxItem>',
      '<eb:PayableAmount>432.00</eb:PayableAmount>',
    ),
  ],
] as const

test.each(generations)('%s: number, dates, parties, lines, taxes and totals', (format, xml) => {
  const read = readXmlDocument(utf8(xml))
  const value = (field: FieldName) => read.facts.chosen[field]?.value
  expect(read.format).toBe(format)
  expect([value('invoice_number'), value('issue_date'), value('due_date'), value('currency')]).toEqual([
    'M-2031',
    '2026-04-07',
    '2026-05-07',
    'EUR',
  ])
  expect([value('seller.name'), value('seller.tax_id'), value('buyer.tax_id')]).toEqual([
    'Tischlerei Moser GmbH',
    'ATU57780814',
    'ATU62134737',
  ])
  expect([value('net_total'), value('tax_total'), value('grand_total'), value('payable')]).toEqual([
    '360',
    '72',
    '432.00',
    '432.00',
  ])
  expect(read.facts.lines).toMatchObject([
    { description: 'Regal Eiche geölt', quantity: '3', unit: 'STK', taxRate: '20', productCode: 'R3' },
  ])
  expect(read.facts.taxes).toMatchObject([{ rate: '20', base: '360.00', amount: '72.00' }])
  expect(read.facts.details).toContainEqual(expect.objectContaining({ key: 'order_reference', value: 'B-44' }))
})

test('a credit memo is a credit note, with the invoice it takes back', () => {
  const cancelled =
    '<eb:CancelledOriginalDocument><eb:InvoiceNumber>M-1999</eb:InvoiceNumber></eb:CancelledOriginalDocument>'
  const { facts } = readXmlDocument(utf8(invoice('6p0', 'CreditMemo', '', '', cancelled)))
  expect(facts.chosen.document_type?.value).toBe('credit_note')
  expect(facts.related).toEqual(['M-1999'])
})

test('an exempt row has no rate and its tax is none', () => {
  const tax =
    '<eb:VAT><eb:VATItem><eb:TaxedAmount>432.00</eb:TaxedAmount><eb:TaxExemption>Kleinunternehmer</eb:TaxExemption><eb:Amount>0.00</eb:Amount></eb:VATItem></eb:VAT>'
  const { facts } = readXmlDocument(utf8(invoice('4p2', 'Invoice', '', tax)))
  expect(facts.taxes).toMatchObject([{ rate: null, base: '432.00', amount: '0.00' }])
  expect(facts.chosen.tax_total?.value).toBe('0')
})
