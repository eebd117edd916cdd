import type { Account, Chart } from '../pipeline/code/chart'
import { matchConcepts, type ConceptIndex } from '../pipeline/code/concepts'
import { foldDepartment } from '../pipeline/code/departments'
import { fold } from '../../shared/fold'
import type { ChartRow } from './read-chart'

/** What accounts of a foreign chart are compared with to find out what they are for. */
export interface Purposes {
  /** The SAT chart: the finest language for purposes we have. */
  readonly sat: Chart
  readonly concepts: ConceptIndex
}

/**
 * Finds out what each account is for: by the código agrupador the file gives, by the same code or name in the SAT chart,
 * by everyday words in its name. An account without accounts below it is one that bills may be coded to, unless its
 * purpose says otherwise (income, equity, payroll).
 */
export function understandAccounts(rows: readonly ChartRow[], { sat, concepts }: Purposes): Account[] {
  const byName = new Map<string, string>()
  for (const { code, name, isPostable } of sat.accounts) {
    if (!isPostable) continue
    for (const text of [name.es, name.en]) if (!byName.has(fold(text))) byName.set(fold(text), code)
  }
  const above = new Set(rows.map(row => row.parent))
  return rows.map(row => {
    const stated = row.standsFor !== null && sat.byCode.has(row.standsFor) ? row.standsFor : undefined
    const sameCode = sat.byCode.has(row.code) ? row.code : undefined
    const isLeaf = !above.has(row.code)
    const guessed = isLeaf ? (byName.get(fold(row.name)) ?? byWords(row.name, concepts)) : undefined
    const standsFor = stated ?? sameCode ?? guessed ?? null
    const purpose = standsFor === null ? undefined : sat.byCode.get(standsFor)
    return {
      code: row.code,
      name: { en: row.name, es: row.name },
      parent: row.parent,
      level: 0,
      isPostable: isLeaf && (row.isForBills ?? isForBills(purpose)),
      isActive: true,
      standsFor,
      keywords: [],
    }
  })
}

/** Below a heading of the código agrupador ("601") every expense is meant; a leaf of it says which. */
function isForBills(purpose: Account | undefined): boolean {
  return purpose === undefined || purpose.isPostable || /^(1[125-9]|5|6|7)\d*$/.test(purpose.code)
}

// Below this a name shares a word with a thing and means another.
const clearEnough = 0.7

function byWords(name: string, concepts: ConceptIndex): string | undefined {
  const [best] = matchConcepts(concepts, name)
  return best && best.score >= clearEnough ? foldDepartment(best.concept.expense) : undefined
}
