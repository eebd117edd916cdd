import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { practiceExamples, toExamples } from '../../bench/coding/examples'
import { aboveBars, calibrationOf, figuresOf } from '../../bench/coding/figures'
import { judgeAll, learnLeavingCompaniesOut } from '../../bench/coding/judge'
import { readLabelledLines } from '../../bench/coding/lines'
import { defaultSettings } from '../../src/shared/settings'
import { chart, knowledge, resources } from '../engine/pipeline/code/coding-book'

const file = join(import.meta.dirname, '../../../shared/corpus/classification/dev.tsv')
const isAllowed = (account: string) => chart.byCode.get(account)?.isPostable ?? false
const conceptsTsv = readFileSync(join(resources, 'coding', 'concepts.tsv'), 'utf8')

function judged(withProfile: boolean) {
  const { lines } = readLabelledLines(file)
  const examples = toExamples(lines, knowledge, isAllowed, withProfile)
  const practice = practiceExamples(lines, knowledge, conceptsTsv, isAllowed, withProfile)
  return judgeAll(examples, learnLeavingCompaniesOut(examples, practice))
}

// The labelled lines lie beside the project where it is developed; elsewhere there is nothing to measure.
test.skipIf(!existsSync(file))(
  'companies the weights never saw are coded right often enough, and as surely as stated',
  () => {
    const told = judged(true)
    const figures = figuresOf(told)
    expect(figures.okAt1).toBeGreaterThanOrEqual(0.85)
    expect(figures.okAt10).toBeGreaterThanOrEqual(0.97)
    expect(figures.family).toBeGreaterThanOrEqual(0.85)
    for (const stage of ['family', 'subfamily', 'account'] as const)
      expect(calibrationOf(told, stage).error).toBeLessThanOrEqual(0.04)
    expect(aboveBars(told, defaultSettings.codingBars).precision).toBeGreaterThanOrEqual(0.96)
    expect(figuresOf(judged(false)).okAt1).toBeGreaterThanOrEqual(0.7)
  },
  180_000,
)
