import type { FieldCandidate } from './field-candidate'
import { fold } from './fold'
import { cellFrom, cellsOf, hasLegalForm, looksLikeAddress, looksLikeName, tidyName, type NameCell } from './name-cells'
import { candidateOf, doubtOf, dropNameLabel, isSenderLine, untilLegalForm } from './name-parts'
import type { PageText } from './page-text'
import type { PartyBlocks } from './party-blocks'
import { median, type TextLine } from './text-lines'
import { weights } from './weights'

const w = weights.name
/** OCR reads so many letters out of folds and edges, too. */
const fewLetters = 4

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
  const typical = median(text.lines.map(other => other.height))
  const party = blocks.partyAt(line, cell.box)
  const isBuyer = party === 'buyer' || party === 'other' || buyerNames.has(fold(tidyName(beforeComma.text)))
  const below = text.lines.slice(line.index + 1, line.index + 5).filter(other => other.page === line.page)
  const near = below
    .slice(0, 2)
    .some(other => cellsOf(other).some(next => isUnder(next, cell) && looksLikeAddress(next.text)))
  const idNear = sellerIds.some(id => isUnderOrBeside(id, cell))
  const logOdds =
    w.bias +
    (isLegal ? w.legalForm : 0) +
    (cell.height > typical * 1.35 ? w.largeType : 0) +
    (line.index <= 1 ? w.firstLine : 0) +
    (line.page === 1 && line.box.y - top < line.pageHeight * 0.2 ? w.topOfPage : 0) +
    (near ? w.aboveAddress : 0) +
    (sender ? w.senderLine : 0) +
    (timesOnPage(beforeComma.text, text) > 1 ? w.repeated : 0) +
    (idNear ? w.aboveTaxId : 0) +
    (standsInFooter(beforeComma.text, line, text) ? w.inFooter : 0) +
    (line.by === 'ocr' && lettersIn(beforeComma.text) <= fewLetters ? w.shortByOcr : 0) +
    (isSignedFor(beforeComma.text, text) ? w.signedFor : 0) +
    (isBuyer ? w.isBuyer : 0) +
    (/\d/.test(beforeComma.text) ? w.hasDigits : 0) +
    (beforeComma.text.split(' ').length > 6 ? w.longSentence : 0) +
    (line.box.y > line.pageHeight * 0.8 ? w.footer : 0) +
    doubtOf(cell)
  return [candidateOf('seller.name', beforeComma, logOdds, undefined)]
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
