import type { DocumentType } from '../../../../shared/invoice'
import { documentWords } from './document-words'
import type { FieldCandidate } from './field-candidate'
import { fold } from './fold'
import type { PageText } from './page-text'
import { median, type TextLine } from './text-lines'
import { weights } from './weights'

/** Type of a document nobody named: a till slip where it looks like one, else what most papers with amounts are. */
function unnamed(text: PageText, found: readonly FieldCandidate[]): FieldCandidate[] {
  const [line] = text.lines
  const best = Math.max(-9, ...found.map(candidate => candidate.logOdds))
  if (!line || best > weights.type.unnamed || ![...text.amounts.values()].some(amounts => amounts.length > 0)) return []
  const receipt = found.find(candidate => candidate.value === 'receipt')
  const isParty = text.labels.some(label => label.kind === 'buyer' && label.strength === 'strong')
  const seemsPaid = receipt !== undefined && receipt.logOdds > weights.type.bias
  const value = !isParty && (seemsPaid || line.by === 'ocr') ? 'receipt' : 'invoice'
  return [
    {
      field: 'document_type',
      value,
      logOdds: weights.type.unnamed,
      line,
      box: line.box,
      text: line.text,
      label: undefined,
    },
  ]
}

/** What kind of document this is, by its title, its wording and, for till receipts, its narrow shape. */
export function typeCandidates(text: PageText): FieldCandidate[] {
  const found = namedTypes(text)
  return [...found, ...unnamed(text, found)]
}

function namedTypes(text: PageText): FieldCandidate[] {
  const typical = median(text.lines.map(line => line.height))
  const folded = text.lines.map(line => ({
    line,
    words: ` ${line.words
      .map(word => word.folded)
      .filter(Boolean)
      .join(' ')} `,
  }))
  return (Object.entries(documentWords) as [DocumentType, { titles: string[]; hints: string[] }][]).flatMap(
    ([type, { titles, hints }]) => {
      let best: { logOdds: number; line: TextLine; title: string | undefined } | null = null
      const add = (logOdds: number, line: TextLine, title: string | undefined) => {
        if (!best || best.logOdds < logOdds) best = { logOdds, line, title }
      }
      for (const { line, words } of folded) {
        const title = titles.find(phrase => words.includes(` ${phrase} `))
        const isNumber = type !== 'invoice' && title !== undefined && isReference(words.trim(), title)
        const score = title === undefined || isNumber ? null : titleScore(line, words.trim(), title, typical)
        if (score !== null) add(score, line, title)
      }
      const hinted = hints.filter(hint => folded.some(({ words }) => words.includes(` ${hint} `))).length
      const [firstLine] = text.lines
      if (!firstLine) return []
      const shape = type === 'receipt' ? tillScore(text, folded) : 0
      const fallback = { logOdds: weights.type.bias - 1, line: firstLine, title: undefined }
      const { logOdds, line, title } = best ?? fallback
      if (!best && hinted === 0 && shape === 0) return []
      const value = logOdds + Math.min(hinted, 5) * 0.35 + shape
      return [
        { field: 'document_type', value: type, logOdds: value, line, box: line.box, text: line.text, label: title },
      ]
    },
  )
}

/** Null where the word only occurs in a sentence: "due upon receipt" makes no receipt. */
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

function titleScore(line: TextLine, words: string, title: string, typical: number): number | null {
  const w = weights.type
  const startsLine = words.startsWith(title)
  const isAlone = words.length <= title.length + 14
  const isLarge = line.height > typical * 1.35
  const isCell = line.text.split('\t').some(cell => fold(cell).endsWith(title) && cell.length < title.length + 18)
  if (!startsLine && !isLarge && !isCell) return null
  const isHigh = line.page === 1 && line.box.y < line.pageHeight * 0.4
  // A lone "receipt" further down is the end of "due upon receipt".
  if (!isHigh && !isLarge && title === 'receipt') return null
  return (
    w.bias +
    (startsLine && isAlone ? w.title : startsLine ? w.word + 0.4 : w.word * 0.5) +
    (isLarge ? w.largeType : 0) +
    (isHigh ? 0.6 : -0.4)
  )
}

/** A narrow slip, or cash given and change returned to nobody in particular: paid at the till, whatever its title says. */
function tillScore(text: PageText, folded: readonly { readonly words: string }[]): number {
  const [first] = text.lines
  if (!first) return 0
  const isNarrow = first.pageHeight / first.pageWidth > 1.6
  const isBilled = text.labels.some(label => label.kind === 'buyer' && label.strength === 'strong' && label.isMarked)
  const paid = tillWords.filter(word => folded.some(({ words }) => words.includes(` ${word} `))).length
  return (isNarrow ? weights.type.receiptShape : 0) + (paid >= 2 && !isBilled ? weights.type.paidAtTill : 0)
}

export function isTitleWord(word: string): boolean {
  const folded = fold(word)
  return Object.values(documentWords).some(({ titles }) => titles.includes(folded))
}
