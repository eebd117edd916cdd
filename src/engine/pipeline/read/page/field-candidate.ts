import type { Box } from '../../../../shared/document'
import type { FieldName, Origin } from '../../../../shared/invoice'
import type { Candidate } from '../../facts'
import type { TextLine } from './text-lines'
import { probability } from './weights'

/** A value proposed by one of the field readers; log-odds become a probability at the end. */
export interface FieldCandidate {
  readonly field: FieldName
  readonly value: string
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

export function toCandidate(candidate: FieldCandidate): Candidate {
  const { field, value, logOdds } = candidate
  return { field, value, probability: probability(logOdds), origin: pageOrigin(candidate) }
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
