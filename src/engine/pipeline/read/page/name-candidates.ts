import { fold } from './fold'
import type { FieldCandidate } from './field-candidate'
import type { Label } from './find-labels'
import { valuePlaces } from './label-values'
import { cellFrom, cellsOf, hasLegalForm, looksLikeAddress, looksLikeName, tidyName, type NameCell } from './name-cells'
import { commonHosts } from './name-words'
import type { PageText } from './page-text'
import type { PartyBlocks } from './party-blocks'
import { median } from './text-lines'
import { weights } from './weights'

const w = weights.name

/** Names of seller and buyer: by label where there is one, else by what a letterhead looks like. */
export function nameCandidates(
  text: PageText,
  blocks: PartyBlocks,
  sellerIdLines: ReadonlySet<number>,
): FieldCandidate[] {
  const hosts = hostNames(text)
  const buyers = text.labels
    .filter(label => label.kind === 'buyer')
    .flatMap(label => ofLabel(label, 'buyer.name', text))
  const sellers = text.labels
    .filter(label => label.kind === 'seller')
    .flatMap(label => ofLabel(label, 'seller.name', text))
  const buyerNames = new Set(buyers.filter(buyer => buyer.logOdds > 0).map(buyer => fold(buyer.value)))
  const letterhead = text.lines
    .flatMap(line => cellsOf(line))
    .flatMap(cell => ofLetterhead(cell, text, blocks, buyerNames, sellerIdLines))
  return [...buyers, ...[...sellers, ...letterhead].map(candidate => withHost(candidate, hosts))]
}

function ofLabel(label: Label, field: 'seller.name' | 'buyer.name', text: PageText): FieldCandidate[] {
  if (text.tableRows.has(label.line.index) || !label.startsCell) return []
  if (label.strength !== 'strong' && !label.isMarked) return []
  for (const place of valuePlaces(label, text.lines, text.labelsByLine)) {
    if (place.relation === 'laterCell') continue
    const words = place.line.words.filter(word => word.from >= place.from && word.to <= place.to)
    if (words.length === 0) continue
    const cell = cellFrom(place.line, dropNameLabel(words))
    // Beside a label without a colon stands the rest of a sentence more often than a name.
    if (
      place.relation === 'sameCell' &&
      !/[:：]$/.test(label.line.words[label.last]!.text) &&
      label.text.split(' ').length < 2 &&
      !/^[A-ZÀ-Þ]/.test(cell.text)
    )
      continue
    if (cell.words.length === 0 || !looksLikeName(cell.text)) continue
    const logOdds =
      w.bias +
      (field === 'buyer.name' ? w.labelBuyer : w.labelSeller) +
      (label.strength === 'strong' ? 0 : w.usualLabel) +
      (label.isMarked ? weights.label.marked : 0) +
      weights.relation[place.relation] * 0.6 +
      (hasLegalForm(cell.text) ? w.legalForm * 0.5 : 0) +
      doubtOf(cell)
    return [candidateOf(field, cell, logOdds, label.text)]
  }
  return []
}

/** "Nombre: Comercial Ejemplo" inside the buyer's block. */
function dropNameLabel(words: NameCell['words']): NameCell['words'] {
  const at = words.findIndex(word => /[:：]$/.test(word.text))
  return at >= 0 && at < 4 && at < words.length - 1 ? words.slice(at + 1) : words
}

function ofLetterhead(
  cell: NameCell,
  text: PageText,
  blocks: PartyBlocks,
  buyerNames: ReadonlySet<string>,
  sellerIdLines: ReadonlySet<number>,
): FieldCandidate[] {
  const { line } = cell
  if (text.tableRows.has(line.index)) return []
  const isTop = line.page === 1 && line.box.y < line.pageHeight * 0.4
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
  const isBuyer = blocks.isBuyers(line, cell.box) || buyerNames.has(fold(tidyName(beforeComma.text)))
  const below = text.lines.slice(line.index + 1, line.index + 5).filter(other => other.page === line.page)
  const near = below
    .slice(0, 2)
    .some(other => cellsOf(other).some(next => isUnder(next, cell) && looksLikeAddress(next.text)))
  const idNear = [...sellerIdLines].some(at => at >= line.index && at <= line.index + 7)
  const logOdds =
    w.bias +
    (isLegal ? w.legalForm : 0) +
    (cell.height > typical * 1.35 ? w.largeType : 0) +
    (line.index <= 1 ? w.firstLine : 0) +
    (line.page === 1 && line.box.y < line.pageHeight * 0.2 ? w.topOfPage : 0) +
    (near ? w.aboveAddress : 0) +
    (sender ? w.senderLine : 0) +
    (timesOnPage(beforeComma.text, text) > 1 ? w.repeated : 0) +
    (idNear ? w.aboveTaxId : 0) +
    (isBuyer ? w.isBuyer : 0) +
    (/\d/.test(beforeComma.text) ? w.hasDigits : 0) +
    (beforeComma.text.split(' ').length > 6 ? w.longSentence : 0) +
    (line.box.y > line.pageHeight * 0.8 ? w.footer : 0) +
    doubtOf(cell)
  return [candidateOf('seller.name', beforeComma, logOdds, undefined)]
}

/** "Company - Street 1 - 12345 Town" in one line of small print. */
function firstPart(cell: NameCell): NameCell {
  const at = cell.words.findIndex(word => /^[-–—•|·,]$/.test(word.text) || /[,|•]$/.test(word.text))
  return at < 0
    ? cell
    : cellFrom(cell.line, cell.words.slice(0, /^[-–—•|·,]$/.test(cell.words[at]!.text) ? Math.max(1, at) : at + 1))
}

/** The sender in one line of small print above the addressee, as letters for window envelopes have it. */
function isSenderLine({ text }: NameCell): boolean {
  return (text.match(/\s[-–—•|·]\s|,\s/g) ?? []).length >= 2 && /\b\d{4,5}\b/.test(text) && looksLikeAddress(text)
}

function untilLegalForm(cell: NameCell): NameCell {
  const at = cell.words.findIndex(
    (_, index) =>
      index > 0 &&
      hasLegalForm(
        cell.words
          .slice(0, index + 1)
          .map(word => word.text)
          .join(' '),
      ),
  )
  const next = cell.words[at + 1]
  return at > 0 && next && /^\d|^[-–—•|·]$/.test(next.text) ? cellFrom(cell.line, cell.words.slice(0, at + 1)) : cell
}

function timesOnPage(name: string, text: PageText): number {
  const wanted = fold(tidyName(name))
  return wanted.length < 4 ? 0 : text.lines.filter(line => fold(line.text).includes(wanted)).length
}

function isUnder(below: NameCell, above: NameCell): boolean {
  return below.box.x < above.box.x + above.box.width && below.box.x + below.box.width > above.box.x
}

function candidateOf(
  field: 'seller.name' | 'buyer.name',
  cell: NameCell,
  logOdds: number,
  label: string | undefined,
): FieldCandidate {
  const value = tidyName(cell.text)
  return { field, value, logOdds, line: cell.line, box: cell.box, text: value, label }
}

function doubtOf(cell: NameCell): number {
  return weights.ocrDoubt * (1 - Math.min(1, ...cell.words.map(word => word.confidence)))
}

/** Names in mail and web addresses: "billing@acme-tools.com" speaks for "Acme Tools". */
function hostNames(text: PageText): string[] {
  const found = new Set<string>()
  for (const line of text.lines)
    for (const match of line.text.toLowerCase().matchAll(/(?:@|www\.|https?:\/\/)([a-z0-9-]+)\./g)) {
      const host = match[1]!.replaceAll('-', '')
      if (host.length >= 3 && host !== 'www' && !commonHosts.has(host)) found.add(host)
    }
  return [...found]
}

function withHost(candidate: FieldCandidate, hosts: readonly string[]): FieldCandidate {
  const joined = fold(candidate.value).replaceAll(/[^a-z0-9]/g, '')
  const first = fold(candidate.value.split(' ')[0] ?? '').replaceAll(/[^a-z0-9]/g, '')
  const matches = hosts.some(
    host =>
      (joined.length >= 3 && (joined.startsWith(host) || host.startsWith(joined))) ||
      (first.length >= 4 && host.startsWith(first)),
  )
  return matches ? { ...candidate, logOdds: candidate.logOdds + w.matchesDomain } : candidate
}
