import type { Box } from '../../../../shared/document'
import { composedDueAt } from './composed-due-dates'
import { composedAt } from './composed-totals'
import { labelsByFirstWord, spacedLabels, type LabelKind, type LabelPhrase, type LabelStrength } from './labels'
import { union, type LineWord, type TextLine } from './text-lines'

/** A label found on the page; the words `[first, last]` of its line. */
export interface Label {
  readonly kind: LabelKind
  readonly strength: LabelStrength
  readonly line: TextLine
  readonly first: number
  readonly last: number
  readonly text: string
  readonly box: Box
  /** True when a colon follows, or nothing else stands in its cell. */
  readonly isMarked: boolean
  /** True when the cell begins with it. */
  readonly startsCell: boolean
  /** True when it is a word of running text. */
  readonly inSentence: boolean
}

/** A cell with more words than this around a label is running text. */
const sentenceWords = 7
/** Kinds whose labels are everyday words ("to", "de", "no"), so they count only where a label can stand. */
const partyKinds: ReadonlySet<LabelKind> = new Set(['seller', 'buyer', 'other_party', 'name'])

/** Labels of all lines; one stretch of words may mean several kinds ("VAT" is an amount or a number). */
export function findLabels(lines: readonly TextLine[]): Label[] {
  return lines.flatMap(labelsOf)
}

function labelsOf(line: TextLine): Label[] {
  const found: Label[] = []
  let at = 0
  while (at < line.words.length) {
    const matches = matchesAt(line.words, at)
    const labels = matches.map(({ phrase, count }) => toLabel(line, at, at + count - 1, phrase))
    // "Invoice for services" names no party, but is a title yet.
    const longest = labels.find(isPlausible)
    found.push(...labels.filter(label => label.last === longest?.last && isPlausible(label)))
    at = (longest?.last ?? at + Math.max(0, (matches[0]?.count ?? 1) - 1)) + 1
  }
  return found
}

interface Match {
  readonly phrase: LabelPhrase
  readonly count: number
}

function matchesAt(words: readonly LineWord[], at: number): Match[] {
  const first = words[at]
  if (!first) return []
  const phrases = labelsByFirstWord.get(first.folded) ?? ofCompound(first.folded) ?? ofFirstPart(first.folded)
  const plain = phrases
    .map(phrase => ({ phrase, count: spanOf(phrase.words, words, at) }))
    .filter(match => match.count > 0)
    .toSorted((left, right) => right.count - left.count)
  const composed = composedAt(words, at) ?? composedDueAt(words, at)
  if (composed && composed.count > (plain[0]?.count ?? 0)) return [composed]
  return plain.length > 0 ? plain : spacedAt(words, at)
}

/** Letter-spaced headings come in pieces: "C LIENT", "I N V O I C E". */
function spacedAt(words: readonly LineWord[], at: number): Match[] {
  let joined = ''
  for (let count = 1; count <= 10; count += 1) {
    const word = words[at + count - 1]
    if (!word || word.cell !== words[at]?.cell || word.text.length > 6 || word.text !== word.text.toUpperCase())
      return []
    joined += word.folded
    const phrases = count > 1 ? (spacedLabels.get(joined) ?? []) : []
    if (phrases.length > 0) return phrases.map(phrase => ({ phrase, count }))
  }
  return []
}

/** How many words of the line a phrase covers from here, lone signs between its words included; 0 when it does not fit. */
function spanOf(phrase: readonly string[], words: readonly LineWord[], at: number): number {
  let next = at
  for (const wanted of phrase) {
    while (next > at && words[next]?.folded === '' && words[next]?.cell === words[at]?.cell) next += 1
    const word = words[next]
    if (word?.folded !== wanted || word.cell !== words[at]?.cell) return 0
    next += 1
  }
  return next - at
}

function toLabel(line: TextLine, first: number, last: number, { kind, strength }: LabelPhrase): Label {
  const words = line.words.slice(first, last + 1)
  const after = line.words[last + 1]
  const end = words.at(-1)
  const cell = end?.cell ?? 0
  // A rule between columns, or a bullet, is no word before it.
  const startsCell = line.words.slice(0, first).every(word => word.cell !== cell || word.folded === '')
  const endsCell = !after || after.cell !== cell
  const hasColon = /[:：]$/.test(end?.text ?? '') || (after?.cell === cell && /^[:：]/.test(after.text))
  const beside = line.words.filter(word => word.cell === cell).length - words.length
  const inSentence = beside > sentenceWords && !(startsCell && (hasColon || isOverAddress(line, last, kind)))
  const text = words.map(word => word.text).join(' ')
  const box = union(words.map(word => word.box))
  return {
    kind,
    strength,
    line,
    first,
    last,
    text,
    box,
    isMarked: hasColon || (startsCell && endsCell),
    startsCell,
    inSentence,
  }
}

/** "Billed to Lakeside Dental Ltd., 44 Harvey Ave, Kelowna BC": a name and where it is make no sentence. */
function isOverAddress({ words, text }: TextLine, last: number, kind: LabelKind): boolean {
  const next = words[last + 1]
  return (
    kind === 'buyer' &&
    next !== undefined &&
    /^\p{Lu}/u.test(next.text) &&
    /^[^\t]*,[^\t]*\d/.test(text.slice(next.from))
  )
}

/** "Kostenrechnung Nr.", "Verzamelfactuur": what is billed stands before the word in the same one. */
function ofCompound(word: string): readonly LabelPhrase[] | undefined {
  const [, base] = /^\p{L}{3,}(rechnung|factuur|faktura)$/u.exec(word) ?? []
  return base === undefined || /(?:ab|be|ver)rechnung$/.test(word)
    ? undefined
    : labelsByFirstWord.get(base)?.map(phrase => ({ ...phrase, words: [word, ...phrase.words.slice(1)] }))
}

/** "Buyer/Recipient" in one word: its first part, where that alone is a label. */
function ofFirstPart(word: string): readonly LabelPhrase[] {
  const [part = '', other] = word.split('/')
  if (other === undefined || part.length < 4) return []
  return (labelsByFirstWord.get(part) ?? [])
    .filter(phrase => phrase.words.length === 1)
    .map(phrase => ({ ...phrase, words: [word] }))
}

/** "Contact: Mr …" names a person, not the addressee. */
const honorific = /^(?:herrn?|frau|sr|senor|m\/s)$/

function isPlausible(label: Label): boolean {
  const { kind, strength, startsCell, isMarked, inSentence, first, last, line, text } = label
  if (partyKinds.has(kind)) {
    if (isInstruction(label)) return true
    if (!startsCell || inSentence) return false
    if (honorific.test(line.words[first]?.folded ?? '') && /[:：]$/.test(line.words[first - 1]?.text ?? ''))
      return false
    if (isMarked) return true
    if (strength !== 'strong') return false
    // "Client Some Company" is a label with its value; "client area is closed" and "Customer VAT No" are not.
    const next = line.words[last + 1]
    if (next?.cell === line.words[last]?.cell && ofNumber.test(next?.folded ?? '')) return false
    // "Invoice for services", "payable to us": what follows is no name.
    if (last > first && next?.cell === line.words[last]?.cell && /^\p{Ll}/u.test(next?.text ?? '')) return false
    // "SELLER TRADE NAME" is one name in capitals: nothing parts a label from its value.
    if (isCapitals(text) && next?.cell === line.words[last]?.cell && isCapitals(next?.text ?? '')) return false
    return last > first || (text.length >= 4 && /^[\p{Lu}]/u.test(text) && /^[\p{Lu}\d]/u.test(next?.text ?? ''))
  }
  if (kind === 'invoice_number' && strength === 'usual') return (startsCell || isAfterTitle(label)) && !inSentence
  if (kind === 'other_number') return !inSentence
  return true
}

/** What makes a party's label one of a number of that party. */
const ofNumber =
  /^(?:vat|gst|gstin|tax|iva|tva|btw|ust|mwst|nif|cif|rfc|cuit|nit|no|nr|n|id|ref|code|number|numero|nummer)$/

function isCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && text === text.toUpperCase()
}

/** Within running text only an instruction names a party: "… Make checks payable to Northern Tools". */
export function isInstruction({ kind, line, first, last }: Label): boolean {
  return (
    kind === 'seller' &&
    last - first >= 2 &&
    line.words[last]?.folded === 'to' &&
    /^[\p{Lu}\d]/u.test(line.words[last + 1]?.text ?? '')
  )
}

/** "INVOICE No. 17", "Final invoice (877) no. 17": a later word is the label proper. */
function isAfterTitle({ line, first }: Label): boolean {
  const cell = line.words[first]?.cell
  return line.words
    .slice(Math.max(0, first - 3), first)
    .some(
      before =>
        before.cell === cell &&
        (labelsByFirstWord.get(before.folded) ?? []).some(phrase => phrase.kind === 'invoice_number'),
    )
}
