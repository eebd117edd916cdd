import {
  calibrationFeatures,
  groundsAsFeatures,
  judgeWith,
  rawConfidence,
  type FieldGroup,
  type Grounds,
} from '../../src/engine/pipeline/read/page/confidence'
import type { Features, WeightGroup } from '../../src/engine/pipeline/read/page/features'
import type { ReadingModel } from '../../src/engine/pipeline/read/page/model'
import type { ScoredField } from '../reading-accuracy/truth'
import { choicesOf, type Example } from './choices'
import { fitChoices } from './fit'

export const weightGroups: readonly WeightGroup[] = [
  'document_type',
  'invoice_number',
  'issue_date',
  'due_date',
  'currency',
  'seller.name',
  'seller.tax_id',
  'buyer.name',
  'buyer.tax_id',
  'uuid',
  'amounts',
]
export const fieldGroups: readonly FieldGroup[] = ['names', 'tax_ids', 'numbers', 'dates', 'amounts', 'kinds']

/** Candidates depend on weights (a letterhead looks for the seller's tax number), so they are proposed again each round. */
const rounds = 3
const ridge = 1
/** Of what all fields have in common, and of how far one group departs from it: small groups hardly do. */
const commonRidge = 1
const groupRidge = 6

/** One chosen value, what it was chosen on, and whether it is right. */
export interface JudgedGrounds {
  readonly group: FieldGroup
  readonly by: 'text_layer' | 'ocr'
  readonly family: string
  readonly file: string
  readonly field: ScoredField
  readonly value: string
  readonly grounds: Grounds
  readonly isRight: boolean
}

/** Weights of all features, from nothing. */
export function learnWeights(examples: readonly Example[]): ReadingModel['weights'] {
  let weights = byGroup(() => ({}))
  for (let round = 0; round < rounds; round += 1) {
    const before = weights
    const choices = examples.flatMap(example => choicesOf(example, before))
    weights = byGroup(group =>
      fitChoices(
        choices.filter(choice => choice.group === group),
        ridge,
      ),
    )
  }
  return weights
}

function byGroup(weights: (group: WeightGroup) => Features): Record<WeightGroup, Features> {
  return Object.fromEntries(weightGroups.map(group => [group, weights(group)])) as Record<WeightGroup, Features>
}

/**
 * How far chosen values can be believed, from values that were chosen without having been learned from. What all fields have in
 * common is learned first; each group of fields departs from it as far as its own values say.
 */
export function learnConfidence(judged: readonly JudgedGrounds[]): ReadingModel['confidence'] {
  const choices = (values: readonly JudgedGrounds[]) =>
    values.map(({ grounds, isRight }) => ({
      weight: 1,
      options: [
        { features: {}, isRight: !isRight },
        { features: groundsAsFeatures(grounds), isRight },
      ],
    }))
  const common = fitChoices(choices(judged), commonRidge, { chance: 1 })
  return ofGroups(group => fitChoices(choices(judged.filter(value => value.group === group)), groupRidge, common))
}

const calibrationFolds = 5
const calibrationRidge = 1

/**
 * How far confidence is off on layout families it was not learned from, each held out in turn: a curve of three numbers for all fields,
 * which keeps their order.
 */
export function learnCalibration(judged: readonly JudgedGrounds[]): ReadingModel['calibration'] {
  const families = [...new Set(judged.map(({ family }) => family))].toSorted()
  const foldOf = (family: string) => families.indexOf(family) % calibrationFolds
  const choices = Array.from({ length: calibrationFolds }, (_, fold) => {
    const confidence = learnConfidence(judged.filter(({ family }) => foldOf(family) !== fold))
    return judged
      .filter(({ family }) => foldOf(family) === fold)
      .map(({ field, grounds, isRight }) => ({
        weight: 1,
        options: [
          { features: {}, isRight: !isRight },
          { features: calibrationFeatures(rawConfidence(confidence, field, grounds)), isRight },
        ],
      }))
  }).flat()
  return fitChoices(choices, calibrationRidge, { right: 1, wrong: 1 })
}

function ofGroups<T>(value: (group: FieldGroup) => T): Record<FieldGroup, T> {
  return Object.fromEntries(fieldGroups.map(group => [group, value(group)])) as Record<FieldGroup, T>
}

/**
 * Share of values shown as sure that must be right where the bar is learned. 99 in 100 are promised of documents that it was not learned
 * from; a quarter of a point more keeps that promise on held-out families, where 0.99 itself gave 98.95 to 98.97 %.
 */
const sureShare = 0.9925
/** What the settings call sure from the start. */
const leastSure = 0.9

/** As the reader would say it. */
export function confidenceOf(
  { field, value, grounds }: JudgedGrounds,
  model: Pick<ReadingModel, 'confidence' | 'calibration' | 'sure'>,
): number {
  return judgeWith(model)(field, value, grounds)
}

/**
 * The lowest confidence from which at least {@link sureShare} of the values are right, two more wrong ones reckoned in. One bar for all groups:
 * a group alone has too few values to show one wrong in a hundred.
 */
export function learnSure(
  judged: readonly JudgedGrounds[],
  learned: Pick<ReadingModel, 'confidence' | 'calibration'>,
): ReadingModel['sure'] {
  const open = ofGroups(() => 0)
  const sorted = judged
    .map(value => ({ at: confidenceOf(value, { ...learned, sure: open }), isRight: value.isRight }))
    .toSorted((one, other) => other.at - one.at)
  let [wrong, lowest] = [2, 1]
  for (const [place, { at, isRight }] of sorted.entries()) {
    wrong += isRight ? 0 : 1
    const isLastOfItsKind = sorted[place + 1]?.at !== at
    if (isLastOfItsKind && wrong / (place + 3) <= 1 - sureShare) lowest = at
  }
  return ofGroups(() => Math.max(leastSure, lowest))
}
