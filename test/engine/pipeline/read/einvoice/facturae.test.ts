import { expect, test } from 'vitest'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { fixture, utf8 } from './fixtures'

const file = fixture('facturae.xml')

test('a Facturae: the total is already net of withheld income tax', () => {
  const { format, facts } = readXmlDocument(utf8(file))
  const value = (field: keyof typeof facts.chosen) => facts.chosen[field]?.value
  expect(format).toBe('facturae')
  expect(value('invoice_number')).toBe('NP77')
  expect(value('seller.name')).toBe('Nuria Pardo Lago')
  expect(value('buyer.name')).toBe('Carpintería Hermanos Valdés S.L.')
  expect(value('due_date')).toBe('2026-05-10')
  expect([value('net_total'), value('tax_total'), value('withheld_total'), value('grand_total')]).toEqual([
    '950.00',
    '199.50',
    '142.50',
    '1007.00',
  ])
  expect(facts.adjustments).toMatchObject([{ kind: 'allowance', amount: '50.00', reason: 'Pronto pago' }])
  expect(facts.taxes).toMatchObject([
    { kind: 'transferred', name: 'IVA', rate: '21' },
    { kind: 'withheld', name: 'IRPF', rate: '15' },
  ])
  expect(facts.lines).toMatchObject([{ description: 'Planos de mobiliario', taxRate: '21', productCode: 'PL-1' }])
})

test('a corrective invoice that takes money back is a credit note', () => {
  const corrective = file.replace('>OO<', '>OR<')
  expect(readXmlDocument(utf8(corrective)).facts.chosen.document_type?.value).toBe('invoice')
  const negative = corrective.replace('<InvoiceTotal>', '<InvoiceTotal>-')
  expect(readXmlDocument(utf8(negative)).facts.chosen.document_type?.value).toBe('credit_note')
})
