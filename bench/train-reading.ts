// Learns how far the chances of the page reader can be believed, from the development documents and from invented ones:
//   npm run bench -- train-reading [--corpus ../shared/corpus] [--words FOLDER] [--dry]
// Cross-validated by layout family; the printed figures are of documents not learned from. Writes
// src/engine/pipeline/read/page/calibration.ts from all documents, unless --dry is given.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bend, logit, sigmoid, type Curve, type FieldGroup } from '../src/engine/pipeline/read/page/calibrate'
import { calibrationError, claimsOf, sureOf, type JudgedClaim } from './reading-accuracy/claims'
import { compareRecord, type DocumentScore } from './reading-accuracy/compare'
import { loadStrippedTruth, loadVisualTruth } from './reading-accuracy/load-truth'
import { readFileForBench, readWordsForBench } from './reading-accuracy/read-file'
import { syntheticDocuments } from './synthetic/documents'

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    words: { type: 'string', default: 'node_modules/.cache/quittance/reading-words' },
    dry: { type: 'boolean', default: false },
  },
})

const groups: readonly FieldGroup[] = ['names', 'tax_ids', 'numbers', 'dates', 'amounts', 'kinds']
const sources = ['text_layer', 'ocr'] as const
const folds = 5
/** Invented documents are many and easy; so few of them keep the real ones audible. */
const invented = 40
/** What the settings call sure from the start. */
const sureFrom = 0.9
/** Pull towards leaving the chances as they are, in claims: few documents may not bend a curve far. */
const inertia = 8

/** Lowest probabilities from which held-out readings are as right as they get; a bar per group was too much for so few. */
const sureBars = { text_layer: 0.95, ocr: 0.96 } as const

type Curves = Record<(typeof sources)[number], Record<FieldGroup, Curve>>

const asIs = <T>(candidate: T) => candidate
const awake = setInterval(() => undefined, 60_000)
const scores: DocumentScore[] = []
for (const { pages, truth } of syntheticDocuments(1, invented))
  scores.push(compareRecord(readWordsForBench(pages, truth.file, '', asIs), truth))
const truths = [
  ...loadStrippedTruth(resolve(options.corpus, 'einvoice')),
  ...loadVisualTruth(resolve(options.corpus, 'visual')),
].filter(truth => truth.isPayable)
for (const truth of truths) {
  const words = resolve(options.words)
  // The first reading keeps the words; the second reads them without calibration.
  const first = await readFileForBench(truth.path, truth.file, words, asIs)
  const record = first.error ? first : await readFileForBench(truth.path, truth.file, words, asIs)
  scores.push(compareRecord(record, truth))
}
clearInterval(awake)
const claims = claimsOf(scores)
const families = [...new Set(claims.map(claim => claim.family))].toSorted()
const foldOf = new Map(families.map((family, at) => [family, at % folds]))
const heldOut = Array.from({ length: folds }, (_, fold) => {
  const curves = learn(claims.filter(claim => foldOf.get(claim.family) !== fold))
  return claims.filter(claim => foldOf.get(claim.family) === fold).map(claim => bent(claim, curves))
}).flat()

console.log(`${scores.length} documents, ${families.length} families, ${claims.length} claims`)
console.log('group       source       claims  right   ECE before  ECE after  sure  right of sure')
for (const by of sources)
  for (const group of [...groups, null]) {
    const of = (list: readonly JudgedClaim[]) =>
      list.filter(claim => claim.by === by && (group === null || claim.group === group))
    const [before, after] = [of(claims), of(heldOut)]
    if (before.length === 0) continue
    const right = before.filter(claim => claim.isRight).length
    const sure = sureOf(after, sureFrom)
    console.log(
      [
        (group ?? 'all').padEnd(12),
        by.padEnd(13),
        String(before.length).padStart(6),
        percent(right, before.length).padStart(8),
        `${(calibrationError(before) * 100).toFixed(1)}`.padStart(10),
        `${(calibrationError(after) * 100).toFixed(1)}`.padStart(10),
        String(sure.of).padStart(7),
        percent(sure.right, sure.of).padStart(9),
      ].join(''),
    )
  }
if (!options.dry) write(learn(claims))

function percent(right: number, of: number): string {
  return of === 0 ? '-' : `${((100 * right) / of).toFixed(1)} %`
}

function bent(claim: JudgedClaim, curves: Curves): JudgedClaim {
  return { ...claim, probability: bend(claim.probability, curves[claim.by][claim.group]) }
}

function learn(from: readonly JudgedClaim[]): Curves {
  const curves = (by: (typeof sources)[number]) =>
    Object.fromEntries(
      groups.map(group => [
        group,
        fit(
          from.filter(claim => claim.by === by && claim.group === group),
          by,
        ),
      ]),
    ) as Record<FieldGroup, Curve>
  return { text_layer: curves('text_layer'), ocr: curves('ocr') }
}

/** Platt's scaling by Newton's method, held near slope 1 and offset 0. */
function fit(from: readonly JudgedClaim[], by: (typeof sources)[number]): Curve {
  let [slope, offset] = [1, 0]
  for (let step = 0; step < 60; step += 1) {
    let [gs, go, hss, hso, hoo] = [inertia * (slope - 1), 0.25 * offset, inertia, 0, 0.25]
    for (const { probability, isRight } of from) {
      const x = logit(probability)
      const p = sigmoid(slope * x + offset)
      const error = p - (isRight ? 1 : 0)
      const weight = Math.max(1e-6, p * (1 - p))
      gs += error * x
      go += error
      hss += weight * x * x
      hso += weight * x
      hoo += weight
    }
    const determinant = hss * hoo - hso * hso
    slope = Math.max(0.2, slope - (hoo * gs - hso * go) / determinant)
    offset -= (hss * go - hso * gs) / determinant
  }
  return { slope: Math.round(slope * 1000) / 1000, offset: Math.round(offset * 1000) / 1000, sure: sureBars[by] }
}

function write(curves: Curves): void {
  const part = (by: (typeof sources)[number]) =>
    groups
      .map(
        group =>
          `    ${group}: { slope: ${curves[by][group].slope}, offset: ${curves[by][group].offset}, sure: ${curves[by][group].sure} },\n`,
      )
      .join('')
  const text = `import type { Curve, FieldGroup } from './calibrate'

/** Written by \`npm run bench -- train-reading\`; not by hand. */
export const calibration: Readonly<Record<'text_layer' | 'ocr', Readonly<Record<FieldGroup, Curve>>>> = {
  text_layer: {
${part('text_layer')}  },
  ocr: {
${part('ocr')}  },
}
`
  writeFileSync(resolve('src/engine/pipeline/read/page/calibration.ts'), text)
}
