import type { FieldName } from '../../../../shared/invoice'
import type { Candidate } from '../../facts'
import { calibration } from './calibration'

/** Fields whose chances err in the same way. */
export type FieldGroup = 'names' | 'tax_ids' | 'numbers' | 'dates' | 'amounts' | 'kinds'

/** Slope and offset that turn the log-odds of the scorer into those of being right. */
export interface Curve {
  readonly slope: number
  readonly offset: number
  /** What is below this probability may not pass for sure: it is capped under the bar of the settings. */
  readonly sure: number
}

export type Calibrate = (candidate: Candidate) => Candidate

/** Just under the bar of the settings (0.9). */
const mostUnsure = 0.89

/** No reading of a page is more certain than this. */
const most = 0.995

export function groupOf(field: FieldName): FieldGroup {
  if (field.endsWith('.name')) return 'names'
  if (field.endsWith('.tax_id')) return 'tax_ids'
  if (field.endsWith('_date')) return 'dates'
  if (field === 'invoice_number' || field === 'uuid') return 'numbers'
  return field === 'document_type' || field === 'currency' ? 'kinds' : 'amounts'
}

/** Log-odds of a probability, kept off certainty. */
export function logit(probability: number): number {
  const inside = Math.min(0.999, Math.max(0.001, probability))
  return Math.log(inside / (1 - inside))
}

export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

/** A scorer's probability on a curve that was learned for it. */
export function bend(claimed: number, { slope, offset, sure }: Curve): number {
  const probability = Math.min(most, sigmoid(slope * logit(claimed) + offset))
  return probability >= sure ? probability : Math.min(mostUnsure, probability)
}

/** Makes a candidate's probability the share of such candidates that are right; learned by `bench/train-reading.ts`. */
export const calibrated: Calibrate = candidate => {
  if (candidate.probability === 0) return candidate
  const by = candidate.origin.kind === 'page' && candidate.origin.by === 'ocr' ? 'ocr' : 'text_layer'
  const probability = bend(candidate.probability, calibration[by][groupOf(candidate.field)])
  return { ...candidate, probability: Math.round(probability * 1000) / 1000 }
}
