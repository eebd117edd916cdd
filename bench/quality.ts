// Whether the quality of a document means what it says: the share of documents in each band that needed no correction.
//   npm run bench -- quality [--corpus ../shared/corpus] [--words FOLDER] [--json]
// Page documents of the development corpus, each read alone as a new company's first. The curve is learned anew for every
// layout family from all the others; the one of all families is printed for `quality-curve.ts`.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { calibratedChance } from '../src/engine/quality/score'
import { logit, sigmoid } from '../src/engine/pipeline/read/page/confidence'
import { compareFields } from './reading-accuracy/compare'
import { loadStrippedTruth, loadVisualTruth } from './reading-accuracy/load-truth'
import { readPagesForBench } from './reading-accuracy/read-file'
import { MemoryBook } from './reading-memory/book'

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    words: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})

interface Sample {
  readonly family: string
  /** Product of the fields' chances. */
  readonly product: number
  readonly isRight: boolean
}

const bounds = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01]
const awake = setInterval(() => undefined, 60_000)
const samples = await samplesOf()
clearInterval(awake)
const families = new Set(samples.map(sample => sample.family))
const held = [...families].flatMap(family => {
  const curve = fitted(samples.filter(sample => sample.family !== family))
  return samples
    .filter(sample => sample.family === family)
    .map(sample => ({ ...sample, chance: calibratedChance(sample.product, curve) }))
})
const bands = bounds.slice(1).map((to, at) => {
  const from = bounds[at] ?? 0
  const inside = held.filter(({ chance }) => chance >= from && chance < to)
  const right = inside.filter(({ isRight }) => isRight).length
  const said = inside.reduce((sum, { chance }) => sum + chance, 0) / Math.max(1, inside.length)
  return { from, to: Math.min(1, to), documents: inside.length, right, said: Math.round(said * 1000) / 1000 }
})
const error =
  bands.reduce((sum, band) => sum + Math.abs(band.right - band.said * band.documents), 0) / Math.max(1, samples.length)
const curve = fitted(samples)
if (options.json) {
  console.log(JSON.stringify({ measurement: 'quality', documents: samples.length, bands, error, curve }, null, 2))
} else {
  console.log(`quality of ${samples.length} page documents, ${families.size} layout families, held out by family`)
  console.log('band          documents   needed no correction   said')
  for (const { from, to, documents, right, said } of bands) {
    const share = documents === 0 ? '—' : `${((100 * right) / documents).toFixed(1)} %`
    const name = `${from.toFixed(1)} to ${to.toFixed(1)}`
    console.log(
      `${name.padEnd(14)}${String(documents).padStart(9)}${share.padStart(23)}${(said * 100).toFixed(1).padStart(7)}`,
    )
  }
  console.log(`calibration error ${(error * 100).toFixed(1)} points; curve of all: ${JSON.stringify(curve)}`)
}

async function samplesOf(): Promise<Sample[]> {
  const truths = [
    ...loadStrippedTruth(resolve(options.corpus, 'einvoice')),
    ...loadVisualTruth(resolve(options.corpus, 'visual')),
  ].filter(truth => truth.isPayable)
  const found: Sample[] = []
  for (const truth of truths) {
    const { pages, facts } = await readPagesForBench(truth.path, options.words)
    const book = new MemoryBook()
    const product = book.readingProduct(book.read(pages, facts))
    if (product === null) continue
    const scores = compareFields(truth, field => facts.chosen[field]?.value ?? null)
    const isRight = scores
      .filter(({ field }) => !field.startsWith('buyer.') && field !== 'uuid' && field !== 'payable')
      .every(({ outcome }) => outcome === 'right' || outcome === 'empty')
    found.push({ family: truth.family, product, isRight })
  }
  return found
}

/** Slope and offset of the log-odds by gradient descent on the log-likelihood: two numbers, so a hundred plain steps do. */
function fitted(from: readonly Sample[]): { slope: number; offset: number } {
  let [slope, offset] = [1, 0]
  const rate = 0.5
  for (let step = 0; step < 2000; step += 1) {
    let [bySlope, byOffset] = [0, 0]
    for (const { product, isRight } of from) {
      const x = logit(product)
      const miss = (isRight ? 1 : 0) - sigmoid(slope * x + offset)
      bySlope += miss * x
      byOffset += miss
    }
    slope += (rate * bySlope) / from.length / 4
    offset += (rate * byOffset) / from.length
  }
  return { slope: Math.round(slope * 1000) / 1000, offset: Math.round(offset * 1000) / 1000 }
}
