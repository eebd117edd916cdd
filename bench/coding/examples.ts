import { collectCandidates } from '../../src/engine/pipeline/code/candidates'
import { knowCompany, type Acquaintance, type CompanyFacts } from '../../src/engine/pipeline/code/company-facts'
import type { Candidate } from '../../src/engine/pipeline/code/drafts'
import type { CodingKnowledge } from '../../src/engine/pipeline/code/knowledge'
import { parseProfile } from '../../src/engine/pipeline/code/profile'
import type { LabelledLine } from './lines'
import { withHalfVocabulary } from './vocabulary'

/** A labelled line with its candidates, ready to be scored or learned from. */
export interface Example {
  readonly labelled: LabelledLine
  readonly candidates: readonly Candidate[]
  /** What the candidates were collected by: a company whose name tells nothing is known by nothing. */
  readonly acquaintance: Acquaintance
  readonly isAllowed: (account: string) => boolean
}

/** What lines are coded by before any weight is learned. */
export interface Ground {
  readonly knowledge: CodingKnowledge
  /** The vocabulary as shipped, to forget half of it. */
  readonly conceptsTsv: string
  /** Accounts that may be proposed. */
  readonly isAllowed: (account: string) => boolean
}

/** Collects the candidates of every line, with the company known as well as `knownBy` says at most. */
export function toExamples(
  lines: readonly LabelledLine[],
  { knowledge, isAllowed }: Ground,
  knownBy: Acquaintance,
): Example[] {
  const companies = new Map<string, CompanyFacts>()
  return lines.map(labelled => {
    const company = companies.get(labelled.companyContext) ?? factsOf(labelled, knowledge, knownBy)
    companies.set(labelled.companyContext, company)
    const { acquaintance, profile } = knowCompany(company, knowledge)
    const { homeCurrency } = company
    const candidates = collectCandidates(labelled.line, { knowledge, profile, homeCurrency, isAllowed }).finish()
    return { labelled, candidates, acquaintance, isAllowed }
  })
}

/** What the settings of a company would say: its own words, only its name, or not even that. */
export function factsOf(
  { company, companyContext }: LabelledLine,
  { trades, concepts }: CodingKnowledge,
  knownBy: Acquaintance,
): CompanyFacts {
  return {
    profile: knownBy === 'profile' ? parseProfile(companyContext, trades, concepts, 'MXN') : null,
    name: knownBy === 'nothing' ? '' : company,
    homeCurrency: 'MXN',
  }
}

/** Every line twice, each time with the other half of the vocabulary. */
export function halfVocabularyExamples(
  lines: readonly LabelledLine[],
  ground: Ground,
  knownBy: Acquaintance,
): Example[] {
  return ([0, 1] as const).flatMap(half =>
    toExamples(
      lines,
      { ...ground, knowledge: withHalfVocabulary(ground.knowledge, ground.conceptsTsv, half) },
      knownBy,
    ),
  )
}

/** Harder copies to learn from: half the vocabulary, and foreign-looking lines without any code. */
export function practiceExamples(lines: readonly LabelledLine[], ground: Ground, knownBy: Acquaintance): Example[] {
  const withoutCodes = lines.map(labelled => ({
    ...labelled,
    line: { ...labelled.line, productCode: null, cfdiUse: null },
  }))
  return [...halfVocabularyExamples(lines, ground, knownBy), ...toExamples(withoutCodes, ground, knownBy)]
}
