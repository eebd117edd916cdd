// What perspective and shadow cost: pages typed by hand, drawn, photographed by arithmetic and read by OCR:
//   npm run bench -- photos [--pages 4] [--json]
import { parseArgs } from 'node:util'
import type { PageReading } from '../src/engine/pipeline/facts'
import { ocrPage } from '../src/engine/pipeline/read/ocr/ocr-page'
import { dropEngine } from '../src/engine/pipeline/read/ocr/recognise'
import { drawn, scenes } from './photographed/scenes'
import { compareRecord } from './reading-accuracy/compare'
import { readWordsForBench } from './reading-accuracy/read-file'
import { unusualPages } from './unusual-pages'

const { values: options } = parseArgs({
  options: { pages: { type: 'string', default: '4' }, json: { type: 'boolean', default: false } },
})

/** Every so many of the typed pages: one of each collection. */
const step = 7
const languagesOf: Readonly<Record<string, string>> = {
  de: 'deu',
  fr: 'fra',
  it: 'ita',
  nl: 'nld',
  pt: 'por',
  es: 'spa',
}
const chosen = unusualPages.filter((_, at) => at % step === 0).slice(0, Number(options.pages))

// Idle readers let a process end; here the next page is on its way.
const awake = setInterval(() => undefined, 60_000)
const rows = []
for (const [name, scene] of Object.entries(scenes)) {
  let [found, words, right, fields, ms] = [0, 0, 0, 0, 0]
  for (const { pages, truth } of chosen) {
    const [page] = pages
    if (!page) continue
    const image = scene(drawn(page))
    const begun = performance.now()
    const read = await ocrPage({
      image,
      pixelsPerPoint: image.width / page.width,
      dpi: 200,
      languages: [languagesOf[truth.language] ?? 'eng'] as never,
      onTry: () => undefined,
    })
    ms += performance.now() - begun
    const left = (read.straight?.words ?? read.words).map(({ text }) => text)
    for (const { text } of page.words) {
      const at = left.indexOf(text)
      if (at >= 0) left.splice(at, 1)
      found += at >= 0 ? 1 : 0
    }
    words += page.words.length
    const size = read.straight ?? page
    const asRead: PageReading = {
      ...page,
      width: size.width,
      height: size.height,
      textSource: 'ocr',
      words: read.straight?.words ?? read.words,
    }
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
