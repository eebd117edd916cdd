// The goals of reading, measured on the development documents beside the repository:
//   npm run bench -- reading [--corpus ../shared/corpus] [--words FOLDER] [--json] [--without-ocr]
// --words keeps the words of pages in a folder, so that the next run measures the page reader alone.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { barsOf, barsTable, headerBy } from './reading-accuracy/bars'
import { compareRecord, type DocumentScore } from './reading-accuracy/compare'
import { loadEinvoiceTruth, loadStrippedTruth, loadVisualTruth } from './reading-accuracy/load-truth'
import { readFileForBench, readWordsForBench } from './reading-accuracy/read-file'
import { reportOf, tableOf } from './reading-accuracy/report'
import type { Truth } from './reading-accuracy/truth'
import { syntheticDocuments } from './synthetic/documents'

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    words: { type: 'string' },
    json: { type: 'boolean', default: false },
    'without-ocr': { type: 'boolean', default: false },
  },
})

const einvoiceFolder = resolve(options.corpus, 'einvoice')
const needsNoOcr = (truth: Truth) => !options['without-ocr'] || truth.group === 'digital_pdf'
const awake = setInterval(() => undefined, 60_000)
const einvoices = await scored(loadEinvoiceTruth(einvoiceFolder).filter(truth => truth.isPayable))
const pages = await scored(
  [
    ...loadStrippedTruth(einvoiceFolder),
    ...loadVisualTruth(resolve(options.corpus, 'visual')).filter(needsNoOcr),
  ].filter(truth => truth.isPayable),
)
clearInterval(awake)
const invented = syntheticDocuments(100_000, 100).map(({ pages: own, truth }) =>
  compareRecord(readWordsForBench(own, truth.file), truth),
)
if (einvoices.length + pages.length === 0) {
  console.error(`No corpus at ${resolve(options.corpus)}: only invented documents were measured.`)
}

const bars = barsOf(einvoices, pages)
const kinds = headerBy([...pages, ...invented], score => score.truth.group)
const languages = headerBy(pages, score => score.truth.language)
const report = reportOf(pages, [])
if (options.json) {
  console.log(JSON.stringify({ measurement: 'reading', bars, kinds, languages, ...report }, null, 2))
} else {
  console.log(barsTable(bars))
  console.log(`\nheader by kind\n${shares(kinds)}\n\nheader by language\n${shares(languages)}\n\n${tableOf(report)}`)
  console.log(`\nmisses:\n${report.misses.join('\n')}`)
}

async function scored(truths: readonly Truth[]): Promise<DocumentScore[]> {
  const scores: DocumentScore[] = []
  for (const truth of truths)
    scores.push(compareRecord(await readFileForBench(truth.path, truth.file, options.words), truth))
  return scores
}

function shares(tally: Readonly<Record<string, { right: number; of: number }>>): string {
  return Object.entries(tally)
    .toSorted(([, one], [, other]) => other.of - one.of)
    .map(([name, { right, of }]) => `${name.padEnd(20)}${((100 * right) / of).toFixed(1).padStart(7)} %  of ${of}`)
    .join('\n')
}
