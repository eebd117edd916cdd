import type { MessageParams } from '../../../shared/result'
import type { Chart } from './chart'
import { descriptionKey } from './fold'
import { fromVendorMemory, type VendorMemory } from './vendor-memory'
import { fromWords } from './words'

/** Why an account was suggested: translation `evidence.<key>`. */
export interface Evidence {
  readonly key: string
  readonly params: MessageParams
}

export interface AccountSuggestion {
  readonly accountCode: string
  /** Chance that a careful accountant would choose it, 0 to 1. Measured on labelled lines, not wished for. */
  readonly probability: number
  readonly evidence: readonly Evidence[]
}

/** The part of an invoice line that coding looks at. */
export interface CodableLine {
  readonly description: string
  /** SAT ClaveProdServ or another catalogue's code. */
  readonly classificationCode: string | null
}

/**
 * Accounts for one line, likeliest first: what a person did for this vendor before, then what the product code and
 * the words say, at last what the company uses anyway.
 *
 * @param habits the company's most used accounts, most used first
 */
export function suggestAccounts(
  line: CodableLine,
  memory: VendorMemory,
  chart: Chart,
  habits: readonly string[] = [],
): AccountSuggestion[] {
  const key = descriptionKey(line.description)
  // A person may have chosen any account there is; the catalogues suggest only what bills are usually coded to.
  const remembered = fromVendorMemory(key, line.classificationCode, memory)
  const guessed = [...fromProductCode(line.classificationCode, chart), ...fromWords(line.description, chart)]
  const found = [
    ...remembered.filter(suggestion => chart.byCode.has(suggestion.accountCode)),
    ...guessed.filter(suggestion => chart.byCode.get(suggestion.accountCode)?.isPostable),
  ]
  const merged = new Map<string, AccountSuggestion>()
  for (const suggestion of found) {
    const known = merged.get(suggestion.accountCode)
    merged.set(suggestion.accountCode, known ? agree(known, suggestion) : suggestion)
  }
  for (const suggestion of lastResorts(chart, habits)) {
    if (merged.size < offeredAtLeast && !merged.has(suggestion.accountCode))
      merged.set(suggestion.accountCode, suggestion)
  }
  return [...merged.values()].sort((a, b) => b.probability - a.probability).slice(0, 6)
}

const offeredAtLeast = 3
const catchAll: Readonly<Record<Chart['key'], string>> = { sat: '601.84', 'uk-small-business': '7710', own: '' }

/** Something to choose from where nothing is known: what this company uses most, then "other expenses". */
function lastResorts(chart: Chart, habits: readonly string[]): AccountSuggestion[] {
  const habitual = habits
    .filter(code => chart.byCode.has(code))
    .map((accountCode, index) => ({
      accountCode,
      probability: 0.15 - 0.02 * index,
      evidence: [{ key: 'company_habit', params: {} }],
    }))
  return [
    ...habitual,
    { accountCode: catchAll[chart.key], probability: 0.05, evidence: [{ key: 'catch_all', params: {} }] },
  ].filter(({ accountCode }) => chart.byCode.has(accountCode))
}

/** Two reasons for one account: more than either alone, never certainty. */
function agree(one: AccountSuggestion, other: AccountSuggestion): AccountSuggestion {
  const best = Math.max(one.probability, other.probability)
  const rest = Math.min(one.probability, other.probability)
  const [first, second] = one.probability >= other.probability ? [one, other] : [other, one]
  return {
    accountCode: one.accountCode,
    probability: Math.min(0.98, best + (1 - best) * rest),
    evidence: [...first.evidence, ...second.evidence],
  }
}

// Issuers' product codes are often wrong: on the labelled lines of the development set the account of the code's
// prefix was right (601 to 604 taken as one) in about half of the cases.
const productCodeProbability = 0.45

function fromProductCode(code: string | null, chart: Chart): AccountSuggestion[] {
  if (code === null || !/^\d{4,}$/.test(code)) return []
  const rule = chart.productCodes.find(candidate => code.startsWith(candidate.prefix))
  if (!rule) return []
  // A prefix of two digits is a whole segment ("machinery"): little more than a direction.
  const probability = productCodeProbability * (rule.prefix.length >= 6 ? 1 : rule.prefix.length >= 4 ? 0.85 : 0.55)
  const evidence = [{ key: 'product_code', params: { code, meaning: rule.note } }]
  return [{ accountCode: rule.expenseAccount, probability, evidence }]
}
