// How well pages in layouts that no training document has are read: npm run bench -- reading-unusual [--misses] [--json]
import { parseArgs } from 'node:util'
import { compareRecord } from './reading-accuracy/compare'
import { readWordsForBench } from './reading-accuracy/read-file'
import { reportOf, tableOf } from './reading-accuracy/report'
import { unusualPages } from './unusual-pages'

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, misses: { type: 'boolean', default: false } },
})

const scores = unusualPages.map(({ pages, truth }) => compareRecord(readWordsForBench(pages, truth.file), truth))
const report = reportOf(scores, [])
if (options.json) console.log(JSON.stringify({ measurement: 'reading-unusual', ...report }, null, 2))
else {
  console.log(tableOf(report))
  if (options.misses) console.log(`\nmisses:\n${report.misses.join('\n')}`)
}
