import type { DateMatch, DateReading } from './parse-date'
import { findBrokenDates, findDates } from './parse-date'
import { valuePlaces } from './label-values'
import type { PageText } from './page-text'
import { union, wordsBetween, type TextLine } from './text-lines'
import { weights } from './weights'
import type { FieldCandidate } from './field-candidate'

interface DateFound {
  readonly line: TextLine
  readonly from: number
  readonly to: number
  readonly readings: readonly DateReading[]
}

type Order = 'dmy' | 'mdy'

/** Dates of the document with the labels that say what they are. */
export function dateCandidates(text: PageText): FieldCandidate[] {
  const dates = text.lines.flatMap(line => datesIn(line, text).map(date => ({ ...date, line })))
  const order = orderOf(dates, text)
  const candidates: FieldCandidate[] = []
  const labelled = new Set<string>()
  for (const label of text.labels) {
    if (label.kind !== 'issue_date' && label.kind !== 'due_date' && label.kind !== 'other_date') continue
    for (const place of valuePlaces(label, text.lines, text.labelsByLine)) {
      const inside = dates.filter(date => date.line === place.line && date.from < place.to && date.to > place.from)
      for (const [at, date] of inside.entries()) {
        labelled.add(keyOf(date))
        if (label.kind === 'other_date') continue
        const logOdds =
          weights.date.bias +
          weights.label[label.strength] +
          (label.isMarked ? weights.label.marked : 0) +
          weights.relation[place.relation] -
          at
        candidates.push(...readingsOf(date, label.kind, logOdds, order, label.text))
      }
      if (inside.length > 0 && place.relation !== 'farBelow') break
    }
  }
  candidates.push(...dueSentences(dates, order), ...datesOfTitle(dates, order, text))
  const free = dates.filter(date => !labelled.has(keyOf(date)))
  for (const [at, date] of free.entries()) {
    const logOdds =
      weights.date.bias +
      weights.date.unlabelled +
      (at === 0 ? weights.date.firstOfDocument : 0) +
      (date.line.box.y < date.line.pageHeight / 2 && date.line.page === 1 ? weights.date.upperHalf : 0) +
      // Without any label for it, the document's only date is its own.
      (candidates.some(candidate => candidate.field === 'issue_date') ? 0 : weights.date.onlyDate)
    candidates.push(...readingsOf(date, 'issue_date', logOdds, order, undefined))
  }
  return candidates
}

/** "Please transfer the amount by 16/04/2026": a date after a word of paying and a word of limit. */
const paying =
  /\b(?:pay|paid|payment|payable|transfer|due|remit|zahl\p{L}*|[uü]berweis\p{L}*|begleich\p{L}*|r[eé]gler|payer|paiement|transfi\p{L}*|pag[aoue]\p{L}*|betal\p{L}*|splatn\p{L}*|p[lł]atno\p{L}*)\b/iu
const limiting =
  /(?:\b(?:by|before|until|due|to|bis|zum|avant|d.ici|le|antes de|hasta|el|entro|voor|uiterlijk|at[eé]|do)\s+(?:the\s+)?)$/iu

function dueSentences(dates: readonly DateFound[], order: Order | null): FieldCandidate[] {
  return dates.flatMap(date => {
    const before = date.line.text.slice(0, date.from)
    if (!paying.test(before) || !limiting.test(before)) return []
    return readingsOf(date, 'due_date', weights.date.bias + weights.date.inDueSentence, order, before.trim().slice(-40))
  })
}

/** "Rechnung Nr. 17 vom 03.10.2025", "Invoice 17 issued at 2020-11-21": the date that follows the document's number. */
const dating = /(?:\b(?:vom|von|dated|du|del|van|of|issued(?: at| on)?|emise le|de fecha|de)|,)\s*$/i

function datesOfTitle(dates: readonly DateFound[], order: Order | null, text: PageText): FieldCandidate[] {
  return dates.flatMap(date => {
    const before = date.line.text.slice(0, date.from)
    const label = (text.labelsByLine.get(date.line) ?? []).find(
      other => other.kind === 'invoice_number' && (date.line.words[other.last]?.to ?? Infinity) < date.from,
    )
    if (!label || !dating.test(before) || /\b(?:order|bestell|commande|pedido|auftrag|ordine)/i.test(before)) return []
    return readingsOf(date, 'issue_date', weights.date.bias + weights.date.besideTitle, order, label.text)
  })
}

function datesIn(line: TextLine, text: PageText): DateMatch[] {
  const found = findDates(line.text)
  const isDated = text.labelsByLine.get(line)?.some(label => label.kind === 'issue_date' || label.kind === 'due_date')
  return found.length === 0 && line.by === 'ocr' && isDated ? findBrokenDates(line.text) : found
}

function keyOf(date: DateFound): string {
  return `${date.line.index} ${date.from}`
}

function readingsOf(
  date: DateFound,
  field: 'issue_date' | 'due_date',
  logOdds: number,
  order: Order | null,
  label: string | undefined,
): FieldCandidate[] {
  const words = wordsBetween(date.line, date.from, date.to)
  const confidence = Math.min(1, ...words.map(word => word.confidence))
  const doubt = weights.ocrDoubt * (1 - confidence)
  const isOpen = date.readings.length > 1
  return date.readings.map((reading, rank) => ({
    field,
    value: reading.value,
    logOdds:
      logOdds +
      doubt +
      (!isOpen
        ? 0
        : order === null
          ? weights.date.ambiguousOrder - rank * 0.3
          : reading.order === order
            ? weights.date.orderFromDocument
            : -3),
    line: date.line,
    box: union(words.map(word => word.box)),
    text: date.line.text.slice(date.from, date.to),
    label,
  }))
}

/** Day or month first: shown by another date of the document, else by its language and country. */
function orderOf(dates: readonly DateFound[], text: PageText): Order | null {
  const votes = { dmy: 0, mdy: 0 }
  for (const { readings } of dates) {
    const [only, other] = readings
    if (only?.order && !other) votes[only.order] += 1
  }
  if (votes.dmy !== votes.mdy) return votes.dmy > votes.mdy ? 'dmy' : 'mdy'
  const all = text.lines.map(line => line.text).join(' ')
  const english = (all.match(/\b(the|and|invoice|date|total|amount|due|bill|receipt|thank|you)\b/gi) ?? []).length
  const other = (
    all.match(
      /\b(de|la|factura|rechnung|datum|fecha|facture|und|der|die|het|van|fattura|fatura|del|le|les|iva|tva)\b/gi,
    ) ?? []
  ).length
  if (other > english) return 'dmy'
  if (/\$/.test(all) && !/[£€]|\b(ABN|GST|RM|INR)\b/.test(all)) return 'mdy'
  if (/\b[A-Z]{2},? \d{5}(-\d{4})?\b/.test(all)) return 'mdy'
  if (/[£€]|\b(GBP|EUR|GST|ABN|VAT|RM|AUD|INR|MYR)\b/.test(all)) return 'dmy'
  if (/\$|\bUSD\b/.test(all)) return text.options.country === 'MX' && other > 0 ? 'dmy' : 'mdy'
  return null
}
