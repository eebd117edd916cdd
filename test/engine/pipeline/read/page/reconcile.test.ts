import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountCandidates } from '../../../../../src/engine/pipeline/read/page/amount-candidates'
import { pageText } from '../../../../../src/engine/pipeline/read/page/page-text'
import { readPageFacts } from '../../../../../src/engine/pipeline/read/page/read-page-facts'
import { amountSets } from '../../../../../src/engine/pipeline/read/page/reconcile'
import { readOptions, typedPage } from './page-fixture'

const amountsOf = (rows: readonly string[]) => {
  const { chosen } = readPageFacts([typedPage(rows)], readOptions)
  return [chosen.net_total?.value, chosen.tax_total?.value, chosen.withheld_total?.value, chosen.grand_total?.value]
}

/** Nets that stand beside this total in any set, whatever the weights say. */
function netsBeside(total: string, rows: readonly string[]): Set<string | undefined> {
  const text = pageText([typedPage(rows)], readOptions, () => 0)
  const sets = amountSets(amountCandidates(text), null, text.score)
  return new Set(sets.filter(set => set.total?.value === total).map(set => set.net?.value))
}

describe('amounts that fit together', () => {
  test('a count of pieces is never the net amount beside a total of hundreds', () => {
    const rows = [
      'Delivery 4711',
      'Total Pcs.: 27   Total Price: 293.52',
      'Returns',
      'Total Pcs.: 2',
      'Subtotal: 253.03',
    ]
    const nets = netsBeside('293.52', rows)
    expect(nets).toContain('253.03')
    expect(nets).not.toContain('2')
    expect(nets).not.toContain('27')
  })

  test('only a printed discount may halve the amount', () => {
    const rows = ['Subtotal  900.00', 'Total  300.00']
    expect(netsBeside('300.00', rows)).not.toContain('900.00')
    expect(netsBeside('300.00', ['Subtotal  900.00', 'Discount  600.00', 'Total  300.00'])).toContain('900.00')
  })

  test('a sum called "total" before tax is the net when the arithmetic says so', () => {
    expect(amountsOf(['Summe: 283.66', '19% Mehrwertsteuer: 53.90', 'Gesamt: 337.56'])).toEqual([
      '283.66',
      '53.90',
      undefined,
      '337.56',
    ])
  })

  test('withheld tax is taken off: 10,000.00 + 1,600.00 - 1,000.00 is 10,600.00', () => {
    const rows = ['Subtotal  $10,000.00', 'IVA 16%  $1,600.00', 'Retención ISR  $1,000.00', 'Total  $10,600.00']
    expect(amountsOf(rows)).toEqual(['10000.00', '1600.00', '1000.00', '10600.00'])
  })

  test('a service called retention is no withheld tax where the sum holds without it', () => {
    const rows = [
      'Nightly backup, 30 days retention  $117.00',
      'Subtotal  $1,047.50',
      'Sales tax 0%  $0.00',
      'Total  $1,047.50',
    ]
    expect(amountsOf(rows)).toEqual(['1047.50', '0.00', undefined, '1047.50'])
  })

  test('a discount between net and total does not make the total wrong', () => {
    const rows = ['Subtotal  $290.00', 'Sales tax  $18.85', 'Shipping  $10.00', 'Total  $318.85']
    expect(amountsOf(rows)).toEqual(['290.00', '18.85', undefined, '318.85'])
  })

  test('two tax rates on two rows are one tax total', () => {
    const rows = ['Subtotal  200.00', 'VAT 7%  7.00', 'VAT 19%  19.00', 'Total  226.00']
    expect(amountsOf(rows)).toEqual(['200.00', '26.00', undefined, '226.00'])
  })

  test('net, tax and total of any consistent invoice are all found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_00, max: 900_000_00 }), fc.constantFrom(5, 10, 16, 21), (net, rate) => {
        const tax = Math.round((net * rate) / 100)
        const text = (minor: number) => (minor / 100).toFixed(2)
        const rows = [`Subtotal  $${text(net)}`, `VAT ${rate}%  $${text(tax)}`, `Total  $${text(net + tax)}`]
        expect(amountsOf(rows)).toEqual([text(net), text(tax), undefined, text(net + tax)])
      }),
      { numRuns: 60 },
    )
  })
})
