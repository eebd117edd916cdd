import { expect, test } from 'vitest'
import type { PageReading } from '../../../../../src/engine/pipeline/facts'
import { proposeCuts } from '../../../../../src/engine/pipeline/read/page/propose-cuts'
import { readPageFacts } from '../../../../../src/engine/pipeline/read/page/read-page-facts'
import { readOptions, typedPage } from './page-fixture'

function cutsOf(...pages: readonly (readonly string[])[]): number[] {
  const read: PageReading[] = pages.map((rows, index) => ({ ...typedPage(rows), number: index + 1 }))
  return proposeCuts(read, readPageFacts(read, readOptions), readOptions)
}

const invoice = (number: string, total: string, date = '12/03/2026') => [
  'Northern Tools Ltd',
  'INVOICE',
  `Invoice number: ${number}`,
  `Invoice date: ${date}`,
  'Description                    Amount',
  `Hammer                         ${total}`,
  `Total: $${total}`,
]

test('the page on which another number and total stand begins another invoice', () => {
  expect(cutsOf(invoice('NT-2041', '300.00'), invoice('NT-2042', '410.00'))).toEqual([2])
})

test('the copy of an invoice begins nothing', () => {
  expect(cutsOf(invoice('NT-2041', '300.00'), invoice('NT-2041', '300.00'))).toEqual([])
})

test('a page that calls itself the second of two belongs to the one before, whatever numbers stand on it', () => {
  const first = [...invoice('NT-2041', '300.00'), 'Page 1 of 2']
  expect(cutsOf(first, [...invoice('4500123', '300.00'), 'Page 2 of 2'])).toEqual([])
})

test('a page that is the first of two again begins another invoice', () => {
  const pages = (number: string, total: string) => [
    [...invoice(number, total).slice(0, 4), 'Page 1 of 2'],
    ['Carried forward', `Total: $${total}`, 'Page 2 of 2'],
  ]
  expect(cutsOf(...pages('NT-2041', '300.00'), ...pages('NT-2042', '410.00'))).toEqual([3])
})

test('terms and conditions behind an invoice stay with it', () => {
  expect(
    cutsOf(invoice('NT-2041', '300.00'), ['General terms and conditions', '1. All offers are subject to change.']),
  ).toEqual([])
})
