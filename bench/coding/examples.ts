import { collectCandidates } from '../../src/engine/pipeline/code/candidates'
import { knowCompany, type Acquaintance, type CompanyFacts } from '../../src/engine/pipeline/code/company-facts'
import type { Candidate } from '../../src/engine/pipeline/code/drafts'
import type { CodingKnowledge } from '../../src/engine/pipeline/code/knowledge'
import { parseProfile } from '../../src/engine/pipeline/code/profile'
import type { UsualShares } from '../../src/engine/pipeline/code/purchase-tally'
import type { LabelledLine } from './lines'
import { companiesOf } from './companies'
import { tallyOf } from './usual-shares'
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
  /** What is usual among companies, learned without this one. */
  readonly usualFor: (company: string) => UsualShares
}

/** Collects the candidates of every line, with the company known as well as `knownBy` says at most. */
export function toExamples(lines: readonly LabelledLine[], ground: Ground, knownBy: Acquaintance): Example[] {
  const { knowledge, isAllowed } = ground
  return companiesOf(lines).flatMap(own => {
    const company = factsOf(own, ground, knownBy)
    const { acquaintance, profile } = knowCompany(company, knowledge)
    const { homeCurrency } = company
    return own.map(labelled => {
      const candidates = collectCandidates(labelled.line, { knowledge, profile, homeCurrency, isAllowed }).finish()
      return { labelled, candidates, acquaintance, isAllowed }
    })
  })
}

/** A company of which nothing is told and nothing was seen. */
export const unknownCompany: CompanyFacts = { profile: null, name: '', homeCurrency: 'MXN' }

/**
 * What coding would know of a company whose lines these are: its own words, only its name, only what its lines look like
 * (their labels are not read), or nothing.
 */
export function factsOf(
  lines: readonly LabelledLine[],
  { knowledge, usualFor }: Ground,
  knownBy: Acquaintance,
): CompanyFacts {
  const [one] = lines
  if (!one || knownBy === 'nothing') return unknownCompany
  if (knownBy === 'name') return { ...unknownCompany, name: one.company }
  const { trades, concepts } = knowledge
  if (knownBy === 'profile')
    return { ...unknownCompany, profile: parseProfile(one.companyContext, trades, concepts, 'MXN') }
  return { ...unknownCompany, purchases: tallyOf(lines, knowledge, usualFor(one.company)).guess() }
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
