import { foldDepartment } from '../../src/engine/pipeline/code/departments'
import { featureNames, type FeatureName } from '../../src/engine/pipeline/code/features'
import {
  calibrated,
  partOf,
  scoreCandidates,
  stages,
  standing,
  type Calibration,
  type ScoringModel,
  type Stage,
  type Weights,
} from '../../src/engine/pipeline/code/scorer'
import type { Example } from './examples'

// Chosen once on the development lines, the same for every fold.
const rounds = 300
const learningRate = 0.08
const ridge = 0.004
// Few companies: a steep curve would say more about them than about the next one.
const calibrationRidge = 0.05
// Company policy speaks for lines the development set has few of: these weights stay near what practice says.
const firm: ReadonlySet<FeatureName> = new Set([
  'code_claimed',
  'expense_against_policy',
  'route_material',
  'route_resale',
  'goods_purchases',
])
const firmRidge = 0.06
// Where others are defensible the expected account is still the better aim; where the rest goes is shared.
const shareOfExpected = 0.6

// What practice says before any line is seen; weights are pulled here, not to zero, where lines are few.
const prior: Weights = {
  word_rule: 5,
  word_act: 3,
  word_service: 3,
  word_thing: 3,
  word_durable: 3,
  code_long: 1.5,
  code_mid: 1.5,
  code_short: 1,
  code_claimed: 3.5,
  // While nobody knows how a company keeps its stock, what it buys to sell or work up is a purchase.
  goods_purchases: 1,
  goods_for_own_use: -2.5,
  cost_for_own_use: -2,
  expense_for_direct_use: -0.5,
  expense_against_policy: 0,
  capital_size: 1.5,
  capital_small: -1.5,
  department_fits: 1,
  department_other: -0.5,
  // No model of meaning is shipped to learn with: it nudges, and words of the line itself outweigh it.
  meaning: 1.5,
  // Lines of the development set have no history: what earlier decisions weigh is set here.
  memory_same: 9,
  memory_similar: 4,
  memory_code: 2.5,
  memory_vendor: 2,
  memory_default: 6,
  memory_other: 3.5,
}

interface Dense {
  readonly rows: readonly (readonly (readonly [number, number])[])[]
  readonly target: readonly number[]
}

/** Learns the weights of the multinomial logit by gradient descent (Adam) with ridge. No chance is involved. */
export function learnWeights(examples: readonly Example[]): Weights {
  const data = examples.map(toDense).filter(dense => dense !== undefined)
  const size = featureNames.length
  const weights = Float64Array.from(featureNames, name => prior[name] ?? 0)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = gradientAt(data, weights)
    for (let index = 0; index < size; index += 1) {
      const slope =
        (gradient[index] ?? 0) / data.length +
        (firm.has(featureNames[index] ?? 'fallback') ? firmRidge : ridge) *
          ((weights[index] ?? 0) - (prior[featureNames[index] ?? 'fallback'] ?? 0))
      first[index] = 0.9 * (first[index] ?? 0) + 0.1 * slope
      second[index] = 0.999 * (second[index] ?? 0) + 0.001 * slope * slope
      const step = (first[index] ?? 0) / (1 - 0.9 ** round)
      const spread = Math.sqrt((second[index] ?? 0) / (1 - 0.999 ** round)) + 1e-8
      weights[index] = (weights[index] ?? 0) - (learningRate * step) / spread
    }
  }
  return Object.fromEntries(featureNames.map((name, index) => [name, Math.round((weights[index] ?? 0) * 1000) / 1000]))
}

function gradientAt(data: readonly Dense[], weights: Float64Array): Float64Array {
  const gradient = new Float64Array(weights.length)
  for (const { rows, target } of data) {
    const scores = rows.map(row => row.reduce((sum, [index, value]) => sum + (weights[index] ?? 0) * value, 0))
    const top = Math.max(...scores)
    const powers = scores.map(score => Math.exp(score - top))
    const total = powers.reduce((sum, power) => sum + power, 0)
    for (const [position, row] of rows.entries()) {
      const error = (powers[position] ?? 0) / total - (target[position] ?? 0)
      for (const [index, value] of row) gradient[index] = (gradient[index] ?? 0) + error * value
    }
  }
  return gradient
}

const indexOf = new Map<FeatureName, number>(featureNames.map((name, index) => [name, index]))

/** The target is mostly the expected account, the rest is shared by what another accountant could defend. */
function toDense({ candidates, labelled }: Example): Dense | undefined {
  const acceptable = candidates.filter(candidate => labelled.acceptable.has(candidate.account))
  if (acceptable.length === 0) return undefined
  const hasExpected = acceptable.some(candidate => candidate.account === labelled.expected)
  const others = acceptable.length - (hasExpected ? 1 : 0)
  const expectedShare = !hasExpected ? 0 : others === 0 ? 1 : shareOfExpected
  return {
    rows: candidates.map(({ features }) =>
      [...features].map(([name, value]) => [indexOf.get(name) ?? 0, value] as const),
    ),
    target: candidates.map(({ account }) => {
      if (account === labelled.expected) return expectedShare
      return labelled.acceptable.has(account) ? (1 - expectedShare) / others : 0
    }),
  }
}

export interface Held {
  readonly logit: number
  readonly lead: number
  readonly isRight: boolean
}

/** What calibration learns from: how each line stood, and whether its first place was right or acceptable. */
export function standingsOf(examples: readonly Example[], weights: Weights): Record<Stage, Held[]> {
  const held = { family: [] as Held[], subfamily: [] as Held[], account: [] as Held[] }
  for (const { candidates, labelled, acquaintance } of examples) {
    const scored = scoreCandidates(candidates, weights)
    for (const stage of stages) {
      const { part, logit, lead } = standing(scored, stage)
      // Which department it was cannot be known without the company's word; coding allows for that by itself.
      const asOne = (account: string) => (acquaintance === 'profile' ? account : foldDepartment(account))
      const right = [...labelled.acceptable].some(account => partOf(asOne(account), stage) === part)
      held[stage].push({ logit, lead, isRight: right })
    }
  }
  return held
}

/** Fits the calibration curve by Newton-free gradient descent on log loss, pulled gently towards "as stated". */
export function learnCalibration(held: readonly Held[]): Calibration {
  let [intercept, slope, lead] = [0.5, 0.5, 0.2]
  for (let round = 0; round < 4_000 && held.length > 0; round += 1) {
    let [byIntercept, bySlope, byLead] = [0, 0, 0]
    for (const at of held) {
      const error = calibrated({ intercept, slope, lead }, at) - (at.isRight ? 1 : 0)
      byIntercept += error
      bySlope += error * at.logit
      byLead += error * at.lead
    }
    intercept -= 0.15 * (byIntercept / held.length)
    slope -= 0.15 * (bySlope / held.length + calibrationRidge * (slope - 0.5))
    lead -= 0.15 * (byLead / held.length + calibrationRidge * lead)
  }
  const round3 = (value: number) => Math.round(value * 1000) / 1000
  return { intercept: round3(intercept), slope: round3(slope), lead: round3(lead) }
}

/** Groups by company, so that no line is judged by what its own company taught. */
export function byCompany(examples: readonly Example[]): Map<string, Example[]> {
  return Map.groupBy(examples, example => example.labelled.company)
}

/** What a model is learned from. */
export interface Lessons {
  readonly examples: readonly Example[]
  /** Harder copies of the same lines: learned from, not calibrated on. */
  readonly practice: readonly Example[]
  /** Calibration learns from these, each as coded by weights that never saw its company. */
  readonly toCalibrate: readonly Example[]
}

/** Weights from all examples; calibration from predictions for companies left out of the training. */
export function learnModel(lessons: Lessons): ScoringModel {
  const weights = learnWeights([...lessons.examples, ...lessons.practice])
  return { weights, calibration: calibrationFrom(leaveCompaniesOut(lessons)) }
}

/** A company left out of the training, and how its lines then stood. */
export interface Fold {
  readonly company: string
  readonly weights: Weights
  readonly stood: Record<Stage, Held[]>
}

/** For each company weights learned without it. */
export function leaveCompaniesOut({ examples, practice, toCalibrate }: Lessons): Fold[] {
  const held = byCompany(toCalibrate)
  return [...byCompany(examples).keys()].map(company => {
    const weights = learnWeights([...examples, ...practice].filter(example => example.labelled.company !== company))
    return { company, weights, stood: standingsOf(held.get(company) ?? [], weights) }
  })
}

export function calibrationFrom(folds: readonly Fold[]): ScoringModel['calibration'] {
  const held = (stage: Stage) => folds.flatMap(fold => fold.stood[stage])
  return {
    family: learnCalibration(held('family')),
    subfamily: learnCalibration(held('subfamily')),
    account: learnCalibration(held('account')),
  }
}
