import { expect, test } from 'vitest'
import type { DetailKey } from '../../../../../src/shared/invoice'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { fixture, utf8 } from './fixtures'

function detailsOf(text: string): Partial<Record<DetailKey, string[]>> {
  const details = readXmlDocument(utf8(text)).facts.details ?? []
  const byKey = Map.groupBy(details, ({ key }) => key)
  return Object.fromEntries([...byKey].map(([key, found]) => [key, found.map(({ value }) => value)]))
}

test('a CFDI says how and when it is paid, what it replaces, and who certified it', () => {
  const related = `<f:CfdiRelacionados TipoRelacion="04"><f:CfdiRelacionado UUID="5a0c1d7e-1111-4222-8333-944455566677"/></f:CfdiRelacionados>`
  const text = fixture('cfdi-4.0-withholding.xml')
    .replace('Version="4.0"', 'Version="4.0" CondicionesDePago="30 días" TipoCambio="18.5300"')
    .replace('<f:Emisor', `${related}<f:Emisor`)
  expect(detailsOf(text)).toMatchObject({
    payment_plan: ['PPD'],
    payment_means: ['99'],
    payment_terms: ['30 días'],
    exchange_rate: ['18.5300'],
    purpose: ['G03'],
    related_invoice: ['04 5A0C1D7E-1111-4222-8333-944455566677'],
    certified_at: ['2026-03-09'],
    certified_by: ['AAA010101AA1'],
    authority_certificate_number: ['00001000000500000000'],
  })
})

test('only a CFDI that gives money back names invoices it credits', () => {
  const related = (kind: string) =>
    `<f:CfdiRelacionados TipoRelacion="${kind}"><f:CfdiRelacionado UUID="5a0c1d7e-1111-4222-8333-944455566677"/></f:CfdiRelacionados><f:Emisor`
  const text = fixture('cfdi-4.0-withholding.xml')
  expect(detailsOf(text.replace('<f:Emisor', related('01'))).credited_invoice).toHaveLength(1)
  expect(detailsOf(text.replace('<f:Emisor', related('07'))).credited_invoice).toBeUndefined()
})

test('in CFDI 3.2 the form of payment is what later versions call the method, and the other way round', () => {
  const text = fixture('cfdi-3.2.xml').replace('version="3.2"', 'version="3.2" NumCtaPago="4321"')
  expect(detailsOf(text)).toMatchObject({
    payment_plan: ['PAGO EN UNA SOLA EXHIBICION'],
    payment_means: ['03'],
    bank_account: ['4321'],
  })
})

const ublPayment = `
  <cbc:BuyerReference>04011000-12345-39</cbc:BuyerReference>
  <cac:OrderReference><cbc:ID>4500-77</cbc:ID><cbc:SalesOrderID>V-9</cbc:SalesOrderID></cac:OrderReference>
  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>AL-2026-0101</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>
  <cac:Delivery><cbc:ActualDeliveryDate>2026-02-01</cbc:ActualDeliveryDate><cac:DeliveryLocation><cac:Address><cbc:StreetName>Quai 3</cbc:StreetName><cbc:CityName>Lund</cbc:CityName></cac:Address></cac:DeliveryLocation></cac:Delivery>
  <cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cbc:PaymentID>RF18 5390</cbc:PaymentID>
    <cac:PayeeFinancialAccount><cbc:ID>DE75 5121 0800 1245 1261 99</cbc:ID><cac:FinancialInstitutionBranch><cbc:ID>SOGEDEFF</cbc:ID></cac:FinancialInstitutionBranch></cac:PayeeFinancialAccount></cac:PaymentMeans>
  <cac:PaymentTerms><cbc:Note>2 % within
    10 days</cbc:Note></cac:PaymentTerms>
  <cac:AllowanceCharge>`

test('a UBL invoice says where to pay, under which reference, and what was ordered and delivered', () => {
  const text = fixture('ubl-invoice.xml').replace('<cac:AllowanceCharge>', ublPayment)
  expect(detailsOf(text)).toMatchObject({
    iban: ['DE75512108001245126199'],
    bic: ['SOGEDEFF'],
    payment_reference: ['RF18 5390'],
    payment_terms: ['2 % within 10 days'],
    payment_means: ['58'],
    buyer_reference: ['04011000-12345-39'],
    order_reference: ['4500-77'],
    sales_order_reference: ['V-9'],
    credited_invoice: ['AL-2026-0101'],
    delivery_date: ['2026-02-01'],
    delivery_place: ['Quai 3, Lund'],
    prepaid: ['93.75'],
  })
  expect(readXmlDocument(utf8(text)).facts.related).toEqual(['AL-2026-0101'])
})

test('a cross industry invoice tells its bank account, its order and what it corrects', () => {
  const text = fixture('cii-d16b.xml')
    .replace(
      '<ram:BuyerTradeParty>',
      '<ram:BuyerReference>B-1</ram:BuyerReference><ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>PO-3</ram:IssuerAssignedID></ram:BuyerOrderReferencedDocument><ram:BuyerTradeParty>',
    )
    .replace(
      '<ram:ApplicableHeaderTradeDelivery/>',
      '<ram:ApplicableHeaderTradeDelivery><ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime><udt:DateTimeString format="102">20260110</udt:DateTimeString></ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent></ram:ApplicableHeaderTradeDelivery>',
    )
    .replace(
      '<ram:InvoiceCurrencyCode>',
      '<ram:PaymentReference>R7781</ram:PaymentReference><ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>DE02120300000000202051</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans><ram:InvoiceReferencedDocument><ram:IssuerAssignedID>R-7700</ram:IssuerAssignedID></ram:InvoiceReferencedDocument><ram:InvoiceCurrencyCode>',
    )
  expect(detailsOf(text)).toMatchObject({
    iban: ['DE02120300000000202051'],
    payment_means: ['58'],
    payment_reference: ['R7781'],
    buyer_reference: ['B-1'],
    order_reference: ['PO-3'],
    delivery_date: ['2026-01-10'],
    credited_invoice: ['R-7700'],
  })
})

test('a FatturaPA tells its IBAN and its orders, each invoice of the file its own', () => {
  const text = fixture('fatturapa.xml')
    .replace('<ImportoPagamento>420.00', '<IBAN>IT60X0542811101000000123456</IBAN><ImportoPagamento>420.00')
    .replace(
      '</DatiGeneraliDocumento></DatiGenerali>',
      '</DatiGeneraliDocumento><DatiOrdineAcquisto><IdDocumento>OA-5</IdDocumento></DatiOrdineAcquisto></DatiGenerali>',
    )
  expect(detailsOf(text)).toMatchObject({
    iban: ['IT60X0542811101000000123456'],
    order_reference: ['OA-5'],
    payment_plan: ['TP02'],
  })
  expect(readXmlDocument(utf8(text), 2).facts.details).toBeUndefined()
})

test('a Facturae tells where to pay and which invoice it corrects', () => {
  const text = fixture('facturae.xml')
    .replace(
      '</InvoiceHeader>',
      '<Corrective><InvoiceNumber>60</InvoiceNumber><InvoiceSeriesCode>NP</InvoiceSeriesCode></Corrective></InvoiceHeader>',
    )
    .replace(
      '</InstallmentAmount>',
      '</InstallmentAmount><PaymentMeans>04</PaymentMeans><AccountToBeCredited><IBAN>ES7620770024003102575766</IBAN></AccountToBeCredited>',
    )
  expect(detailsOf(text)).toMatchObject({
    iban: ['ES7620770024003102575766'],
    payment_means: ['04'],
    credited_invoice: ['NP60'],
  })
})

test('thousands of references are cut, so that a file cannot fill the books', () => {
  const orders = Array.from(
    { length: 1_000 },
    (_, index) => `<cac:DespatchDocumentReference><cbc:ID>LS-${index}</cbc:ID></cac:DespatchDocumentReference>`,
  )
  const text = fixture('ubl-invoice.xml').replace('<cac:AllowanceCharge>', `${orders.join('')}<cac:AllowanceCharge>`)
  expect(readXmlDocument(utf8(text)).facts.details).toHaveLength(200)
})
