// Makes resources/coding/catalogue-words.tsv.gz and weights.json from the catalogue and the labelled lines:
// npm run bench -- train-coding [--file lines.tsv]. The same input gives the same files.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { loadChart } from '../src/engine/pipeline/code/chart'
import { loadCodingKnowledge, type CodingModels } from '../src/engine/pipeline/code/knowledge'
import { readProductClasses } from '../src/engine/pipeline/code/product-classes'
import { lessonsFrom } from './coding/lessons'
import { readLabelledLines } from './coding/lines'
import { learnModel } from './coding/train'
import { learnUsualShares, usualLeavingCompaniesOut } from './coding/usual-shares'
import { catalogueWords } from './parts/catalogue-words'

const resources = join(process.cwd(), 'resources')
const coding = join(resources, 'coding')
const fileAt = process.argv.indexOf('--file')
const file = (fileAt === -1 ? undefined : process.argv[fileAt + 1]) ?? '../shared/corpus/classification/dev.tsv'

const classes = readProductClasses(readFileSync(join(resources, 'charts', 'sat.product-codes.tsv'), 'utf8'))
const names = gunzipSync(readFileSync(join(coding, 'product-codes.tsv.gz'))).toString('utf8')
writeFileSync(join(coding, 'catalogue-words.tsv.gz'), gzipSync(catalogueWords(names, classes), { level: 9 }))

const { lines, sha256 } = readLabelledLines(file)
const chart = loadChart(resources, 'sat')
const knowledge = loadCodingKnowledge(resources)
const lessons = lessonsFrom(lines, {
  knowledge,
  conceptsTsv: readFileSync(join(coding, 'concepts.tsv'), 'utf8'),
  isAllowed: account => chart.byCode.get(account)?.isPostable ?? false,
  usualFor: usualLeavingCompaniesOut(lines, knowledge),
})
const models: CodingModels = {
  version: `coding-${sha256.slice(0, 8)}`,
  trainedOn: sha256,
  usual: learnUsualShares(lines, knowledge),
  by: {
    profile: learnModel(lessons.profile),
    name: learnModel(lessons.name),
    purchases: learnModel(lessons.purchases),
    nothing: learnModel(lessons.nothing),
  },
}
writeFileSync(join(coding, 'weights.json'), `${JSON.stringify(models, null, 2)}\n`)
console.log(JSON.stringify({ bench: 'train-coding', lines: lines.length, version: models.version }))
