import type { CompanyProfile } from '../../../shared/company-profile'
import type { CodingKnowledge } from './knowledge'
import type { MeaningModel } from './meaning'
import { parseProfile } from './profile'

/** What the settings say about the company whose bills are coded. */
export interface CompanyFacts {
  /** What the company said it is; null while it has not. */
  readonly profile: CompanyProfile | null
  /** As it stands on the invoices; empty while nobody has written it. */
  readonly name: string
  readonly homeCurrency: string
  /** A model of what words mean, where the company supplied one. */
  readonly meaning?: MeaningModel | undefined
}

/** How much is known of a company, each with weights of its own: its own words, what its name tells, or nothing. */
export const acquaintances = ['profile', 'name', 'nothing'] as const
export type Acquaintance = (typeof acquaintances)[number]

export interface KnownCompany {
  readonly acquaintance: Acquaintance
  readonly profile: CompanyProfile | null
}

/**
 * What coding may take a company for. One that has not said what it does may still be called "Fletes del Norte": its
 * name then stands for a carrier's usual profile, which proposes but is no ground to go without a look.
 */
export function knowCompany(company: CompanyFacts, knowledge: CodingKnowledge): KnownCompany {
  const known = knownCompanies.get(company) ?? getToKnow(company, knowledge)
  knownCompanies.set(company, known)
  return known
}

// The same facts serve all lines of a document.
const knownCompanies = new WeakMap<CompanyFacts, KnownCompany>()

function getToKnow({ profile, name, homeCurrency }: CompanyFacts, knowledge: CodingKnowledge): KnownCompany {
  if (profile !== null) return { acquaintance: 'profile', profile }
  const guessed = parseProfile(name, knowledge.trades, knowledge.concepts, homeCurrency)
  return guessed.trades.length > 0
    ? { acquaintance: 'name', profile: guessed }
    : { acquaintance: 'nothing', profile: null }
}
