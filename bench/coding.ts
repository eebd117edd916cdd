// How well lines are coded: npm run bench -- coding [--file lines.tsv] [--json] [--misses [--without | --name | --line]]
// On the lines the weights were learned from, every company is coded by weights learned without it; any other file is
// coded by the weights as shipped.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadChart } from '../src/engine/pipeline/code/chart'
import { loadCodingKnowledge } from '../src/engine/pipeline/code/knowledge'
import { defaultSettings } from '../src/shared/settings'
import type { Acquaintance } from '../src/engine/pipeline/code/company-facts'
import { halfVocabularyExamples, toExamples, type Ground } from './coding/examples'
import { figuresOf } from './coding/figures'
import { judgeAll, learnLeavingCompaniesOut, type Judged, type ModelFor } from './coding/judge'
import { lessonsFrom } from './coding/lessons'
import { averageMonth, simulateMonth } from './coding/month'
import { readLabelledLines } from './coding/lines'
import { printReport, reportOf } from './coding/report'
import { usualLeavingCompaniesOut } from './coding/usual-shares'

const args = process.argv.slice(2)
const fileAt = args.indexOf('--file')
const file = (fileAt === -1 ? undefined : args[fileAt + 1]) ?? '../shared/corpus/classification/dev.tsv'
if (!existsSync(file)) {
  console.error(`No labelled lines at ${file}; give a file with --file.`)
  process.exit(2)
}

const resources = join(process.cwd(), 'resources')
const chart = loadChart(resources, 'sat')
const knowledge = loadCodingKnowledge(resources)
const { models } = knowledge
const { lines, sha256 } = readLabelledLines(file)
const isTrainingFile = sha256 === models.trainedOn
const ground: Ground = {
  knowledge,
  conceptsTsv: readFileSync(join(resources, 'coding', 'concepts.tsv'), 'utf8'),
  isAllowed: account => chart.byCode.get(account)?.isPostable ?? false,
  usualFor: isTrainingFile ? usualLeavingCompaniesOut(lines, knowledge) : () => models.usual,
}
const bars = defaultSettings.codingBars
const modelsFor = isTrainingFile ? learned() : shipped()

function learned(): Record<Acquaintance, ModelFor> {
  const { profile, name, purchases, nothing } = lessonsFrom(lines, ground)
  return {
    profile: learnLeavingCompaniesOut(profile),
    name: learnLeavingCompaniesOut(name),
    purchases: learnLeavingCompaniesOut(purchases),
    nothing: learnLeavingCompaniesOut(nothing),
  }
}

function shipped(): Record<Acquaintance, ModelFor> {
  const { profile, name, purchases, nothing } = models.by
  return { profile: () => profile, name: () => name, purchases: () => purchases, nothing: () => nothing }
}

/** The same few lines over and over are no month. */
const leastLinesOfMonth = 5

function run(knownBy: Acquaintance) {
  const full = judgeAll(toExamples(lines, ground, knownBy), modelsFor)
  return {
    full,
    report: {
      ...reportOf(full, bars),
      month: averageMonth(
        Object.fromEntries(
          [...Map.groupBy(lines, line => line.company)]
            .filter(([, own]) => own.length >= leastLinesOfMonth)
            .map(([name, own]) => [name, simulateMonth(own, ground, modelsFor, knownBy)]),
        ),
      ),
      halfTheVocabulary: figuresOf(judgeAll(halfVocabularyExamples(lines, ground, knownBy), modelsFor)),
    },
  }
}

const runs = { profile: run('profile'), name: run('name'), purchases: run('purchases'), nothing: run('nothing') }
const outside = Object.values(runs)
  .flatMap(({ full }) => full)
  .flatMap(one => one.proposals)
  .filter(code => !ground.isAllowed(code))
const report = {
  bench: 'coding',
  file,
  method: isTrainingFile ? 'leave-one-company-out' : `shipped weights ${models.version}`,
  proposalsOutsideTheChart: outside.length,
  withProfile: runs.profile.report,
  withoutProfile: runs.purchases.report,
  withNameOnly: runs.name.report,
  lineByLine: runs.nothing.report,
}

if (args.includes('--json')) console.log(JSON.stringify(report))
else {
  console.log(`${lines.length} lines of ${file}, ${report.method}; proposals outside the chart: ${outside.length}`)
  printReport('With the company profile', report.withProfile)
  printReport('Without: nothing told, what the company’s other lines look like', report.withoutProfile)
  printReport('Without a profile, the company’s name known', report.withNameOnly)
  printReport('Without, each line as if it were the company’s only one', report.lineByLine)
}
if (args.includes('--misses')) {
  const knownBy = args.includes('--without')
    ? 'purchases'
    : args.includes('--name')
      ? 'name'
      : args.includes('--line')
        ? 'nothing'
        : 'profile'
  const { full } = runs[knownBy]
  for (const { example, proposed, stated, why, isWithinTen, isOk } of full) {
    if (isOk.account && isWithinTen) continue
    const { labelled } = example
    const { id, company, line, acceptable } = labelled
    console.log(
      `${id} ${company.slice(0, 8)} | ${line.description} | ${line.vendorName} | ${line.productCode} | ${line.amount} | ${[...acceptable].join(' ')} ← ${proposed} ${stated.account.toFixed(2)} | ${why}${isWithinTen ? '' : ' | NOT IN TEN'}`,
    )
  }
}
const short = ({ full }: { full: readonly Judged[] }) => {
  const { okAt1, okAt10, family } = figuresOf(full)
  return { okAt1, okAt10, family }
}
console.log(
  JSON.stringify({
    withProfile: short(runs.profile),
    withoutProfile: short(runs.purchases),
    withNameOnly: short(runs.name),
    lineByLine: short(runs.nothing),
  }),
)
