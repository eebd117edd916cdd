import { collectCandidates } from '../../src/engine/pipeline/code/candidates'
import type { Candidate } from '../../src/engine/pipeline/code/drafts'
import { parseProfile } from '../../src/engine/pipeline/code/profile'
import type { CodingKnowledge } from '../../src/engine/pipeline/code/knowledge'
import type { LabelledLine } from './lines'
import { withHalfVocabulary } from './vocabulary'

/** A labelled line with its candidates, ready to be scored or learned from. */
export interface Example {
  readonly labelled: LabelledLine
  readonly candidates: readonly Candidate[]
  readonly knowsDepartments: boolean
  readonly isAllowed: (account: string) => boolean
}

/** Collects the candidates of every line, with the profile read from the company's own words or with none. */
export function toExamples(
  lines: readonly LabelledLine[],
  knowledge: CodingKnowledge,
  isAllowed: (account: string) => boolean,
  withProfile: boolean,
): Example[] {
  const profiles = new Map<string, ReturnType<typeof parseProfile>>()
  return lines.map(labelled => {
    const known = profiles.get(labelled.companyContext)
    const profile = known ?? parseProfile(labelled.companyContext, knowledge.trades, knowledge.concepts, 'MXN')
    profiles.set(labelled.companyContext, profile)
    const context = { knowledge, profile: withProfile ? profile : null, homeCurrency: 'MXN', isAllowed }
    const candidates = collectCandidates(labelled.line, context).finish()
    return { labelled, candidates, knowsDepartments: withProfile, isAllowed }
  })
}

/** Every line twice, each time with the other half of the vocabulary. */
export function halfVocabularyExamples(
  lines: readonly LabelledLine[],
  knowledge: CodingKnowledge,
  conceptsTsv: string,
  isAllowed: (account: string) => boolean,
  withProfile: boolean,
): Example[] {
  return ([0, 1] as const).flatMap(half =>
    toExamples(lines, withHalfVocabulary(knowledge, conceptsTsv, half), isAllowed, withProfile),
  )
}

/** Harder copies to learn from: half the vocabulary, and foreign-looking lines without any code. */
export function practiceExamples(
  lines: readonly LabelledLine[],
  knowledge: CodingKnowledge,
  conceptsTsv: string,
  isAllowed: (account: string) => boolean,
  withProfile: boolean,
): Example[] {
  const withoutCodes = lines.map(labelled => ({
    ...labelled,
    line: { ...labelled.line, productCode: null, cfdiUse: null },
  }))
  return [
    ...halfVocabularyExamples(lines, knowledge, conceptsTsv, isAllowed, withProfile),
    ...toExamples(withoutCodes, knowledge, isAllowed, withProfile),
  ]
}
