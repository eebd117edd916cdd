import type { Candidate } from './drafts'
import type { FeatureName } from './features'

export type Weights = Readonly<Partial<Record<FeatureName, number>>>

/** Turns a stated share into the chance seen on held-out companies: 1 / (1 + e^-(a + b·logit + c·lead)). */
export interface Calibration {
  readonly intercept: number
  readonly slope: number
  readonly lead: number
}

export const stages = ['family', 'subfamily', 'account'] as const
export type Stage = (typeof stages)[number]

export interface ScoringModel {
  readonly weights: Weights
  readonly calibration: Readonly<Record<Stage, Calibration>>
}

export interface ScoredCandidate {
  readonly candidate: Candidate
  /** Share of belief among all candidates; they add up to one. */
  readonly share: number
}

/** Multinomial logit: each feature pushes by its learned weight, shares add up to one. Best first. */
export function scoreCandidates(candidates: readonly Candidate[], weights: Weights): ScoredCandidate[] {
  const scores = candidates.map(candidate => {
    let score = 0
    for (const [name, value] of candidate.features) score += (weights[name] ?? 0) * value
    return score
  })
  const top = Math.max(...scores)
  const powers = scores.map(score => Math.exp(score - top))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return candidates
    .map((candidate, index) => ({ candidate, share: (powers[index] ?? 0) / total }))
    .sort((a, b) => b.share - a.share || (a.candidate.account < b.candidate.account ? -1 : 1))
}

/** The part of a code a stage speaks of: 600, 601, 601.48. */
export function partOf(account: string, stage: Stage): string {
  if (stage === 'family') return `${account.slice(0, 1)}00`
  return stage === 'subfamily' ? account.slice(0, 3) : account
}

/** What calibration looks at: the share of the leading part, and how far it leads the next. */
export function standing(
  scored: readonly ScoredCandidate[],
  stage: Stage,
): { part: string; logit: number; lead: number } {
  const shares = new Map<string, number>()
  for (const { candidate, share } of scored) {
    const part = partOf(candidate.account, stage)
    shares.set(part, (shares.get(part) ?? 0) + share)
  }
  // Of the first candidate, so that the three stages speak of the same proposal.
  const part = partOf(scored[0]?.candidate.account ?? '', stage)
  const own = shares.get(part) ?? 0
  const other = Math.max(0.001, ...[...shares].filter(([key]) => key !== part).map(([, share]) => share))
  const logit = Math.log(Math.max(own, 0.001) / Math.max(1 - own, 0.001))
  return { part, logit, lead: Math.log(Math.max(own, 0.001) / other) }
}

/** Chance, between 0.01 and 0.99, that the leading part is right. */
export function calibrated(calibration: Calibration, at: { logit: number; lead: number }): number {
  const value = calibration.intercept + calibration.slope * at.logit + calibration.lead * at.lead
  return Math.min(0.99, Math.max(0.01, 1 / (1 + Math.exp(-value))))
}
