import { expect, test } from 'vitest'
import { compareRecord } from '../../../../../bench/reading-accuracy/compare'
import { readWordsForBench } from '../../../../../bench/reading-accuracy/read-file'
import { unusualPages } from '../../../../../bench/unusual-pages'
import { readPageFacts } from '../../../../../src/engine/pipeline/read/page/read-page-facts'
import { readOptions, typedPage } from './page-fixture'

const scores = unusualPages.map(({ pages, truth }) => compareRecord(readWordsForBench(pages, truth.file), truth))
const outcomes = scores.flatMap(({ fields }) => fields)
const isRight = ({ outcome }: (typeof outcomes)[number]) => outcome === 'right' || outcome === 'empty'

test('of thirty bills in layouts that nothing was learned from, 29 totals are read right', () => {
  const totals = outcomes.filter(({ field }) => field === 'grand_total')
  expect(totals).toHaveLength(30)
  expect(totals.filter(isRight).length).toBeGreaterThanOrEqual(29)
})

test('of their header fields nine in ten are right', () => {
  expect(outcomes.filter(isRight).length / outcomes.length).toBeGreaterThan(0.9)
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
