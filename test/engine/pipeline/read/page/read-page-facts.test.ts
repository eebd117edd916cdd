import { describe, expect, test } from 'vitest'
import type { FieldName } from '../../../../../src/shared/invoice'
import { readPageFacts } from '../../../../../src/engine/pipeline/read/page/read-page-facts'
import { readOptions, typedPage } from './page-fixture'

const read = (rows: readonly string[], confidence = 1) => readPageFacts([typedPage(rows, confidence)], readOptions)
const values = (facts: ReturnType<typeof read>) =>
  Object.fromEntries(Object.entries(facts.chosen).map(([field, candidate]) => [field, candidate.value]))

const english = [
  'Northern Tools Ltd.                               INVOICE',
  '12 Mill Street                      Invoice No:   NT-2041',
  'Leeds LS1 4AB                       Invoice date: 17/03/2026',
  'VAT Reg No: GB 123 4567 82          Due date:     16/04/2026',
  '',
  'Bill to:',
  'Harbour Bakery Ltd',
  '3 Quay Road',
  '',
  'Description              Qty      Unit price     Amount',
  'Oven hinge                 4           12.50      50.00',
  'Thermostat                 1          200.00     200.00',
  '',
  '                                  Subtotal      £250.00',
  '                                  VAT 20%        £50.00',
  '                                  Total         £300.00',
]

const spanish = [
  'Suministros del Centro S.A. de C.V.                FACTURA',
  'RFC: SCE010203AB1                   Folio:    A-113',
  'Av. Juárez 100, Puebla              Fecha:    05/02/2026',
  '',
  'Cliente: Comercial Ejemplo S.A. de C.V.',
  'RFC: CEJ990101AA1',
  '',
  'Cantidad   Descripción            Precio unitario   Importe',
  '2          Papel bond carta                500.00   1,000.00',
  '',
  '                                  Subtotal       $1,000.00',
  '                                  IVA 16%          $160.00',
  '                                  Total          $1,160.00',
]

describe('reading the words of a page', () => {
  test('an English invoice gives number, dates, parties and amounts', () => {
    expect(values(read(english))).toMatchObject({
      document_type: 'invoice',
      invoice_number: 'NT-2041',
      issue_date: '2026-03-17',
      due_date: '2026-04-16',
      currency: 'GBP',
      'seller.name': 'Northern Tools Ltd.',
      'buyer.name': 'Harbour Bakery Ltd',
      net_total: '250.00',
      tax_total: '50.00',
      grand_total: '300.00',
    })
  })

  test('a Mexican invoice in pesos is not taken for dollars, and its RFCs go to the right parties', () => {
    expect(values(read(spanish))).toMatchObject({
      invoice_number: 'A-113',
      currency: 'MXN',
      'seller.tax_id': 'SCE010203AB1',
      net_total: '1000.00',
      tax_total: '160.00',
      grand_total: '1160.00',
    })
  })

  test('our own tax id is the buyer, wherever it stands', () => {
    const facts = readPageFacts([typedPage(spanish)], { ...readOptions, ownTaxIds: ['SCE010203AB1'] })
    expect(facts.chosen['buyer.tax_id']?.value).toBe('SCE010203AB1')
    expect(facts.chosen['seller.tax_id']?.value).not.toBe('SCE010203AB1')
  })

  test('the lines of a clear table are read, with quantity and price', () => {
    const { lines } = read(english)
    expect(
      lines.map(({ description, quantity, unitPrice, lineTotal }) => [description, quantity, unitPrice, lineTotal]),
    ).toEqual([
      ['Oven hinge', '4', '12.50', '50.00'],
      ['Thermostat', '1', '200.00', '200.00'],
    ])
  })

  test('every chosen value says where on the page it stands and which words named it', () => {
    const total = read(english).chosen.grand_total
    expect(total?.origin).toMatchObject({ kind: 'page', page: 1, by: 'text_layer', text: '£300.00', label: 'Total' })
    expect(total?.probability).toBeGreaterThan(0.95)
  })

  test('amounts that contradict each other are less sure than amounts that add up', () => {
    const wrong = english.map(row => row.replace('£300.00', '£875.06'))
    const sure = read(english).chosen.grand_total?.probability ?? 0
    const doubtful = read(wrong).candidates.find(({ field, value }) => field === 'grand_total' && value === '875.06')
    expect(doubtful?.probability).toBeLessThan(sure)
  })

  test('what OCR was unsure of is less sure', () => {
    const field: FieldName = 'invoice_number'
    const clear = read(english).chosen[field]?.probability ?? 0
    expect(read(english, 0.7).chosen[field]?.probability ?? 0).toBeLessThan(clear)
  })

  test('hidden words decide nothing', () => {
    const page = typedPage(english)
    const words = page.words.map(word =>
      word.text === '£300.00' ? { ...word, text: '£9,300.00', hidden: true } : word,
    )
    const facts = readPageFacts([{ ...page, words }], readOptions)
    expect(facts.candidates.map(candidate => candidate.value)).not.toContain('9300.00')
  })

  test('a blank page gives no facts', () => {
    expect(read([])).toEqual({ candidates: [], chosen: {}, lines: [], taxes: [] })
  })
})

describe('what stands around a value', () => {
  test('02.01.2020 is the second of January: nobody writes the month first with dots', () => {
    const facts = read([
      'CONTOSO LTD.',
      'FACTUUR',
      'Factuurdatum: 02.01.2020',
      'Vervaldag: 03.04.2020',
      'Totaal  110,00 €',
    ])
    expect(values(facts)).toMatchObject({ issue_date: '2020-01-02', due_date: '2020-04-03' })
  })

  test('a Spanish page writes the day first, a page in dollars with a zip code the month', () => {
    const spanishDate = read(['Factura', 'Fecha de factura: 05/02/2026', 'Datos del cliente', 'Total con IVA  $110.00'])
    expect(values(spanishDate)).toMatchObject({ issue_date: '2026-02-05' })
    const american = read(['Invoice', 'Boston, MA 02284', 'Invoice date: 05/02/2026', 'Amount due  $110.00'])
    expect(values(american)).toMatchObject({ issue_date: '2026-05-02' })
  })

  test("the contact in the seller's block does not end it: the tax number below is the seller's", () => {
    const facts = read([
      'Rechnung Nr. 17 vom 03.10.2025',
      'Verkäufer',
      'Name:              Musterbetrieb Systemhaus AG',
      'Ansprechpartner:   Tanja Tinder',
      'USt.-Id.-Nr.:      DE09687654321',
      '',
      'Käufer',
      'Name:              Firmenkunde GmbH',
      'Ansprechpartner:   Thomas Kunde',
      'USt.-Id.-Nr.:      DE1234567890',
      'Gesamtbetrag       119,00 €',
    ])
    expect(values(facts)).toMatchObject({ 'seller.tax_id': 'DE09687654321', 'buyer.tax_id': 'DE1234567890' })
  })

  test('a number in groups is one number', () => {
    expect(
      values(read(['Facture du 11/12/2022', 'Facture N° 12 345 678 901', 'Montant total  62,86 €'])),
    ).toMatchObject({
      invoice_number: '12 345 678 901',
    })
  })

  test('what only a mail address names is proposed as the seller', () => {
    const facts = read(['INVOICE', 'Invoice no: 17', 'Questions? billing@acme-tools.com', 'Total  $20.00'])
    expect(facts.candidates.filter(({ field }) => field === 'seller.name').map(({ value }) => value)).toContain(
      'Acme Tools',
    )
  })
})
