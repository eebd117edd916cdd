import { features } from './features'
import type { FieldCandidate } from './field-candidate'
import { cellFrom } from './name-cells'
import { candidateOf } from './name-parts'
import { commonHosts } from './name-words'
import type { PageText } from './page-text'
import type { PartyBlocks } from './party-blocks'
import { wordsBetween } from './text-lines'

const address = /(?:(@)|www\.|https?:\/\/(?:www\.)?)([a-z0-9-]{3,})\.[a-z]{2,}/gi

/**
 * Names that only mail and web addresses spell: a logo is a picture, "billing@acme-tools.com" under it still says "Acme Tools". They lose
 * against a name that is printed.
 * @param printed  names the page shows elsewhere
 */
export function hostCandidates(
  text: PageText,
  blocks: PartyBlocks,
  printed: readonly FieldCandidate[],
): FieldCandidate[] {
  const hasPrinted = printed.some(candidate => candidate.features['matchesHost'] === 1)
  return text.lines.flatMap(line =>
    [...line.text.matchAll(address)].flatMap(match => {
      const [whole, mail, host = ''] = match
      if (commonHosts.has(host.toLowerCase()) || host.toLowerCase() === 'www' || !/[a-z]{3}/i.test(host)) return []
      const cell = cellFrom(line, wordsBetween(line, match.index, match.index + whole.length))
      const noticed = features({
        unlabelled: true,
        isHostAlone: true,
        'isHostAlone.ofMail': mail !== undefined,
        'isHostAlone.besidePrinted': hasPrinted,
        ofBuyer: blocks.partyAt(line, cell.box) === 'buyer',
        ofSeller: blocks.partyAt(line, cell.box) === 'seller',
      })
      return [{ ...candidateOf('seller.name', cell, noticed, undefined, text), value: asName(host) }]
    }),
  )
}

/** "acme-tools" as a name. */
function asName(host: string): string {
  return host
    .toLowerCase()
    .split('-')
    .filter(Boolean)
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
