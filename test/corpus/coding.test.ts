import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toExamples } from '../../bench/coding/examples'
import { aboveBars, calibrationOf, figuresOf } from '../../bench/coding/figures'
import { judgeAll, learnLeavingCompaniesOut } from '../../bench/coding/judge'
import { lessonsFrom } from '../../bench/coding/lessons'
import { readLabelledLines } from '../../bench/coding/lines'
import { usualLeavingCompaniesOut } from '../../bench/coding/usual-shares'
import type { Acquaintance } from '../../src/engine/pipeline/code/company-facts'
import { defaultSettings } from '../../src/shared/settings'
import { chart, knowledge, resources } from '../engine/pipeline/code/coding-book'

const file = join(import.meta.dirname, '../../../shared/corpus/classification/dev.tsv')
const isAllowed = (account: string) => chart.byCode.get(account)?.isPostable ?? false
const conceptsTsv = readFileSync(join(resources, 'coding', 'concepts.tsv'), 'utf8')

function judgeDevelopmentLines() {
  const { lines } = readLabelledLines(file)
  const ground = { knowledge, conceptsTsv, isAllowed, usualFor: usualLeavingCompaniesOut(lines, knowledge) }
  const lessons = lessonsFrom(lines, ground)
  const modelsFor = {
    profile: learnLeavingCompaniesOut(lessons.profile),
    name: learnLeavingCompaniesOut(lessons.name),
    purchases: learnLeavingCompaniesOut(lessons.purchases),
    nothing: learnLeavingCompaniesOut(lessons.nothing),
  }
  const judged = (knownBy: Acquaintance) => judgeAll(toExamples(lines, ground, knownBy), modelsFor)
  return { told: judged('profile'), named: judged('name'), untold: judged('purchases') }
}

// The labelled lines lie beside the project where it is developed; elsewhere there is nothing to measure.
test.skipIf(!existsSync(file))(
  'companies the weights never saw are coded right often enough, and as surely as stated',
  () => {
    const { told, named, untold } = judgeDevelopmentLines()
    const figures = figuresOf(told)
    expect(figures.okAt1).toBeGreaterThanOrEqual(0.85)
    expect(figures.okAt10).toBeGreaterThanOrEqual(0.97)
    expect(figures.family).toBeGreaterThanOrEqual(0.85)
    for (const stage of ['family', 'subfamily', 'account'] as const) {
      expect(calibrationOf(told, stage).error).toBeLessThanOrEqual(0.04)
      expect(calibrationOf(named, stage).error).toBeLessThanOrEqual(0.04)
      expect(calibrationOf(untold, stage).error).toBeLessThanOrEqual(0.04)
    }
    expect(aboveBars(told, defaultSettings.codingBars).precision).toBeGreaterThanOrEqual(0.96)
    for (const judged of [named, untold]) {
      expect(figuresOf(judged).okAt1).toBeGreaterThanOrEqual(0.8)
      expect(figuresOf(judged).okAt10).toBeGreaterThanOrEqual(0.97)
      expect(figuresOf(judged).family).toBeGreaterThanOrEqual(0.85)
    }
  },
  600_000,
)
