import { inDepartment, foldDepartment } from './departments'
import type { ScoredCandidate } from './scorer'

const offered = 10
const departments = ['administration', 'selling', 'plant'] as const

/**
 * The candidates to offer, best first. While the company has not said whether it keeps expenses by department, the
 * last places go to the same expense in the other departments.
 */
export function firstTen(
  scored: readonly ScoredCandidate[],
  knowsDepartments: boolean,
  isAllowed: (account: string) => boolean,
): ScoredCandidate[] {
  const expense = scored.slice(0, 4).filter(({ candidate }) => candidate.account.startsWith('601.'))
  if (knowsDepartments || expense.length === 0) return scored.slice(0, offered)
  const [first, second] = expense
  const others = [...siblings(first, departments), ...siblings(second, ['administration'])].filter(
    ({ candidate }) => isAllowed(candidate.account) && !scored.some(one => one.candidate.account === candidate.account),
  )
  return [...scored.slice(0, offered - others.length), ...others]
}

function siblings(one: ScoredCandidate | undefined, among: readonly (typeof departments)[number][]): ScoredCandidate[] {
  if (!one) return []
  const { account } = one.candidate
  return [...new Set(among.map(department => inDepartment(account, department)))]
    .filter(code => code !== account && foldDepartment(code) === account)
    .map(code => ({
      candidate: { account: code, features: new Map(), evidence: [{ key: 'other_department', params: {} }] },
      share: 0,
    }))
}
