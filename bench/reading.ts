// The goals of reading, measured on the development documents beside the repository:
//   npm run bench -- reading [--corpus ../shared/corpus] [--words FOLDER] [--json] [--without-ocr] [--shipped]
// Pages are read by weights learned from other layout families only (some minutes); --shipped reads them with the weights the
// product ships, which know these very pages. --words keeps the words of pages in a folder from one run to the next.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { barsOf, barsTable, headerBy, type Bar } from './reading-accuracy/bars'
import { compareRecord, type DocumentScore } from './reading-accuracy/compare'
import { loadEinvoiceTruth } from './reading-accuracy/load-truth'
import { publishedFigures, publishedTable } from './reading-accuracy/published'
import { readFileForBench, readWordsForBench } from './reading-accuracy/read-file'
import { reportOf, tableOf } from './reading-accuracy/report'
import { crossValidate, withConfidence } from './reading-training/cross-validate'
import { developmentExamples, inventedExamples } from './reading-training/examples'
import { syntheticDocuments } from './synthetic/documents'

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    words: { type: 'string', default: 'node_modules/.cache/quittance/reading-words' },
    json: { type: 'boolean', default: false },
    'without-ocr': { type: 'boolean', default: false },
    shipped: { type: 'boolean', default: false },
  },
})

const corpus = resolve(options.corpus)
// Idle readers let a process end; here the next document is on its way.
const awake = setInterval(() => undefined, 60_000)
const einvoices: DocumentScore[] = []
for (const truth of loadEinvoiceTruth(resolve(corpus, 'einvoice')).filter(({ isPayable }) => isPayable))
  einvoices.push(compareRecord(await readFileForBench(truth.path, truth.file), truth))
clearInterval(awake)
const withoutOcr: readonly string[] = ['digital_pdf', 'stripped']
const examples = await developmentExamples(corpus, resolve(options.words), ({ group }) => {
  return !options['without-ocr'] || withoutOcr.includes(group)
})
const pages = options.shipped
  ? examples.map(example => compareRecord(readWordsForBench(example.pages, example.truth.file), example.truth))
  : withConfidence(crossValidate(examples, inventedExamples()))
const invented = syntheticDocuments(100_000, 100).map(({ pages: own, truth }) =>
  compareRecord(readWordsForBench(own, truth.file), truth),
)
if (einvoices.length + pages.length === 0)
  console.error(`No corpus at ${corpus}: only invented documents were measured.`)

const counted = einvoices.filter(({ truth, record }) => truth.isOptional !== true || !record.error)
const bars: readonly Bar[] = barsOf(counted, pages)
const kinds = headerBy([...pages, ...invented], score => score.truth.group)
const languages = headerBy(pages, score => score.truth.language)
const weights = options.shipped ? 'shipped' : 'learned from other layout families'
const misses = [...reportOf(counted, []).misses, ...reportOf(pages, []).misses]
const report = { ...reportOf(pages, []), misses }
if (options.json) {
  const measured = { measurement: 'reading', weights, bars, published: publishedFigures, kinds, languages }
  console.log(JSON.stringify({ ...measured, ...report }, null, 2))
} else {
  console.log(`weights: ${weights}\n\n${barsTable(bars)}\n\n${publishedTable()}`)
  console.log(`\nheader by kind\n${shares(kinds)}\n\nheader by language\n${shares(languages)}\n\n${tableOf(report)}`)
  console.log(`\nmisses:\n${misses.join('\n')}`)
}

function shares(tally: Readonly<Record<string, { right: number; of: number }>>): string {
  return Object.entries(tally)
    .toSorted(([, one], [, other]) => other.of - one.of)
    .map(([name, { right, of }]) => `${name.padEnd(20)}${((100 * right) / of).toFixed(1).padStart(7)} %  of ${of}`)
    .join('\n')
}
