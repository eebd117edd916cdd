import type { Account } from './chart'
import { foldDepartment, inDepartment } from './departments'
import { stems } from './stems'

/**
 * The accounts of a chart that take what a SAT account is for, the usual one first. Coding thinks in SAT accounts,
 * the finest language for purposes we have; every other chart is reached through this.
 */
export type PlacesFor = (satAccount: string) => readonly Account[]

/** By the longest prefix of the SAT account's code, departments taken as one where the chart has none. */
export function placesByPrefix(
  codes: ReadonlyMap<string, readonly string[]>,
  byCode: ReadonlyMap<string, Account>,
): PlacesFor {
  return satAccount => {
    const named = byPrefix(codes, satAccount, 3) ?? byPrefix(codes, foldDepartment(satAccount), 1) ?? []
    return named.flatMap(code => usable(byCode.get(code)))
  }
}

function byPrefix(
  codes: ReadonlyMap<string, readonly string[]>,
  satAccount: string,
  shortest: number,
): readonly string[] | undefined {
  for (let length = satAccount.length; length >= shortest; length -= 1) {
    const found = codes.get(satAccount.slice(0, length))
    if (found) return found
  }
  return undefined
}

const departments = ['administration', 'selling', 'plant'] as const

/** By what each account stands for; where none stands for it, the other departments, then what stands for "other". */
export function placesByPurpose(accounts: readonly Account[]): PlacesFor {
  const standing = Map.groupBy(
    accounts.filter(account => account.isPostable && account.standsFor !== null),
    account => account.standsFor ?? '',
  )
  return satAccount => {
    const folded = foldDepartment(satAccount)
    const others = departments.map(department => inDepartment(folded, department))
    const heading = folded.slice(0, 3)
    for (const code of [satAccount, folded, ...others, heading]) {
      const found = standing.get(code)
      if (found) return found
    }
    return []
  }
}

function usable(account: Account | undefined): Account[] {
  return account?.isPostable ? [account] : []
}

/** Of several places for one purpose the one whose everyday words the text has most of; else the usual one. */
export function fittingPlace(places: readonly Account[], text: string): Account | undefined {
  const [usual, ...others] = places
  if (!usual || others.length === 0) return usual
  const words = new Set(stems(text))
  // The usual place has the words of the purpose itself; who has a word of his own for it knows better.
  const scores = [...others, usual].map(account => ({ account, score: wordsShared(account, words) }))
  const [best] = scores.toSorted((one, other) => other.score - one.score)
  return best && best.score > 0 ? best.account : usual
}

/** Words of the longest everyday phrase of an account that the text has as a whole. */
function wordsShared({ keywords }: Account, words: ReadonlySet<string>): number {
  const lengths = keywords.map(stems).filter(phrase => phrase.length > 0 && phrase.every(word => words.has(word)))
  return Math.max(0, ...lengths.map(phrase => phrase.length))
}
