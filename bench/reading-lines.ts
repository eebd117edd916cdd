// How well rows of tables are read on invented pages, by what makes a table hard: npm run bench -- reading-lines [--from SEED]
// [--count PAGES] [--misses] [--json]. Other seeds are other pages: rules are not tried on the pages they were written for.
import { parseArgs } from 'node:util'
import { compareRecord, type DocumentScore } from './reading-accuracy/compare'
import { readWordsForBench } from './reading-accuracy/read-file'
import { tableDocuments, traits } from './synthetic/tables'
import { describeMachine } from './parts/machine'

const { values: options } = parseArgs({
  options: {
    from: { type: 'string', default: '9000' },
    count: { type: 'string', default: '400' },
    misses: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const documents = tableDocuments(Number(options.from), Number(options.count)).map(document => ({
  ...document,
  score: compareRecord(readWordsForBench(document.pages, document.truth.file), document.truth),
}))

const groups = [
  { what: 'all', of: documents },
  { what: 'plain', of: documents.filter(document => document.traits.length === 0) },
  ...traits.map(trait => ({ what: trait, of: documents.filter(document => document.traits.includes(trait)) })),
  ...['text_layer', 'ocr'].map(by => ({ what: by, of: documents.filter(({ pages }) => pages[0]?.textSource === by) })),
]
const report = groups.map(({ what, of }) => ({ what, pages: of.length, ...f1Of(of.map(({ score }) => score)) }))

if (options.json) {
  console.log(JSON.stringify({ measurement: 'reading-lines', machine: describeMachine(), report }, null, 2))
} else {
  for (const { what, pages, found, exact } of report)
    console.log(
      `${what.padEnd(14)}${String(pages).padStart(5)} pages   found ${found} %   all columns right ${exact} %`,
    )
  if (options.misses)
    for (const { score, truth, traits: drawn } of documents)
      for (const miss of score.lines?.misses ?? [])
        console.log(`${truth.file} ${truth.language} ${drawn.join('+')}: ${miss}`)
}

/** F1 in percent of lines found at all, and of lines with every column right. */
function f1Of(scores: readonly DocumentScore[]): { readonly found: string; readonly exact: string } {
  const lines = scores.flatMap(score => (score.lines === null ? [] : [score.lines]))
  const sum = (key: 'expected' | 'read' | 'paired' | 'exact') => lines.reduce((total, line) => total + line[key], 0)
  const all = sum('expected') + sum('read')
  return { found: ((200 * sum('paired')) / all).toFixed(1), exact: ((200 * sum('exact')) / all).toFixed(1) }
}
