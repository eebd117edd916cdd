// How well documents are read, against the corpora next to the repository (see bench/reading-accuracy/README.md):
//   npm run bench -- reading-accuracy [--set einvoice|stripped|visual|synthetic] [--only TEXT] [--words FOLDER] [--json] [--records FILE]
// --words keeps the words of pages in a folder, so that the next run measures the page reader alone.
// --records compares lines of `npm run --silent cli -- read --json …` instead of reading here.
import { existsSync, readFileSync } from 'node:fs'
import { arch, cpus, platform, totalmem } from 'node:os'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { compareRecord } from './reading-accuracy/compare'
import { loadEinvoiceTruth, loadStrippedTruth, loadVisualTruth } from './reading-accuracy/load-truth'
import { readFileForBench, readWordsForBench } from './reading-accuracy/read-file'
import type { ReadRecord } from './reading-accuracy/record'
import { sha256Of } from './reading-accuracy/record'
import { reportOf, tableOf } from './reading-accuracy/report'
import { syntheticDocuments } from './synthetic/documents'
import type { Truth } from './reading-accuracy/truth'

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: 'einvoice' },
    corpus: { type: 'string', default: '../shared/corpus' },
    records: { type: 'string' },
    only: { type: 'string' },
    words: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})

const isSynthetic = options.set === 'synthetic'
const invented = isSynthetic ? syntheticDocuments(100_000, 200) : []
const truths = isSynthetic
  ? invented.map(document => document.truth)
  : options.set === 'stripped'
    ? loadStrippedTruth(resolve(options.corpus, 'einvoice'))
    : (options.set === 'visual' ? loadVisualTruth : loadEinvoiceTruth)(resolve(options.corpus, options.set))
const wanted = truths.filter(
  ({ file, group }) => options.only === undefined || `${group} ${file}`.includes(options.only),
)
if (wanted.length === 0) {
  console.error(`No corpus at ${resolve(options.corpus, options.set)}: nothing to measure.`)
  process.exit(2)
}

const given = options.records === undefined ? undefined : recordsOf(options.records)
// Idle readers let a process end; here the next document is on its way.
const awake = setInterval(() => undefined, 60_000)
const scores = []
for (const truth of wanted) {
  const own = invented.find(document => document.truth === truth)
  const record = own
    ? readWordsForBench(own.pages, truth.file)
    : given === undefined
      ? await readFileForBench(truth.path, truth.file, options.words)
      : find(given, truth)
  scores.push(compareRecord(record, truth))
}
clearInterval(awake)
const report = reportOf(
  scores.filter(({ truth }) => truth.isPayable || truth.isUnreadable),
  scores.filter(({ truth }) => !truth.isPayable && !truth.isUnreadable),
)

if (options.json) {
  const machine = {
    platform: platform(),
    arch: arch(),
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 1e6),
    node: process.version,
  }
  console.log(JSON.stringify({ measurement: 'reading-accuracy', set: options.set, machine, ...report }, null, 2))
} else {
  console.log(tableOf(report))
  if (options.set === 'einvoice')
    console.log('not among them: PDFs that never held an XML; they are pages, measured by --set stripped')
  if (report.misses.length > 0) console.log(`\nmisses:\n${report.misses.join('\n')}`)
}

function recordsOf(file: string): Map<string, ReadRecord> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('{'))
  return new Map(
    lines.map(line => {
      const record = JSON.parse(line) as ReadRecord
      const isRead = record.format !== null && record.format !== 'none'
      return [record.sha256, isRead ? record : { ...record, error: 'not_read' }]
    }),
  )
}

function find(records: ReadonlyMap<string, ReadRecord>, truth: Truth): ReadRecord {
  const sha256 = existsSync(truth.path) ? sha256Of(readFileSync(truth.path)) : ''
  return records.get(sha256) ?? { file: basename(truth.file), sha256, format: 'none', error: 'no_record' }
}
