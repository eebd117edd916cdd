import type { Box } from '../../../shared/document'
import type { FieldName, Origin } from '../../../shared/invoice'
import { editDistance } from '../../pipeline/code/spelling'
import type { Sighting } from '../../pipeline/facts'
import { foldPhrase } from '../../pipeline/read/page/fold'
import { labelsByFirstWord, type LabelKind } from '../../pipeline/read/page/labels'
import { differenceFor, type AmountChoice } from './agreement'
import { constantFields, mayBe, type LessonTaught, type PlaceTaught } from './lesson'
import { languageOf } from './language-of'
import { sameValue } from './same-value'

/** One header field a person put right, and the page it stands on. */
export interface Correction {
  readonly field: FieldName
  readonly value: string | null
  /** Where the person took it from, when it was taken from the page. */
  readonly origin: Origin
  /** What reading had chosen; null where it had found nothing. */
  readonly instead: { readonly value: string | null; readonly origin: Origin } | null
  /** The document's amounts as they stand now. */
  readonly amounts: AmountChoice
  readonly sightings: readonly Sighting[]
  readonly pages: number
  /** Texts of the page's words. */
  readonly words: readonly string[]
}

/**
 * What a correction teaches about the vendor's next document; nothing where the page does not show the value, or the place
 * was right and only a letter misread.
 */
export function lessonOf(correction: Correction): LessonTaught | null {
  const { field, value, instead } = correction
  const wrong = instead?.value ?? null
  if (sameValue(field, value, wrong)) return null
  if (constantFields.has(field)) {
    if (value === null) return null
    const text = instead?.origin.kind === 'page' ? foldPhrase(instead.origin.text) : null
    return { kind: 'value', value, instead: { value: wrong, text } }
  }
  if (value === null) return notHere(correction)
  const place = placeOf(correction, value)
  if (!place && sameValue(field, value, differenceFor(field, correction.amounts))) return { kind: 'difference' }
  return place ? { kind: 'place', place, language: languageOf(correction.words) } : null
}

function notHere({ field, instead, sightings, pages }: Correction): LessonTaught | null {
  const found = instead && sightingAt(instead.origin, field, instead.value, sightings)
  return found ? { kind: 'not_here', place: placeTaught(found.sighting, found.format, pages) } : null
}

interface Found {
  readonly sighting: Sighting
  readonly format: PlaceTaught['format']
}

/** The text a value was read from. */
export function sightingAt(
  origin: Origin,
  field: FieldName,
  value: string | null,
  sightings: readonly Sighting[],
): Found | null {
  if (origin.kind !== 'page') return null
  return occurrences(field, value, sightings).find(({ sighting }) => isAt(sighting, origin.page, origin.box)) ?? null
}

function isAt({ origin }: Sighting, page: number, box: Box): boolean {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const { x, y, width, height } = origin.box
  return origin.page === page && middle.x >= x && middle.x <= x + width && middle.y >= y && middle.y <= y + height
}

function occurrences(field: FieldName, value: string | null, sightings: readonly Sighting[]): Found[] {
  return sightings.flatMap(sighting => {
    const reading = mayBe(field, sighting)
      ? sighting.readings.find(candidate => sameValue(field, candidate.value, value))
      : undefined
    return reading ? [{ sighting, format: reading.format }] : []
  })
}

function placeOf({ field, origin, instead, sightings, pages }: Correction, value: string): PlaceTaught | null {
  const found = occurrences(field, value, sightings)
  // A letter misread at the right place: nothing to learn about where to look.
  if (found.length === 0 || (isSlip(value, instead?.value ?? null) && atPlaceOf(instead?.origin, found))) return null
  const [best] = found.toSorted((one, other) => worthOf(other, field, origin) - worthOf(one, field, origin))
  return best ? placeTaught(best.sighting, best.format, pages) : null
}

function isSlip(value: string, wrong: string | null): boolean {
  return wrong !== null && value.length >= 5 && editDistance(value, wrong, 1) <= 1
}

function atPlaceOf(origin: Origin | undefined, found: readonly Found[]): boolean {
  return origin?.kind === 'page' && found.some(({ sighting }) => isAt(sighting, origin.page, origin.box))
}

const kindOfField: Readonly<Partial<Record<FieldName, LabelKind>>> = {
  invoice_number: 'invoice_number',
  issue_date: 'issue_date',
  due_date: 'due_date',
  net_total: 'net_total',
  tax_total: 'tax_total',
  withheld_total: 'withheld_total',
  grand_total: 'grand_total',
  payable: 'payable',
}

/** Of several places that show the value, the one taken from, then the one whose label says so, then the one with a label. */
function worthOf({ sighting }: Found, field: FieldName, origin: Origin): number {
  const taken = origin.kind === 'page' && isAt(sighting, origin.page, origin.box) ? 100 : 0
  const kinds = [...kindsIn(sighting.left), ...kindsIn(sighting.above)]
  const kind = kindOfField[field]
  const named = kinds.length === 0 ? 0 : kind !== undefined && kinds.includes(kind) ? 10 : -5
  return taken + named + (sighting.left === '' ? 0 : 3) + (sighting.above === '' ? 0 : 1) + sighting.y
}

/** What the known labels in a text name. */
function kindsIn(label: string): LabelKind[] {
  const words = foldPhrase(label).split(' ')
  return words.flatMap((first, at) =>
    (labelsByFirstWord.get(first) ?? [])
      .filter(phrase => phrase.words.every((word, index) => words[at + index] === word))
      .map(phrase => phrase.kind),
  )
}

function placeTaught(sighting: Sighting, format: PlaceTaught['format'], pages: number): PlaceTaught {
  const { kind, left, above, x, y, origin } = sighting
  return {
    sighting: kind,
    left,
    above,
    x,
    y,
    fromFirst: origin.page - 1,
    fromLast: pages - origin.page,
    shape: shapeOf(sighting),
    format,
  }
}

/** Signs of a text with digits as 9 and letters as A, runs shortened: texts of one form have one shape. */
export function shapeOf({ kind, origin: { text } }: Sighting): string {
  // How many groups of three an amount has is no matter of form.
  const plain = kind === 'amount' ? text.replace(/(?<=\d)[.,'’ ](?=\d{3}(?!\d))/g, '') : text
  return plain
    .replace(/\p{L}+/gu, 'A')
    .replace(/\p{N}+/gu, '9')
    .replace(/\s+/g, ' ')
    .slice(0, 40)
}
