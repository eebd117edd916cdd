import { expect, test } from 'vitest'
import type { Candidate, InvoiceFacts, LineRead } from '../../../../../src/engine/pipeline/facts'
import { verdictOn } from '../../../../../src/engine/pipeline/read/ocr/judge'
import type { FieldName } from '../../../../../src/shared/invoice'
import { decimal } from '../../../../../src/shared/money'

const origin = { kind: 'default', rule: 'test' } as const

function factsOf(values: Partial<Record<FieldName, string>>, lineTotals: readonly string[]): InvoiceFacts {
  const entries = Object.entries(values).map(([field, value]): [string, Candidate] => [
    field,
    { field: field as FieldName, value, probability: 0.9, origin },
  ])
  const lines = lineTotals.map((total): LineRead => ({
    description: 'Candado de latón',
    quantity: null,
    unit: null,
    unitPrice: null,
    lineTotal: decimal(total),
    taxRate: null,
    productCode: null,
    classificationCode: null,
    origin,
  }))
  return {
    candidates: entries.map(([, candidate]) => candidate),
    chosen: Object.fromEntries(entries),
    lines,
    taxes: [],
  }
}

test('lines that add up to the net total do not end the search while no total was read', () => {
  const facts = factsOf({ issue_date: '2026-10-30', net_total: '3393.00' }, ['2757.00', '636.00'])
  expect(verdictOn(facts).isConvincing).toBe(false)
})

test('net, tax and total that agree, with a date, need no further look', () => {
  const facts = factsOf(
    { issue_date: '2026-10-30', net_total: '3393.00', tax_total: '542.88', grand_total: '3935.88' },
    [],
  )
  expect(verdictOn(facts).isConvincing).toBe(true)
})
