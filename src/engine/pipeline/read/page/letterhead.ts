import { features } from './features'
import type { FieldCandidate } from './field-candidate'
import { fold } from './fold'
import { cellFrom, cellsOf, hasLegalForm, looksLikeAddress, looksLikeName, tidyName, type NameCell } from './name-cells'
import { candidateOf, dropNameLabel, isSenderLine, untilLegalForm } from './name-parts'
import type { PageText } from './page-text'
import type { PartyBlocks } from './party-blocks'
import { median, type TextLine } from './text-lines'

/** OCR reads so many letters out of folds and edges, too. */
const fewLetters = 4

/** Height by width from which a page is a strip from a till. */
const slipShape = 1.6

/** Names of the seller as letterheads and footers show them, without a label. */
export function ofLetterhead(
  cell: NameCell,
  text: PageText,
  blocks: PartyBlocks,
  buyerNames: ReadonlySet<string>,
  sellerIds: readonly FieldCandidate[],
): FieldCandidate[] {
  const { line } = cell
  if (text.tableRows.has(line.index)) return []
  const top = topOf(text, line)
  const isTop = line.page === 1 && line.box.y - top < line.pageHeight * 0.4
  const isLegal = hasLegalForm(cell.text)
  if (!isTop && !isLegal) return []
  const named = cellFrom(line, dropNameLabel(cell.words))
  const sender = isSenderLine(cell)
  const beforeComma = sender
    ? firstPart(named)
    : isLegal
      ? untilLegalForm(named)
      : looksLikeName(named.text)
        ? named
        : firstPart(named)
  if (!looksLikeName(beforeComma.text)) return []
  const heights = text.lines.map(other => other.height)
  const [typical, largest] = [median(heights), Math.max(...heights)]
  const party = blocks.partyAt(line, cell.box)
  const isBuyer = party === 'buyer' || party === 'other' || buyerNames.has(fold(tidyName(beforeComma.text)))
  const below = text.lines.slice(line.index + 1, line.index + 5).filter(other => other.page === line.page)
  const near = below
    .slice(0, 2)
    .some(other => cellsOf(other).some(next => isUnder(next, cell) && looksLikeAddress(next.text)))
  const idNear = sellerIds.some(id => isUnderOrBeside(id, cell))
  const isSlip = line.pageHeight / line.pageWidth > slipShape
  const noticed = features({
    unlabelled: true,
    hasLegalForm: isLegal,
    inLargeType: cell.height > typical * 1.35,
    isLargestType: cell.height >= largest * 0.98,
    isFirstLine: line.index === 0,
    isSecondLine: line.index === 1,
    'isOnTop.ofSlip': isSlip && line.index <= 2,
    isOnSlip: isSlip,
    isShortByOcr: line.by === 'ocr' && lettersIn(beforeComma.text) <= fewLetters,
    isSignedFor: isSignedFor(beforeComma.text, text),
    atTop: line.page === 1 && line.box.y - top < line.pageHeight * 0.2,
    aboveAddress: near,
    isSenderLine: sender,
    isRepeated: timesOnPage(beforeComma.text, text) > 1,
    aboveTaxId: idNear,
    isInFooterToo: standsInFooter(beforeComma.text, line, text),
    ofSeller: party === 'seller',
    ofBuyer: isBuyer,
    hasDigits: /\d/.test(beforeComma.text),
    isLong: beforeComma.text.split(' ').length > 6,
    atFoot: line.box.y > line.pageHeight * 0.8,
    onLaterPage: line.page > 1,
  })
  return [candidateOf('seller.name', beforeComma, noticed, undefined, text)]
}

/** A slip may lie anywhere in its photograph: its top is where its print begins. */
function topOf({ lines: [first] }: PageText, { by, page }: TextLine): number {
  return by === 'ocr' && first?.page === page ? first.box.y : 0
}

/** "Company - Street 1 - 12345 Town" in one line of small print. */
function firstPart(cell: NameCell): NameCell {
  const at = cell.words.findIndex(word => /^[-–—•●∙■|·+,]$/.test(word.text) || /[,|•●]$/.test(word.text))
  return at < 0
    ? cell
    : cellFrom(
        cell.line,
        cell.words.slice(0, /^[-–—•●∙■|·+,]$/.test(cell.words[at]?.text ?? '') ? Math.max(1, at) : at + 1),
      )
}

/** Footers name the sender, hardly ever the addressee. */
function standsInFooter(name: string, line: TextLine, text: PageText): boolean {
  const wanted = fold(tidyName(name))
  return (
    wanted.length >= 5 &&
    text.lines.some(
      other =>
        other !== line &&
        other.box.y > other.pageHeight * 0.84 &&
        fold(other.text.replaceAll('\t', ' ')).includes(wanted),
    )
  )
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}]/gu, '').length
}

/** "For Example Traders" over a signature is the seller speaking. */
function isSignedFor(name: string, text: PageText): boolean {
  const wanted = fold(tidyName(name))
  return (
    wanted.length >= 5 &&
    text.lines.some(
      other =>
        other.box.y > other.pageHeight / 2 &&
        other.text.split('\t').some(cell => fold(cell).startsWith(`for ${wanted}`)),
    )
  )
}

/** A tax id a few lines below, or on the same line. */
function isUnderOrBeside(id: FieldCandidate, cell: NameCell): boolean {
  if (id.line.page !== cell.line.page) return false
  const lines = (id.box.y - cell.box.y) / Math.max(cell.line.height, 1)
  return lines > -0.5 && lines < 9 && Math.abs(id.box.x - cell.box.x) < cell.line.pageWidth * 0.3
}

function timesOnPage(name: string, text: PageText): number {
  const wanted = fold(tidyName(name))
  return wanted.length < 4 ? 0 : text.lines.filter(line => fold(line.text).includes(wanted)).length
}

function isUnder(below: NameCell, above: NameCell): boolean {
  return below.box.x < above.box.x + above.box.width && below.box.x + below.box.width > above.box.x
}
