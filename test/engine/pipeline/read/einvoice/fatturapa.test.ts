import { expect, test } from 'vitest'
import { readXmlDocument, readXmlInvoices } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { fixture, utf8 } from './fixtures'

const file = fixture('fatturapa.xml')

test('a FatturaPA with two invoices gives the first, and says that there are two', () => {
  const { format, facts, invoiceCount } = readXmlDocument(utf8(file))
  const value = (field: keyof typeof facts.chosen) => facts.chosen[field]?.value
  expect({ format, invoiceCount }).toEqual({ format: 'fatturapa', invoiceCount: 2 })
  expect(value('invoice_number')).toBe('14/2026')
  expect(value('seller.name')).toBe('Lara Bianchini')
  expect(value('seller.tax_id')).toBe('IT07482150633')
  expect(value('buyer.tax_id')).toBe('80012345678')
  expect(value('due_date')).toBe('2026-04-02')
  expect([value('net_total'), value('tax_total'), value('withheld_total')]).toEqual(['1040.00', '228.80', '200.00'])
  expect([value('grand_total'), value('payable')]).toEqual(['1268.80', '840'])
})

test('all invoices of a file can be had, each with its own type', () => {
  const { invoices } = readXmlInvoices(utf8(file))
  expect(invoices.map(({ chosen }) => [chosen.invoice_number?.value, chosen.document_type?.value])).toEqual([
    ['14/2026', 'invoice'],
    ['15/2026', 'credit_note'],
  ])
  expect(invoices[1]?.chosen.grand_total).toMatchObject({
    value: '50',
    origin: { kind: 'formula', rule: 'net_plus_tax' },
  })
})

test('the pension fund is a charge beside the lines', () => {
  const { facts } = readXmlDocument(utf8(file))
  expect(facts.lines).toMatchObject([{ description: 'Progetto preliminare', lineTotal: '1000.00', productCode: 'PRG' }])
  expect(facts.adjustments).toMatchObject([{ kind: 'charge', amount: '40.00', reason: 'TC04' }])
})

test('without payments the buyer owes the total less withheld tax and less the VAT it pays to the state itself', () => {
  const { facts } = readXmlDocument(utf8(file.replace(/<DatiPagamento>[\s\S]*?<\/DatiPagamento>/, '')))
  expect(facts.chosen.payable?.value).toBe('840')
  expect(facts.chosen.payable?.origin).toMatchObject({ kind: 'formula', rule: 'total_less_withheld' })
})

test('a simplified invoice: gross lines, tax taken out of them by its rate', () => {
  const { format, facts } = readXmlDocument(
    utf8(`<s:FatturaElettronicaSemplificata xmlns:s="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0">
      <FatturaElettronicaHeader>
        <CedentePrestatore><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>07482150633</IdCodice></IdFiscaleIVA><Denominazione>Bar Sport</Denominazione></CedentePrestatore>
      </FatturaElettronicaHeader>
      <FatturaElettronicaBody>
        <DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD07</TipoDocumento><Divisa>EUR</Divisa><Data>2026-01-07</Data><Numero>9</Numero></DatiGeneraliDocumento></DatiGenerali>
        <DatiBeniServizi><Descrizione>Catering</Descrizione><Importo>122.00</Importo><DatiIVA><Aliquota>22.00</Aliquota></DatiIVA></DatiBeniServizi>
      </FatturaElettronicaBody></s:FatturaElettronicaSemplificata>`),
  )
  const value = (field: keyof typeof facts.chosen) => facts.chosen[field]?.value
  expect(format).toBe('fatturapa_simplified')
  expect([value('net_total'), value('tax_total'), value('grand_total')]).toEqual(['100', '22', '122'])
  expect(facts.lines).toMatchObject([{ lineTotal: '122.00' }])
  expect(facts.adjustments).toMatchObject([{ kind: 'allowance', amount: '22.00' }])
})
