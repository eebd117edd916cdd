import { groupOf, type FieldGroup } from '../../src/engine/pipeline/read/page/confidence'
import type { DocumentScore } from './compare'

/** One field of one document: what the reader claimed, and whether it was right. */
export interface JudgedClaim {
  readonly group: FieldGroup
  readonly by: 'text_layer' | 'ocr'
  readonly probability: number
  readonly isRight: boolean
  readonly family: string
}

export function claimsOf(scores: readonly DocumentScore[]): JudgedClaim[] {
  return scores.flatMap(({ record, fields, truth }) =>
    fields.flatMap(({ field, outcome }) => {
      const claim = record.claims?.[field]
      if (!claim || outcome === 'missing' || outcome === 'empty') return []
      return [{ group: groupOf(field), ...claim, isRight: outcome === 'right', family: truth.family }]
    }),
  )
}

type Graded = Pick<JudgedClaim, 'probability' | 'isRight'>

const bins = 10

function binned(claims: readonly Graded[]): (readonly Graded[])[] {
  const byBin = Map.groupBy(claims, claim => Math.min(bins - 1, Math.floor(claim.probability * bins)))
  return [...byBin.values()]
}

/** Expected calibration error: how far claims and truth lie apart, over bins of equal width, 0 to 1. */
export function calibrationError(claims: readonly Graded[]): number {
  let error = 0
  for (const inside of binned(claims)) {
    const claimed = inside.reduce((sum, claim) => sum + claim.probability, 0)
    const right = inside.filter(claim => claim.isRight).length
    error += Math.abs(claimed - right) / claims.length
  }
  return error
}

/**
 * The calibration error that claims as many and as high as these have on average if every one of them is exactly true: few values
 * miss their chance by luck. From the mean of |x| of a normal distribution with the variance of each bin.
 */
export function errorOfChance(claims: readonly Graded[]): number {
  let error = 0
  for (const inside of binned(claims)) {
    const variance = inside.reduce((sum, { probability }) => sum + probability * (1 - probability), 0)
    error += Math.sqrt((2 / Math.PI) * variance) / claims.length
  }
  return error
}

/** Claims shown as sure, and how many of them are right. */
export function sureOf(claims: readonly JudgedClaim[], from: number): { readonly right: number; readonly of: number } {
  const sure = claims.filter(claim => claim.probability >= from)
  return { right: sure.filter(claim => claim.isRight).length, of: sure.length }
}
