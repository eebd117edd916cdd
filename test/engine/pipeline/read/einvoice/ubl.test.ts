import { describe, expect, test } from 'vitest'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { fixture, utf8 } from './fixtures'

const read = (xml: string) => readXmlDocument(utf8(xml))
const invoice = fixture('ubl-invoice.xml')

describe('a UBL invoice with allowance, charge, advance and a second currency', () => {
  const { format, facts } = read(invoice)
  const value = (field: keyof typeof facts.chosen) => facts.chosen[field]?.value

  test('the legal name and the VAT id win over trading name and tax number', () => {
    expect(format).toBe('ubl_invoice')
    expect(value('seller.name')).toBe('Alder & Loom Textil GmbH')
    expect(value('seller.tax_id')).toBe('DE314275800')
    expect(facts.candidates).toContainEqual(
      expect.objectContaining({ field: 'seller.name', value: 'Alder & Loom', probability: 0.5 }),
    )
    expect(value('buyer.tax_id')).toBeUndefined()
  })

  test('of two instalments the earlier one is the due date', () => {
    expect(value('due_date')).toBe('2026-03-05')
  })

  test('tax told again in a second currency is not added', () => {
    expect(value('tax_total')).toBe('118.75')
    expect(facts.taxes).toHaveLength(1)
  })

  test('the advance lowers what is payable, not the total', () => {
    expect([value('net_total'), value('grand_total'), value('payable')]).toEqual(['475.00', '593.75', '500.00'])
  })

  test('lines stay pure: allowance and charge of the document stand beside them', () => {
    expect(facts.lines.map(line => line.lineTotal)).toEqual(['400.00', '80.00'])
    expect(facts.adjustments?.map(({ kind, amount, reason }) => [kind, amount, reason])).toEqual([
      ['allowance', '20.00', 'Loyalty'],
      ['charge', '15.00', 'Freight'],
      ['prepaid', '93.75', ''],
    ])
  })

  test('a price for a hundred says so', () => {
    expect(facts.lines[0]).toMatchObject({
      description: 'Garment label',
      quantity: '2000',
      unitPrice: '20.00',
      priceBaseQuantity: '100',
      taxRate: '25',
      productCode: 'GL-30',
      classificationCode: '31201500',
    })
  })

  test('paths count lines only where there are several', () => {
    expect(facts.chosen.invoice_number?.origin).toEqual({ kind: 'xml', path: '/Invoice/cbc:ID' })
    expect(facts.lines[1]?.origin).toEqual({ kind: 'xml', path: '/Invoice/cac:InvoiceLine[2]' })
  })
})

test('prefixes are free: the same invoice under other ones reads the same', () => {
  const other = invoice
    .replaceAll('cac:', 'q1:')
    .replaceAll('cbc:', 'zz:')
    .replace(/:(cac|cbc)=/g, match => {
      return match === ':cac=' ? ':q1=' : ':zz='
    })
  const values = (xml: string) => Object.entries(read(xml).facts.chosen).map(([field, { value }]) => [field, value])
  expect(values(other)).toEqual(values(invoice))
})

test('one tax told twice in one currency, with and without its breakdown, counts once', () => {
  const repeated = invoice.replace('currencyID="SEK">1330.00', 'currencyID="EUR">118.75')
  expect(read(repeated).facts.chosen.tax_total?.value).toBe('118.75')
})

test('one total per tax adds up', () => {
  const second = `<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">9.50</cbc:TaxAmount><cac:TaxSubtotal>
    <cbc:TaxableAmount currencyID="EUR">475.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">9.50</cbc:TaxAmount>
    <cac:TaxCategory><cbc:Percent>2</cbc:Percent><cac:TaxScheme><cbc:ID>04</cbc:ID><cbc:Name>INC</cbc:Name></cac:TaxScheme></cac:TaxCategory>
    </cac:TaxSubtotal></cac:TaxTotal><cac:LegalMonetaryTotal>`
  const { facts } = read(invoice.replace('<cac:LegalMonetaryTotal>', second))
  expect(facts.chosen.tax_total?.value).toBe('128.25')
  expect(facts.chosen.tax_total?.origin).toMatchObject({ kind: 'formula', rule: 'sum_of_taxes' })
  expect(facts.taxes.map(({ name, amount }) => [name, amount])).toEqual([
    ['VAT', '118.75'],
    ['INC', '9.50'],
  ])
})

test('a total in another currency than the invoice is no total of it', () => {
  const { facts } = read(
    invoice.replace('<cbc:TaxInclusiveAmount currencyID="EUR">593.75', '<cbc:TaxInclusiveAmount currencyID="USD">-1'),
  )
  expect(facts.chosen.grand_total?.value).toBe('593.75')
  expect(facts.chosen.grand_total?.origin.kind).toBe('formula')
})

test('a credit note is one by its root or by its type code', () => {
  const root = invoice
    .replaceAll('Invoice-2"', 'CreditNote-2"')
    .replace('<Invoice ', '<CreditNote ')
    .replace('</Invoice>', '</CreditNote>')
    .replaceAll('cac:InvoiceLine', 'cac:CreditNoteLine')
    .replaceAll('cbc:InvoicedQuantity', 'cbc:CreditedQuantity')
  const byRoot = read(root)
  expect(byRoot.format).toBe('ubl_credit_note')
  expect(byRoot.facts.chosen.document_type?.value).toBe('credit_note')
  expect(byRoot.facts.lines).toHaveLength(2)

  const byCode = read(invoice.replace('TypeCode>380', 'TypeCode>381'))
  expect(byCode.facts.chosen.document_type?.value).toBe('credit_note')
})
