import { features } from './features'
import type { FieldCandidate } from './field-candidate'
import { fold } from './fold'
import { isOfHost } from './host-names'
import {
  cellFrom,
  cellsOf,
  hasLegalForm,
  isHonorific,
  looksLikeAddress,
  looksLikeName,
  tidyName,
  type NameCell,
} from './name-cells'
import { beforeAddress, candidateOf, dropNameLabel, isSenderLine } from './name-parts'
import type { PageText } from './page-text'
import type { PartyBlocks } from './party-blocks'
import { isTitleWord } from './type-candidates'

/**
 * The addressee of a letter has no label: a name above an address, in a block of its own, that is not the sender's.
 */
export function addressees(
  text: PageText,
  blocks: PartyBlocks,
  hosts: readonly string[],
  seller: FieldCandidate | undefined,
): FieldCandidate[] {
  const found: FieldCandidate[] = []
  const isHostOfSeller = seller !== undefined && isOfHost(seller.value, hosts)
  for (const line of text.lines) {
    if (line.page !== 1 || line.box.y > line.pageHeight * 0.5 || text.tableRows.has(line.index)) continue
    for (const whole of cellsOf(line)) {
      const named = cellFrom(line, dropNameLabel(whole.words))
      const before = beforeAddress(named)
      // Without a legal form what stands before an address is more of it: "C. de Dom Juan, 35, 28013 Madrid".
      const cell = hasLegalForm(before.text) ? before : named
      if (!looksLikeName(cell.text) || isSenderLine(cell)) continue
      const above = cellNear(cell, text, -1)
      const below = [1, 2, 3].map(step => cellNear(cell, text, step))
      const hasAddress = below.some(next => next !== null && looksLikeAddress(next.text))
      const opensBlock =
        above === null ||
        isSenderLine(above) ||
        isTitleWord(above.text) ||
        isNumberedTitle(above.text) ||
        isAttention(above, text) ||
        isHonorific(above.text) ||
        isSetOff(above, cell, below[0] ?? null)
      // In small places an address is a house and a town; a company's name over them says whose.
      const isOfWords =
        !hasAddress && hasLegalForm(cell.text) && below.slice(0, 2).every(next => next !== null && isPlace(next))
      if (!(hasAddress || isOfWords) || !opensBlock || below[0] === null) continue
      const party = blocks.partyAt(line, cell.box)
      const value = tidyName(cell.text)
      const noticed = features({
        isAddressee: true,
        isOfWords,
        besideAmounts: text.amounts.get(line)?.some(({ hasDecimals }) => hasDecimals) ?? false,
        hasLegalForm: hasLegalForm(cell.text),
        underSenderLine: above !== null && isSenderLine(above),
        isSeller: seller !== undefined && isSameName(seller.value, value),
        isOfHost: !isHostOfSeller && isOfHost(value, hosts),
        ofBuyer: party === 'buyer',
        ofOther: party === 'seller' || party === 'other',
        isFirstLine: line.index === 0,
        onLeft: cell.box.x < line.pageWidth / 3,
        hasDigits: /\d/.test(value),
      })
      found.push(candidateOf('buyer.name', cell, noticed, undefined, text))
    }
  }
  return found
}

/** "FACTURE HC-2026-02-1183": whom it is for may stand right under it. */
function isNumberedTitle(text: string): boolean {
  const [first = '', ...rest] = text.split(' ')
  return isTitleWord(first) && rest.length > 0 && rest.length <= 3 && /\d/.test(rest.at(-1) ?? '')
}

/** "A la atención de: Contabilidad" stands over the company as well as under it. */
function isAttention({ line, box }: NameCell, { labelsByLine }: PageText): boolean {
  return (
    labelsByLine
      .get(line)
      ?.some(
        label => label.kind === 'buyer' && label.strength === 'weak' && label.startsCell && label.box.x === box.x,
      ) ?? false
  )
}

/** "Cloncollog", "Co. Offaly": a word or three with capitals, and nothing else. */
function isPlace({ text }: NameCell): boolean {
  return /^(?:\p{Lu}[\p{L}.'’-]*,? ?){1,4}$/u.test(text) && looksLikeName(text) && !hasLegalForm(text)
}

/** The gap above is clearly wider than the step from line to line below. */
const widerBy = 1.4

function isSetOff(above: NameCell, cell: NameCell, below: NameCell | null): boolean {
  if (below === null) return false
  return cell.box.y - above.box.y > widerBy * (below.box.y - cell.box.y)
}

function isSameName(left: string, right: string): boolean {
  const [one, other] = [fold(left), fold(right)]
  return one === other || one.startsWith(other) || other.startsWith(one)
}

/** The cell in the same column so many lines further down (or up); null when a gap or nothing is there. */
function cellNear(cell: NameCell, text: PageText, steps: number): NameCell | null {
  const direction = Math.sign(steps)
  let at = cell
  for (let step = 0; step < Math.abs(steps); step += 1) {
    const next = text.lines
      .slice(Math.max(0, at.line.index - 5), at.line.index + 6)
      .filter(line => line.page === cell.line.page && Math.sign(line.box.y - at.line.box.y) === direction)
      .flatMap(line => cellsOf(line))
      .filter(other => Math.abs(other.box.x - cell.box.x) < cell.line.height * 1.5)
      .filter(other => Math.abs(other.box.y - at.box.y) < cell.line.height * 3)
      .toSorted((one, other) => Math.abs(one.box.y - at.box.y) - Math.abs(other.box.y - at.box.y))[0]
    if (!next) return null
    at = next
  }
  return at
}
