import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadChart } from '../../../../src/engine/pipeline/code/chart'
import { searchAccounts } from '../../../../src/engine/pipeline/code/search'

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

test('an empty query shows the account chosen now among its neighbours', () => {
  const list = (near: string | null) => searchAccounts(sat, '', 30, near).map(account => account.code)
  const around = list('601.84')
  expect(around).toContain('601.84')
  expect(around).toHaveLength(30)
  expect(around).toEqual([...around].sort())
  const every = searchAccounts(sat, '', 100_000).map(account => account.code)
  expect(list(every.at(-1) ?? '')).toEqual(every.slice(-30))
  expect(list(every[0] ?? '')).toEqual(every.slice(0, 30))
  expect(list('not an account')).toEqual(list(null))
})

test('the Spanish plan is found by its names and by everyday words alike', () => {
  const plan = loadChart(resources, 'es-pgc')
  expect(codes('primas de seguros', plan)[0]).toBe('625')
  expect(codes('luz', plan)[0]).toBe('628')
})
