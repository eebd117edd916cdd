import type { CompanyProfile } from '../../../shared/company-profile'
import { collectCandidates } from './candidates'
import type { CodingLine } from './coding-line'
import { firstTen } from './first-ten'
import type { FeatureName } from './features'
import type { CodingKnowledge } from './knowledge'
import { recall, type CodingMemory, type MemoryHit } from './memory-hits'
import {
  calibrated,
  scoreCandidates,
  stages,
  standing,
  type ScoredCandidate,
  type ScoringModel,
  type Stage,
} from './scorer'
import type { AccountSuggestion } from './suggest'

/** What coding proposes for one line. */
export interface Coding {
  /** Up to ten accounts with their chances and evidence, likeliest first. */
  readonly candidates: readonly AccountSuggestion[]
  /** Chance that the first candidate's family, subfamily and account are right. */
  readonly stages: Readonly<Record<Stage, number>>
  /** Accounts that were weighed. */
  readonly considered: number
  /** Whether there is ground to go without a look at all: the company has said what it is, or decided such a line. */
  readonly isGrounded: boolean
}

export interface CompanyFacts {
  readonly profile: CompanyProfile | null
  readonly homeCurrency: string
}

export interface Coder {
  /** Names the weights that decided, kept with every coding. */
  readonly version: string
  code(line: CodingLine, company: CompanyFacts, memory: CodingMemory): Coding
}

/**
 * Codes lines to the SAT chart.
 *
 * @param isProposable accounts the machine may propose by itself
 * @param isKnown      accounts a person may have chosen: memory proposes these too
 */
export function createCoder(
  knowledge: CodingKnowledge,
  isProposable: (account: string) => boolean,
  isKnown: (account: string) => boolean,
): Coder {
  return {
    version: knowledge.models.version,
    code(line, { profile, homeCurrency }, memory) {
      const model = profile === null ? knowledge.models.withoutProfile : knowledge.models.withProfile
      const drafts = collectCandidates(line, { knowledge, profile, homeCurrency, isAllowed: isProposable })
      const hits = recall(line.description, line.productCode, memory).filter(({ account }) => isKnown(account))
      const unaided = hits.length === 0 ? undefined : scoreCandidates(drafts.finish(), model.weights)[0]
      for (const { account, feature, strength, evidence } of hits) drafts.remember(account, feature, strength, evidence)
      const scored = scoreCandidates(drafts.finish(), model.weights)
      return toCoding(
        scored,
        model,
        profile !== null || hits.length > 0,
        isProposable,
        surest(scored[0], unaided, hits),
      )
    },
  }
}

/**
 * The most that may be claimed: lessons that name several accounts are worth their share, and one lesson about
 * something merely alike, against what the words say, is shown to a person before a second one agrees.
 */
function surest(
  first: ScoredCandidate | undefined,
  unaided: ScoredCandidate | undefined,
  hits: readonly MemoryHit[],
): number {
  if (!first || !unaided) return 1
  const isOwn = ({ account }: MemoryHit) => account === first.candidate.account
  const ranks: readonly FeatureName[] = ['memory_same', 'memory_similar', 'memory_code', 'memory_vendor']
  const strongest = ranks.find(feature => hits.some(hit => hit.feature === feature))
  const torn = hits.filter(hit => hit.feature === strongest)
  if (torn.length > 1) return Math.min(0.84, Math.max(0, ...torn.filter(isOwn).map(({ share }) => share)))
  if (unaided.share < sayingSomething || first.candidate.account === unaided.candidate.account) return 1
  const isSettled = hits.some(hit => isOwn(hit) && (hit.feature === 'memory_same' || hit.count >= 2))
  return isSettled ? 1 : 0.84
}

/** Below this share the words of a line say nothing that a lesson could contradict. */
const sayingSomething = 0.4

function toCoding(
  scored: readonly ScoredCandidate[],
  model: ScoringModel,
  knowsCompany: boolean,
  isProposable: (account: string) => boolean,
  most: number,
): Coding {
  const stated = statedFor(scored, model)
  const account = Math.min(stated.account, most)
  const ten = firstTen(scored, knowsCompany, isProposable)
  const rest = ten.slice(1).reduce((sum, { share }) => sum + share, 0)
  return {
    candidates: ten.map(({ candidate, share }, index) => ({
      accountCode: candidate.account,
      probability: index === 0 ? account : Math.min(account, rest === 0 ? 0 : (1 - account) * (share / rest)),
      evidence: candidate.evidence.slice(0, 4),
    })),
    stages: { ...stated, account },
    considered: scored.length,
    isGrounded: knowsCompany,
  }
}

/** Stated chances of the three stages; a part of the code is never less likely than the account in it. */
export function statedFor(scored: readonly ScoredCandidate[], model: ScoringModel): Record<Stage, number> {
  const [family, subfamily, account] = stages.map(stage =>
    calibrated(model.calibration[stage], standing(scored, stage)),
  )
  const stated = { family: family ?? 0, subfamily: subfamily ?? 0, account: account ?? 0 }
  stated.subfamily = Math.max(stated.subfamily, stated.account)
  stated.family = Math.max(stated.family, stated.subfamily)
  return stated
}
