import { expect, test } from 'vitest'
import { readPageFacts } from '../../../../../src/engine/pipeline/read/page/read-page-facts'
import { readOptions, typedPage } from './page-fixture'

function read(...rows: string[]) {
  const { chosen, lines, taxes } = readPageFacts([typedPage(rows)], readOptions)
  const amounts = [chosen.net_total?.value, chosen.tax_total?.value, chosen.grand_total?.value]
  return { type: chosen.document_type?.value, amounts, lines, taxes }
}

const head = ['Harbour Lane Joinery Ltd', '12 Mill Road', '']
const table = (quantity: string, total: string) => [
  'Description           Quantity      Unit price        Amount',
  `Oak shelf             ${quantity}            50.00             ${total}`,
  '',
]

test('a credit note printed with negative amounts reads like its e-invoice: positive, lines and taxes too', () => {
  const totals = ['Subtotal          -100.00', 'VAT 20%            -20.00', 'Total             -120.00']
  const { type, amounts, lines, taxes } = read(
    ...head,
    'CREDIT NOTE',
    'Credit note no. CN-4711',
    '',
    ...table('-2', '-100.00'),
    ...totals,
  )
  expect(type).toBe('credit_note')
  expect(amounts).toEqual(['100.00', '20.00', '120.00'])
  expect(taxes.map(tax => tax.amount)).toEqual(['20.00'])
  expect(lines).toMatchObject([{ quantity: '2', unitPrice: '50.00', lineTotal: '100.00' }])
})

test('a credit note printed with positive amounts stays as it is', () => {
  const totals = ['Subtotal          100.00', 'VAT 20%            20.00', 'Total             120.00']
  expect(read(...head, 'CREDIT NOTE', 'Credit note no. CN-4711', '', ...totals).amounts).toEqual([
    '100.00',
    '20.00',
    '120.00',
  ])
})

test('negative amounts of an invoice mean what they say: it is a refund inside an invoice', () => {
  const totals = ['Subtotal          -100.00', 'VAT 20%            -20.00', 'Total             -120.00']
  expect(read(...head, 'INVOICE', 'Invoice no. 4711', '', ...totals).amounts).toEqual(['-100.00', '-20.00', '-120.00'])
})
