import type { DocumentType } from '../../../../shared/invoice'
import { documentWords } from './document-words'
import { features, type Features } from './features'
import type { FieldCandidate } from './field-candidate'
import { fold, foldPhrase } from './fold'
import { accountFeatures, isHeadingOfDocuments } from './listed-documents'
import type { PageText } from './page-text'
import { findDates } from './parse-date'
import { median, type TextLine } from './text-lines'

/** What kind of document this is, by its title, its wording and, for till receipts, its narrow shape. */
export function typeCandidates(text: PageText): FieldCandidate[] {
  const found = namedTypes(text)
  return [...found, ...unnamed(text, found)]
}

/** Type of a document nobody named: a till slip where it looks like one, else what most papers with amounts are. */
function unnamed(text: PageText, found: readonly FieldCandidate[]): FieldCandidate[] {
  const [line] = text.lines
  if (!line || ![...text.amounts.values()].some(amounts => amounts.length > 0)) return []
  const isParty = text.labels.some(label => label.kind === 'buyer' && label.strength === 'strong')
  const isSlip = found.some(({ value, features: noticed }) => value === 'receipt' && !noticed['title.none'])
  const value = !isParty && (isSlip || line.by === 'ocr') ? 'receipt' : 'invoice'
  const isNamed = found.some(({ features: noticed }) => !noticed['title.none'])
  return [candidateOf(value, features({ unnamed: true, 'unnamed.butOther': isNamed }), line, undefined, text)]
}

function namedTypes(text: PageText): FieldCandidate[] {
  const [firstLine] = text.lines
  if (!firstLine) return []
  const typical = median(text.lines.map(line => line.height))
  const folded = text.lines.map(line => ({
    line,
    words: closed(
      ` ${line.words
        .map(word => word.folded)
        .filter(Boolean)
        .join(' ')} `,
    ),
  }))
  return (Object.entries(documentWords) as [DocumentType, { titles: string[]; hints: string[] }][]).flatMap(
    ([type, { titles, hints }]) => {
      const hinted = features({
        hints: Math.min(hints.filter(hint => folded.some(({ words }) => words.includes(` ${hint} `))).length, 5),
        ...(type === 'receipt' ? tillFeatures(text, folded) : {}),
        ...(type === 'statement' ? accountFeatures(text) : {}),
      })
      const titled = folded.flatMap(({ line, words }) => {
        const title = longest(titles.filter(phrase => words.includes(` ${phrase} `)))
        if (title === undefined || isPartOfTitle(words, title) || isEntry(line)) return []
        if (isHeadingOfDocuments(line, text)) return []
        if (type !== 'invoice' && isReference(words.trim(), title)) return []
        const noticed = titleFeatures(line, words.trim(), title, typical, isReferring(line, text))
        return noticed ? [candidateOf(type, { ...noticed, ...hinted }, line, title, text)] : []
      })
      const [best] = titled.toSorted((one, other) => other.logOdds - one.logOdds)
      if (best) return [best]
      const isHinted = Object.keys(hinted).length > 0
      return isHinted ? [candidateOf(type, { 'title.none': 1, ...hinted }, firstLine, undefined, text)] : []
    },
  )
}

/** "I N V O I C E": letters drawn apart are one word. */
function closed(words: string): string {
  return words.replace(/(?<= )(?:\p{L} ){4,}\p{L}(?= )/gu, letters => letters.replaceAll(' ', ''))
}

function candidateOf(
  type: DocumentType,
  noticed: Features,
  line: TextLine,
  label: string | undefined,
  text: PageText,
): FieldCandidate {
  const all = { [`is.${type}`]: 1, ...noticed }
  const logOdds = text.score('document_type', all)
  return { field: 'document_type', value: type, features: all, logOdds, line, box: line.box, text: line.text, label }
}

const tillWords = [
  'cash',
  'change',
  'cashier',
  'tendered',
  'tender',
  'change due',
  'rounding',
  'geg',
  'ruckgeld',
  'efectivo',
  'cambio',
  'rendu',
  'especes',
  'contante',
  'wisselgeld',
  'troco',
  'visa',
  'mastercard',
  'debit',
  'card',
  'kasse',
]

/** "Purchase order no. 4711", "Bestellung Nr. Kunde" on another document speak of its order. */
function isReference(words: string, title: string): boolean {
  return /^(?:purchase order|order|bestellung|orden de compra|bon de commande|quote|angebot|devis|lieferschein|bon de livraison|delivery note|albaran)/.test(
    title,
  )
    ? /^\s*(?:nr|no|number|num|n|nummer|numero|id|#|ref|date|vom|du)\b/.test(
        words.slice(words.indexOf(title) + title.length),
      )
    : false
}

/** "Factura proforma", "facture d'avoir": a longer title on the line holds this one, and says something else. */
function isPartOfTitle(words: string, title: string): boolean {
  return longTitles.some(
    longer => longer.length > title.length && ` ${longer} `.includes(` ${title} `) && words.includes(` ${longer} `),
  )
}

function longest(titles: readonly string[]): string | undefined {
  return titles.toSorted((one, other) => other.length - one.length)[0]
}

const longTitles = Object.values(documentWords).flatMap(({ titles }) => titles.filter(title => title.includes(' ')))

/** "05/02/2026  Invoice  SI-44718": a row of an account lists another document; a title has no date before it. */
function isEntry({ text }: TextLine): boolean {
  return findDates(text.split('\t')[0] ?? '').length > 0 && text.includes('\t')
}

/** "Avoir n° A2600118", "Rechnung 26-118": nothing but the document's number stands beside its title. */
function isNumberedTitle(cell: string, title: string): boolean {
  const [sign = '', ...others] = cell.startsWith(`${title} `) ? cell.slice(title.length + 1).split(' ') : []
  const isSign = /^(?:no|n|nr|nro|num|numero|number|nummer|#)$/.test(sign)
  return others.length <= (isSign ? 2 : 1) && (isSign || /\d/.test(sign))
}

/** "Betreft  factuur 2026-0871": the line speaks of another document. */
function isReferring(line: TextLine, { labelsByLine }: PageText): boolean {
  return labelsByLine.get(line)?.some(({ kind, startsCell }) => kind === 'other_number' && startsCell) ?? false
}

const ordinal = /^\d{1,2}(?:st|nd|rd|th|ere?|e|eme|a|o)? /

/** Null where the word only occurs in a sentence: "due upon receipt" makes no receipt. */
function titleFeatures(
  line: TextLine,
  words: string,
  title: string,
  typical: number,
  isOfOther: boolean,
): Features | null {
  // "2. Mahnung", "1st reminder": a title counted is a title.
  const startsLine = words.replace(ordinal, '').startsWith(title)
  const isAlone = startsLine && words.length <= title.length + 14
  const isLarge = line.height > typical * 1.35
  const cells = line.text.split('\t')
  const isCell =
    cells.some(cell => fold(cell).endsWith(title) && cell.length < title.length + 18) ||
    (!isOfOther && cells.some(cell => isNumberedTitle(foldPhrase(cell), title)))
  if (!startsLine && !isLarge && !isCell) return null
  const isHigh = line.page === 1 && line.box.y < line.pageHeight * 0.4
  // A lone "receipt" further down is the end of "due upon receipt".
  if (!isHigh && !isLarge && title === 'receipt') return null
  return features({
    'title.alone': isAlone,
    'title.startsLine': startsLine && !isAlone,
    'title.inLine': !startsLine,
    'title.largeType': isLarge,
    'title.high': isHigh,
  })
}

/** A narrow slip, or cash given and change returned to nobody in particular: paid at the till, whatever its title says. */
function tillFeatures(text: PageText, folded: readonly { readonly words: string }[]): Features {
  const [first] = text.lines
  if (!first) return {}
  const isBilled = text.labels.some(label => label.kind === 'buyer' && label.strength === 'strong' && label.isMarked)
  const paid = tillWords.filter(word => folded.some(({ words }) => words.includes(` ${word} `))).length
  return features({ narrow: first.pageHeight / first.pageWidth > 1.6, paidAtTill: paid >= 2 && !isBilled })
}

export function isTitleWord(word: string): boolean {
  const folded = fold(word)
  return Object.values(documentWords).some(({ titles }) => titles.includes(folded))
}

/** "Statement of charges / Tax invoice", "Comprobante fiscal digital por Internet": one of several titles, or a long one with more. */
export function holdsTitle(text: string): boolean {
  if (text.includes('/') && text.split('/').some(isTitleWord)) return true
  const folded = foldPhrase(text)
  return Object.values(documentWords).some(({ titles }) =>
    titles.some(title => title.includes(' ') && folded.startsWith(`${title} `)),
  )
}
