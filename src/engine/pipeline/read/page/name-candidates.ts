import { addressees } from './addressees'
import type { FieldCandidate } from './field-candidate'
import { fold } from './fold'
import { hostCandidates } from './host-candidates'
import { hostNames, isOfHost, spelledAsHost } from './host-names'
import { labelledNames } from './labelled-names'
import { ofLetterhead } from './letterhead'
import { cellsOf } from './name-cells'
import { noticing } from './name-parts'
import type { PageText } from './page-text'
import type { PartyBlocks } from './party-blocks'

/** Names of seller and buyer: by label where there is one, else by what letterheads and addressees look like. */
export function nameCandidates(
  text: PageText,
  blocks: PartyBlocks,
  sellerIds: readonly FieldCandidate[],
): FieldCandidate[] {
  const hosts = hostNames(text)
  const labelled = labelledNames(text, blocks)
  const buyerNames = new Set(
    labelled
      .filter(({ field, features }) => field === 'buyer.name' && features['label.strong'] === 1)
      .map(buyer => fold(buyer.value)),
  )
  const head = withFirst(
    text.lines.flatMap(line => cellsOf(line)).flatMap(cell => ofLetterhead(cell, text, blocks, buyerNames, sellerIds)),
    text,
  )
  const spelled = [...labelled, ...head].map(candidate =>
    candidate.field === 'seller.name' && candidate.line.by === 'ocr'
      ? { ...candidate, value: spelledAsHost(candidate.value, hosts) }
      : candidate,
  )
  const all = spelled.map(candidate =>
    candidate.field === 'seller.name' && isOfHost(candidate.value, hosts)
      ? noticing(candidate, { matchesHost: 1 }, text)
      : candidate,
  )
  const named = all.map(candidate => asWholeName(candidate, all, text))
  const seller = named
    .filter(candidate => candidate.field === 'seller.name')
    .toSorted((one, other) => other.logOdds - one.logOdds)[0]
  return [...named, ...hostCandidates(text, blocks, named), ...addressees(text, blocks, hosts, seller)]
}

/** Above this doubt OCR guessed at a picture or a fold. */
const guessed = 0.4

/** The one the page is signed for, else the first that reads like a name from the top, whatever OCR made of the picture above it. */
function withFirst(head: readonly FieldCandidate[], text: PageText): FieldCandidate[] {
  const isClear = ({ features: { ocrDoubt = 0, isShortByOcr, ofBuyer } }: FieldCandidate) =>
    ocrDoubt < guessed && !isShortByOcr && !ofBuyer
  const first = head.find(candidate => candidate.features['isSignedFor'] === 1) ?? head.find(isClear)
  return head.map(candidate => (candidate === first ? noticing(candidate, { isFirstName: 1 }, text) : candidate))
}

/** A logo sets only the first words of a name in large type; the whole name, printed more than once, is worth as much. */
function asWholeName(candidate: FieldCandidate, all: readonly FieldCandidate[], text: PageText): FieldCandidate {
  const { field, value } = candidate
  const whole = fold(value)
  const shorter = all.filter(other => other.field === field && whole.startsWith(`${fold(other.value)} `))
  if (shorter.length === 0 || text.lines.filter(line => fold(line.text).includes(whole)).length < 2) return candidate
  const asShorter = shorter.map(({ features }) => noticing({ ...candidate, features }, { isWholeOfLogo: 1 }, text))
  return [candidate, ...asShorter].reduce((one, other) => (other.logOdds > one.logOdds ? other : one))
}
