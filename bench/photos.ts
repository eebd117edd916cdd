// What perspective and shadow cost: pages typed by hand, drawn, photographed by arithmetic and read by OCR:
//   npm run bench -- photos [--pages 4] [--second-look] [--json]
// --second-look tells how often a page is looked at twice, what that takes, and how many fields it puts right.
import { parseArgs } from 'node:util'
import type { PageReading } from '../src/engine/pipeline/facts'
import { dropEngine } from '../src/engine/pipeline/read/ocr/recognise'
import { judgeFor } from '../src/engine/pipeline/read/facts-of-pages'
import { lookTwice, readDrawn } from './photographed/read-drawn'
import { scenes } from './photographed/scenes'
import { compareRecord } from './reading-accuracy/compare'
import { benchOptions, readWordsForBench } from './reading-accuracy/read-file'
import type { Truth } from './reading-accuracy/truth'
import { unusualPages } from './unusual-pages'

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: '4' },
    'second-look': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

/** Every so many of the typed pages: one of each collection. */
const step = 7
const chosen = unusualPages.filter((_, at) => at % step === 0).slice(0, Number(options.pages))

// Idle readers let a process end; here the next page is on its way.
const awake = setInterval(() => undefined, 60_000)
if (options['second-look']) await secondLooks()
else await byScene()
clearInterval(awake)
dropEngine()

/** How many of the fields that are scored are right. */
function rightOf(page: PageReading, truth: Truth): { readonly right: number; readonly of: number } {
  const { fields } = compareRecord(readWordsForBench([page], truth.file), truth)
  return { right: fields.filter(({ outcome }) => outcome === 'right' || outcome === 'empty').length, of: fields.length }
}

/** One page in one scene; how many of its fields are right after the first look and as kept. */
interface Look {
  readonly scene: string
  readonly isTaken: boolean
  readonly firstMs: number
  readonly secondMs: number
  readonly of: number
  readonly first: number
  readonly kept: number
}

/** What a second look at single pages takes, and what it gains. */
async function secondLooks(): Promise<void> {
  const judge = judgeFor(benchOptions)
  const looks: Look[] = []
  for (const [name, scene] of Object.entries(scenes))
    for (const { pages, truth } of chosen)
      for (const page of pages.slice(0, 1)) {
        const look = await lookTwice(page, scene, truth.language, judge)
        const { isTaken, firstMs, secondMs } = look
        const [first, kept] = [rightOf(look.first, truth), rightOf(look.kept, truth)]
        looks.push({ scene: name, isTaken, firstMs, secondMs, of: kept.of, first: first.right, kept: kept.right })
      }
  const taken = looks.filter(({ isTaken }) => isTaken)
  const sum = (list: readonly Look[], key: 'firstMs' | 'secondMs' | 'of' | 'first' | 'kept') =>
    list.reduce((total, look) => total + look[key], 0)
  const measured = {
    pages: looks.length,
    taken: taken.length,
    firstMs: sum(looks, 'firstMs') / looks.length,
    secondMs: sum(looks, 'secondMs') / looks.length,
    fields: sum(taken, 'of'),
    rightAtFirst: sum(taken, 'first'),
    rightAsKept: sum(taken, 'kept'),
  }
  if (options.json) console.log(JSON.stringify({ measurement: 'second-look', ...measured, looks }, null, 2))
  else
    console.log(
      `looked at twice: ${measured.taken} of ${measured.pages} pages; first look ${Math.round(measured.firstMs)} ms, second ${Math.round(measured.secondMs)} ms a page; ` +
        `fields of these right at first ${measured.rightAtFirst}, as kept ${measured.rightAsKept} of ${measured.fields}`,
    )
}

async function byScene(): Promise<void> {
  const rows = []
  for (const [name, scene] of Object.entries(scenes)) {
    let [found, words, right, fields, ms] = [0, 0, 0, 0, 0]
    for (const { pages, truth } of chosen) {
      const [page] = pages
      if (!page) continue
      const begun = performance.now()
      const asRead = await readDrawn(page, scene, truth.language)
      ms += performance.now() - begun
      const left = asRead.words.map(({ text }) => text)
      for (const { text } of page.words) {
        const at = left.indexOf(text)
        if (at >= 0) left.splice(at, 1)
        found += at >= 0 ? 1 : 0
      }
      words += page.words.length
      const scored = rightOf(asRead, truth)
      right += scored.right
      fields += scored.of
    }
    rows.push({ scene: name, words: found / words, fields: right / fields, msPerPage: ms / chosen.length })
  }
  if (options.json) console.log(JSON.stringify({ measurement: 'photos', pages: chosen.length, rows }, null, 2))
  else
    for (const { scene, words, fields, msPerPage } of rows)
      console.log(
        `${scene.padEnd(32)} words ${(words * 100).toFixed(1)} %   fields ${(fields * 100).toFixed(1)} %   ${Math.round(msPerPage)} ms a page`,
      )
}
