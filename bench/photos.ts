// What perspective and shadow cost: pages typed by hand, drawn, photographed by arithmetic and read by OCR:
//   npm run bench -- photos [--pages 4] [--json]
import { parseArgs } from 'node:util'
import { dropEngine } from '../src/engine/pipeline/read/ocr/recognise'
import { readDrawn } from './photographed/read-drawn'
import { scenes } from './photographed/scenes'
import { compareRecord } from './reading-accuracy/compare'
import { readWordsForBench } from './reading-accuracy/read-file'
import { unusualPages } from './unusual-pages'

const { values: options } = parseArgs({
  options: { pages: { type: 'string', default: '4' }, json: { type: 'boolean', default: false } },
})

/** Every so many of the typed pages: one of each collection. */
const step = 7
const chosen = unusualPages.filter((_, at) => at % step === 0).slice(0, Number(options.pages))

// Idle readers let a process end; here the next page is on its way.
const awake = setInterval(() => undefined, 60_000)
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
    const scored = compareRecord(readWordsForBench([asRead], truth.file), truth).fields
    right += scored.filter(({ outcome }) => outcome === 'right' || outcome === 'empty').length
    fields += scored.length
  }
  rows.push({ scene: name, words: found / words, fields: right / fields, msPerPage: ms / chosen.length })
}
clearInterval(awake)
dropEngine()
if (options.json) console.log(JSON.stringify({ measurement: 'photos', pages: chosen.length, rows }, null, 2))
else
  for (const { scene, words, fields, msPerPage } of rows)
    console.log(
      `${scene.padEnd(32)} words ${(words * 100).toFixed(1)} %   fields ${(fields * 100).toFixed(1)} %   ${Math.round(msPerPage)} ms a page`,
    )
