import type { Box } from '../../../../shared/document'
import { findDates } from './parse-date'
import { fold } from './fold'
import { labelsByFirstWord, type LabelPhrase } from './labels'
import { months } from './month-names'
import { legalFormPattern, legalForms, streetPattern } from './name-words'
import { holdsTitle, isTitleWord } from './type-candidates'
import { headingsByFirstWord } from './table-headings'
import { median, union, type LineWord, type TextLine } from './text-lines'

/** A cell of a line that may hold somebody's name. */
export interface NameCell {
  readonly text: string
  readonly line: TextLine
  readonly box: Box
  readonly height: number
  readonly words: readonly LineWord[]
}

/** Cells of a line, from left to right. */
export function cellsOf(line: TextLine): NameCell[] {
  return [...Map.groupBy(line.words, word => word.cell).values()].map(words =>
    cellFrom(line, line.by === 'ocr' ? withoutSpecks(words) : words),
  )
}

/** Below this OCR did not read, but guess. */
const guessed = 0.6

/** Dirt, folds and logos beside a name are read as a word of one or two signs, or as signs of punctuation. */
function withoutSpecks(words: readonly LineWord[]): readonly LineWord[] {
  const isSpeck = ({ text, confidence }: LineWord) =>
    !/[\p{L}\p{N}]/u.test(text) ||
    (confidence < guessed && !/^\p{Lu}+[.]?$/u.test(text) && text.replace(/[^\p{L}\p{N}]/gu, '').length <= 2)
  const from = words.findIndex(word => !isSpeck(word))
  if (from < 0) return words
  return words.slice(from, words.findLastIndex(word => !isSpeck(word)) + 1)
}

export function cellFrom(line: TextLine, words: readonly LineWord[]): NameCell {
  const text = words.map(word => word.text).join(' ')
  const heights = words.map(word => word.box.height)
  // A fold or a stamp makes one word of a scan tall.
  const height = line.by === 'ocr' ? median(heights) : Math.max(...heights)
  return { text, line, box: union(words.map(word => word.box)), height, words }
}

/** Strips what surrounds a name on paper: separators, leading bullets, trailing commas, the bracket that has no other. */
export function tidyName(text: string): string {
  const whole = text.includes('(') ? text : text.replace(/\)+$/, '')
  return (
    whole
      // Templates leave the word where a picture belongs.
      .replace(/^\[?(?:your |company )?logo\]?\s+(?=\p{L})/iu, '')
      .replace(/^[^\p{L}\p{N}&("']+/u, '')
      .replace(/^m\/s\.?\s+/i, '')
      .replace(/[\s,;:|•●∙■·\-–—_/\\*]+$/u, '')
      .replace(/\s+/g, ' ')
  )
}

/** True for something that reads like a person's or company's name, and like no label, address, date or sentence. */
export function looksLikeName(text: string): boolean {
  const name = tidyName(text)
  const letters = name.replace(/[^\p{L}]/gu, '').length
  if (letters < 2 || name.length > 70 || letters / name.replaceAll(' ', '').length < 0.6) return false
  const words = name.split(' ')
  if (
    words.filter(word => !particles.test(fold(word))).length > 9 ||
    /@|https?:|www\.|\.(com|de|fr|org|net|nl)\b/i.test(name)
  )
    return false
  if (findDates(name).length > 0 || /[!?]$|:$|%|:\s*\d/.test(name)) return false
  if (/^[([]|[:：]\s*$/.test(text.trim()) || notNames.test(name) || isSentence(words)) return false
  if (words.every(isTitleWord) || isTitleWord(name) || words.every(isFormWord) || isDayOfMonth.test(name)) return false
  if (holdsTitle(name) || isHonorific(name)) return false
  // "C. de Dom Juan, 35": where somebody lives.
  if (/^\p{L}[\p{L}.' ]+, \d{1,4}\p{L}?$/u.test(name) && !hasLegalForm(name)) return false
  if (/[\][{}~=^<>\\]/.test(name)) return false
  if (isLabel(name) || (words.length === 1 && isHeading(name))) return false
  if ((/^\d/.test(name) || placePattern.test(name)) && !hasLegalForm(name)) return false
  return !(isStreet(name) && !hasLegalForm(name)) && !/\b\d{4,6}\b/.test(name)
}

/** "Main Street Restaurant" is on a street, but is none: in English its word comes last, or a number stands beside it. */
function isStreet(name: string): boolean {
  return (
    streetPattern.test(name) &&
    !/^(?:\p{Lu}\S* )+(?:street|road|avenue|lane|drive|square|highway|court) \p{Lu}\p{L}+/iu.test(name)
  )
}

/** Legal forms that a name may consist of: "Company, LLC" stands on templates. */
const mayBeginName: ReadonlySet<string> = new Set(['company', 'group', 'holding', 'me'])

/** "Herrn und Frau" over a name is none. */
export function isHonorific(text: string): boolean {
  return text.split(/\s+/).every(word => honorific.test(fold(word).replaceAll('.', '')))
}

const honorific =
  /^(?:herrn?|frau|eheleute|familie|und|mr|mrs|ms|messrs|and|monsieur|madame|mme|m|mm|et|senor|senora|sr|sra|sres|y|e|egr|gent|sig|sigg|signor|signora|dhr|mevr|de|heer|mevrouw|en)$/

/** "GmbH & Co.": what is left of a name when its first word was lost. */
function isFormWord(word: string): boolean {
  const folded = fold(word).replaceAll('.', '')
  return folded === '' || folded === '&' || (legalForms.has(folded) && !mayBeginName.has(folded))
}

/** "May 5": a day without its year. */
const isDayOfMonth = new RegExp(
  `^(?:${Object.keys(months)
    .filter(name => name.length >= 3)
    .join('|')})\\.? \\d{1,2}(?:st|nd|rd|th)?$`,
  'i',
)

/** Names are written with capitals; most words of a slogan or sentence are not. */
function isSentence(words: readonly string[]): boolean {
  const long = words.filter(word => /^\p{L}{2,}/u.test(word) && !particles.test(word))
  return long.length >= 4 && long.filter(word => /^\p{Lu}/u.test(word)).length < long.length / 2
}

/** Small words inside names: "Communauté de communes du Val de Loire". */
const particles =
  /^(?:de|du|des|la|le|les|et|of|and|the|for|von|und|der|die|das|den|fur|für|zu|zur|y|e|da|do|dos|das|di|del|della|dei|van|en|el|los|las|et)$/

/** "São Paulo - SP", "Yuen Long, N. T.": a town and its state. */
const placePattern = /^[\p{L} .']+\s?[-/,]\s?\p{Lu}{2}$/u

/** Words that stand at the top of pages and name nobody. */
const notNames =
  /^(?:page|pag|pagina|seite|copy|copia|original|duplicate|kopie|draft|paid|date|nf-e|dear|sehr geehrte|thank you|gracias|merci|vielen dank|welcome|www|tel|fax|phone|email|e-mail|mobile|address|adres|adresse|direccion|dirección|domicilio|endereco|endereço|morada|indirizzo|anschrift|registered|quality)\b|^(?:(?:the |la |le |il |de |die )?(?:accounts? payable|accounts department|finance department|accounting|buchhaltung|kreditorenbuchhaltung|rechnungswesen|finanzabteilung|comptabilite|comptabilité|service comptabilite|service comptabilité|contabilidad|departamento de contabilidad|administracion|administración|contabilita|contabilità|amministrazione|ufficio acquisti|administratie|crediteurenadministratie|financiele administratie|contabilidade|departamento financeiro))$|\b(?:bank|sparkasse|kreditinstitut|banque|banco)\b/i

/** True when the whole text is a known label, or begins with a strong one that is marked by a colon. */
function isLabel(name: string): boolean {
  const words = name.split(' ').map(fold).filter(Boolean)
  const [first] = words
  if (first === undefined) return true
  const match = labelAt(words, 0)
  if (!match) return false
  // "TOTAAL TE VOLDOEN" is one label after the other.
  const next = labelAt(words, match.words.length)
  if (next && match.words.length + next.words.length === words.length) return true
  return (
    match.words.length >= words.length - 1 &&
    words.length <= match.words.length + (match.strength === 'strong' && match.words.length > 1 ? 1 : 0)
  )
}

/** "CONCEPTO", "Description": what a column is called. */
function isHeading(word: string): boolean {
  return headingsByFirstWord.get(fold(word))?.some(({ words }) => words.length === 1) ?? false
}

function labelAt(words: readonly string[], from: number): LabelPhrase | undefined {
  return labelsByFirstWord
    .get(words[from] ?? '')
    ?.find(phrase => phrase.words.every((word, at) => words[from + at] === word))
}

export function hasLegalForm(text: string): boolean {
  if (legalFormPattern.test(text)) return true
  const words = text.split(/[\s,]+/).map(word => fold(word).replaceAll('.', ''))
  return words.length > 1 && words.slice(1).some(word => legalForms.has(word) && word.length > 1)
}

/** "Plot 41, …", "Unit 4/19 …", "Pol. Ind. …, nave 31", "Lote 7": the part of a site or building comes first. */
const unitPattern =
  /^(?:plot|unit|flat|shop|block|blk|level|apt|suite|warehouse|p(?:ol[ií]gono|ol)\.? ind|nave|lote|local|bodega|manzana|zona industrial|zone industrielle|z\.? ?[ia]\.|km)\b.{0,24}\d|^(?:c\/o|rear of|p\.?o\.? box|postfach|apartado|casella postale|postbus|bp)\b/i

export function looksLikeAddress(text: string): boolean {
  return (
    streetPattern.test(text) ||
    unitPattern.test(text) ||
    /\p{L}{3,}str\.?\s*\d|\b[A-Z]{0,2}-?\d{4,6}\b.*\p{L}{3}|\p{L}{3,}.*\b\d{4,5}\b|^\d+[a-z]?\s+\p{L}{3}/u.test(text)
  )
}
