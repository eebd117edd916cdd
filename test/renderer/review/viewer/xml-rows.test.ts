import { expect, test } from 'vitest'
import { nearestPath, xmlRows } from '../../../../src/renderer/src/review/viewer/xml-rows'

const root = {
  path: '/Invoice',
  name: 'Invoice',
  text: '',
  attributes: [{ path: '/Invoice/@currency', name: 'currency', value: 'EUR' }],
  children: [
    { path: '/Invoice/ID', name: 'ID', text: ' A-1182 ', attributes: [], children: [] },
    { path: '/Invoice/Total', name: 'Total', text: '238.00', attributes: [], children: [] },
  ],
}

test('an e-invoice is drawn in document order, attributes right after their element', () => {
  expect(xmlRows(root).map(row => `${row.depth} ${row.name} ${row.value}`)).toEqual([
    '0 Invoice ',
    '1 currency EUR',
    '1 ID A-1182',
    '1 Total 238.00',
  ])
})

test('a path deeper than what is drawn lights its nearest ancestor', () => {
  const paths = new Set(xmlRows(root).map(row => row.path))
  expect(nearestPath(paths, '/Invoice/Total/text()')).toBe('/Invoice/Total')
  expect(nearestPath(paths, '/Other')).toBeNull()
})
