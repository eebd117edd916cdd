import { foldDepartment } from '../../src/engine/pipeline/code/departments'
import { partOf, scoreCandidates, type ScoringModel, type Stage } from '../../src/engine/pipeline/code/scorer'
import { statedFor } from '../../src/engine/pipeline/code/coder'
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

/** The model a company's lines are coded with. */
export type ModelFor = (company: string) => ScoringModel

/** Codes each line with its company's model. */
export function judgeAll(examples: readonly Example[], modelFor: ModelFor): Judged[] {
  return examples.map(example => judge(example, modelFor(example.labelled.company)))
}

/** For each company a model whose weights and calibration never saw its labels. */
export function learnLeavingCompaniesOut(examples: readonly Example[], practice: readonly Example[]): ModelFor {
  const folds = [...byCompany(examples)].map(([company, own]) => {
    const weights = learnWeights([...examples, ...practice].filter(example => example.labelled.company !== company))
    return { company, weights, stood: standingsOf(own, weights) }
  })
  const models = new Map(
    folds.map(({ company, weights }) => {
      const held = (stage: Stage): Held[] =>
        folds.filter(fold => fold.company !== company).flatMap(fold => fold.stood[stage])
      const calibration = {
        family: learnCalibration(held('family')),
        subfamily: learnCalibration(held('subfamily')),
        account: learnCalibration(held('account')),
      }
      return [company, { weights, calibration }]
    }),
  )
  return company => {
    const model = models.get(company)
    if (!model) throw new Error(`no model was learned for ${company}`)
    return model
  }
}

function judge(example: Example, model: ScoringModel): Judged {
  const scored = scoreCandidates(example.candidates, model.weights)
  const { labelled } = example
  const proposals = firstTen(scored, example.knowsDepartments, example.isAllowed).map(
    ({ candidate }) => candidate.account,
  )
  const [proposed = ''] = proposals
  const acceptable = [...labelled.acceptable]
  const stated = statedFor(scored, model, example.knowsDepartments)
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
