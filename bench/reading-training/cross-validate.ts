import { groupOf, type Grounds } from '../../src/engine/pipeline/read/page/confidence'
import type { ReadingModel } from '../../src/engine/pipeline/read/page/model'
import { readPageFacts } from '../../src/engine/pipeline/read/page/read-page-facts'
import { compareRecord, type DocumentScore } from '../reading-accuracy/compare'
import { recordOf } from '../reading-accuracy/record'
import type { Example } from './choices'
import { confidenceOf, learnCalibration, learnConfidence, learnSure, learnWeights, type JudgedGrounds } from './learn'

const folds = 5

/** A chosen value of a document not learned from, and how sure a reader that learned from others is of it. */
export interface HeldOut extends JudgedGrounds {
  readonly confidence: number
}

export interface CrossValidated {
  readonly judged: readonly HeldOut[]
  readonly scores: readonly DocumentScore[]
}

/** Reads every real document with what was learned from the documents of other layout families. */
export function crossValidate(real: readonly Example[], invented: readonly Example[]): CrossValidated {
  const families = [...new Set(real.map(({ truth }) => truth.family))].toSorted()
  const foldOf = (family: string) => families.indexOf(family) % folds
  const read = Array.from({ length: folds }, (_, fold) => {
    const weights = learnWeights([...real.filter(({ truth }) => foldOf(truth.family) !== fold), ...invented])
    return real.filter(({ truth }) => foldOf(truth.family) === fold).map(example => readWith(example, weights))
  }).flat()
  const chosen = read.flatMap(({ judged }) => judged)
  const judged = Array.from({ length: folds }, (_, fold) => {
    const others = chosen.filter(({ family }) => foldOf(family) !== fold)
    const learned = { confidence: learnConfidence(others), calibration: learnCalibration(others) }
    const model = { ...learned, sure: learnSure(others, learned) }
    return chosen
      .filter(({ family }) => foldOf(family) === fold)
      .map(value => ({ ...value, confidence: confidenceOf(value, model) }))
  }).flat()
  return { judged, scores: read.map(({ score }) => score) }
}

/** The scores of held-out documents, claiming what a reader that learned from others would claim of them. */
export function withConfidence({ judged, scores }: CrossValidated): DocumentScore[] {
  return scores.map(score => {
    const claims = judged
      .filter(({ file }) => file === score.truth.file)
      .map(({ field, by, confidence }) => [field, { probability: confidence, by }] as const)
    return { ...score, record: { ...score.record, claims: Object.fromEntries(claims) } }
  })
}

function readWith({ pages, truth, options }: Example, weights: ReadingModel['weights']) {
  const noted = new Map<string, Grounds>()
  const model: ReadingModel = { weights, confidence: emptyGroups({}), calibration: {}, sure: emptyGroups(0) }
  const facts = readPageFacts(pages, options, model, (field, value, grounds) => {
    noted.set(`${field} ${value}`, grounds)
    return grounds.chance
  })
  const score = compareRecord(recordOf(truth.file, '', { format: 'page', facts }, 0), truth)
  const judged = score.fields.flatMap(({ field, outcome, read }): JudgedGrounds[] => {
    const grounds = noted.get(`${field} ${read ?? ''}`)
    if (!grounds || read === null) return []
    const by = grounds.isOcr ? 'ocr' : 'text_layer'
    return [
      {
        group: groupOf(field),
        by,
        family: truth.family,
        file: truth.file,
        field,
        value: read,
        grounds,
        isRight: outcome === 'right',
      },
    ]
  })
  return { score, judged }
}

function emptyGroups<T>(value: T) {
  return { names: value, tax_ids: value, numbers: value, dates: value, amounts: value, kinds: value }
}
