import { expect, test } from 'vitest'
import { readPageFacts } from '../../../../../src/engine/pipeline/read/page/read-page-facts'
import type { PageReading } from '../../../../../src/engine/pipeline/facts'
import { readOptions, typedPage } from './page-fixture'

function linesOf(...pages: PageReading[]) {
  const numbered = pages.map((page, at) => ({ ...page, number: at + 1 }))
  return readPageFacts(numbered, readOptions).lines.map(line => ({
    description: line.description,
    quantity: line.quantity,
    price: line.unitPrice,
    total: line.lineTotal,
  }))
}

test('headings set in two lines name the columns together', () => {
  const lines = linesOf(
    typedPage([
      '                                  Prix        Montant',
      'Désignation          Quantité     unitaire    HT',
      '',
      'Banc en chêne        3            120,00      360,00',
      '',
      'Total HT                                      360,00',
    ]),
  )
  expect(lines).toEqual([{ description: 'Banc en chêne', quantity: '3', price: '120.00', total: '360.00' }])
})

test('a column headed "Amount" that multiplies with the price is the quantity', () => {
  const lines = linesOf(
    typedPage([
      'Amount     Product              Price       Total',
      '400.00     Balloons             0.79        316.00',
      '3.00       Pump                 20.50       61.50',
      '',
      'Net total: 377.50',
    ]),
  )
  expect(lines).toEqual([
    { description: 'Balloons', quantity: '400.00', price: '0.79', total: '316.00' },
    { description: 'Pump', quantity: '3.00', price: '20.50', total: '61.50' },
  ])
})

test('a description goes on in the next row, remarks under it do not belong to it', () => {
  const lines = linesOf(
    typedPage([
      'Description                     Qty     Price       Amount',
      'Oak bench, delivered to          2      100.00      200.00',
      'the workshop',
      'Serial number: 4711',
      '',
      'Lamp                             1       50.00       50.00',
      '',
      'Subtotal                                            250.00',
    ]),
  )
  expect(lines.map(line => line.description)).toEqual(['Oak bench, delivered to the workshop', 'Lamp'])
})

test('a table goes on over the page, and sums carried forward are no lines', () => {
  const lines = linesOf(
    typedPage([
      'Bezeichnung          Menge     Einzelpreis    Gesamt',
      'Gartenbank           2         100,00         200,00',
      'Übertrag                                      200,00',
    ]),
    typedPage([
      'Tischlerei Hollbach',
      'Übertrag                                      200,00',
      'Transport Palette    1         50,00          50,00',
      '',
      'Summe netto                                   250,00',
    ]),
  )
  expect(lines.map(line => line.description)).toEqual(['Gartenbank', 'Transport Palette'])
})

test('a quantity may carry its unit: 5 Unit(s) are five', () => {
  const [line] = linesOf(
    typedPage([
      'Description             Quantité       Prix unitaire     Total HT',
      'Nougat 250g             5 Unit(s)      4,50 €            22,50 €',
      '',
      'Total HT                                                 22,50 €',
    ]),
  )
  expect(line).toEqual({ description: 'Nougat 250g', quantity: '5', price: '4.50', total: '22.50' })
})

test('without a heading for totals the price of a row is its total', () => {
  const lines = linesOf(
    typedPage(['Item                Price', 'Website design      300.00', '', 'Total:              300.00']),
  )
  expect(lines).toEqual([{ description: 'Website design', quantity: null, price: null, total: '300.00' }])
})

test('a heading centred over its texts does not cut them off', () => {
  const lines = linesOf(
    typedPage([
      'Ref.               Concepto              Cant.     Precio        Importe',
      'EST-5B   Estantería de cinco baldas      3         412,50 €      1.237,50 €',
      'BAR      Barnizado y acabado mate        11        38,00 €       418,00 €',
      '',
      'Base imponible                                                  1.655,50 €',
    ]),
  )
  expect(lines.map(line => line.description)).toEqual(['Estantería de cinco baldas', 'Barnizado y acabado mate'])
})
