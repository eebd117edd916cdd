import type { FieldName, Origin } from '../../../shared/invoice'
import type { OcrLanguage } from '../../../shared/settings'
import type { Sighting } from '../../pipeline/facts'
import { foldPhrase } from '../../pipeline/read/page/fold'
import { differenceFor, reconcileAmounts, type AmountChoice } from './agreement'
import { compactTaxId } from '../../pipeline/check/tax-id'
import { isAmountField } from '../../decisions/invoice-fields'
import { sightingAt } from './learn'
import type { Lesson } from './lesson'
import { findPlace, isPlace, valueOf } from './recognise'
import { sameValue } from './same-value'

/** What a field holds before lessons: a person's word, or the reader's choice. */
export interface FieldBefore {
  readonly value: string | null
  readonly probability: number
  readonly origin: Origin | null
  readonly isByPerson: boolean
}

export interface Page {
  readonly fields: Readonly<Partial<Record<FieldName, FieldBefore>>>
  readonly sightings: readonly Sighting[]
  readonly pages: number
  /** Folded texts of the words, joined by blanks: whether a name is printed at all. */
  readonly text: string
  /** False when only a bank account or web address told whose page it is. */
  readonly isSellerSure: boolean
  readonly language: OcrLanguage | null
}

/** What a lesson says about a field of this page. */
export interface Proposal {
  readonly lesson: Lesson
  readonly field: FieldName
  /** Null: what was read there is not this field. */
  readonly value: string | null
  readonly probability: number
  readonly origin: Origin
}

export interface Verdict extends Proposal {
  /** False: offered among the candidates, but something speaks against it. */
  readonly isChosen: boolean
}

/** How sure a lesson is at first, and at most; a place that only fits by position is less sure. */
const trust = { first: 0.93, most: 0.995, unnamed: 0.85, conflicting: 0.6, outvoted: 0.3, followed: 0.5 } as const

/**
 * What the lessons of one vendor make of a page: for each field they speak about, their value, and whether it is chosen.
 * A person's word stands; lessons that contradict each other are both doubted; amounts that add up are not broken.
 */
export function decide(lessons: readonly Lesson[], page: Page): Verdict[] {
  const isSettled = (field: FieldName) => page.fields[field]?.isByPerson === true
  const open = lessons.filter(lesson => !isSettled(lesson.field))
  const told = lessons.filter(lesson => isSettled(lesson.field)).flatMap(lesson => proposalOf(lesson, page))
  const proposals = [...open.flatMap(lesson => proposalOf(lesson, page)), ...formatProposals(lessons, open, page)]
  const byField = Map.groupBy(proposals, proposal => proposal.field)
  const leading = [...byField.values()].flatMap(ofField => leadingOf(ofField, page))
  const amounts = leading.filter(({ field }) => isAmountField(field))
  const others = leading.filter(({ field }) => !isAmountField(field))
  const rests = open.flatMap(lesson => differenceProposal(lesson, amounts, page))
  const followed = [...others, ...ruledByArithmetic([...amounts, ...rests], page)].map(withoutMistrusted)
  return [...followed, ...told.map(proposal => ({ ...proposal, isChosen: false }))]
}

/** A lesson that people had to correct more often than not is offered and no longer followed. */
function withoutMistrusted(verdict: Verdict): Verdict {
  return verdict.probability < trust.followed ? { ...verdict, isChosen: false } : verdict
}

/** Net or tax that the page does not print, from the other amounts as the lessons leave them. */
function differenceProposal(lesson: Lesson, amounts: readonly Verdict[], page: Page): Verdict[] {
  const { field, taught } = lesson
  if (taught.kind !== 'difference' || amounts.some(amount => amount.field === field)) return []
  const now = { ...amountsOf(page), ...Object.fromEntries(amounts.map(amount => [amount.field, amount.value])) }
  const value = differenceFor(field, now)
  if (value === null) return []
  const inputs = [now.grand_total ?? '', (field === 'net_total' ? now.tax_total : now.net_total) ?? '']
  const rule = field === 'net_total' ? 'total_less_tax' : 'total_less_net'
  const origin: Origin = { kind: 'formula', rule, inputs, lesson: lesson.id }
  return [{ lesson, field, value, probability: trustIn(lesson), origin, isChosen: true }]
}

function amountsOf(page: Page): AmountChoice {
  const fields = Object.entries(page.fields) as [FieldName, FieldBefore][]
  return Object.fromEntries(fields.flatMap(([field, { value }]) => (isAmountField(field) ? [[field, value]] : [])))
}

/** Of several lessons about one field the newest leads; when they disagree none of them is sure. */
function leadingOf(proposals: readonly Proposal[], page: Page): Verdict[] {
  const [first, ...rest] = proposals.toSorted((one, other) => other.lesson.learnedAt - one.lesson.learnedAt)
  if (!first) return []
  const others = rest.filter(other => !sameValue(first.field, other.value, first.value))
  const doubt = others.length > 0 ? trust.conflicting : 1
  const read = page.fields[first.field]
  const isConfirmed = others.length === 0 && read !== undefined && sameValue(first.field, read.value, first.value)
  // Two ways to the same value: it is wrong only if both are.
  const probability = isConfirmed
    ? Math.min(trust.most, 1 - (1 - first.probability) * (1 - read.probability))
    : first.probability * doubt
  return [
    { ...first, probability, isChosen: true },
    ...others.map(other => ({ ...other, probability: other.probability * trust.conflicting, isChosen: false })),
  ]
}

function proposalOf(lesson: Lesson, page: Page): Proposal[] {
  const { taught, field } = lesson
  if (taught.kind === 'difference') return []
  if (taught.kind === 'value') return valueProposal(lesson, taught, page)
  const read = page.fields[field]
  if (taught.kind === 'not_here') {
    const found = read?.origin && sightingAt(read.origin, field, read.value, page.sightings)
    if (!found || !isPlace(taught.place, found.sighting, page.pages)) return []
    const origin: Origin = { kind: 'vendor_memory', vendorId: lesson.vendorId, lesson: lesson.id }
    return [{ lesson, field, value: null, probability: trustIn(lesson), origin }]
  }
  const place = findPlace(field, taught.place, page.sightings, page.pages)
  if (!place || place.value === '') return []
  // A vendor's form in another language is another form: where words do not tell, its places say nothing.
  if (!place.isNamed && isOtherLanguage(taught.language, page.language)) return []
  const probability = trustIn(lesson) * (place.isNamed ? 1 : trust.unnamed)
  return [{ lesson, field, value: place.value, probability, origin: originAt(place.sighting, lesson) }]
}

function valueProposal(lesson: Lesson, taught: Extract<Lesson['taught'], { kind: 'value' }>, page: Page): Proposal[] {
  const { field } = lesson
  const read = page.fields[field]
  if (!isDue(field, taught, read, page)) return []
  const origin: Origin =
    read?.origin && sameValue(field, read.value, taught.value)
      ? read.origin
      : { kind: 'vendor_memory', vendorId: lesson.vendorId, lesson: lesson.id }
  return [{ lesson, field, value: taught.value, probability: trustIn(lesson), origin: withLesson(origin, lesson) }]
}

/**
 * Whether a vendor's constant is believed on this page. Kinds of document and currencies differ from one document to the next: the
 * same misreading of the same words is put right. A tax id or a buyer must be printed, or have been misread
 * alike: another one printed is another company. A name may be a logo that nobody can read.
 */
function isDue(
  field: FieldName,
  { value, instead }: Extract<Lesson['taught'], { kind: 'value' }>,
  read: FieldBefore | undefined,
  page: Page,
): boolean {
  const seen = read?.value ?? null
  const text = read?.origin?.kind === 'page' ? foldPhrase(read.origin.text) : null
  const isSame = sameValue(field, seen, instead.value)
  const isSameText = isSame && seen !== null && text === instead.text
  if (field === 'currency' || field === 'document_type') return isSame && text === instead.text
  if (field.endsWith('.tax_id')) return isSameText || (seen === null && printsId(page.text, value))
  if (field === 'buyer.name') return isSameText || page.text.includes(foldPhrase(value))
  return page.isSellerSure || isSame || seen === null
}

/** Groups of digits may stand apart: "DE 123 456 789". */
const mostGroups = 5

function printsId(text: string, value: string): boolean {
  const wanted = compactTaxId(value)
  const words = text.split(' ').map(compactTaxId)
  return words.some((_, at) => {
    for (let count = 1; count <= mostGroups; count += 1) {
      if (words.slice(at, at + count).join('') === wanted) return true
    }
    return false
  })
}

function isOtherLanguage(taught: OcrLanguage | null, seen: OcrLanguage | null): boolean {
  return taught !== null && seen !== null && taught !== seen
}

/** A vendor that writes the day first, or the comma for decimals, does so everywhere on its pages. */
function formatProposals(lessons: readonly Lesson[], open: readonly Lesson[], page: Page): Proposal[] {
  const taught = lessons.flatMap(lesson => {
    const { taught } = lesson
    if (taught.kind !== 'place' || taught.place.format === null) return []
    // The same name in two countries writes dates in two ways.
    return isOtherLanguage(taught.language, page.language) ? [] : [{ lesson, ...taught.place }]
  })
  const spoken = new Set(open.map(lesson => lesson.field))
  return (Object.entries(page.fields) as [FieldName, FieldBefore][]).flatMap(([field, read]) => {
    if (read.isByPerson || read.origin === null || spoken.has(field)) return []
    const found = sightingAt(read.origin, field, read.value, page.sightings)
    if (!found || found.sighting.readings.length < 2) return []
    const habits = taught.filter(({ sighting }) => sighting === found.sighting.kind)
    const [habit] = habits
    if (!habit || habits.some(other => other.format !== habit.format)) return []
    const value = valueOf(found.sighting, habit.format)
    const origin = originAt(found.sighting, habit.lesson)
    return [{ lesson: habit.lesson, field, value, probability: trustIn(habit.lesson), origin }]
  })
}

/** The lessons' amounts as far as the totals still add up with them; the others stay candidates. */
function ruledByArithmetic(verdicts: readonly Verdict[], page: Page): Verdict[] {
  const chosen = verdicts.filter(verdict => verdict.isChosen)
  const kept = reconcileAmounts(amountsOf(page), chosen)
  return verdicts.map(verdict => {
    if (!verdict.isChosen || kept.has(verdict)) return verdict
    return { ...verdict, isChosen: false, probability: Math.min(verdict.probability, trust.outvoted) }
  })
}

function originAt(sighting: Sighting, lesson: Lesson): Origin {
  const label = lesson.taught.kind === 'place' ? sighting.left || sighting.above : ''
  return withLesson(label === '' ? sighting.origin : { ...sighting.origin, label }, lesson)
}

function withLesson(origin: Origin, lesson: Lesson): Origin {
  return origin.kind === 'page' ? { ...origin, lesson: lesson.id } : origin
}

/** Grows with every document it had right, and falls fast with one it had wrong. */
function trustIn({ confirmed, refuted }: Pick<Lesson, 'confirmed' | 'refuted'>): number {
  const wrong = (1 - trust.first) * 4
  return Math.min(trust.most, (4 * trust.first + confirmed) / (4 + confirmed + refuted * (4 + wrong)))
}
