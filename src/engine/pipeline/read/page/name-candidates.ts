import { fold } from './fold'
import type { FieldCandidate } from './field-candidate'
import type { Label } from './find-labels'
import { valuePlaces } from './label-values'
import { cellFrom, cellsOf, hasLegalForm, looksLikeAddress, looksLikeName, tidyName, type NameCell } from './name-cells'
import { commonHosts } from './name-words'
import type { PageText } from './page-text'
import type { PartyBlocks } from './party-blocks'
import { median } from './text-lines'
import { isTitleWord } from './type-candidates'
import { weights } from './weights'

const w = weights.name

type NameField = 'seller.name' | 'buyer.name'

/** Names of seller and buyer: by label where there is one, else by what letterheads and addressees look like. */
export function nameCandidates(
  text: PageText,
  blocks: PartyBlocks,
  sellerIds: readonly FieldCandidate[],
): FieldCandidate[] {
  const hosts = hostNames(text)
  const labelled = text.labels.flatMap(label => {
    const field = isTemplateValue(label, text.labels) ? null : fieldOf(label, blocks)
    return field ? ofLabel(label, field, text) : []
  })
  const buyerNames = new Set(
    labelled.filter(({ field, logOdds }) => field === 'buyer.name' && logOdds > 0).map(buyer => fold(buyer.value)),
  )
  const head = text.lines
    .flatMap(line => cellsOf(line))
    .flatMap(cell => ofLetterhead(cell, text, blocks, buyerNames, sellerIds))
  const all = [...labelled, ...head].map(candidate =>
    candidate.field === 'seller.name' ? withHost(candidate, hosts) : candidate,
  )
  const seller = all
    .filter(candidate => candidate.field === 'seller.name')
    .toSorted((one, other) => other.logOdds - one.logOdds)[0]
  return [...all, ...addressees(text, blocks, hosts, seller)]
}

/** A bare label right under another party's label stands in for a name, as templates have it. */
function isTemplateValue(label: Label, labels: readonly Label[]): boolean {
  if (/[:：]$/.test(label.line.words[label.last]?.text ?? '')) return false
  return labels.some(other => {
    const gap = (label.box.y - other.box.y) / Math.max(label.line.height, 1)
    const isParty = other.kind === 'buyer' || other.kind === 'seller'
    return (
      isParty &&
      other.line.page === label.line.page &&
      gap > 0.7 &&
      gap < 2.2 &&
      Math.abs(other.box.x - label.box.x) < label.line.height
    )
  })
}

function fieldOf(label: Label, blocks: PartyBlocks): NameField | null {
  if (label.kind === 'buyer') return 'buyer.name'
  if (label.kind === 'seller') return 'seller.name'
  if (label.kind !== 'name' || !label.isMarked) return null
  const party = blocks.partyAt(label.line, label.box)
  return party === 'buyer' ? 'buyer.name' : party === 'seller' ? 'seller.name' : null
}

function ofLabel(label: Label, field: NameField, text: PageText): FieldCandidate[] {
  if (text.tableRows.has(label.line.index) || !label.startsCell) return []
  if (label.strength !== 'strong' && !label.isMarked) return []
  const hasColon = /[:：]$/.test(label.line.words[label.last]?.text ?? '')
  let isNearest = true
  let isAnswered = false
  for (const place of valuePlaces(label, text.lines, text.labelsByLine)) {
    if (place.relation === 'laterCell') continue
    const words = place.line.words.filter(word => word.from >= place.from && word.to <= place.to)
    if (words.length === 0) continue
    const isBelow = place.relation === 'below' || place.relation === 'farBelow'
    // A label with a colon has its value beside it; if that is no name, none of its names is below.
    if (isBelow && hasColon && isAnswered) return []
    if (!isBelow) isAnswered = true
    const cell = cellFrom(place.line, dropNameLabel(words))
    // Beside a label without a colon stands the rest of a sentence more often than a name.
    const isSentence =
      place.relation === 'sameCell' && !hasColon && !label.text.includes(' ') && !/^[\p{Lu}]/u.test(cell.text)
    // A template's "Customer Name" right under "Bill to" is its name; a label further down is a label.
    const isTemplate = isNearest && label.kind !== 'name' && place.relation !== 'sameCell' && isBareLabel(cell)
    isNearest = false
    if (isSentence || cell.words.length === 0 || !(looksLikeName(cell.text) || isTemplate)) continue
    const logOdds =
      w.bias +
      (field === 'buyer.name' ? w.labelBuyer : w.labelSeller) +
      (label.strength === 'strong' ? 0 : label.strength === 'usual' ? w.usualLabel : w.weakLabel) +
      (label.isMarked ? weights.label.marked : 0) +
      weights.relation[place.relation] * 0.6 +
      (hasLegalForm(cell.text) ? w.legalForm * 0.5 : 0) +
      (isTemplate ? w.usualLabel : 0) +
      doubtOf(cell)
    return [candidateOf(field, untilLegalForm(cell), logOdds, label.text)]
  }
  return []
}

function isBareLabel({ text, words }: NameCell): boolean {
  return (
    !/[:#]/.test(text) &&
    words.length <= 3 &&
    /^\p{Lu}[\p{L} ]+$/u.test(text) &&
    !/\b(?:no|nr|id|date|email|phone|address)\b/i.test(text)
  )
}

/**
 * The addressee of a letter has no label: a name above an address, in a block of its own, that is not the sender's.
 */
function addressees(
  text: PageText,
  blocks: PartyBlocks,
  hosts: readonly string[],
  seller: FieldCandidate | undefined,
): FieldCandidate[] {
  const found: FieldCandidate[] = []
  for (const line of text.lines) {
    if (line.page !== 1 || line.box.y > line.pageHeight * 0.5 || text.tableRows.has(line.index)) continue
    for (const cell of cellsOf(line)) {
      if (!looksLikeName(cell.text) || isSenderLine(cell)) continue
      const above = cellNear(cell, text, -1)
      const below = [1, 2, 3].map(step => cellNear(cell, text, step))
      const hasAddress = below.some(next => next !== null && looksLikeAddress(next.text))
      const opensBlock = above === null || isSenderLine(above) || isTitleWord(above.text)
      if (!hasAddress || !opensBlock || below[0] === null) continue
      const party = blocks.partyAt(line, cell.box)
      const candidate = candidateOf('buyer.name', cell, 0, undefined)
      const isSeller = seller !== undefined && isSameName(seller.value, candidate.value)
      const logOdds =
        w.addressee +
        (above !== null && isSenderLine(above) ? w.underSenderLine : 0) +
        (isSeller ? w.isSeller : 0) +
        (withHost(candidate, hosts) === candidate ? 0 : w.isSeller / 2) +
        (party === 'seller' || party === 'other' ? w.isSeller : 0) +
        (line.index === 0 ? w.isSeller / 3 : 0) +
        doubtOf(cell)
      found.push({ ...candidate, logOdds })
    }
  }
  return found
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
      .filter(other => Math.abs(other.box.y - at.box.y) < cell.line.height * 2.4)
      .toSorted((one, other) => Math.abs(one.box.y - at.box.y) - Math.abs(other.box.y - at.box.y))[0]
    if (!next) return null
    at = next
  }
  return at
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
  sellerIds: readonly FieldCandidate[],
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
    : cellFrom(
        cell.line,
        cell.words.slice(0, /^[-–—•|·,]$/.test(cell.words[at]?.text ?? '') ? Math.max(1, at) : at + 1),
      )
}

/** A tax id a few lines below, or on the same line. */
function isUnderOrBeside(id: FieldCandidate, cell: NameCell): boolean {
  if (id.line.page !== cell.line.page) return false
  const lines = (id.box.y - cell.box.y) / Math.max(cell.line.height, 1)
  return lines > -0.5 && lines < 9 && Math.abs(id.box.x - cell.box.x) < cell.line.pageWidth * 0.3
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
      const host = (match[1] ?? '').replaceAll('-', '')
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
