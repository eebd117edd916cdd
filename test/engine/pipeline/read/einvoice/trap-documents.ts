/**
 * The same small invoice in every format: number T-17 of 2 March 2026, one row of 2 × 60.00 that comes to 100.00 all the same,
 * 121.00 in all; without a due date and without a tax number of the buyer.
 */
export interface TrapDocument {
  readonly name: string
  readonly format: string
  readonly xml: string
  /** How the format writes the day and the total; what the traps change. */
  readonly date: string
  readonly total: string
  /** False for a format, or a profile, that has no rows. */
  readonly hasLines: boolean
  /** What the number is read as; null where the format has none and the UUID is the identity. */
  readonly number: string | null
}

const seller = 'Peña e Hijos'

function cfdi(version: '3.3' | '4.0'): string {
  const uri = version === '4.0' ? 'http://www.sat.gob.mx/cfd/4' : 'http://www.sat.gob.mx/cfd/3'
  return `<c:Comprobante xmlns:c="${uri}" xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital" Version="${version}" Fecha="2026-03-02T10:00:00" Moneda="MXN" SubTotal="100.00" Total="121.00" TipoDeComprobante="I" LugarExpedicion="44100">
  <c:Emisor Rfc="PNO180312Q55" Nombre="${seller}"/><c:Receptor Nombre="Oficinas Bosque Sereno"/>
  <c:Conceptos><c:Concepto ClaveProdServ="14111507" Cantidad="2" ClaveUnidad="H87" Descripcion="Papel" ValorUnitario="60.00" Importe="100.00"/></c:Conceptos>
  <c:Impuestos TotalImpuestosTrasladados="21.00"><c:Traslados><c:Traslado Base="100.00" Impuesto="002" TipoFactor="Tasa" TasaOCuota="0.210000" Importe="21.00"/></c:Traslados></c:Impuestos>
  <c:Complemento><tfd:TimbreFiscalDigital Version="1.1" UUID="3b2f9c51-7d10-4e0c-9a4f-5d8b6c1e2a90"/></c:Complemento></c:Comprobante>`
}

const cfdi32 = `<c:Comprobante xmlns:c="http://www.sat.gob.mx/cfd/3" version="3.2" serie="T-" folio="17" fecha="2026-03-02T10:00:00" subTotal="100.00" total="121.00" Moneda="Pesos" tipoDeComprobante="ingreso">
  <c:Emisor rfc="PNO180312Q55" nombre="${seller}"/><c:Receptor nombre="Oficinas Bosque Sereno"/>
  <c:Conceptos><c:Concepto cantidad="2" unidad="PZA" descripcion="Papel" valorUnitario="60.00" importe="100.00"/></c:Conceptos>
  <c:Impuestos totalImpuestosTrasladados="21.00"><c:Traslados><c:Traslado impuesto="IVA" tasa="21.00" importe="21.00"/></c:Traslados></c:Impuestos></c:Comprobante>`

const cfdi32WithoutFolio = cfdi32
  .replace(' serie="T-" folio="17"', '')
  .replace(
    '</c:Comprobante>',
    '<c:Complemento><tfd:TimbreFiscalDigital xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital" version="1.0" UUID="3b2f9c51-7d10-4e0c-9a4f-5d8b6c1e2a90"/></c:Complemento></c:Comprobante>',
  )

function ubl(head: string): string {
  return `<u:Invoice xmlns:u="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  ${head}<b:ID>T-17</b:ID><b:IssueDate>2026-03-02</b:IssueDate><b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>
  <a:AccountingSupplierParty><a:Party><a:PartyLegalEntity><b:RegistrationName>${seller}</b:RegistrationName></a:PartyLegalEntity></a:Party></a:AccountingSupplierParty>
  <a:TaxTotal><b:TaxAmount currencyID="EUR">21.00</b:TaxAmount></a:TaxTotal>
  <a:LegalMonetaryTotal><b:TaxExclusiveAmount currencyID="EUR">100.00</b:TaxExclusiveAmount><b:TaxInclusiveAmount currencyID="EUR">121.00</b:TaxInclusiveAmount><b:PayableAmount currencyID="EUR">120.99</b:PayableAmount></a:LegalMonetaryTotal>
  <a:InvoiceLine><b:ID>1</b:ID><b:InvoicedQuantity>2</b:InvoicedQuantity><b:LineExtensionAmount currencyID="EUR">100.00</b:LineExtensionAmount><a:Item><b:Name>Papel</b:Name></a:Item><a:Price><b:PriceAmount currencyID="EUR">60.00</b:PriceAmount></a:Price></a:InvoiceLine></u:Invoice>`
}

/** A credit note has its own root, rows and quantities, and states its amounts positive. */
const ublCreditNote = ubl('<b:UBLVersionID>2.1</b:UBLVersionID>')
  .replace('schema:xsd:Invoice-2', 'schema:xsd:CreditNote-2')
  .replaceAll('u:Invoice', 'u:CreditNote')
  .replaceAll('a:InvoiceLine', 'a:CreditNoteLine')
  .replaceAll('b:InvoicedQuantity', 'b:CreditedQuantity')

function cii(profile: string, line: string): string {
  return `<x:CrossIndustryInvoice xmlns:x="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:r="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:d="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <x:ExchangedDocumentContext><r:GuidelineSpecifiedDocumentContextParameter><r:ID>${profile}</r:ID></r:GuidelineSpecifiedDocumentContextParameter></x:ExchangedDocumentContext>
  <x:ExchangedDocument><r:ID>T-17</r:ID><r:TypeCode>380</r:TypeCode><r:IssueDateTime><d:DateTimeString format="102">20260302</d:DateTimeString></r:IssueDateTime></x:ExchangedDocument>
  <x:SupplyChainTradeTransaction>${line}
    <r:ApplicableHeaderTradeAgreement><r:SellerTradeParty><r:Name>${seller}</r:Name></r:SellerTradeParty><r:BuyerTradeParty><r:Name>Oficinas Bosque Sereno</r:Name></r:BuyerTradeParty></r:ApplicableHeaderTradeAgreement>
    <r:ApplicableHeaderTradeSettlement><r:InvoiceCurrencyCode>EUR</r:InvoiceCurrencyCode><r:SpecifiedTradeSettlementHeaderMonetarySummation><r:TaxBasisTotalAmount>100.00</r:TaxBasisTotalAmount><r:TaxTotalAmount currencyID="EUR">21.00</r:TaxTotalAmount><r:GrandTotalAmount>121.00</r:GrandTotalAmount><r:DuePayableAmount>120.99</r:DuePayableAmount></r:SpecifiedTradeSettlementHeaderMonetarySummation></r:ApplicableHeaderTradeSettlement>
  </x:SupplyChainTradeTransaction></x:CrossIndustryInvoice>`
}

const ciiLine = `<r:IncludedSupplyChainTradeLineItem><r:AssociatedDocumentLineDocument><r:LineID>1</r:LineID></r:AssociatedDocumentLineDocument><r:SpecifiedTradeProduct><r:Name>Papel</r:Name></r:SpecifiedTradeProduct><r:SpecifiedLineTradeAgreement><r:NetPriceProductTradePrice><r:ChargeAmount>60.00</r:ChargeAmount></r:NetPriceProductTradePrice></r:SpecifiedLineTradeAgreement><r:SpecifiedLineTradeDelivery><r:BilledQuantity unitCode="C62">2</r:BilledQuantity></r:SpecifiedLineTradeDelivery><r:SpecifiedLineTradeSettlement><r:SpecifiedTradeSettlementLineMonetarySummation><r:LineTotalAmount>100.00</r:LineTotalAmount></r:SpecifiedTradeSettlementLineMonetarySummation></r:SpecifiedLineTradeSettlement></r:IncludedSupplyChainTradeLineItem>`

const zugferd1 = `<x:CrossIndustryDocument xmlns:x="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:r="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12" xmlns:d="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15">
  <x:HeaderExchangedDocument><r:ID>T-17</r:ID><r:TypeCode>380</r:TypeCode><r:IssueDateTime><d:DateTimeString format="102">20260302</d:DateTimeString></r:IssueDateTime></x:HeaderExchangedDocument>
  <x:SpecifiedSupplyChainTradeTransaction>
    <r:ApplicableSupplyChainTradeAgreement><r:SellerTradeParty><r:Name>${seller}</r:Name></r:SellerTradeParty></r:ApplicableSupplyChainTradeAgreement>
    <r:ApplicableSupplyChainTradeSettlement><r:InvoiceCurrencyCode>EUR</r:InvoiceCurrencyCode><r:SpecifiedTradeSettlementMonetarySummation><r:TaxBasisTotalAmount>100.00</r:TaxBasisTotalAmount><r:TaxTotalAmount currencyID="EUR">21.00</r:TaxTotalAmount><r:GrandTotalAmount>121.00</r:GrandTotalAmount></r:SpecifiedTradeSettlementMonetarySummation></r:ApplicableSupplyChainTradeSettlement>
    <r:IncludedSupplyChainTradeLineItem><r:SpecifiedSupplyChainTradeAgreement><r:NetPriceProductTradePrice><r:ChargeAmount>60.00</r:ChargeAmount></r:NetPriceProductTradePrice></r:SpecifiedSupplyChainTradeAgreement><r:SpecifiedSupplyChainTradeDelivery><r:BilledQuantity unitCode="C62">2</r:BilledQuantity></r:SpecifiedSupplyChainTradeDelivery><r:SpecifiedSupplyChainTradeSettlement><r:SpecifiedTradeSettlementMonetarySummation><r:LineTotalAmount>100.00</r:LineTotalAmount></r:SpecifiedTradeSettlementMonetarySummation></r:SpecifiedSupplyChainTradeSettlement><r:SpecifiedTradeProduct><r:Name>Papel</r:Name></r:SpecifiedTradeProduct></r:IncludedSupplyChainTradeLineItem>
  </x:SpecifiedSupplyChainTradeTransaction></x:CrossIndustryDocument>`

const fatturaBody = `<FatturaElettronicaBody>
    <DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>EUR</Divisa><Data>2026-03-02</Data><Numero>T-17</Numero><ImportoTotaleDocumento>121.00</ImportoTotaleDocumento></DatiGeneraliDocumento></DatiGenerali>
    <DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Papel</Descrizione><Quantita>2.00</Quantita><PrezzoUnitario>60.00</PrezzoUnitario><PrezzoTotale>100.00</PrezzoTotale><AliquotaIVA>21.00</AliquotaIVA></DettaglioLinee><DatiRiepilogo><AliquotaIVA>21.00</AliquotaIVA><ImponibileImporto>100.00</ImponibileImporto><Imposta>21.00</Imposta></DatiRiepilogo></DatiBeniServizi></FatturaElettronicaBody>`

function fatturapa(bodies: string): string {
  return `<p:FatturaElettronica versione="FPR12" xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
  <FatturaElettronicaHeader><CedentePrestatore><DatiAnagrafici><Anagrafica><Denominazione>${seller}</Denominazione></Anagrafica></DatiAnagrafici></CedentePrestatore></FatturaElettronicaHeader>${bodies}</p:FatturaElettronica>`
}

const simplified = `<s:FatturaElettronicaSemplificata xmlns:s="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0">
  <FatturaElettronicaHeader><CedentePrestatore><Denominazione>${seller}</Denominazione></CedentePrestatore></FatturaElettronicaHeader>
  <FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD07</TipoDocumento><Divisa>EUR</Divisa><Data>2026-03-02</Data><Numero>T-17</Numero></DatiGeneraliDocumento></DatiGenerali>
    <DatiBeniServizi><Descrizione>Papel</Descrizione><Importo>121.00</Importo><DatiIVA><Aliquota>21.00</Aliquota></DatiIVA></DatiBeniServizi></FatturaElettronicaBody></s:FatturaElettronicaSemplificata>`

function facturae(version: string): string {
  return `<f:Facturae xmlns:f="http://www.facturae.gob.es/formato/Versiones/Facturaev${version}.xml"><Parties><SellerParty><LegalEntity><CorporateName>${seller}</CorporateName></LegalEntity></SellerParty></Parties>
  <Invoices><Invoice><InvoiceHeader><InvoiceNumber>17</InvoiceNumber><InvoiceSeriesCode>T-</InvoiceSeriesCode><InvoiceDocumentType>FC</InvoiceDocumentType><InvoiceClass>OO</InvoiceClass></InvoiceHeader>
    <InvoiceIssueData><IssueDate>2026-03-02</IssueDate><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode></InvoiceIssueData>
    <InvoiceTotals><TotalGrossAmountBeforeTaxes>100.00</TotalGrossAmountBeforeTaxes><TotalTaxOutputs>21.00</TotalTaxOutputs><InvoiceTotal>121.00</InvoiceTotal><TotalExecutableAmount>120.99</TotalExecutableAmount></InvoiceTotals>
    <Items><InvoiceLine><ItemDescription>Papel</ItemDescription><Quantity>2</Quantity><UnitPriceWithoutTax>60.00</UnitPriceWithoutTax><TotalCost>100.00</TotalCost><GrossAmount>100.00</GrossAmount></InvoiceLine></Items></Invoice></Invoices></f:Facturae>`
}

const ebInterface = `<e:Invoice xmlns:e="http://www.ebinterface.at/schema/6p1/" e:DocumentType="Invoice" e:InvoiceCurrency="EUR"><e:InvoiceNumber>T-17</e:InvoiceNumber><e:InvoiceDate>2026-03-02</e:InvoiceDate>
  <e:Biller><e:Address><e:Name>${seller}</e:Name></e:Address></e:Biller>
  <e:Details><e:ItemList><e:ListLineItem><e:Description>Papel</e:Description><e:Quantity>2</e:Quantity><e:UnitPrice>60.00</e:UnitPrice><e:LineItemAmount>100.00</e:LineItemAmount></e:ListLineItem></e:ItemList></e:Details>
  <e:Tax><e:TaxItem><e:TaxableAmount>100.00</e:TaxableAmount><e:TaxPercent>21</e:TaxPercent><e:TaxAmount>21.00</e:TaxAmount></e:TaxItem></e:Tax><e:TotalGrossAmount>121.00</e:TotalGrossAmount><e:PayableAmount>120.99</e:PayableAmount></e:Invoice>`

const finvoice = `<Finvoice Version="3.0"><SellerPartyDetails><SellerOrganisationName>${seller}</SellerOrganisationName></SellerPartyDetails>
  <InvoiceDetails><InvoiceTypeCode>INV01</InvoiceTypeCode><InvoiceNumber>T-17</InvoiceNumber><InvoiceDate Format="CCYYMMDD">20260302</InvoiceDate><InvoiceTotalVatExcludedAmount AmountCurrencyIdentifier="EUR">100,00</InvoiceTotalVatExcludedAmount><InvoiceTotalVatAmount AmountCurrencyIdentifier="EUR">21,00</InvoiceTotalVatAmount><InvoiceTotalVatIncludedAmount AmountCurrencyIdentifier="EUR">121,00</InvoiceTotalVatIncludedAmount></InvoiceDetails>
  <InvoiceRow><ArticleName>Papel</ArticleName><DeliveredQuantity>2</DeliveredQuantity><UnitPriceAmount>60,00</UnitPriceAmount><RowVatExcludedAmount AmountCurrencyIdentifier="EUR">100,00</RowVatExcludedAmount></InvoiceRow></Finvoice>`

const iso = { date: '2026-03-02', total: '121.00', hasLines: true, number: 'T-17' } as const
const compact = { ...iso, date: '20260302' }
const guideline = 'urn:cen.eu:en16931:2017'

export const trapDocuments: readonly TrapDocument[] = [
  { ...iso, name: 'CFDI 3.2', format: 'cfdi_3.2', xml: cfdi32 },
  { ...iso, name: 'CFDI 3.2 without series and folio', format: 'cfdi_3.2', xml: cfdi32WithoutFolio, number: null },
  { ...iso, name: 'CFDI 3.3', format: 'cfdi_3.3', xml: cfdi('3.3'), number: null },
  { ...iso, name: 'CFDI 4.0', format: 'cfdi_4.0', xml: cfdi('4.0'), number: null },
  { ...iso, name: 'UBL 2.0', format: 'ubl_invoice', xml: ubl('<b:UBLVersionID>2.0</b:UBLVersionID>') },
  { ...iso, name: 'UBL 2.1', format: 'ubl_invoice', xml: ubl(`<b:CustomizationID>${guideline}</b:CustomizationID>`) },
  { ...iso, name: 'UBL credit note', format: 'ubl_credit_note', xml: ublCreditNote },
  { ...compact, name: 'CII D16B', format: 'cii_d16b', xml: cii(guideline, ciiLine) },
  {
    ...compact,
    name: 'Factur-X BASIC',
    format: 'cii_d16b',
    xml: cii(`${guideline}#compliant#urn:factur-x.eu:1p0:basic`, ciiLine),
  },
  {
    ...compact,
    name: 'Factur-X BASIC WL',
    format: 'cii_d16b',
    xml: cii('urn:factur-x.eu:1p0:basicwl', ''),
    hasLines: false,
  },
  {
    ...compact,
    name: 'Factur-X MINIMUM',
    format: 'cii_d16b',
    xml: cii('urn:factur-x.eu:1p0:minimum', ''),
    hasLines: false,
  },
  {
    ...compact,
    name: 'Factur-X EXTENDED',
    format: 'cii_d16b',
    xml: cii(`${guideline}#conformant#urn:factur-x.eu:1p0:extended`, ciiLine),
  },
  { ...compact, name: 'ZUGFeRD 1', format: 'zugferd_1', xml: zugferd1 },
  { ...iso, name: 'FatturaPA', format: 'fatturapa', xml: fatturapa(fatturaBody) },
  {
    ...iso,
    name: 'FatturaPA of two invoices',
    format: 'fatturapa',
    xml: fatturapa(fatturaBody + fatturaBody.replace('T-17', 'T-18')),
  },
  { ...iso, name: 'FatturaPA simplified', format: 'fatturapa_simplified', xml: simplified, hasLines: false },
  { ...iso, name: 'Facturae 3.2', format: 'facturae', xml: facturae('3_2') },
  { ...iso, name: 'Facturae 3.2.1', format: 'facturae', xml: facturae('3_2_1') },
  { ...iso, name: 'Facturae 3.2.2', format: 'facturae', xml: facturae('3_2_2') },
  { ...iso, name: 'ebInterface 6.1', format: 'ebinterface_6.1', xml: ebInterface },
  { ...compact, name: 'Finvoice', format: 'finvoice', xml: finvoice, total: '121,00' },
]
