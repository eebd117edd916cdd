import type { Acquaintance } from '../../src/engine/pipeline/code/company-facts'
import { foldDepartment } from '../../src/engine/pipeline/code/departments'
import { partOf, scoreCandidates, type ScoringModel, type Stage } from '../../src/engine/pipeline/code/scorer'
import { statedFor } from '../../src/engine/pipeline/code/coder'
import { firstTen } from '../../src/engine/pipeline/code/first-ten'
import type { Example } from './examples'
import { calibrationFrom, leaveCompaniesOut, type Lessons } from './train'

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

/** Codes each line with the model for its company and for what is known of it. */
export function judgeAll(examples: readonly Example[], modelsFor: Readonly<Record<Acquaintance, ModelFor>>): Judged[] {
  return examples.map(example => judge(example, modelsFor[example.acquaintance](example.labelled.company)))
}

/** For each company a model whose weights and calibration never saw its labels. */
export function learnLeavingCompaniesOut(lessons: Lessons): ModelFor {
  const folds = leaveCompaniesOut(lessons)
  const models = new Map(
    folds.map(({ company, weights }) => {
      const others = folds.filter(fold => fold.company !== company)
      return [company, { weights, calibration: calibrationFrom(others) }]
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
  const { labelled, acquaintance } = example
  const knowsDepartments = acquaintance === 'profile'
  const proposals = firstTen(scored, knowsDepartments, example.isAllowed).map(({ candidate }) => candidate.account)
  const [proposed = ''] = proposals
  const acceptable = [...labelled.acceptable]
  const stated = statedFor(scored, model, knowsDepartments)
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
