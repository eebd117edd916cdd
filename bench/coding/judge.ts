import { foldDepartment } from '../../src/engine/pipeline/code/departments'
import {
  calibrated,
  partOf,
  scoreCandidates,
  stages,
  standing,
  type ScoringModel,
  type Stage,
} from '../../src/engine/pipeline/code/scorer'
import { firstTen } from '../../src/engine/pipeline/code/first-ten'
import type { Example } from './examples'
import { byCompany, learnCalibration, learnWeights, standingsOf, type Held } from './train'

/** How one line was coded, judged against its label. */
export interface Judged {
  readonly example: Example
  readonly proposed: string
  readonly proposals: readonly string[]
  readonly why: string
  /** Stated chance per stage. */
  readonly stated: Readonly<Record<Stage, number>>
  readonly isOk: Readonly<Record<Stage, boolean>>
  readonly isExact: boolean
  readonly isFamilyRight: boolean
  readonly isWithinTen: boolean
  readonly isOkFolded: boolean
}

/** Codes each line with one model. */
export function judgeAll(examples: readonly Example[], model: ScoringModel): Judged[] {
  return examples.map(example => judge(example, model))
}

/** Codes each company's lines with weights and calibration that never saw that company's labels. */
export function judgeLeavingCompaniesOut(
  examples: readonly Example[],
  practice: readonly Example[],
  judged: readonly Example[] = examples,
): Judged[] {
  const folds = [...byCompany(examples)].map(([company, own]) => {
    const weights = learnWeights([...examples, ...practice].filter(example => example.labelled.company !== company))
    return { company, own, weights, stood: standingsOf(own, weights) }
  })
  return folds.flatMap(({ company, weights }) => {
    const held = (stage: Stage): Held[] =>
      folds.filter(fold => fold.company !== company).flatMap(fold => fold.stood[stage])
    const calibration = {
      family: learnCalibration(held('family')),
      subfamily: learnCalibration(held('subfamily')),
      account: learnCalibration(held('account')),
    }
    return judgeAll(
      judged.filter(example => example.labelled.company === company),
      { weights, calibration },
    )
  })
}

function judge(example: Example, model: ScoringModel): Judged {
  const scored = scoreCandidates(example.candidates, model.weights).slice()
  const { labelled } = example
  const proposals = firstTen(scored, example.knowsDepartments, example.isAllowed).map(
    ({ candidate }) => candidate.account,
  )
  const [proposed = ''] = proposals
  const acceptable = [...labelled.acceptable]
  const stated = Object.fromEntries(
    stages.map(stage => [stage, calibrated(model.calibration[stage], standing(scored, stage))]),
  ) as Record<Stage, number>
  // A part cannot be less likely than the account in it.
  stated.subfamily = Math.max(stated.subfamily, stated.account)
  stated.family = Math.max(stated.family, stated.subfamily)
  const okAt = (stage: Stage) => acceptable.some(account => partOf(account, stage) === partOf(proposed, stage))
  return {
    example,
    proposed,
    proposals,
    why: (scored[0]?.candidate.evidence ?? [])
      .slice(0, 3)
      .map(({ key, params }) => `${key}:${Object.values(params).join('/')}`)
      .join('; '),
    stated,
    isOk: { family: okAt('family'), subfamily: okAt('subfamily'), account: okAt('account') },
    isExact: proposed === labelled.expected,
    isFamilyRight: partOf(proposed, 'family') === partOf(labelled.expected, 'family'),
    isWithinTen: proposals.includes(labelled.expected),
    isOkFolded: acceptable.some(account => foldDepartment(account) === foldDepartment(proposed)),
  }
}
