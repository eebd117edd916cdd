import type { AccountView } from '../../../shared/account'
import type { Account, Chart } from './chart'
import { fold } from '../../../shared/fold'
import { closeEnough } from './spelling'

interface IndexedAccount {
  readonly account: Account
  /** Words of the account by weight: its own name counts more than an everyday word. */
  readonly words: ReadonlyMap<string, number>
  readonly foldedNames: readonly string[]
  readonly foldedKeywords: ReadonlySet<string>
}

interface SearchIndex {
  readonly accounts: readonly IndexedAccount[]
  /** Every word of the chart once, with the accounts it leads to. */
  readonly vocabulary: readonly string[]
}

const nameWeight = 10
const keywordWeight = 8

// A chart never changes while it is loaded; the index lives as long as the chart does.
const indexes = new WeakMap<Chart, SearchIndex>()

function indexOf(chart: Chart): SearchIndex {
  const known = indexes.get(chart)
  if (known) return known
  const accounts = chart.accounts.filter(account => account.isActive).map(indexAccount)
  const vocabulary = [...new Set(accounts.flatMap(entry => [...entry.words.keys()]))]
  const index = { accounts, vocabulary }
  indexes.set(chart, index)
  return index
}

function indexAccount(account: Account): IndexedAccount {
  const words = new Map<string, number>()
  const foldedKeywords = account.keywords.map(fold)
  for (const phrase of foldedKeywords) for (const word of phrase.split(' ')) words.set(word, keywordWeight)
  const foldedNames = [fold(account.name.es), fold(account.name.en)]
  for (const name of foldedNames) for (const word of name.split(' ')) words.set(word, nameWeight)
  words.delete('')
  return { account, words, foldedNames, foldedKeywords: new Set(foldedKeywords) }
}

/**
 * Finds accounts by code ("601.5"), official name in either language or everyday word ("luz", "recibo de luz"),
 * accents and one slip of the keyboard forgiven. An empty query lists the accounts bills are coded to, in chart order.
 *
 * @param limit most accounts returned, best first
 * @param near code of an account that an empty query is to show with its neighbours; null: from the chart's beginning
 */
export function searchAccounts(chart: Chart, query: string, limit: number, near: string | null = null): AccountView[] {
  const typed = fold(query)
  if (typed === '') return inChartOrder(chart, limit, near).map(toView)
  const index = indexOf(chart)
  const code = query.trim().replace(/\s/g, '')
  const matches = matchWords(index, typed.split(' '))
  const scored: { entry: IndexedAccount; score: number }[] = []
  for (const entry of index.accounts) {
    const score = codeScore(entry.account.code, code) + wordScore(entry, typed, matches)
    if (score > 0) scored.push({ entry, score: entry.account.isPostable ? score : score * 0.6 })
  }
  scored.sort((a, b) => b.score - a.score || (a.entry.account.code < b.entry.account.code ? -1 : 1))
  return scored.slice(0, limit).map(({ entry }) => toView(entry.account))
}

/** As many before the account as after it, as far as the chart goes. */
function inChartOrder(chart: Chart, limit: number, near: string | null): Account[] {
  const postable = chart.accounts.filter(account => account.isPostable)
  const place = postable.findIndex(({ code }) => code === near)
  const first = Math.max(0, Math.min(place - Math.floor(limit / 2), postable.length - limit))
  return postable.slice(first, first + limit)
}

/** The contract's picture of an account, without the words it is searched by. */
export function toView(account: Account): AccountView {
  const { code, name, parent, level, isPostable } = account
  return { code, name, parent, level, isPostable }
}

function codeScore(code: string, typed: string): number {
  if (!/^[\d.]+$/.test(typed)) return 0
  if (code === typed) return 1000
  const digits = typed.replaceAll('.', '')
  if (code.startsWith(typed)) return 500
  // "60155" is 601.55 typed in a hurry.
  return code.replaceAll('.', '').startsWith(digits) ? 400 : 0
}

/** For each typed word: chart words it may mean, with how well they fit (1 exact … 0.5 misspelt). */
function matchWords(index: SearchIndex, typedWords: readonly string[]): ReadonlyMap<string, number>[] {
  return typedWords.map(typed => {
    const fits = new Map<string, number>()
    for (const word of index.vocabulary) {
      if (word === typed) fits.set(word, 1)
      else if (typed.length >= 2 && word.startsWith(typed)) fits.set(word, 0.6 + 0.3 * (typed.length / word.length))
      else if (closeEnough(typed, word)) fits.set(word, 0.5)
    }
    return fits
  })
}

function wordScore(entry: IndexedAccount, typed: string, matches: readonly ReadonlyMap<string, number>[]): number {
  let total = 0
  for (const fits of matches) {
    let best = 0
    for (const [word, weight] of entry.words) best = Math.max(best, (fits.get(word) ?? 0) * weight)
    // Every typed word must mean something here; otherwise the account is about something else.
    if (best === 0) return 0
    total += best
  }
  if (entry.foldedKeywords.has(typed)) total += 12
  if (entry.foldedNames.includes(typed)) total += 20
  if (entry.foldedNames.some(name => name.startsWith(typed))) total += 5
  // "seguros" means insurance before "insurance paid in advance": the less a name says besides, the better it fits.
  const shortestName = Math.min(...entry.foldedNames.map(name => name.split(' ').length))
  const isEveryday = entry.account.keywords.length > 0 ? 2 : 0
  return total / matches.length + 6 * Math.min(1, matches.length / shortestName) + isEveryday
}
