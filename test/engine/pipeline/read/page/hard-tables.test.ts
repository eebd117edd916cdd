import { expect, test } from 'vitest'
import { tableDocuments } from '../../../../../bench/synthetic/tables'
import { compareRecord } from '../../../../../bench/reading-accuracy/compare'
import { readWordsForBench } from '../../../../../bench/reading-accuracy/read-file'
import { kindByWords } from '../../../../../src/engine/pipeline/read/page/heading-words'
import { readPageFacts } from '../../../../../src/engine/pipeline/read/page/read-page-facts'
import { readOptions, typedPage } from './page-fixture'

function linesOf(rows: readonly string[]) {
  return readPageFacts([typedPage(rows)], readOptions).lines
}

function valuesOf(rows: readonly string[]) {
  return linesOf(rows).map(line => [line.description, line.quantity, line.unitPrice, line.lineTotal])
}

test.each([
  ['Liefermenge', 'quantity'],
  ['Stückpreis', 'unit_price'],
  ['Warenwert EUR', 'line_total'],
  ['Price ex VAT', 'unit_price'],
  ['Importe sin IVA', 'line_total'],
  ['Tipo IVA', 'tax_rate'],
  ['% Dto.', 'discount'],
  ['Código producto', 'product_code'],
  ['Nature des travaux', 'description'],
  ['Bestelnummer', 'product_code'],
  ['Taxa IVA', 'tax_rate'],
  ['Prezzo totale riga', 'line_total'],
  ['Nota de entrega', null],
])('a heading "%s" that no list has is a %s', (heading, kind) => {
  const words = heading.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('.', '').split(' ')
  expect(kindByWords(words)).toBe(kind)
})

test('rows without headings are read when their products add up to the net amount', () => {
  const lines = valuesOf([
    'Jardinería Olmo            Factura 114',
    '',
    'Poda de setos              12      35,00      420,00',
    'Retirada de restos          2      90,50      181,00',
    '',
    'Base imponible                                601,00',
    'IVA 21%                                       126,21',
    'Total                                         727,21',
  ])
  expect(lines).toEqual([
    ['Poda de setos', '12', '35.00', '420.00'],
    ['Retirada de restos', '2', '90.50', '181.00'],
  ])
})

test('numbers that multiply but do not add up to any total are no table', () => {
  const lines = valuesOf([
    'Jardinería Olmo            Factura 114',
    'Escala del plano           12      35,00      420,00',
    'Base imponible                                601,00',
    'Total                                         601,00',
  ])
  expect(lines).toEqual([])
})

test('sums of groups and headings of groups are neither lines nor names', () => {
  const lines = valuesOf([
    'Beschreibung              Menge     Preis       Betrag',
    'Erdgeschoss',
    'Fliesen grau              10        25,00       250,00',
    'Kleber                     4        12,00        48,00',
    'Zwischensumme                                   298,00',
    'Obergeschoss',
    'Parkett Eiche             20        41,00       820,00',
    'Zwischensumme                                   820,00',
    '',
    'Summe netto                                   1.118,00',
    'MwSt 19%                                        212,42',
    'Gesamtbetrag                                  1.330,42',
  ])
  expect(lines).toEqual([
    ['Fliesen grau', '10', '25.00', '250.00'],
    ['Kleber', '4', '12.00', '48.00'],
    ['Parkett Eiche', '20', '41.00', '820.00'],
  ])
})

test('an item called "Freight" is an item when it fills the columns of the others', () => {
  const lines = valuesOf([
    'Description               Qty     Price       Amount',
    'Oak bench                  2      100.00      200.00',
    'Freight pallet             1       45.00       45.00',
    'Lamp shade                 3       10.00       30.00',
    '',
    'Subtotal                                      275.00',
    'VAT 20%                                        55.00',
    'Total                                         330.00',
  ])
  expect(lines.map(([name]) => name)).toEqual(['Oak bench', 'Freight pallet', 'Lamp shade'])
})

test('a price for a hundred and a discount of the row are kept beside the printed price', () => {
  const [screws, bench] = linesOf([
    'Bezeichnung          Menge     Preis       Preiseinheit   Rabatt %    Betrag',
    'Schrauben M8         250       12,00       100                        30,00',
    'Gartenbank           2         200,00      1              10%         360,00',
    '',
    'Summe netto                                                           390,00',
  ])
  expect(screws).toMatchObject({ quantity: '250', unitPrice: '12.00', priceBaseQuantity: '100', lineTotal: '30.00' })
  expect(bench).toMatchObject({ quantity: '2', unitPrice: '200.00', adjustment: '-40.00', lineTotal: '360.00' })
})

test('a price that is not printed follows from amount and quantity, and the line says so', () => {
  const [line] = linesOf([
    'Désignation                 Qté       Montant HT',
    'Déplacement technicien      3         135,00 €',
    '',
    'Total HT                              135,00 €',
  ])
  expect(line).toMatchObject({ quantity: '3', unitPrice: '45', origin: { kind: 'page', derived: 'unitPrice' } })
})

test('a quantity that is not printed follows from amount and price; a price with tax makes none', () => {
  const [line] = linesOf([
    'Item            Price       Amount',
    'Hosting         20.00       60.00',
    '',
    'Subtotal  60.00',
  ])
  expect(line).toMatchObject({ quantity: '3', origin: { derived: 'quantity' } })
  const [taxed] = linesOf([
    'Item            Price       Amount',
    'Hosting         20.00       24.20',
    '',
    'Total  24.20',
  ])
  expect(taxed?.quantity).toBeNull()
})

test('codes that stand before every description are codes, a year is none', () => {
  const rows = (first: string, second: string) => [
    'Description                          Qty     Price       Amount',
    `${first}                  2      100.00      200.00`,
    `${second}                  1       50.00       50.00`,
    '',
    'Subtotal                                                 250.00',
  ]
  const coded = linesOf(rows('E103184 Service kit', 'E103560 Oil filter '))
  expect(coded.map(line => [line.productCode, line.description])).toEqual([
    ['E103184', 'Service kit'],
    ['E103560', 'Oil filter'],
  ])
  expect(linesOf(rows('2024 Annual report ', '2025 Annual report ')).map(line => line.productCode)).toEqual([
    null,
    null,
  ])
})

test('of invented hard tables, every difficulty drawn by chance, four fifths of the lines on text layers are all right', () => {
  const lines = tableDocuments(70_000, 120)
    .filter(({ pages }) => pages[0]?.textSource === 'text_layer')
    .flatMap(({ pages, truth }) => compareRecord(readWordsForBench(pages, truth.file), truth).lines ?? [])
  const sum = (key: 'expected' | 'read' | 'exact') => lines.reduce((total, line) => total + line[key], 0)
  expect((2 * sum('exact')) / (sum('expected') + sum('read'))).toBeGreaterThan(0.8)
})
