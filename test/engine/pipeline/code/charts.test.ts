import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkChart, readChartCsv } from '../../../../src/engine/charts/read-chart'
import { understandAccounts } from '../../../../src/engine/charts/understand-accounts'
import { chartOf, loadChart, type Chart } from '../../../../src/engine/pipeline/code/chart'
import { knowledgeOf } from '../../../../src/engine/pipeline/code/chart-coder'
import type { CodingLine } from '../../../../src/engine/pipeline/code/coding-line'
import { noMemory, type CodingMemory } from '../../../../src/engine/pipeline/code/memory-hits'

const resources = join(import.meta.dirname, '../../../../resources')
const sat = loadChart(resources, 'sat')

function lineOf(description: string, vendorName = ''): CodingLine {
  const nothing = { productCode: null, vendorTaxId: null, quantity: null, currency: null, cfdiUse: null }
  return { ...nothing, description, vendorName, amount: 500, isCreditNote: false }
}

function code(chart: Chart, description: string, memory: CodingMemory = noMemory) {
  return chart.coder().code(lineOf(description), { profile: null, name: '', homeCurrency: 'EUR' }, memory)
}

function first(chart: Chart, description: string): string | undefined {
  return code(chart, description).candidates[0]?.accountCode
}

test.each([
  ['es-pgc', 'Prima de seguro del local', '625'],
  ['es-pgc', 'Energía eléctrica marzo', '628'],
  ['es-pgc', 'Comisión bancaria por transferencia', '626'],
  ['es-pgc', 'Honorarios de abogado', '623'],
  ['uk-small-business', 'Office rent March', '7100'],
  ['uk-small-business', 'Diesel 40 litres', '7301'],
  ['uk-small-business', 'Mobile phone plan', '7504'],
  ['us-generic', 'Office rent March', '6120'],
  ['us-generic', 'Bank fee', '6200'],
  ['bigcapital-default', 'Stationery and envelopes', '40003'],
  ['bigcapital-default', 'Office rent March', '40004'],
] as const)('in the chart %s "%s" goes to %s', (key, description, expected) => {
  expect(first(loadChart(resources, key), description)).toBe(expected)
})

test.each(['es-pgc', 'uk-small-business', 'us-generic', 'bigcapital-default'] as const)(
  'the chart %s has a place for everything a bill may be about, and offers nothing else',
  key => {
    const chart = loadChart(resources, key)
    const { candidates } = code(chart, 'Material de oficina y mantenimiento de maquinaria')
    expect(candidates.length).toBeGreaterThan(1)
    for (const { accountCode } of candidates) expect(chart.byCode.get(accountCode)?.isPostable).toBe(true)
    const shares = candidates.reduce((sum, { probability }) => sum + probability, 0)
    expect(shares).toBeLessThanOrEqual(1.000001)
  },
)

test('in every chart what a person decided for the same line comes first', () => {
  const chart = loadChart(resources, 'es-pgc')
  const lesson = { descriptionKey: 'energia electrica marzo', classificationCode: null, accountCode: '629' }
  const { candidates } = code(chart, 'Energía eléctrica marzo', { ...noMemory, ofVendor: [lesson, lesson] })
  expect(candidates[0]).toMatchObject({ accountCode: '629' })
  expect(candidates[0]?.evidence[0]?.key).toBe('same_line')
})

test('an account without an everyday purpose is coded to once a person has', () => {
  const chart = loadChart(resources, 'us-generic')
  const lesson = { descriptionKey: 'paid lunch', classificationCode: null, accountCode: '6110' }
  const { candidates } = code(chart, 'Paid lunch', { ...noMemory, ofVendor: [lesson, lesson] })
  expect(candidates[0]?.accountCode).toBe('6110')
})

function ownChart(text: string): Chart {
  const { rows, problems } = readChartCsv(text)
  expect(problems).toEqual([])
  const { concepts } = knowledgeOf(resources)
  return chartOf('own', understandAccounts(rows, { sat, concepts }), resources)
}

test("one's own accounts are understood by código agrupador, by name, and by everyday words", () => {
  const chart = ownChart(
    'Código,Nombre,Agrupador\n6-100,Gastos de viaje,601.49\n6-200,Energía eléctrica,\n6-300,Fletes y acarreos,\n6-400,Diversos,601.84\n',
  )
  expect(first(chart, 'Hotel una noche')).toBe('6-100')
  expect(first(chart, 'Recibo de energía eléctrica')).toBe('6-200')
  expect(first(chart, 'Flete a Puebla')).toBe('6-300')
})

test('a chart in English with tabs and a byte order mark is read too', () => {
  const { rows } = readChartCsv('\uFEFFAccount Code\tAccount Name\tParent\n6000\tCosts\t\n6010\tRent\t6000\n')
  expect(rows).toEqual([
    { code: '6000', name: 'Costs', parent: null, standsFor: null },
    { code: '6010', name: 'Rent', parent: '6000', standsFor: null },
  ])
})

test.each([
  ['a code that stands twice', 'code,name\n1,A\n2,B\n1,C\n', 'chart_duplicate_code', { code: '1', first: 2, row: 4 }],
  ['accounts below one another', 'code,name,parent\n1,A,3\n2,B,1\n3,C,2\n', 'chart_cycle', { codes: '1, 3, 2' }],
  ['an account below itself', 'code,name,parent\n1,A,1\n', 'chart_cycle', { codes: '1' }],
  [
    'a parent that is not there',
    'code,name,parent\n1,A,9\n',
    'chart_parent_missing',
    { code: '1', parent: '9', row: 2 },
  ],
  ['a row without a name', 'code,name\n1,\n', 'chart_row_incomplete', { row: 2, missing: 'name' }],
  ['a file of something else', 'Dear Sir,\nplease find enclosed', 'chart_unreadable', {}],
  ['an empty file', '', 'chart_unreadable', {}],
  ['a heading alone', 'code,name\n', 'chart_empty', {}],
  ['a quote that never ends', 'code,name\n1,"A\n', 'chart_unreadable', {}],
])('%s is refused with its reason', (_what, text, key, params) => {
  expect(readChartCsv(text).problems[0]).toEqual({ key, params })
})

test('a chart of more accounts than any company has is refused', () => {
  const rows = Array.from({ length: 20_001 }, (_, index) => ({
    code: String(index),
    name: 'A',
    parent: null,
    standsFor: null,
  }))
  expect(checkChart(rows).problems[0]?.key).toBe('chart_too_large')
})
