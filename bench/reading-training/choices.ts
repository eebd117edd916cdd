import type { PageReading } from '../../src/engine/pipeline/facts'
import { amountCandidates, type AmountCandidate } from '../../src/engine/pipeline/read/page/amount-candidates'
import { absolute } from '../../src/engine/pipeline/read/page/decimals'
import type { Features, WeightGroup } from '../../src/engine/pipeline/read/page/features'
import { ranked } from '../../src/engine/pipeline/read/page/field-candidate'
import { scoreWith, type ReadingModel } from '../../src/engine/pipeline/read/page/model'
import { pageText, type PageText } from '../../src/engine/pipeline/read/page/page-text'
import { fieldCandidates } from '../../src/engine/pipeline/read/page/read-page-facts'
import { amountSets, type AmountSet, type SetMember } from '../../src/engine/pipeline/read/page/reconcile'
import { linesSum, tableLines } from '../../src/engine/pipeline/read/page/table-lines'
import type { DecimalText } from '../../src/shared/money'
import type { ReadOptions } from '../../src/engine/worker/protocol'
import { same } from '../reading-accuracy/compare'
import type { ScoredField, Truth } from '../reading-accuracy/truth'

/** A document to learn from. */
export interface Example {
  readonly pages: readonly PageReading[]
  readonly truth: Truth
  readonly options: ReadOptions
  /** How much it counts, beside a real document's 1. */
  readonly weight: number
}

/** One decision of the reader: some of its options are right. No features: "the document does not state it". */
export interface Choice {
  readonly group: WeightGroup
  readonly weight: number
  readonly options: readonly Option[]
}

export interface Option {
  readonly features: Features
  readonly isRight: boolean
}

/** Sets of amounts beyond the likeliest add nothing but time. */
const mostSets = 250

/** Every decision about a document, with candidates as these weights propose them. */
export function choicesOf(example: Example, weights: ReadingModel['weights']): readonly Choice[] {
  const { truth, weight } = example
  const score = scoreWith({ weights })
  const { sum, ...unscored } = textOf(example)
  const text = { ...unscored, score }
  if (text.lines.length === 0) return []
  const byField = Map.groupBy(ranked(fieldCandidates(text)), ({ field }) => field)
  const choices: Choice[] = [...byField].flatMap(([field, candidates]) => {
    const expected = truth.fields[field]
    if (expected === undefined) return []
    const judged = candidates.map(({ value, features }) => ({ features, isRight: isRight(field, value, truth) }))
    return [{ group: field, weight, options: withNone(judged, expected.includes(null)) }]
  })
  const amounts = amountCandidates(text)
  const payables = amounts.filter(({ kind }) => kind === 'payable')
  const payable = truth.fields.payable
  if (payable !== undefined && payables.length > 0) {
    const judged = payables.map(({ value, features }) => ({ features, isRight: isRight('payable', value, truth) }))
    choices.push({ group: 'amounts', weight, options: withNone(judged, payable.includes(null)) })
  }
  const sets = amountSets(amounts, sum, score)
  choices.push({ group: 'amounts', weight, options: judgedSets(sets, truth) })
  return choices.filter(choice => choice.options.length > 1)
}

/** Lines, labels and tables of a document know no weights: they are the same in every round. */
const texts = new WeakMap<Example, Omit<PageText, 'score'> & { readonly sum: DecimalText | null }>()

function textOf(example: Example) {
  const known = texts.get(example)
  if (known) return known
  const { score: _score, ...text } = pageText(example.pages, example.options, () => 0)
  const found = { ...text, sum: linesSum(tableLines({ ...text, score: () => 0 })) }
  texts.set(example, found)
  return found
}

function isRight(field: ScoredField, value: string, truth: Truth): boolean {
  return (truth.fields[field] ?? []).some(expected => expected !== null && same(field, expected, value, truth.names))
}

/** Where no candidate is right, stating nothing is. */
function withNone(judged: readonly Option[], isNoneRight: boolean): Option[] {
  return [{ features: {}, isRight: isNoneRight || !judged.some(option => option.isRight) }, ...judged]
}

const members = {
  net: 'net_total',
  tax: 'tax_total',
  withheld: 'withheld_total',
  total: 'grand_total',
} as const satisfies Record<SetMember, ScoredField>

/** The sets with the most right members are right; of the others the likeliest are kept. */
function judgedSets(sets: readonly AmountSet[], truth: Truth): Option[] {
  const counted = sets.map(set => ({ set, right: rightMembers(set, truth) }))
  const most = Math.max(...counted.map(({ right }) => right))
  const wrong = counted
    .filter(({ right }) => right < most)
    .toSorted((one, other) => other.set.logOdds - one.set.logOdds)
  return [...counted.filter(({ right }) => right === most), ...wrong.slice(0, mostSets)].map(({ set, right }) => ({
    features: featuresOf(set),
    isRight: right === most,
  }))
}

function rightMembers(set: AmountSet, truth: Truth): number {
  return (Object.entries(members) as [SetMember, ScoredField][]).filter(([member, field]) => {
    // A corpus that does not speak of withheld tax has none.
    const expected = truth.fields[field] ?? (field === 'withheld_total' ? [null] : undefined)
    if (expected === undefined) return true
    const candidate = set[member]
    if (candidate === null) return expected.includes(null)
    const value = field === 'withheld_total' ? absolute(candidate.value) : candidate.value
    return isRight(field, value, truth)
  }).length
}

function featuresOf({ net, tax, withheld, total, features }: AmountSet): Features {
  const sum: Record<string, number> = { ...features }
  for (const member of [net, tax, withheld, total] satisfies (AmountCandidate | null)[])
    for (const [name, amount] of Object.entries(member?.features ?? {})) sum[name] = (sum[name] ?? 0) + amount
  return sum
}
