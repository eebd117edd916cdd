import { editDistance } from '../../pipeline/code/spelling'
import type { Sighting, SightingFormat } from '../../pipeline/facts'
import { foldPhrase } from '../../pipeline/read/page/fold'
import type { FieldName } from '../../../shared/invoice'
import { shapeOf } from './learn'
import { mayBe, type PlaceTaught } from './lesson'

/** What each sign that a place is the one taught adds to its score. */
const points = {
  /** The words beside it are those of the lesson; nearly, as OCR reads; others. */
  left: { same: 4, alike: 3, other: -2 },
  above: { same: 2.5, alike: 2, other: -0.5 },
  /** At the same place across, and down, the page. */
  column: 1,
  row: 1,
  page: { same: 0.5, other: -1 },
  shape: { same: 1, other: -1.5 },
} as const

/** A place with fewer points is another one; where no words were taught, column, row, page and form must all fit. */
const leastPoints = { named: 4, unnamed: 3.5 }
/** The next best place must be this far behind, or it is not known which of them is meant. */
const leastLead = 0.75
const near = 0.015

/** Where a lesson finds its value on another page of the vendor. */
export interface PlaceFound {
  readonly sighting: Sighting
  readonly value: string
  /** Whether words beside it are those of the lesson, or only its place and form fit. */
  readonly isNamed: boolean
}

/**
 * The text at the place a lesson speaks of; nothing when no text fits, or two that differ fit alike.
 *
 * @param pages how many pages the document has
 */
export function findPlace(
  field: FieldName,
  place: PlaceTaught,
  sightings: readonly Sighting[],
  pages: number,
): PlaceFound | null {
  const scored = sightings
    .filter(sighting => mayBe(field, sighting) && sighting.kind === place.sighting)
    .map(sighting => ({ sighting, value: valueOf(sighting, place.format), score: scoreOf(sighting, place, pages) }))
    .toSorted((one, other) => other.score - one.score)
  const [best] = scored
  if (!best || best.score < leastFor(place)) return null
  const rival = scored.find(other => other.value !== best.value)
  if (rival && best.score - rival.score < leastLead) return null
  const { sighting, value } = best
  return { sighting, value, isNamed: isAlike(place.left, sighting.left) || isAlike(place.above, sighting.above) }
}

/** Whether a text stands where the lesson's did, by the words beside it. */
export function isPlace(place: PlaceTaught, sighting: Sighting, pages: number): boolean {
  return sighting.kind === place.sighting && scoreOf(sighting, place, pages) >= leastFor(place)
}

function leastFor({ left, above }: PlaceTaught): number {
  return left === '' && above === '' ? leastPoints.unnamed : leastPoints.named
}

/** Reads a text as the vendor writes: day or month first, comma or point. */
export function valueOf({ readings }: Sighting, format: SightingFormat | null): string {
  const fitting = format === null ? undefined : readings.find(reading => reading.format === format)
  return (fitting ?? readings[0])?.value ?? ''
}

function scoreOf(sighting: Sighting, place: PlaceTaught, pages: number): number {
  const { fromFirst, fromLast } = place
  const isPage = sighting.origin.page - 1 === fromFirst || pages - sighting.origin.page === fromLast
  return (
    wordsScore(place.left, sighting.left, points.left) +
    wordsScore(place.above, sighting.above, points.above) +
    (Math.abs(sighting.x - place.x) <= near ? points.column : 0) +
    (Math.abs(sighting.y - place.y) <= near ? points.row : 0) +
    (isPage ? points.page.same : points.page.other) +
    (shapeOf(sighting) === place.shape ? points.shape.same : points.shape.other)
  )
}

function wordsScore(taught: string, seen: string, score: { same: number; alike: number; other: number }): number {
  const [wanted, found] = [foldPhrase(taught), foldPhrase(seen)]
  if (wanted === '') return 0
  if (wanted === found) return score.same
  return isAlike(taught, seen) ? score.alike : score.other
}

/** Equal, or different in so few letters as OCR gets wrong. */
function isAlike(taught: string, seen: string): boolean {
  const [wanted, found] = [foldPhrase(taught), foldPhrase(seen)]
  if (wanted === '' || found === '') return false
  const slips = Math.floor(wanted.length / 5)
  return editDistance(wanted, found, slips) <= slips
}
