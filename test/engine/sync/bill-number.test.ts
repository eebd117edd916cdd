import fc from 'fast-check'
import { expect, test } from 'vitest'
import { billNumber } from '../../../src/engine/sync/bill-number'
import { sameLedgerText } from '../../../src/engine/sync/same-text'

const sha256 = 'ab'.repeat(32)

test.each([
  ['PNO010203AB1', 'A-1001', null, 'PNO010203AB1-A-1001'],
  ['PNO010203AB1', 'cé 77 ', null, 'PNO010203AB1-CE 77'],
  ['papeleria del norte', 'F 1', null, 'PAPELERIADELNORTE-F 1'],
  ['DE123456789', null, '3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'DE123456789-3F2504E0-4F89-41D3-9A0C-0305E82C3301'],
  ['DE123456789', null, null, 'DE123456789-ABABABABABABABAB'],
  ['😀', '😀', null, 'VENDOR-ABABABABABABABAB'],
])('%s and %s make %s', (vendorKey, invoiceNumber, uuid, number) => {
  expect(billNumber({ vendorKey, invoiceNumber, uuid, sha256 })).toBe(number)
})

test('any number fits the ledger: 255 characters, basic plane, nothing that folding would change', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), invoiceNumber => {
      const number = billNumber({ vendorKey: 'PNO010203AB1', invoiceNumber, uuid: null, sha256 })
      expect(number.length).toBeGreaterThan(13)
      expect(number.length).toBeLessThanOrEqual(255)
      expect(number).not.toMatch(/[\u{10000}-\u{10FFFF}\p{C}]/u)
      expect(sameLedgerText(number, number.toLowerCase())).toBe(true)
    }),
  )
})

test('two long numbers that differ only at their end stay two', () => {
  const of = (end: string) =>
    billNumber({ vendorKey: 'PNO010203AB1', invoiceNumber: '9'.repeat(400) + end, uuid: null, sha256 })
  expect(of('1')).not.toBe(of('2'))
})
