import { addressees } from './addressees'
import type { FieldCandidate } from './field-candidate'
import { fold } from './fold'
import { hostNames, isOfHost, spelledAsHost } from './host-names'
import { labelledNames } from './labelled-names'
import { ofLetterhead } from './letterhead'
import { cellsOf } from './name-cells'
import type { PageText } from './page-text'
import type { PartyBlocks } from './party-blocks'
import { weights } from './weights'

/** Names of seller and buyer: by label where there is one, else by what letterheads and addressees look like. */
export function nameCandidates(
  text: PageText,
  blocks: PartyBlocks,
  sellerIds: readonly FieldCandidate[],
): FieldCandidate[] {
  const hosts = hostNames(text)
  const labelled = labelledNames(text, blocks)
  const buyerNames = new Set(
    labelled.filter(({ field, logOdds }) => field === 'buyer.name' && logOdds > 0).map(buyer => fold(buyer.value)),
  )
  const head = text.lines
    .flatMap(line => cellsOf(line))
    .flatMap(cell => ofLetterhead(cell, text, blocks, buyerNames, sellerIds))
  const spelled = [...labelled, ...head].map(candidate =>
    candidate.field === 'seller.name' && candidate.line.by === 'ocr'
      ? { ...candidate, value: spelledAsHost(candidate.value, hosts) }
      : candidate,
  )
  const all = spelled.map(candidate =>
    candidate.field === 'seller.name' && isOfHost(candidate.value, hosts)
      ? { ...candidate, logOdds: candidate.logOdds + weights.name.matchesDomain }
      : candidate,
  )
  const named = all.map(candidate => ({ ...candidate, logOdds: withShorter(candidate, all, text) }))
  const seller = named
    .filter(candidate => candidate.field === 'seller.name')
    .toSorted((one, other) => other.logOdds - one.logOdds)[0]
  return [...named, ...addressees(text, blocks, hosts, seller)]
}

/** A logo sets only the first words of a name in large type; the whole name, printed more than once, is worth as much. */
function withShorter(
  { field, value, logOdds }: FieldCandidate,
  all: readonly FieldCandidate[],
  text: PageText,
): number {
  const whole = fold(value)
  const shorter = all.filter(other => other.field === field && whole.startsWith(`${fold(other.value)} `))
  if (shorter.length === 0 || text.lines.filter(line => fold(line.text).includes(whole)).length < 2) return logOdds
  return Math.max(logOdds, ...shorter.map(other => other.logOdds + weights.name.whole))
}
