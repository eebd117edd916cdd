import { expect, test } from 'vitest'
import { findOnPage, textLines } from '../../../../src/renderer/src/review/viewer/find'

const words = ['Total', 'a', 'pagar', 'Número', 'de', 'factura', 'TOTAL'].map((text, index) => ({
  text,
  x: index * 50,
  y: 10,
  width: 40,
  height: 12,
}))

test('accents and letter case do not matter', () => {
  expect(findOnPage(1, words, 'numero')).toEqual([{ page: 1, boxes: [words[3]] }])
  expect(findOnPage(1, words, 'total')).toHaveLength(2)
})

test('a phrase is found across word borders and lights each of its words', () => {
  expect(findOnPage(2, words, 'a  pagar num')[0]?.boxes).toEqual([words[1], words[2], words[3]])
})

test('nothing typed finds nothing', () => {
  expect(findOnPage(1, words, '  ')).toEqual([])
})

test('words side by side are one line of copied text, words below another begin a new one', () => {
  const below = { text: 'A-1182', x: 0, y: 30, width: 40, height: 12 }
  expect(textLines([...words, below]).map(line => line.map(word => word.text).join(' '))).toEqual([
    'Total a pagar Número de factura TOTAL',
    'A-1182',
  ])
})
