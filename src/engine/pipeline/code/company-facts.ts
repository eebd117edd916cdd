import type { CompanyProfile } from '../../../shared/company-profile'
import type { TradeGuess } from '../../../shared/trade-guess'
import type { CodingKnowledge } from './knowledge'
import type { MeaningModel } from './meaning'
import type { Evidence } from './suggestion'
import { parseProfile, usualProfile } from './profile'

/** What the settings say about the company whose bills are coded. */
export interface CompanyFacts {
  /** What the company said it is; null while it has not. */
  readonly profile: CompanyProfile | null
  /** As it stands on the invoices; empty while nobody has written it. */
  readonly name: string
  /** The trade its purchases so far look like; none while they speak for none. */
  readonly purchases?: TradeGuess | null | undefined
  readonly homeCurrency: string
  /** A model of what words mean, where the company supplied one. */
  readonly meaning?: MeaningModel | undefined
}

/**
 * How a company is known, each with weights of its own: its own words, what its name tells, what its purchases look
 * like, or not at all.
 */
export type Acquaintance = 'profile' | 'name' | 'purchases' | 'nothing'

export interface KnownCompany {
  readonly acquaintance: Acquaintance
  readonly profile: CompanyProfile | null
  /** What speaks for a profile that the company has not told itself. */
  readonly evidence: Evidence | null
}

/**
 * What coding may take a company for. One that has not said what it does may still be called "Fletes del Norte" or buy
 * fuel, tolls and tyres: then it has a carrier's usual profile, which proposes but is no ground to go without a look.
 */
export function knowCompany(company: CompanyFacts, knowledge: CodingKnowledge): KnownCompany {
  const known = knownCompanies.get(company) ?? getToKnow(company, knowledge)
  knownCompanies.set(company, known)
  return known
}

// The same facts serve all lines of a document.
const knownCompanies = new WeakMap<CompanyFacts, KnownCompany>()

function getToKnow({ profile, name, purchases, homeCurrency }: CompanyFacts, knowledge: CodingKnowledge): KnownCompany {
  if (profile !== null) return { acquaintance: 'profile', profile, evidence: null }
  const { trades, concepts } = knowledge
  const named = parseProfile(name, trades, concepts, homeCurrency)
  const [byName] = named.trades
  if (byName !== undefined)
    return {
      acquaintance: 'name',
      profile: named,
      evidence: { key: 'trade_by_name', params: { trade: byName } },
    }
  const trade = trades.find(({ key }) => key === purchases?.trade)
  if (!trade || !purchases) return { acquaintance: 'nothing', profile: null, evidence: null }
  const percent = Math.round(100 * purchases.share)
  return {
    acquaintance: 'purchases',
    profile: usualProfile(trade),
    evidence: { key: 'trade_by_purchases', params: { trade: trade.key, percent, count: purchases.lines } },
  }
}
