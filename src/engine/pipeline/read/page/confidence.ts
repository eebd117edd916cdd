import type { FieldName } from '../../../../shared/invoice'
import type { Features } from './features'
import { weighed, type ReadingModel } from './model'

/** Fields whose chances err in the same way. */
export type FieldGroup = 'names' | 'tax_ids' | 'numbers' | 'dates' | 'amounts' | 'kinds'

/** Just under the bar of the settings (0.9): to be checked. */
const mostUnsure = 0.894

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
  const inside = Math.min(0.9999, Math.max(0.0001, probability))
  return Math.log(inside / (1 - inside))
}

export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

/** A chance beyond this counts as this: what speaks against a value must be able to outweigh it. */
const mostChance = 0.99

/** What speaks for and against a value once it is chosen, beside how it was weighed. */
export interface Grounds {
  /** Share of the weight that fell on this value. */
  readonly chance: number
  readonly isOcr: boolean
  /** 1 − the confidence of the OCR in its least certain word. */
  readonly ocrDoubt: number
  /** 1 − the mean confidence of the OCR over the whole document: where much was guessed, a sure word is less sure. */
  readonly pageDoubt: number
  readonly isLabelled: boolean
  /** Its label is no more than a hint. */
  readonly isWeaklyLabelled: boolean
  /** Something else on the page speaks for it: a check digit, the value once more, a mail address with its name. */
  readonly isBacked: boolean
  /** An amount that no arithmetic confirms. */
  readonly isUnconfirmed: boolean
}

export function groundsAsFeatures(grounds: Grounds): Features {
  const { chance, isOcr, ocrDoubt, pageDoubt, isLabelled, isWeaklyLabelled, isBacked, isUnconfirmed } = grounds
  return {
    bias: 1,
    chance: logit(Math.min(mostChance, Math.max(1 - mostChance, chance))),
    ...(isOcr ? { ocr: 1, ocrDoubt, pageDoubt } : {}),
    ...(isLabelled ? {} : { unlabelled: 1 }),
    ...(isWeaklyLabelled ? { weaklyLabelled: 1 } : {}),
    ...(isBacked ? { backed: 1 } : {}),
    ...(isUnconfirmed ? { unconfirmed: 1 } : {}),
  }
}

/**
 * What beta calibration weighs: a probability may err otherwise near 0 than near 1.
 * Kull, Silva Filho, Flach, "Beta calibration" (AISTATS 2017): log-odds = a · ln p − c · ln (1 − p) + b.
 */
export function calibrationFeatures(probability: number): Features {
  const inside = Math.min(most, Math.max(1 - most, probability))
  return { bias: 1, right: Math.log(inside), wrong: -Math.log(1 - inside) }
}

/** The share of such values that are right, as their own group of fields says; not yet calibrated. */
export function rawConfidence(confidence: ReadingModel['confidence'], field: FieldName, grounds: Grounds): number {
  return sigmoid(weighed(confidence[groupOf(field)], groundsAsFeatures(grounds)))
}

/** Says how sure a value is, 0 to 1. */
export type Judge = (field: FieldName, value: string, grounds: Grounds) => number

/** The share of such values that are right; what may not pass for sure stays under the bar of the settings. */
export function judgeWith(model: Pick<ReadingModel, 'confidence' | 'calibration' | 'sure'>): Judge {
  return (field, _value, grounds) => {
    const raw = rawConfidence(model.confidence, field, grounds)
    const probability = Math.min(most, sigmoid(weighed(model.calibration, calibrationFeatures(raw))))
    const shown = probability >= model.sure[groupOf(field)] ? probability : Math.min(mostUnsure, probability)
    return Math.round(shown * 1000) / 1000
  }
}
