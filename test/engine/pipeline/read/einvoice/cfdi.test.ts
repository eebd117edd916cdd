import { describe, expect, test } from 'vitest'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { fixture, utf8 } from './fixtures'

const read = (xml: string) => readXmlDocument(utf8(xml))
const withholding = fixture('cfdi-4.0-withholding.xml')

describe('a CFDI 4.0 with discount, withheld IVA, IEPS and a local tax', () => {
  const { format, reader, facts } = read(withholding)
  const value = (field: keyof typeof facts.chosen) => facts.chosen[field]?.value

  test('says who bills whom, with which number and when', () => {
    expect({ format, reader }).toEqual({ format: 'cfdi_4.0', reader: 'cfdi 1' })
    expect(value('document_type')).toBe('invoice')
    expect(value('invoice_number')).toBe('PN2048')
    expect(value('issue_date')).toBe('2026-03-09')
    expect(value('due_date')).toBeUndefined()
    expect(value('currency')).toBe('MXN')
    expect(value('seller.name')).toBe('PAPELERA DEL NORTE')
    expect(value('seller.tax_id')).toBe('PNO180312Q55')
    expect(value('buyer.tax_id')).toBe('OBS140820H35')
    expect(value('uuid')).toBe('3B2F9C51-7D10-4E0C-9A4F-5D8B6C1E2A90')
  })

  test('totals: net after discount, local tax on top, withheld tax already taken off', () => {
    expect(value('net_total')).toBe('9500')
    expect(value('tax_total')).toBe('1940')
    expect(value('withheld_total')).toBe('1000')
    expect(value('grand_total')).toBe('10440.00')
    expect(value('payable')).toBe('10440.00')
  })

  test('every value can be shown where it stands', () => {
    expect(facts.chosen['seller.tax_id']?.origin).toEqual({ kind: 'xml', path: '/f:Comprobante/f:Emisor/@Rfc' })
    expect(facts.chosen.net_total?.origin).toEqual({
      kind: 'formula',
      rule: 'subtotal_less_discount',
      inputs: ['/f:Comprobante/@SubTotal', '/f:Comprobante/@Descuento'],
    })
    expect(facts.lines[1]?.origin).toEqual({ kind: 'xml', path: '/f:Comprobante/f:Conceptos/f:Concepto[2]' })
  })

  test('lines are net of their own discount and carry the IVA rate even beside IEPS', () => {
    expect(facts.lines).toMatchObject([
      {
        description: 'Papel bond carta 75 g',
        quantity: '100',
        unit: 'Paquete',
        unitPrice: '60.00',
        lineTotal: '5500',
        taxRate: '16',
        productCode: 'PB-75',
        classificationCode: '14111507',
      },
      { description: 'Impresión de folletos', unit: 'E48', lineTotal: '4000.00', taxRate: '16', productCode: null },
    ])
  })

  test('taxes are listed per tax and rate', () => {
    expect(facts.taxes.map(({ kind, name, rate, amount }) => [kind, name, rate, amount])).toEqual([
      ['transferred', 'IVA', '16', '1520.00'],
      ['transferred', 'IEPS', '8', '320.00'],
      ['withheld', 'IVA', null, '1000.00'],
      ['transferred', 'ISH', '3', '100.00'],
    ])
  })

  test('a complement that reuses names of the invoice changes nothing', () => {
    const without = read(withholding.replace(/<obra:Comprobante.*<\/obra:Comprobante>/, '')).facts
    expect(without.chosen).toEqual(facts.chosen)
    expect(without.lines).toEqual(facts.lines)
  })
})

test('CFDI 3.2: rates are percentages, pesos are MXN, attribute names begin small', () => {
  const { format, facts } = read(fixture('cfdi-3.2.xml'))
  expect(format).toBe('cfdi_3.2')
  expect(facts.chosen.currency?.value).toBe('MXN')
  expect(facts.chosen.invoice_number?.value).toBe('871')
  expect(facts.chosen.grand_total?.value).toBe('1392.00')
  expect(facts.taxes).toMatchObject([{ name: 'IVA', rate: '16', amount: '192.00' }])
  expect(facts.lines).toMatchObject([{ productCode: 'LB-1', taxRate: null, lineTotal: '1200.00' }])
})

test.each([
  ['I', 'invoice'],
  ['E', 'credit_note'],
  ['P', 'payment'],
  ['N', 'payroll'],
  ['T', 'transport'],
])('a CFDI of type %s is a %s', (type, documentType) => {
  const { facts } = read(withholding.replace('TipoDeComprobante="I"', `TipoDeComprobante="${type}"`))
  expect(facts.chosen.document_type?.value).toBe(documentType)
})

test('a certificate of withheld taxes is recognised, so that nobody pays it', () => {
  const { format, facts } = read(
    `<r:Retenciones xmlns:r="http://www.sat.gob.mx/esquemas/retencionpago/2" Version="2.0" FechaExp="2026-01-31T10:00:00">
       <r:Emisor RfcE="PNO180312Q55" NomDenRazSocE="Papelera del Norte"/>
       <r:Receptor NacionalidadR="Nacional"><r:Nacional RfcR="OBS140820H35" NomDenRazSocR="Oficinas Bosque Sereno"/></r:Receptor>
       <r:Totales MontoTotOperacion="5000.00" MontoTotRet="500.00"/>
     </r:Retenciones>`,
  )
  expect(format).toBe('sat_retenciones_2.0')
  expect(facts.chosen.document_type?.value).toBe('withholding_certificate')
  expect(facts.chosen.withheld_total?.value).toBe('500.00')
})

test.each(['1e5', 'Infinity', '0x10', '1,000.00', '12345678901234567890123456.00'])(
  'a total written as %s is kept as written, but never becomes a number',
  total => {
    const { facts } = read(withholding.replace('Total="10440.00"', `Total="${total}"`))
    expect(facts.chosen.grand_total).toBeUndefined()
    expect(facts.candidates).toContainEqual({
      field: 'grand_total',
      value: total,
      probability: 0,
      origin: { kind: 'xml', path: '/f:Comprobante/@Total' },
    })
  },
)

test('30 February does not become 2 March', () => {
  const { facts } = read(withholding.replace('2026-03-09T17:40:05', '2026-02-30T25:61:61'))
  expect(facts.chosen.issue_date).toBeUndefined()
  expect(facts.candidates).toContainEqual(
    expect.objectContaining({ field: 'issue_date', value: '2026-02-30T25:61:61', probability: 0 }),
  )
})

test.each([
  ['USD', 'USD'],
  ['Dólares Americanos', 'USD'],
  ['DLLS.', 'USD'],
  ['Euro', 'EUR'],
  ['CAD', 'CAD'],
  ['Peso Mexicano (MXN)', 'MXN'],
  ['PESOS M.N.', 'MXN'],
  ['M.N.', 'MXN'],
  ['Moneda Nacional', 'MXN'],
])('CFDI 3.2 in "%s" is in %s', (written, currency) => {
  const { facts } = read(fixture('cfdi-3.2-unsealed.xml').replace('Moneda="USD"', `Moneda="${written}"`))
  expect(facts.chosen.currency).toMatchObject({ value: currency, origin: { path: '/cfdi:Comprobante/@Moneda' } })
})

test('CFDI 3.2 has its rate of exchange and place of issue under names with a capital', () => {
  const { facts } = read(fixture('cfdi-3.2-unsealed.xml'))
  expect(facts.chosen.exchange_rate?.value).toBe('13.0500')
  expect(facts.details).toContainEqual(
    expect.objectContaining({ key: 'place_of_issue', value: 'Guadalajara, Jalisco' }),
  )
})

test('a payslip of CFDI 3.2 is payroll, though its type says that money goes out like that of a credit note', () => {
  const egreso = fixture('cfdi-3.2.xml').replace('tipoDeComprobante="ingreso"', 'tipoDeComprobante="egreso"')
  expect(read(egreso).facts.chosen.document_type?.value).toBe('credit_note')
  const payslip =
    '<cfdi:Complemento><n:Nomina xmlns:n="http://www.sat.gob.mx/nomina" Version="1.1"/></cfdi:Complemento>'
  const paid = egreso.replace('</cfdi:Comprobante>', `${payslip}</cfdi:Comprobante>`)
  expect(read(paid).facts.chosen.document_type?.value).toBe('payroll')
})
