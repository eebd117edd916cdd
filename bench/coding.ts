// How well lines are coded: npm run bench -- coding [--file lines.tsv] [--json] [--misses]
// On the lines the weights were learned from, every company is coded by weights learned without it; any other file is
// coded by the weights as shipped.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadChart } from '../src/engine/pipeline/code/chart'
import { loadCodingKnowledge } from '../src/engine/pipeline/code/knowledge'
import { defaultSettings } from '../src/shared/settings'
import { halfVocabularyExamples, practiceExamples, toExamples } from './coding/examples'
import { figuresOf } from './coding/figures'
import { judgeAll, learnLeavingCompaniesOut, type Judged, type ModelFor } from './coding/judge'
import { averageMonth, simulateMonth, type Month } from './coding/month'
import { readLabelledLines } from './coding/lines'
import { printReport, reportOf } from './coding/report'

const args = process.argv.slice(2)
const fileAt = args.indexOf('--file')
const file = (fileAt === -1 ? undefined : args[fileAt + 1]) ?? '../shared/corpus/classification/dev.tsv'
if (!existsSync(file)) {
  console.error(`No labelled lines at ${file}; give a file with --file.`)
  process.exit(2)
}

const resources = join(process.cwd(), 'resources')
const knowledge = loadCodingKnowledge(resources)
const chart = loadChart(resources, 'sat')
const isAllowed = (account: string) => chart.byCode.get(account)?.isPostable ?? false
const { lines, sha256 } = readLabelledLines(file)
const isTrainingFile = sha256 === knowledge.models.trainedOn
const bars = defaultSettings.codingBars

const conceptsTsv = readFileSync(join(resources, 'coding', 'concepts.tsv'), 'utf8')

interface Run {
  readonly full: Judged[]
  /** The same lines with half the vocabulary forgotten, each half once. */
  readonly half: Judged[]
  readonly months: Record<string, Month>
}

function run(withProfile: boolean): Run {
  const examples = toExamples(lines, knowledge, isAllowed, withProfile)
  const shipped = withProfile ? knowledge.models.withProfile : knowledge.models.withoutProfile
  const modelFor: ModelFor = isTrainingFile
    ? learnLeavingCompaniesOut(examples, practiceExamples(lines, knowledge, conceptsTsv, isAllowed, withProfile))
    : () => shipped
  const companies = [...Map.groupBy(lines, line => line.company)]
  return {
    full: judgeAll(examples, modelFor),
    half: judgeAll(halfVocabularyExamples(lines, knowledge, conceptsTsv, isAllowed, withProfile), modelFor),
    months: Object.fromEntries(
      companies.map(([company, own]) => [
        company,
        simulateMonth(own, knowledge, modelFor(company), withProfile, isAllowed),
      ]),
    ),
  }
}

const { full: withProfile, half: halfWithProfile, months: monthsWithProfile } = run(true)
const { full: withoutProfile, half: halfWithoutProfile, months: monthsWithoutProfile } = run(false)
const outside = [...withProfile, ...withoutProfile].flatMap(one => one.proposals).filter(code => !isAllowed(code))
const report = {
  bench: 'coding',
  file,
  method: isTrainingFile ? 'leave-one-company-out' : `shipped weights ${knowledge.models.version}`,
  proposalsOutsideTheChart: outside.length,
  withProfile: reportOf(withProfile, bars),
  withoutProfile: reportOf(withoutProfile, bars),
  month: { withProfile: averageMonth(monthsWithProfile), withoutProfile: averageMonth(monthsWithoutProfile) },
  halfTheVocabulary: { withProfile: figuresOf(halfWithProfile), withoutProfile: figuresOf(halfWithoutProfile) },
}

if (args.includes('--json')) console.log(JSON.stringify(report))
else {
  console.log(`${lines.length} lines of ${file}, ${report.method}; proposals outside the chart: ${outside.length}`)
  printReport('With the company profile', report.withProfile)
  printReport('Without', report.withoutProfile)
  console.log(`\nmonth of 300 lines, each mistake corrected once: ${JSON.stringify(report.month)}`)
  console.log(`with half the vocabulary: ${JSON.stringify(report.halfTheVocabulary)}`)
}
if (args.includes('--misses')) {
  for (const { example, proposed, stated, why, isWithinTen, isOk } of args.includes('--without')
    ? withoutProfile
    : withProfile) {
    if (isOk.account && isWithinTen) continue
    const { labelled } = example
    const { id, company, line, acceptable } = labelled
    console.log(
      `${id} ${company.slice(0, 8)} | ${line.description} | ${line.vendorName} | ${line.productCode} | ${line.amount} | ${[...acceptable].join(' ')} ← ${proposed} ${stated.account.toFixed(2)} | ${why}${isWithinTen ? '' : ' | NOT IN TEN'}`,
    )
  }
}
const short = (judged: readonly Judged[]) => {
  const { okAt1, okAt10, family } = figuresOf(judged)
  return { okAt1, okAt10, family }
}
console.log(JSON.stringify({ withProfile: short(withProfile), withoutProfile: short(withoutProfile) }))
