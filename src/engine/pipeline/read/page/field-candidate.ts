import type { Box } from '../../../../shared/document'
import type { Origin } from '../../../../shared/invoice'
import type { Features, PageField } from './features'
import type { TextLine } from './text-lines'

/** A value proposed by one of the field readers, with what was noticed about it. */
export interface FieldCandidate {
  readonly field: PageField
  readonly value: string
  readonly features: Features
  /** What the features add up to, against "the document does not state it". */
  readonly logOdds: number
  readonly line: TextLine
  readonly box: Box
  readonly text: string
  readonly label: string | undefined
}

export function pageOrigin(candidate: Pick<FieldCandidate, 'line' | 'box' | 'text' | 'label'>): Origin {
  const { line, box, text, label } = candidate
  const shown = { kind: 'page', page: line.page, box, text: text.trim(), by: line.by } as const
  return label === undefined ? shown : { ...shown, label }
}

/** Best candidate per value, likeliest first. */
export function ranked(candidates: readonly FieldCandidate[]): FieldCandidate[] {
  const best = new Map<string, FieldCandidate>()
  for (const candidate of candidates) {
    const key = `${candidate.field} ${candidate.value}`
    const known = best.get(key)
    if (!known || known.logOdds < candidate.logOdds) best.set(key, candidate)
  }
  return [...best.values()].toSorted((left, right) => right.logOdds - left.logOdds)
}

/** 1 − the least confidence of some words: nothing for a text layer. */
export function ocrDoubt(words: readonly { readonly confidence: number }[]): number {
  return 1 - Math.min(1, ...words.map(word => word.confidence))
}
