import { descriptionKey, meaningfulWords } from './fold'
import type { FeatureName } from './features'
import type { Evidence } from './suggestion'

/** An account a person gave to a line before. */
export interface Lesson {
  readonly descriptionKey: string
  readonly classificationCode: string | null
  readonly accountCode: string
}

/** What a company remembers for one line's vendor, newest lesson first, and of its other vendors. */
export interface CodingMemory {
  readonly ofVendor: readonly Lesson[]
  readonly ofOthers: readonly Lesson[]
  /** The account set in the vendor's record. */
  readonly vendorDefault: string | null
}

export const noMemory: CodingMemory = { ofVendor: [], ofOthers: [], vendorDefault: null }

/** Lessons of one kind that name one account. */
export interface MemoryHit {
  readonly account: string
  readonly feature: FeatureName
  /** 0 to about 1.2: share of the lessons of this kind, more when several agree. */
  readonly strength: number
  /** Of the lessons of this kind, the part that names this account. */
  readonly share: number
  readonly count: number
  readonly evidence: Evidence
}

/**
 * What earlier decisions say about a line: the same description, the same product code, descriptions like it, the
 * vendor's habit, and other vendors' lines. Lessons that disagree share their weight.
 */
export function recall(description: string, productCode: string | null, memory: CodingMemory): MemoryHit[] {
  const { ofVendor, ofOthers, vendorDefault } = memory
  if (ofVendor.length === 0 && ofOthers.length === 0 && vendorDefault === null) return []
  const key = descriptionKey(description)
  const words = meaningfulWords(key)
  const same = ofVendor.filter(lesson => lesson.descriptionKey === key)
  const similar = ofVendor.filter(lesson => lesson.descriptionKey !== key && likeness(lesson, words) >= 0.5)
  const sameCode = productCode === null ? [] : ofVendor.filter(lesson => lesson.classificationCode === productCode)
  const elsewhere = ofOthers.filter(
    lesson => lesson.descriptionKey === key || (likeness(lesson, words) >= 0.5 && words.length > 1),
  )
  const hits = [
    ...shared(same, 'memory_same', 'same_line'),
    ...shared(similar, 'memory_similar', 'similar_line'),
    ...shared(sameCode, 'memory_code', 'same_product_code'),
    ...shared(ofVendor.slice(0, 30), 'memory_vendor', 'vendor_habit'),
    ...shared(elsewhere.slice(0, 30), 'memory_other', 'similar_line'),
  ]
  if (vendorDefault !== null) {
    const agreeing = ofVendor.filter(lesson => lesson.accountCode === vendorDefault).length
    const evidence = { key: 'vendor_default', params: { account: vendorDefault } }
    // Set in the vendor's record by a person, or learned: then as settled as the lessons behind it.
    const count = ofVendor.length === 0 ? 2 : agreeing
    const strength = ofVendor.length === 0 ? 1 : agreeing / ofVendor.length
    hits.push({
      account: vendorDefault,
      feature: 'memory_default',
      strength: strength ** 2,
      share: strength,
      count,
      evidence,
    })
  }
  return hits
}

/** The newest lesson weighs double; two that agree weigh more than one. */
function shared(lessons: readonly Lesson[], feature: FeatureName, evidenceKey: string): MemoryHit[] {
  const byAccount = new Map<string, { weight: number; count: number; description: string }>()
  let total = 0
  for (const [index, lesson] of lessons.entries()) {
    const weight = index === 0 ? 2 : 1
    total += weight
    const known = byAccount.get(lesson.accountCode)
    byAccount.set(lesson.accountCode, {
      weight: (known?.weight ?? 0) + weight,
      count: (known?.count ?? 0) + 1,
      description: known?.description ?? lesson.descriptionKey,
    })
  }
  return [...byAccount].map(([account, { weight, count, description }]) => ({
    account,
    feature,
    share: weight / total,
    strength: (weight / total) * Math.min(1.2, 0.9 + 0.1 * count),
    count,
    evidence: { key: evidenceKey, params: { count, of: lessons.length, description } },
  }))
}

const lessonWords = new WeakMap<Lesson, ReadonlySet<string>>()

/** Share of the longer description's words that both have. */
function likeness(lesson: Lesson, words: readonly string[]): number {
  const known = lessonWords.get(lesson) ?? new Set(meaningfulWords(lesson.descriptionKey))
  lessonWords.set(lesson, known)
  if (known.size === 0 || words.length === 0) return 0
  return words.filter(word => known.has(word)).length / Math.max(known.size, words.length)
}
