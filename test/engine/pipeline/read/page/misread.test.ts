import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLabels } from '../../../../../src/engine/pipeline/read/page/find-labels'
import { meantWord } from '../../../../../src/engine/pipeline/read/page/misread-labels'
import { withMeantLegalForm } from '../../../../../src/engine/pipeline/read/page/misread-legal-form'
import { meantTaxId } from '../../../../../src/engine/pipeline/read/page/misread-tax-id'
import { readPageFacts } from '../../../../../src/engine/pipeline/read/page/read-page-facts'
import { textLines } from '../../../../../src/engine/pipeline/read/page/text-lines'
import { readOptions, typedPage } from './page-fixture'

const scan = 0.92

function read(confidence: number, ...rows: string[]) {
  return readPageFacts([typedPage(rows, confidence)], readOptions).chosen
}

describe('labels that OCR misread by one letter', () => {
  test.each([
    ['tota', 'total'],
    ['totai', 'total'],
    ['lnvoice', 'invoice'],
    ['rechnunq', 'rechnung'],
    ['total', 'total'],
    ['hotel', 'hotel'],
    ['date', 'date'],
    ['late', 'late'],
  ])('%s means %s', (seen, meant) => {
    expect(meantWord(seen)).toBe(meant)
  })

  test('a text layer says what it says: only OCR is mended', () => {
    const labelsOf = (confidence: number) => findLabels(textLines([typedPage(['Tota   $120.00'], confidence)]))
    expect(labelsOf(scan).map(label => label.kind)).toContain('grand_total')
    expect(labelsOf(1)).toEqual([])
  })
})

describe('tax ids that OCR misread', () => {
  test.each([
    ['NL123456789801', 'NL123456789B01'],
    ['76.269.7696', '76.269.769-6'],
    ['AAAO10101AAA', 'AAA010101AAA'],
    ['DE136695976', null],
    ['29AAHCS6672E17Z', '29AAHCS6672E1ZZ'],
    ['610282856', null],
    ['4711', null],
    ['Musterstrasse', null],
  ])('%s means %s', (seen, meant) => {
    expect(meantTaxId(seen)).toBe(meant)
  })

  test('nothing of any look makes it fail, and what it gives has as many letters and digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9.-]{0,20}$/), text => {
        const meant = meantTaxId(text)
        const count = (of: string) => of.replace(/[^A-Z\d]/g, '').length
        if (meant !== null) expect(count(meant)).toBe(count(text))
      }),
    )
  })
})

describe('legal forms that OCR misread', () => {
  test.each([
    ['IKANO HANDEL SON BHD', 'IKANO HANDEL SDN BHD'],
    ['Ikano Handel Son. Bhd.', 'Ikano Handel Sdn. Bhd.'],
    ['Khileshwori Trading Pvt. Ltd.', 'Khileshwori Trading Pvt. Ltd.'],
    ['Father and Son Ltd', 'Father and Son Ltd'],
    ['Maison', 'Maison'],
  ])('%s means %s', (seen, meant) => {
    expect(withMeantLegalForm(seen)).toBe(meant)
  })
})

describe('amounts that OCR misread by one digit', () => {
  const rows = (total: string) => [
    'Facture 17',
    'Sous-total HT   7200,00 €',
    'TVA 20%   1440,00 €',
    `Total TTC   ${total} €`,
  ]

  test('a total whose first digit lies under a stamp is proposed from net and tax, says so, and is never sure', () => {
    const total = read(scan, ...rows('640,00')).grand_total
    expect(total).toMatchObject({ value: '8640.00', origin: { kind: 'formula', rule: 'net_plus_tax' } })
    expect(total?.probability).toBeLessThan(0.9)
  })

  test('a total printed wrong, by more than OCR misreads, stays as it is printed', () => {
    expect(read(scan, ...rows('9000,00')).grand_total?.value).toBe('9000.00')
  })

  test('a text layer is never mended', () => {
    expect(read(1, ...rows('640,00')).grand_total?.value).not.toBe('8640.00')
  })
})

test('dirt beside a name is no part of it, and a day is no name', () => {
  const specks = typedPage(['ás, Talleres Ibáñez S.A.', 'Calle Mayor 7', '28001 Madrid', '', 'Factura 17'], scan)
  const words = specks.words.map(word => (word.text === 'ás,' ? { ...word, confidence: 0.3 } : word))
  expect(readPageFacts([{ ...specks, words }], readOptions).chosen['seller.name']?.value).toBe('Talleres Ibáñez S.A.')
  expect(read(scan, 'Invoice', 'May 5', 'Total   20.00')['seller.name']?.value).not.toBe('May 5')
})

test('a mail address decides between letters that look alike', () => {
  const chosen = read(scan, 'Invoice', 'OpenMiil, LLC', '548 Market Street', 'ar@openmill.com', 'Total  20.00')
  expect(chosen['seller.name']?.value).toBe('OpenMill, LLC')
})

test('a date under its label may have lost a sign; a number of a document may not become a date', () => {
  const chosen = read(scan, 'Factura   2801/2026', 'Fecha   2801/2026', 'Total   20,00 €')
  expect(chosen.issue_date?.value).toBe('2026-01-28')
  expect(read(scan, 'Factura   2801/2026', 'Total   20,00 €').issue_date).toBeUndefined()
})

test('whoever a page is signed for is its seller, and the top of a slip is where its print begins', () => {
  const rows = [
    'PUSHPA CHOWK',
    'DILIP TYRES',
    'Tax Invoice 7',
    'Total   20.00',
    ...Array.from({ length: 30 }, () => ''),
    'for DILIP TYRES',
  ]
  expect(read(scan, ...rows)['seller.name']?.value).toBe('DILIP TYRES')
  const slip = read(scan, ...Array.from({ length: 22 }, () => ''), 'Geprek Bensu Kopo', 'Total   20.00')
  expect(slip['seller.name']?.value).toBe('Geprek Bensu Kopo')
})

test('a sum of nothing confirms nothing', () => {
  const rows = [
    'Invoice 17',
    'Parts net amount   0.00',
    'Final parts amount   0.00',
    'Tax   31.50',
    'Grand total   413.00',
  ]
  expect(read(scan, ...rows).grand_total?.value).toBe('413.00')
})
