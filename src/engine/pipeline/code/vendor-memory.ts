import { meaningfulWords } from './fold'
import type { AccountSuggestion } from './suggest'

/** What a person decided for lines of one vendor, newest first, and the account set in the vendor's record. */
export interface VendorMemory {
  readonly examples: readonly {
    readonly descriptionKey: string
    readonly classificationCode: string | null
    readonly accountCode: string
  }[]
  readonly defaultAccountCode: string | null
}

export const nothingRemembered: VendorMemory = { examples: [], defaultAccountCode: null }

/**
 * Accounts this vendor's lines went to. The surest is the same description; a vendor whose every line went to one
 * account comes next; the more often people agreed, the surer.
 */
export function fromVendorMemory(
  key: string,
  classificationCode: string | null,
  memory: VendorMemory,
): AccountSuggestion[] {
  const suggestions: AccountSuggestion[] = []
  const { examples, defaultAccountCode } = memory
  const same = examples.filter(example => example.descriptionKey === key)
  suggestions.push(...shares(same, 0.96, 'same_line'))
  const words = meaningfulWords(key)
  const similar = examples.filter(example => example.descriptionKey !== key && shareHalf(wordsOf(example), words))
  suggestions.push(...shares(similar, 0.91, 'similar_line'))
  if (classificationCode !== null) {
    const sameCode = examples.filter(example => example.classificationCode === classificationCode)
    suggestions.push(...shares(sameCode, 0.9, 'same_product_code'))
  }
  // Nothing like it before: the vendor's habit. Weaker as soon as the vendor's lines went to several accounts.
  if (same.length === 0) suggestions.push(...shares(examples.slice(0, 30), 0.9, 'vendor_habit'))
  if (defaultAccountCode !== null) {
    const hasHabit = examples.length > 0 && examples.some(example => example.accountCode !== defaultAccountCode)
    const probability = hasHabit ? 0.6 : 0.92
    const evidence = [{ key: 'vendor_default', params: { account: defaultAccountCode } }]
    suggestions.push({ accountCode: defaultAccountCode, probability, evidence })
  }
  return strongestPerAccount(suggestions)
}

/** Splits the trust in a kind of evidence over the accounts it names; the newest example weighs double. */
function shares(examples: VendorMemory['examples'], trust: number, key: string): AccountSuggestion[] {
  const weights = new Map<string, { weight: number; count: number; description: string }>()
  let total = 0
  for (const [index, example] of examples.entries()) {
    const weight = index === 0 ? 2 : 1
    total += weight
    const known = weights.get(example.accountCode)
    weights.set(example.accountCode, {
      weight: (known?.weight ?? 0) + weight,
      count: (known?.count ?? 0) + 1,
      description: known?.description ?? example.descriptionKey,
    })
  }
  return [...weights].map(([accountCode, { weight, count, description }]) => ({
    accountCode,
    probability: Math.min(0.98, trust + 0.01 * Math.min(count - 1, 3)) * (weight / total),
    evidence: [{ key, params: { count, of: examples.length, description } }],
  }))
}

/** The kinds of evidence overlap (a same line is also the vendor's habit), so they are not added up. */
function strongestPerAccount(suggestions: readonly AccountSuggestion[]): AccountSuggestion[] {
  const best = new Map<string, AccountSuggestion>()
  for (const suggestion of suggestions) {
    const known = best.get(suggestion.accountCode)
    if (!known || suggestion.probability > known.probability) best.set(suggestion.accountCode, suggestion)
  }
  return [...best.values()]
}

const exampleWords = new WeakMap<VendorMemory['examples'][number], ReadonlySet<string>>()

/** Words of an example, cut once: an invoice of a thousand lines asks for them a thousand times. */
function wordsOf(example: VendorMemory['examples'][number]): ReadonlySet<string> {
  const known = exampleWords.get(example)
  if (known) return known
  const words = new Set(meaningfulWords(example.descriptionKey))
  exampleWords.set(example, words)
  return words
}

/** At least half of the words of the longer description are shared. */
function shareHalf(words: ReadonlySet<string>, others: readonly string[]): boolean {
  if (words.size === 0 || others.length === 0) return false
  const shared = others.filter(word => words.has(word)).length
  return shared / Math.max(words.size, others.length) >= 0.5
}
