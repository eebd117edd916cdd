import { expect, test } from 'vitest'
import { compareRecord } from '../../../../../bench/reading-accuracy/compare'
import { readWordsForBench } from '../../../../../bench/reading-accuracy/read-file'
import { unusualPages } from '../../../../../bench/unusual-pages'
import { readPageFacts } from '../../../../../src/engine/pipeline/read/page/read-page-facts'
import { readOptions, typedPage } from './page-fixture'

const scores = unusualPages.map(({ pages, truth }) => compareRecord(readWordsForBench(pages, truth.file), truth))
const outcomes = scores.flatMap(({ fields }) => fields)
const isRight = ({ outcome }: (typeof outcomes)[number]) => outcome === 'right' || outcome === 'empty'

test('of a hundred and twenty-two papers in layouts that nothing was learned from, nineteen totals in twenty are read right', () => {
  const totals = outcomes.filter(({ field }) => field === 'grand_total')
  expect(totals).toHaveLength(115)
  expect(totals.filter(isRight).length).toBeGreaterThanOrEqual(110)
})

test('of their header fields nineteen in twenty are right', () => {
  expect(outcomes.filter(isRight).length / outcomes.length).toBeGreaterThan(0.95)
})

function read(rows: readonly string[]) {
  const { chosen, lines } = readPageFacts([typedPage(rows)], readOptions)
  const value = (field: keyof typeof chosen) => chosen[field]?.value ?? null
  return { value, lines: lines.map(line => [line.description, line.quantity, line.unitPrice, line.lineTotal]) }
}

test('of 1,210.00 with 400.00 paid before, the total stays 1,210.00 and 810.00 are to be paid', () => {
  const { value } = read([
    'Carpintería Robledal SL        Factura nº 2026-031',
    'CIF B12345674                  Fecha: 12/02/2026',
    '',
    'Base imponible                           1.000,00 €',
    'IVA 21%                                    210,00 €',
    'Total factura                            1.210,00 €',
    'Anticipo                                  -400,00 €',
    'Importe pendiente                          810,00 €',
  ])
  expect([value('net_total'), value('tax_total'), value('grand_total'), value('payable')]).toEqual([
    '1000.00',
    '210.00',
    '1210.00',
    '810.00',
  ])
})

test('totals side by side over their amounts end the rows and are read', () => {
  const { value, lines } = read([
    'Hostal Ribera SL               Factura H-204        Fecha: 18/03/2026',
    '',
    'CONCEPTO                    CANTIDAD      PRECIO       IMPORTE',
    'Alojamiento                        2       88,00        176,00',
    'Desayuno                           2       12,00         24,00',
    '',
    'BASE IMPONIBLE        CUOTA IVA         TOTAL FACTURA',
    '200,00                20,00             220,00 EUR',
  ])
  expect(lines).toHaveLength(2)
  expect([value('net_total'), value('tax_total'), value('grand_total')]).toEqual(['200.00', '20.00', '220.00'])
})

test('a discount in a row of its own lowers the item that it is a share of', () => {
  const { lines } = read([
    'Beschreibung              Menge     Preis       Betrag',
    'Kunstrasen                    3      4,00        12,00',
    'abzgl. 16,7% Rabatt                             -2,00',
    'Pfosten                       2     10,00        20,00',
    '',
    'Nettobetrag                                     30,00',
    'MwSt 19%                                         5,70',
    'Gesamtbetrag                                    35,70',
  ])
  expect(lines).toEqual([
    ['Kunstrasen', '3', '4.00', '10.00'],
    ['Pfosten', '2', '10.00', '20.00'],
  ])
})

test('of prices stacked in one cell the one that makes up the row counts', () => {
  const { lines } = read([
    'Product                   Quantity     Unit Price     Total Price',
    'High-grade screws             5 kg          20.00           90.00',
    '                                           - 2.00',
    '                                          = 18.00',
    'Brackets                      9 kg          15.00          135.00',
    '',
    'Net total                                                  225.00',
    'VAT 20%                                                     45.00',
    'Total                                                      270.00',
  ])
  expect(lines.map(([, , price, total]) => [price, total])).toEqual([
    ['18.00', '90.00'],
    ['15.00', '135.00'],
  ])
})

test('a number in groups of digits after its label is a tax number', () => {
  const { value } = read(['Foundry Lane Print Pty Ltd', 'ABN 51 824 753 556', 'Tax invoice no. 20881', 'Total $550.00'])
  expect(value('seller.tax_id')).toBe('51 824 753 556')
})

test.each([
  ['Subtotal exc GST', 'Total inc GST'],
  ['Summe ohne 10% MwSt', 'Summe inklusive 10% MwSt'],
  ['Bedrag (exclusief btw)', 'Bedrag (met btw)'],
  ['Importe sin IVA', 'Importe con el IVA incluido'],
  ['Montant sans la TVA', 'Montant avec TVA'],
  ['Importo IVA esclusa', 'Importo con IVA'],
])('"%s" is what stands before the tax, "%s" what is owed', (net, total) => {
  const { value } = read([
    'Foundry Lane Print Pty Ltd      Invoice no. 20881      Date: 12/02/2026',
    `${net}                                     680,00`,
    `${total}                                     748,00`,
  ])
  expect([value('net_total'), value('grand_total')]).toEqual(['680.00', '748.00'])
})

test('tax that is included in the total is the tax, not a second total', () => {
  const { value } = read([
    'Foundry Lane Print Pty Ltd      Tax invoice no. 20881      Date: 12/02/2026',
    'Total inc GST                                     $748.00',
    'GST included in total                              $68.00',
    'Balance owing                                     $748.00',
  ])
  expect([value('tax_total'), value('grand_total')]).toEqual(['68.00', '748.00'])
})

test('the article of a law that frees from tax is no amount of tax', () => {
  const { value } = read([
    'Aubert Photographie SARL      Facture n° 2026-07      Date : 03/03/2026',
    'Total HT                                     898,00 EUR',
    'Total TTC                                    898,00 EUR',
    'TVA non applicable, art. 293 B du CGI',
  ])
  expect([value('tax_total'), value('grand_total')]).not.toContain('293')
})

test('a delivery note named between the rows is part of no description', () => {
  const { lines } = read([
    'ARTÍCULO                  UDS.      PRECIO      IMPORTE',
    'Vaso sidra 50 cl            10       18,00       180,00',
    'Albarán 118377 de 20/02/26',
    'Mantel papel 100x100         4       16,77        67,08',
    '',
    'Base imponible                                   247,08',
    'IVA 21%                                           51,89',
    'Total                                            298,97',
  ])
  expect(lines.map(([description]) => description)).toEqual(['Vaso sidra 50 cl', 'Mantel papel 100x100'])
})

test('a last row that is the sum of all rows is no row, whatever it is called', () => {
  const { lines } = read([
    'Item                      Qty       Price       Amount',
    'Half size sheet pan        12        8.75       105.00',
    'Digital thermometer         4       24.50        98.00',
    'Equipment and supplies                          203.00',
    '',
    'Sales tax                                        17.86',
    'Total                                           220.86',
  ])
  expect(lines).toHaveLength(2)
})

test('a till slip with quantities before its goods gives rows with quantities', () => {
  const { value, lines } = read([
    '  THE PLOUGH & ANCHOR',
    '  21/02/2026 20:14',
    '  2 Fish & chips             33.00',
    '  3 Yorkshire bitter         15.60',
    '  Total                      48.60',
  ])
  expect(value('grand_total')).toBe('48.60')
  expect(lines.map(([description, quantity, , total]) => [description, quantity, total])).toEqual([
    ['Fish & chips', '2', '33.00'],
    ['Yorkshire bitter', '3', '15.60'],
  ])
})

test('numbers that count the rows of a slip are no quantities', () => {
  const { lines } = read([
    'CAFÉ CENTRAL',
    '1 Coffee      2.00',
    '2 Cake      3.50',
    '3 Water      1.50',
    'Total      7.00',
  ])
  expect(lines.map(([, quantity]) => quantity)).toEqual([null, null, null])
})

test('what stands to the right of a label over an address is another column', () => {
  const { value } = read([
    'Klant                                                 Havenkade 7',
    'Scheepswerf De Hoop B.V.                              8754 BG Makkum',
    'Suderséwei 2                                          KvK 01148820',
    '8754 AA Makkum',
    '',
    'FACTUUR      Factuurnr. 2026-041      Factuurdatum 16-03-2026',
    'Te voldoen                                            1.210,00',
  ])
  expect(value('buyer.name')).toBe('Scheepswerf De Hoop B.V.')
})
