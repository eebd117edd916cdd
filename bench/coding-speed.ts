// How fast lines are coded and what the knowledge weighs: npm run bench -- coding-speed [--file lines.tsv]
import { join } from 'node:path'
import { loadChart } from '../src/engine/pipeline/code/chart'
import { createCoder } from '../src/engine/pipeline/code/coder'
import { searchProductCodes } from '../src/engine/pipeline/code/product-code-search'
import { searchAccounts } from '../src/engine/pipeline/code/search'
import { loadCodingKnowledge } from '../src/engine/pipeline/code/knowledge'
import { noMemory } from '../src/engine/pipeline/code/memory-hits'
import { parseProfile } from '../src/engine/pipeline/code/profile'
import { readLabelledLines } from './coding/lines'
import { describeMachine } from './parts/machine'
import { distributionOf, round } from './parts/statistics'

const wanted = 1_000
const fileAt = process.argv.indexOf('--file')
const file = (fileAt === -1 ? undefined : process.argv[fileAt + 1]) ?? '../shared/corpus/classification/dev.tsv'
const { lines } = readLabelledLines(file)
const resources = join(process.cwd(), 'resources')
const chart = loadChart(resources, 'sat')
const isAllowed = (account: string) => chart.byCode.get(account)?.isPostable ?? false

global.gc?.()
const before = process.memoryUsage()
const start = performance.now()
const knowledge = loadCodingKnowledge(resources)
const loadedAt = performance.now()
const coder = createCoder(knowledge, isAllowed, isAllowed)

/** @param round makes every line another one: what was read once is not read again */
function codeAll(round: number): number[] {
  return Array.from({ length: wanted }, (_, index) => {
    const labelled = lines[index % lines.length]
    if (!labelled) return 0
    const line = { ...labelled.line, description: `${labelled.line.description} folio ${round * wanted + index}` }
    const began = performance.now()
    const profile = parseProfile(labelled.companyContext, knowledge.trades, knowledge.concepts, 'MXN')
    coder.code(line, { profile, name: '', homeCurrency: 'MXN' }, noMemory)
    return performance.now() - began
  })
}

const cold = codeAll(0)
const coldMs = performance.now() - start
const warm = codeAll(1)
global.gc?.()
const after = process.memoryUsage()

// What is typed letter by letter: a code, names, everyday words in both languages, without accents, misspelt.
const typedWords = [
  '601.48',
  '15101505',
  'energia electrica',
  'gasolina',
  'papeleria',
  'flete maritimo',
  'rent',
  'a',
  'servicios profesionales de contabilidad',
  'xqzw kjhg',
  'honorraios',
  'inpresora',
]
const keystrokes = typedWords.flatMap(word => Array.from(word, (_, at) => word.slice(0, at + 1)))
searchAccounts(chart, 'warm', 30)
const beganIndex = performance.now()
await searchProductCodes(knowledge, 'warm', 30)
const productIndexMs = performance.now() - beganIndex
/** What other programs of a busy machine take in between is not counted. */
const processorMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const accountKeys: number[] = []
const productKeys: number[] = []
const processor = { account: [] as number[], product: [] as number[] }
for (const typed of keystrokes) {
  const [began, used] = [performance.now(), processorMs()]
  searchAccounts(chart, typed, 30)
  const [between, usedBetween] = [performance.now(), processorMs()]
  await searchProductCodes(knowledge, typed, 30)
  accountKeys.push(between - began)
  productKeys.push(performance.now() - between)
  processor.account.push(usedBetween - used)
  processor.product.push(processorMs() - usedBetween)
}
const mebibytes = (bytes: number) => round(bytes / 1024 / 1024)
console.log(
  JSON.stringify({
    bench: 'coding-speed',
    machine: describeMachine(),
    loadMs: round(loadedAt - start),
    thousandLinesColdMs: round(coldMs),
    slowestColdLineMs: round(Math.max(...cold)),
    warmLineMs: distributionOf(warm),
    memoryMiB: mebibytes(after.heapUsed - before.heapUsed + after.external - before.external),
    accountSearchPerKeyMs: distributionOf(accountKeys),
    productCodeSearchPerKeyMs: distributionOf(productKeys),
    accountSearchProcessorMs: distributionOf(processor.account),
    productCodeSearchProcessorMs: distributionOf(processor.product),
    productIndexMs: round(productIndexMs),
    residentMiB: mebibytes(after.rss - before.rss),
  }),
)
