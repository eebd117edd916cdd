import { expect, test } from 'vitest'
import { defaultSettings } from '../../../../src/shared/settings'
import { FieldName } from '../../../../src/shared/invoice'
import { minor } from '../../../../src/shared/money'
import type { LineId } from '../../../../src/shared/ids'
import { checkDates } from '../../../../src/engine/pipeline/check/check-dates'
import { checkLineAmounts } from '../../../../src/engine/pipeline/check/check-line-amounts'
import { checkLinesNet } from '../../../../src/engine/pipeline/check/check-lines-net'
import { checkTotal } from '../../../../src/engine/pipeline/check/check-total'
import type { CheckSubject, FieldNow, LineNow } from '../../../../src/engine/pipeline/check/subject'

const absent: FieldNow = { value: null, probability: 0, origin: null, byPerson: false, candidates: [] }

function subjectOf(values: Partial<Record<FieldName, string>>, lines: readonly Partial<LineNow>[] = []): CheckSubject {
  const fields = FieldName.options.map(field => {
    const value = values[field] ?? null
    return [field, value === null ? absent : { ...absent, value, probability: 0.97 }] as const
  })
  return {
    now: Date.UTC(2026, 2, 16),
    settings: defaultSettings,
    format: 'page',
    fields: Object.fromEntries(fields) as CheckSubject['fields'],
    lines: lines.map((line, index) => lineOf(line, index + 1)),
    vendor: { match: 'unnamed' },
    twins: [],
    isEnteredByHand: false,
  }
}

function lineOf(line: Partial<LineNow>, position: number): LineNow {
  const empty = {
    quantity: null,
    unitPrice: null,
    lineTotal: null,
    origin: null,
    description: '',
    role: 'item',
  } as const
  return { ...empty, id: `line-${position}` as LineId, position, ...line }
}

test('850.00 net, no tax and a printed total of 875.06 is off by 25.06', () => {
  const [issue] = checkTotal(
    subjectOf({ currency: 'MXN', net_total: '850.00', tax_total: '0.00', grand_total: '875.06' }),
  )
  expect(issue).toMatchObject({
    key: 'total_mismatch',
    severity: 'high',
    params: { difference: '25.06', direction: 'more' },
  })
})

test('letting a difference pass that no bill may have says so where it is offered', () => {
  const keep = (total: string) => {
    const totals = { currency: 'MXN', net_total: '850.00', tax_total: '0.00', grand_total: total }
    return checkTotal(subjectOf(totals))[0]?.suggestions.at(-1)
  }
  expect(keep('851.00')).toMatchObject({ key: 'keep_as_printed', params: {} })
  expect(keep('851.00')?.params).not.toHaveProperty('variant')
  expect(keep('851.01')).toMatchObject({
    key: 'keep_as_printed',
    params: { variant: 'beyond', allowed: '1.00', currency: 'MXN' },
  })
})

test('without a tax amount there is no sum to compare', () => {
  expect(checkTotal(subjectOf({ currency: 'MXN', net_total: '850.00', grand_total: '875.06' }))).toEqual([])
})

test('a tax that would stand at 16 % is the likeliest amount to be misread', () => {
  const subject = subjectOf({ currency: 'MXN', net_total: '1000.00', tax_total: '100.00', grand_total: '1160.00' })
  expect(checkTotal(subject)[0]?.suggestions[0]).toMatchObject({
    key: 'use_computed_tax_total',
    params: { value: '160.00' },
  })
})

test('a yen invoice is compared in whole yen', () => {
  const subject = subjectOf({ currency: 'JPY', net_total: '1000', tax_total: '100', grand_total: '1150' })
  expect(checkTotal(subject)[0]?.params).toMatchObject({ difference: '50', currency: 'JPY' })
})

test('rows printed with tax included are recognised, and the tax is taken out in one row', () => {
  const values = { currency: 'EUR', net_total: '100.00', tax_total: '21.00', grand_total: '121.00' }
  const [issue] = checkLinesNet(subjectOf(values, [{ lineTotal: minor(12_100) }]))
  expect(issue).toMatchObject({ params: { variant: 'gross', difference: '21.00' } })
  expect(issue?.suggestions[0]?.fix).toMatchObject({ type: 'add_line', amount: '-21.00' })
})

test('rows that the total confirms against the net put the net right first', () => {
  const values = { currency: 'MXN', net_total: '900.00', tax_total: '160.00', grand_total: '1160.00' }
  const [issue] = checkLinesNet(subjectOf(values, [{ lineTotal: minor(100_000) }]))
  expect(issue?.suggestions[0]).toMatchObject({ key: 'use_net_from_lines', params: { value: '1000.00' } })
})

test('a table read far off is given up for one row of the net; a forgotten row is added', () => {
  const values = { currency: 'EUR', net_total: '750.00', tax_total: '157.50', grand_total: '907.50' }
  const origin = { kind: 'page', page: 1, box: { x: 0, y: 0, width: 1, height: 1 }, text: '', by: 'ocr' } as const
  const [far] = checkLinesNet(subjectOf(values, [{ lineTotal: minor(150_000), origin }]))
  expect(far?.suggestions[0]).toMatchObject({ key: 'use_one_line', fix: { type: 'replace_lines', amount: '750.00' } })
  const [near] = checkLinesNet(subjectOf(values, [{ lineTotal: minor(70_000), origin }]))
  expect(near?.suggestions.map(suggestion => suggestion.key).slice(0, 2)).toEqual([
    'add_difference_line',
    'use_one_line',
  ])
})

test('half a centavo per row is storage, not a difference', () => {
  const rows = Array.from({ length: 20 }, () => ({ lineTotal: minor(5_000) }))
  expect(checkLinesNet(subjectOf({ currency: 'MXN', net_total: '1000.08' }, rows))).toEqual([])
})

test('many rows that do not multiply out have one cause and one remark', () => {
  const rows = Array.from({ length: 8 }, () => ({ quantity: '2', unitPrice: '10.00', lineTotal: minor(1_900) }))
  const issues = checkLineAmounts(subjectOf({ currency: 'MXN' }, rows))
  expect(issues).toHaveLength(1)
  expect(issues[0]).toMatchObject({ severity: 'low', params: { variant: 'several', count: 8 } })
})

test('a discounted row of an e-invoice is nothing to remark', () => {
  const origin = { kind: 'xml', path: '/cfdi:Concepto[1]' } as const
  const row = { quantity: '2', unitPrice: '10.00', lineTotal: minor(1_800), origin }
  expect(checkLineAmounts(subjectOf({ currency: 'MXN' }, [row]))).toEqual([])
})

test('a date in the future is offered with day and month the other way round', () => {
  const [issue] = checkDates(subjectOf({ issue_date: '2026-11-03' }))
  expect(issue?.suggestions[0]).toMatchObject({ key: 'swap_day_month', params: { value: '2026-03-11' } })
  expect(checkDates(subjectOf({ issue_date: '2026-03-16' }))).toEqual([])
})
