import type { CodingKnowledge } from '../../src/engine/pipeline/code/knowledge'
import { PurchaseTally, type UsualShares } from '../../src/engine/pipeline/code/purchase-tally'
import { companiesOf } from './companies'
import type { LabelledLine } from './lines'

/**
 * What part of a company's purchases each trade would claim, in the middle of all companies: most are not in the trade.
 * Labels are not read.
 */
export function learnUsualShares(lines: readonly LabelledLine[], knowledge: CodingKnowledge): UsualShares {
  const shares = companiesOf(lines).map(own => tallyOf(own, knowledge, {}).shares())
  const middle = (trade: string) => median(shares.map(one => one[trade] ?? 0))
  return Object.fromEntries(knowledge.trades.map(({ key }) => [key, Math.round(middle(key) * 1000) / 1000]))
}

/** For each company what is usual among the others. */
export function usualLeavingCompaniesOut(
  lines: readonly LabelledLine[],
  knowledge: CodingKnowledge,
): (company: string) => UsualShares {
  const known = new Map<string, UsualShares>()
  return company => {
    const others = lines.filter(line => line.company !== company)
    const usual = known.get(company) ?? learnUsualShares(others, knowledge)
    known.set(company, usual)
    return usual
  }
}

/** All purchases of one company. */
export function tallyOf(lines: readonly LabelledLine[], knowledge: CodingKnowledge, usual: UsualShares): PurchaseTally {
  const tally = new PurchaseTally(knowledge, knowledge.trades, usual)
  for (const { line } of lines) tally.add(line)
  return tally
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
