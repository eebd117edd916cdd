import { createCoder } from '../../src/engine/pipeline/code/coder'
import type { Acquaintance, CompanyFacts } from '../../src/engine/pipeline/code/company-facts'
import { descriptionKey } from '../../src/engine/pipeline/code/fold'
import type { Lesson } from '../../src/engine/pipeline/code/memory-hits'
import { PurchaseTally } from '../../src/engine/pipeline/code/purchase-tally'
import { factsOf, type Ground } from './examples'
import { round4 } from './figures'
import type { ModelFor } from './judge'
import type { LabelledLine } from './lines'

/** How a company's month went: shares right in each hundred lines, and corrections a person had to make. */
export interface Month {
  readonly first: number
  readonly last: number
  readonly corrections: number
}

const monthLines = 300
const months = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre']

/**
 * 300 lines of one company in order; whatever differs from the account its accountant uses is corrected once and
 * remembered. Lines come again as they do in practice: the same things from the same vendors with other dates, folios
 * and amounts. The company starts without any memory, and what its purchases look like is told by those that came so
 * far, this line's included.
 *
 * @param modelsFor learned without this company
 */
export function simulateMonth(
  lines: readonly LabelledLine[],
  ground: Ground,
  modelsFor: Readonly<Record<Acquaintance, ModelFor>>,
  knownBy: Acquaintance,
): Month {
  const { knowledge, isAllowed, usualFor } = ground
  const [one] = lines
  if (!one) return { first: 0, last: 0, corrections: 0 }
  const told = factsOf([one], ground, knownBy === 'purchases' ? 'nothing' : knownBy)
  const by = {
    profile: modelsFor.profile(one.company),
    name: modelsFor.name(one.company),
    purchases: modelsFor.purchases(one.company),
    nothing: modelsFor.nothing(one.company),
  }
  const tally = new PurchaseTally(knowledge, knowledge.trades, usualFor(one.company))
  const coder = createCoder({ ...knowledge, models: { ...knowledge.models, by } }, isAllowed, isAllowed)
  const random = randomFrom(20_261_120)
  const lessons = new Map<string, Lesson[]>()
  const right: boolean[] = []
  for (let index = 0; index < monthLines; index += 1) {
    const labelled = lines[Math.floor(random() * lines.length)]
    if (!labelled) break
    const line = {
      ...labelled.line,
      description: `${labelled.line.description} ${months[index % months.length] ?? ''} ${1000 + Math.floor(random() * 9000)}`,
      amount: labelled.line.amount === null ? null : round4(labelled.line.amount * (0.95 + 0.1 * random())),
    }
    tally.add(line)
    const company: CompanyFacts = knownBy === 'purchases' ? { ...told, purchases: tally.guess() } : told
    const ofVendor = lessons.get(line.vendorName) ?? []
    const ofOthers = [...lessons].filter(([vendor]) => vendor !== line.vendorName).flatMap(([, own]) => own)
    const coding = coder.code(line, company, { ofVendor, ofOthers, vendorDefault: null })
    const isRight = coding.candidates[0]?.accountCode === labelled.expected
    right.push(isRight)
    if (isRight) continue
    const lesson = {
      descriptionKey: descriptionKey(line.description),
      classificationCode: line.productCode,
      accountCode: labelled.expected,
    }
    lessons.set(line.vendorName, [lesson, ...ofVendor])
  }
  const share = (from: number) => round4(right.slice(from, from + 100).filter(Boolean).length / 100)
  return { first: share(0), last: share(monthLines - 100), corrections: right.filter(is => !is).length }
}

/** Mean over companies, and each company's own. */
export function averageMonth(months: Readonly<Record<string, Month>>) {
  const all = Object.values(months)
  const mean = (value: (month: Month) => number) =>
    round4(all.reduce((sum, month) => sum + value(month), 0) / Math.max(1, all.length))
  const first = mean(month => month.first)
  const last = mean(month => month.last)
  const corrections = mean(month => month.corrections)
  // Nobody can rise by more than what was wrong at first.
  return { first, last, rise: round4(last - first), ceiling: round4(1 - first), corrections, companies: months }
}

/** The same sequence every time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
