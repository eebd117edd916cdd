import shipped from '../../../../../resources/reading/model.json'
import type { FieldGroup } from './confidence'
import type { Features, Score, WeightGroup } from './features'

/** Everything the page reader has learned; written by `npm run bench -- train-reading`, never by hand. */
export interface ReadingModel {
  /** Log-odds per unit of each named feature. */
  readonly weights: Readonly<Record<WeightGroup, Features>>
  /** What makes a chosen value right, in log-odds per unit. */
  readonly confidence: Readonly<Record<FieldGroup, Features>>
  /** How far confidence itself was off on documents it was not learned from, for all fields together. */
  readonly calibration: Features
  /** Lowest confidence that may pass for sure. */
  readonly sure: Readonly<Record<FieldGroup, number>>
}

export const shippedModel: ReadingModel = shipped

/** A feature the training never met says nothing. */
export function scoreWith({ weights }: Pick<ReadingModel, 'weights'>): Score {
  return (group, features) => weighed(weights[group], features)
}

export function weighed(weights: Features, features: Features): number {
  let sum = 0
  for (const name in features) sum += (weights[name] ?? 0) * (features[name] ?? 0)
  return sum
}
