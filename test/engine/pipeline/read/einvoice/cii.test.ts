import { expect, test } from 'vitest'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { fixture, utf8 } from './fixtures'

const read = (xml: string) => readXmlDocument(utf8(xml))
const invoice = fixture('cii-d16b.xml')

test('a CII invoice gives its header, in the currency of the invoice', () => {
  const { format, facts } = read(invoice)
  const value = (field: keyof typeof facts.chosen) => facts.chosen[field]?.value
  expect(format).toBe('cii_d16b')
  expect(value('invoice_number')).toBe('R-7781')
  expect(value('issue_date')).toBe('2026-01-15')
  expect(value('due_date')).toBe('2026-02-15')
  expect(value('currency')).toBe('EUR')
  expect(value('seller.name')).toBe('Möbelwerk Auental GmbH')
  expect(value('seller.tax_id')).toBe('DE314275800')
  expect(value('tax_total')).toBe('180.50')
  expect(facts.chosen.tax_total?.origin).toEqual({
    kind: 'xml',
    path:
      '/x:CrossIndustryInvoice/x:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement' +
      '/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount[2]',
  })
})

test('group rows and rows of mere text are no lines: counted, they would double the invoice', () => {
  const { facts } = read(invoice)
  expect(facts.lines).toMatchObject([
    { description: 'Desk', quantity: '2.0000', unitPrice: '450.0000', lineTotal: '900.00', taxRate: '19' },
  ])
  expect(facts.adjustments).toMatchObject([{ kind: 'charge', amount: '50.00', reason: 'Delivery' }])
})

test('an issue date in ISO form under format 102 is still that day', () => {
  const { facts } = read(invoice.replace('>20260115<', '>2026-01-15<'))
  expect(facts.chosen.issue_date?.value).toBe('2026-01-15')
})

test('a decimal comma is understood, but marked as less than certain', () => {
  const { facts } = read(invoice.replace('GrandTotalAmount>1130.50', 'GrandTotalAmount>1130,50'))
  expect(facts.chosen.grand_total).toMatchObject({ value: '1130.50', probability: 0.9 })
})

test('without an amount due, it is the total less the advance', () => {
  const { facts } = read(
    invoice.replace(
      /<ram:DuePayableAmount>.*?<\/ram:DuePayableAmount>/,
      '<ram:TotalPrepaidAmount>130.50</ram:TotalPrepaidAmount>',
    ),
  )
  expect(facts.chosen.payable?.value).toBe('1000')
  expect(facts.chosen.payable?.origin).toMatchObject({ kind: 'formula', rule: 'total_less_prepaid' })
})
