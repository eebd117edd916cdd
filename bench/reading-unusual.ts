// How well pages in layouts that no training document has are read:
//   npm run bench -- reading-unusual [--from NUMBER] [--pictured] [--misses] [--json]
// --pictured draws every third page, photographs it by arithmetic and reads only these, by OCR.
import { parseArgs } from 'node:util'
import { dropEngine } from '../src/engine/pipeline/read/ocr/recognise'
import { readDrawn } from './photographed/read-drawn'
import { scenes } from './photographed/scenes'
import { compareRecord } from './reading-accuracy/compare'
import { readWordsForBench } from './reading-accuracy/read-file'
import { reportOf, tableOf } from './reading-accuracy/report'
import { unusualPages } from './unusual-pages'

const { values: options } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    pictured: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
})

/** The typed pages, every third one as OCR reads its picture; scenes take turns. */
async function pictured(typed: typeof unusualPages): Promise<typeof unusualPages> {
  // Idle readers let a process end; here the next page is on its way.
  const awake = setInterval(() => undefined, 60_000)
  const chosen = typed.filter((_, at) => at % 3 === 0)
  const turns = Object.values(scenes)
  const read = []
  for (const [at, { pages, truth }] of chosen.entries()) {
    const scene = turns[at % turns.length] ?? ((page => page) satisfies (typeof turns)[number])
    const asRead = []
    for (const page of pages) asRead.push(await readDrawn(page, scene, truth.language))
    read.push({ pages: asRead, truth })
  }
  clearInterval(awake)
  dropEngine()
  return read
}

const typed = unusualPages.slice(Number(options.from) - 1)
const measured = options.pictured ? await pictured(typed) : typed
const scores = measured.map(({ pages, truth }) => compareRecord(readWordsForBench(pages, truth.file), truth))
const report = reportOf(scores, [])
if (options.json) console.log(JSON.stringify({ measurement: 'reading-unusual', ...report }, null, 2))
else {
  console.log(tableOf(report))
  if (options.misses) console.log(`\nmisses:\n${report.misses.join('\n')}`)
}
