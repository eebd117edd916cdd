import { collectCandidates } from './candidates'
import type { CodingLine } from './coding-line'
import { knowCompany, type CompanyFacts } from './company-facts'
import type { Candidate } from './drafts'
import { firstTen } from './first-ten'
import type { FeatureName } from './features'
import type { CodingKnowledge } from './knowledge'
import type { ReadableLine } from './readings'
import { rememberReadings } from './remembered-readings'
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
import { chartView, sameChart } from './chart-view'
import type { PlacesFor } from './purposes'
import type { AccountSuggestion } from './suggestion'

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

export interface Coder {
  /** Names the weights that decided, kept with every coding. */
  readonly version: string
  code(line: CodingLine, company: CompanyFacts, memory: CodingMemory): Coding
  /** Reads a line ahead, most of the work, so that many lines can be coded at one go without blocking for long. */
  readAhead(line: ReadableLine, company: Pick<CompanyFacts, 'meaning'>): void
}

/**
 * Codes lines to a chart. Evidence is weighed among SAT accounts; another chart shows where each of them goes.
 *
 * @param isProposable SAT accounts the machine may propose by itself
 * @param isKnown      the chart's accounts a person may have chosen: memory proposes these too
 * @param places       where a chart other than SAT's puts what a SAT account is for
 */
export function createCoder(
  knowledge: CodingKnowledge,
  isProposable: (account: string) => boolean,
  isKnown: (account: string) => boolean,
  places?: PlacesFor,
): Coder {
  const remembered = rememberReadings(knowledge)
  return {
    version: knowledge.models.version,
    readAhead: (line, { meaning }) => void remembered.of(line, meaning),
    code(line, company, memory) {
      const { acquaintance, profile, evidence: profileEvidence } = knowCompany(company, knowledge)
      const { homeCurrency, meaning } = company
      const model = knowledge.models.by[acquaintance]
      const drafts = collectCandidates(line, {
        knowledge,
        profile,
        profileEvidence,
        homeCurrency,
        readings: remembered.of(line, meaning),
        isAllowed: isProposable,
      })
      const inChart = places ? chartView(places, line.description) : sameChart
      const hits = recall(line.description, line.productCode, memory).filter(({ account }) => isKnown(account))
      const unaided = scoreCandidates(drafts.finish(), model.weights)
      if (hits.length === 0) return codingOf(unaided, 1)
      const standIns = inChart.standIns(unaided)
      for (const { account, feature, strength, evidence } of hits)
        drafts.remember(standIns.get(account) ?? inChart.unplaced(account), feature, strength, evidence)
      const scored = scoreCandidates(drafts.finish(), model.weights)
      return codingOf(scored, surest(inChart.merge(scored)[0], inChart.merge(unaided)[0], hits))

      function codingOf(scored: readonly ScoredCandidate[], most: number): Coding {
        const knowsCompany = acquaintance === 'profile' || hits.length > 0
        const merged = inChart.merge(scored)
        const placed = scored.filter(({ candidate }) => inChart.placeOf(candidate.account) !== undefined)
        // Right among the SAT's accounts is right in a chart that knows fewer, and departments of its own it has none.
        const stated = statedFor(placed, model, knowsCompany || places !== undefined)
        const ten = places ? merged.slice(0, 10) : firstTen(merged, knowsCompany, isProposable)
        return toCoding(ten, { ...stated, account: Math.min(stated.account, most) }, scored.length, knowsCompany)
      }
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
  ten: readonly ScoredCandidate[],
  stated: Coding['stages'],
  considered: number,
  isGrounded: boolean,
): Coding {
  const { account } = stated
  const rest = ten.slice(1).reduce((sum, { share }) => sum + share, 0)
  return {
    candidates: ten.map(({ candidate, share }, index) => ({
      accountCode: candidate.account,
      probability: index === 0 ? account : Math.min(account, rest === 0 ? 0 : (1 - account) * (share / rest)),
      evidence: candidate.evidence.slice(0, 4),
    })),
    stages: stated,
    considered,
    isGrounded,
  }
}

/** Most companies of the size that codes its bills here keep one expense group; about one in ten splits it. */
const keepsOneExpenseGroup = 0.9

/** Below what is written on a line: a person chooses. */
const mostOfGuess = 0.45

/** Whether an account is offered only because there must be something to choose from. */
function isGuess({ evidence }: Candidate): boolean {
  return evidence.every(({ key }) => key === 'catch_all')
}

/** Stated chances of the three stages; a part of the code is never less likely than the account in it. */
export function statedFor(
  scored: readonly ScoredCandidate[],
  model: ScoringModel,
  knowsDepartments: boolean,
): Record<Stage, number> {
  const [family, subfamily, account] = stages.map(stage =>
    calibrated(model.calibration[stage], standing(scored, stage)),
  )
  // Calibration took 601 to 604 as one where nobody said whether the company keeps its expenses by department.
  const isOneGroup = !knowsDepartments && scored[0]?.candidate.account.startsWith('601.') ? keepsOneExpenseGroup : 1
  const stated = { family: family ?? 0, subfamily: (subfamily ?? 0) * isOneGroup, account: (account ?? 0) * isOneGroup }
  // Often right all the same, because so much ends there; but an account that nothing on the line speaks for is a guess.
  if (scored[0] && isGuess(scored[0].candidate)) stated.account = Math.min(stated.account, mostOfGuess)
  stated.subfamily = Math.max(stated.subfamily, stated.account)
  stated.family = Math.max(stated.family, stated.subfamily)
  return stated
}
