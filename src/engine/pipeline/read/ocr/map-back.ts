import type { Box } from '../../../../shared/document'
import type { Origin } from '../../../../shared/invoice'
import type { Candidate, InvoiceFacts } from '../../facts'
import type { ReadPage } from './read-pages'

/** Facts read from straightened pages, with their boxes where the window shows them. */
export function mapBack(facts: InvoiceFacts, pages: readonly ReadPage[]): InvoiceFacts {
  const ways = new Map(
    pages.flatMap(({ shown, ocr }) => (ocr?.straight ? [[shown.number, ocr.straight.toShown] as const] : [])),
  )
  if (ways.size === 0) return facts
  const mapped = mapper(ways)
  return {
    ...facts,
    candidates: facts.candidates.map(mapped),
    chosen: Object.fromEntries(Object.entries(facts.chosen).map(([field, found]) => [field, mapped(found)])),
    lines: facts.lines.map(mapped),
    taxes: facts.taxes.map(mapped),
    ...(facts.adjustments ? { adjustments: facts.adjustments.map(mapped) } : {}),
    ...(facts.details ? { details: facts.details.map(mapped) } : {}),
    ...(facts.sightings ? { sightings: facts.sightings.map(mapped) } : {}),
  }
}

function mapper(ways: ReadonlyMap<number, (box: Box) => Box>): <T extends Pick<Candidate, 'origin'>>(found: T) => T {
  const originOf = <O extends Origin>(origin: O): O => {
    const toShown = origin.kind === 'page' ? ways.get(origin.page) : undefined
    return origin.kind === 'page' && toShown ? { ...origin, box: toShown(origin.box) } : origin
  }
  return found => ({ ...found, origin: originOf(found.origin) })
}
