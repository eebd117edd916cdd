import { collectCandidates, type Candidate } from '../../src/engine/pipeline/code/candidates'
import { parseProfile } from '../../src/engine/pipeline/code/profile'
import type { CodingKnowledge } from '../../src/engine/pipeline/code/knowledge'
import type { LabelledLine } from './lines'

/** A labelled line with its candidates, ready to be scored or learned from. */
export interface Example {
  readonly labelled: LabelledLine
  readonly candidates: readonly Candidate[]
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
    return { labelled, candidates: collectCandidates(labelled.line, context).finish() }
  })
}
