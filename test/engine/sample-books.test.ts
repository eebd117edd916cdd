import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSampleBooks } from '../../src/engine/sample-books'
import { loadChart } from '../../src/engine/pipeline/code/chart'
import { searchAccounts } from '../../src/engine/pipeline/code/search'
import { taxIdForm } from '../../src/engine/pipeline/check/tax-id'

const resources = join(import.meta.dirname, '../../resources')

test('every vendor the sample company knows has a valid tax ID and was coded to accounts of its chart', () => {
  const chart = loadChart(resources, 'sat')
  const { vendors } = readSampleBooks(resources)
  expect(vendors.length).toBeGreaterThan(0)
  for (const { taxId, country, taught } of vendors) {
    expect(taxIdForm(taxId, country)).toBe('valid')
    for (const { accountCode } of taught) {
      expect(
        searchAccounts(chart, accountCode, 5).some(account => account.code === accountCode && account.isPostable),
      ).toBe(true)
    }
  }
})
