import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadChart } from '../../../../src/engine/pipeline/code/chart'
import { searchAccounts } from '../../../../src/engine/pipeline/code/search'
import { suggestAccounts } from '../../../../src/engine/pipeline/code/suggest'
import { readTable } from '../../../../src/engine/pipeline/code/table'
import { nothingRemembered, type VendorMemory } from '../../../../src/engine/pipeline/code/vendor-memory'

const resources = join(import.meta.dirname, '../../../../resources')
const sat = loadChart(resources, 'sat')
const uk = loadChart(resources, 'uk-small-business')

const codes = (query: string, chart = sat) => searchAccounts(chart, query, 10).map(account => account.code)

test('an account is found by code, by name without accents, and by what people call it', () => {
  expect(codes('601.55')[0]).toBe('601.55')
  expect(codes('60155')[0]).toBe('601.55')
  expect(codes('energia electrica')[0]).toBe('601.52')
  expect(codes('ENERGÍA ELÉCTRICA')[0]).toBe('601.52')
  expect(codes('luz')[0]).toBe('601.52')
  expect(codes('freight')[0]).toBe('601.72')
  expect(codes('seguros')[0]).toBe('601.57')
  expect(codes('petrol', uk)[0]).toBe('7301')
})

test('one slip of the keyboard is forgiven', () => {
  expect(codes('papelreia')[0]).toBe('601.55')
  expect(codes('gasolna')[0]).toBe('601.48')
  expect(codes('electrisidad')).toContain('601.52')
})

test('what means nothing here finds nothing', () => {
  expect(codes('xyzzy')).toEqual([])
})

test('an empty query lists accounts bills can be coded to', () => {
  expect(searchAccounts(sat, '', 30).every(account => account.isPostable)).toBe(true)
})

const line = (description: string, classificationCode: string | null = null) => ({ description, classificationCode })

function remembered(...examples: readonly [string, string][]): VendorMemory {
  return {
    examples: examples.map(([descriptionKey, accountCode]) => ({
      descriptionKey,
      accountCode,
      classificationCode: null,
    })),
    defaultAccountCode: null,
  }
}

test('the same line of the same vendor goes where it went, and that is sure', () => {
  const memory = remembered(['renta oficina', '601.46'], ['papel carta', '601.55'])
  const [best] = suggestAccounts(line('Renta oficina 03/2026'), memory, sat)
  expect(best).toMatchObject({ accountCode: '601.46' })
  expect(best?.evidence[0]?.key).toBe('same_line')
  expect(best?.probability).toBeGreaterThan(0.9)
})

test('a vendor whose lines went to several accounts makes no new line sure', () => {
  const memory = remembered(['tornillo', '601.56'], ['flete', '601.72'])
  const [best] = suggestAccounts(line('Servicio especial'), memory, sat)
  expect(best?.probability).toBeLessThan(0.9)
})

test('people who changed their mind leave a doubt', () => {
  const memory = remembered(['flete local', '601.72'], ['flete local', '601.84'])
  const [best] = suggestAccounts(line('Flete local'), memory, sat)
  expect(best).toMatchObject({ accountCode: '601.72' })
  expect(best?.probability).toBeLessThan(0.9)
})

test('product code and words that agree are better than either, and never certain', () => {
  const both = suggestAccounts(line('Papel bond carta', '14111507'), nothingRemembered, sat)[0]
  const code = suggestAccounts(line('Lote 77', '14111507'), nothingRemembered, sat)[0]
  expect(both?.accountCode).toBe('601.55')
  expect(both?.probability).toBeGreaterThan(code?.probability ?? 1)
  expect(both?.probability).toBeLessThan(0.9)
})

test('a line about nothing we know still offers something to choose from', () => {
  const suggestions = suggestAccounts(line('Zzz'), nothingRemembered, sat, ['601.48'])
  expect(suggestions.map(suggestion => suggestion.accountCode)).toEqual(['601.48', '601.84'])
  expect(suggestions[0]?.probability).toBeLessThan(0.2)
})

const labelled = join(import.meta.dirname, '../../../../../shared/corpus/classification/dev.tsv')

test.skipIf(!existsSync(labelled))(
  'on labelled lines, suggestions that claim 60 % and more are right at least that often',
  () => {
    let claimed = 0
    let right = 0
    for (const row of readTable(readFileSync(labelled, 'utf8'))) {
      const [best] = suggestAccounts(
        line(row['description'] ?? '', row['product_code'] || null),
        nothingRemembered,
        sat,
      )
      if (!best || best.probability < 0.6) continue
      const folded = (code: string) => code.replace(/^60[1-4]\./, '601.')
      const good = [row['expected_account'] ?? '', ...(row['also_acceptable'] ?? '').split(' ')].map(folded)
      claimed += 1
      if (good.includes(folded(best.accountCode))) right += 1
    }
    expect(claimed).toBeGreaterThan(50)
    expect(right / claimed).toBeGreaterThan(0.6)
  },
)
