import type { Chart } from './chart'
import { fold, meaningfulWords } from './fold'
import type { AccountSuggestion } from './suggest'

interface Keyword {
  readonly words: readonly string[]
  readonly phrase: string
  readonly accountCode: string
  /** Rare words tell more than ones that lead to many accounts. */
  readonly weight: number
}

const keywordLists = new WeakMap<Chart, readonly Keyword[]>()

function keywordsOf(chart: Chart): readonly Keyword[] {
  const known = keywordLists.get(chart)
  if (known) return known
  const phrases = chart.accounts
    .filter(account => account.isPostable)
    .flatMap(account => account.keywords.map(phrase => ({ accountCode: account.code, phrase, words: stems(phrase) })))
    .filter(keyword => keyword.words.length > 0)
  const accountsByWord = new Map<string, Set<string>>()
  for (const { words, accountCode } of phrases) {
    for (const word of words) accountsByWord.set(word, (accountsByWord.get(word) ?? new Set()).add(accountCode))
  }
  const list = phrases.map(keyword => ({
    ...keyword,
    weight: keyword.words.reduce((sum, word) => sum + 1 / (accountsByWord.get(word)?.size ?? 1), 0),
  }))
  keywordLists.set(chart, list)
  return list
}

/** Accounts whose everyday words occur in a description, e.g. "Renta de oficina, marzo" → rent. */
export function fromWords(description: string, chart: Chart): AccountSuggestion[] {
  const present = new Set(stems(description))
  const scores = new Map<string, { score: number; phrase: string }>()
  for (const keyword of keywordsOf(chart)) {
    if (!keyword.words.every(word => present.has(word))) continue
    const known = scores.get(keyword.accountCode)
    scores.set(keyword.accountCode, {
      score: (known?.score ?? 0) + keyword.weight,
      phrase: known?.phrase ?? keyword.phrase,
    })
  }
  const total = [...scores.values()].reduce((sum, { score }) => sum + score, 0)
  return [...scores].map(([accountCode, { score, phrase }]) => ({
    accountCode,
    // One clear word was right in two of three labelled lines; words that point to several accounts share that.
    probability: Math.min(0.65, 0.45 + 0.1 * score) * (score / total),
    evidence: [{ key: 'words', params: { words: phrase } }],
  }))
}

/** Words cut to a common stem of number and gender: "llantas" and "llanta", "fletes" and "flete". */
function stems(text: string): string[] {
  return meaningfulWords(fold(text)).map(word => (word.length > 4 ? word.replace(/(es|as|os|s|a|o)$/, '') : word))
}
