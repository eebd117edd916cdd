import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPageFacts } from '../../../../../src/engine/pipeline/read/page/read-page-facts'
import { rowSlope } from '../../../../../src/engine/pipeline/read/page/row-slope'
import { textLines } from '../../../../../src/engine/pipeline/read/page/text-lines'
import { readOptions, typedPage } from './page-fixture'

const scan = 0.92
const rows = [
  'Ferretería del Norte S.A. de C.V.                              FACTURA',
  'Factura No: A-2041                        Fecha: 17/03/2026',
  'Descripción                     Cantidad    Precio     Importe',
  'Bisagra de horno                4           12.50        50.00',
  'Termostato                      1          200.00       200.00',
  'Subtotal                                                250.00',
  'IVA 16%                                                  40.00',
  'Total                                                   290.00',
]

/** The page laid on the scanner askew: to the right everything lies lower. */
function askew(slope: number) {
  const page = typedPage(rows, scan)
  return {
    ...page,
    words: page.words.map(word => ({ ...word, box: { ...word.box, y: word.box.y + slope * word.box.x } })),
  }
}

describe('scans that lie a little askew', () => {
  test('a row whose end hangs a line lower than its beginning is still one row', () => {
    const straight = textLines([askew(0)]).map(line => line.text)
    expect(textLines([askew(0.025)]).map(line => line.text)).toEqual(straight)
    expect(textLines([askew(-0.025)]).map(line => line.text)).toEqual(straight)
  })

  test('net, tax and total are found beside their labels', () => {
    const { chosen } = readPageFacts([askew(0.025)], readOptions)
    expect(chosen.net_total?.value).toBe('250.00')
    expect(chosen.tax_total?.value).toBe('40.00')
    expect(chosen.grand_total?.value).toBe('290.00')
  })

  test('any slope of up to a degree and a half is found', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.028, max: 0.028, noNaN: true }), slope => {
        const found = rowSlope(askew(slope).words)
        expect(Math.abs(found - slope)).toBeLessThan(0.011)
      }),
      { numRuns: 40 },
    )
  })

  test('a handful of words has no slope', () => {
    expect(rowSlope(askew(0.02).words.slice(0, 8))).toBe(0)
  })
})

describe('lines around cells that OCR reads as signs', () => {
  test('the frame of a cell is no part of its number or date', () => {
    const { chosen } = readPageFacts(
      [typedPage(['[Factura No: F-2026-001 |   [ Fecha: 28/01/2026 |', 'Total   | 121.00 |'], scan)],
      readOptions,
    )
    expect(chosen.invoice_number?.value).toBe('F-2026-001')
    expect(chosen.issue_date?.value).toBe('2026-01-28')
    expect(chosen.grand_total?.value).toBe('121.00')
  })

  test('a text layer means its signs', () => {
    expect(textLines([typedPage(['Ledger | Books'])])[0]?.text).toContain('|')
  })
})

describe('totals in boxes of a scan', () => {
  const at = (text: string, x: number, y: number) => ({
    text,
    box: { x, y, width: text.length * 5, height: 10 },
    confidence: scan,
    hidden: false,
  })
  const boxed = (drop: number) => ({
    ...typedPage(rows.slice(0, 5), scan),
    words: [
      ...typedPage(rows.slice(0, 5), scan).words,
      ...['Subtotal', 'IVA', 'Total'].map((label, row) => at(label, 200, 400 + row * 60)),
      ...['250.00', '40.00', '290.00'].map((amount, row) => at(amount, 340, 400 + row * 60 + drop)),
    ],
  })

  test.each([0, 9, -9])('an amount whose middle lies %s points off its label belongs to it', drop => {
    const { chosen } = readPageFacts([boxed(drop)], readOptions)
    expect(chosen.net_total?.value).toBe('250.00')
    expect(chosen.tax_total?.value).toBe('40.00')
    expect(chosen.grand_total?.value).toBe('290.00')
  })
})

test('a number that OCR parts behind its currency sign is one number', () => {
  const [line] = textLines([typedPage(['Tax $1 46.00'], scan)])
  expect(line?.text).toBe('Tax $146.00')
})
