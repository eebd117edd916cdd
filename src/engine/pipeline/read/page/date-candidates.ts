import type { DateMatch, DateReading } from './parse-date'
import { findBrokenDates, findDates } from './parse-date'
import type { Label } from './find-labels'
import { valuePlaces } from './label-values'
import type { PageText } from './page-text'
import { union, wordsBetween, type LineWord, type TextLine } from './text-lines'
import { features, labelFeatures, relationFeature, type Features } from './features'
import { ocrDoubt, type FieldCandidate } from './field-candidate'

interface DateFound {
  readonly line: TextLine
  readonly from: number
  readonly to: number
  readonly readings: readonly DateReading[]
  readonly separator: string
}

type Order = 'dmy' | 'mdy'

interface DatedDocument {
  readonly text: PageText
  readonly dates: readonly DateFound[]
  /** Null when nothing shows it. */
  readonly order: Order | null
}

/** Dates of the document with the labels that say what they are. */
export function dateCandidates(text: PageText): FieldCandidate[] {
  const dates = text.lines.flatMap(line => datesIn(line, text).map(date => ({ ...date, line })))
  const document = { text, order: orderOf(dates, text), dates }
  const hasDatedRows = dates.filter(({ line }) => text.tableRows.has(line.index)).length > 1
  const candidates: FieldCandidate[] = []
  const labelled = new Set<string>()
  for (const label of text.labels) {
    if (label.kind !== 'issue_date' && label.kind !== 'due_date' && label.kind !== 'other_date') continue
    const entries = datesUnder(label, dates)
    if (entries.length >= leastEntries) {
      for (const date of entries) labelled.add(keyOf(date))
      continue
    }
    for (const place of valuePlaces(label, text.lines, text.labelsByLine)) {
      const inside = dates.filter(date => date.line === place.line && date.from < place.to && date.to > place.from)
      for (const [at, date] of inside.entries()) {
        labelled.add(keyOf(date))
        // A column of dates in the table of items says when each was delivered.
        if (label.kind === 'other_date' || (hasDatedRows && text.headings.has(label.line.index))) continue
        const noticed = {
          ...labelFeatures(label, text.language),
          ...relationFeature(place.relation),
          ...features({ later: at }),
        }
        candidates.push(...readingsOf(date, label.kind, noticed, document, label.text))
      }
      if (inside.length > 0 && place.relation !== 'farBelow') break
    }
  }
  for (const date of dates.filter(isInDueSentence)) {
    labelled.add(keyOf(date))
    const before = date.line.text.slice(0, date.from).trim()
    candidates.push(...readingsOf(date, 'due_date', { inDueSentence: 1 }, document, before.slice(-40)))
  }
  candidates.push(...datesOfTitle(document))
  const hasIssueDate = candidates.some(candidate => candidate.field === 'issue_date')
  const others = dates.filter(date => !labelled.has(keyOf(date)))
  const [written, free] = [others.filter(isAfterPlace), others.filter(date => !isAfterPlace(date))]
  candidates.push(...written.flatMap(date => readingsOf(date, 'issue_date', { afterPlace: 1 }, document, undefined)))
  for (const [at, date] of free.entries()) {
    const noticed = features({ unlabelled: true, isFirstUnlabelled: at === 0, nothingLabelled: !hasIssueDate })
    candidates.push(...readingsOf(date, 'issue_date', noticed, document, undefined))
  }
  return candidates
}

/** So many dates under one heading are those of an account's entries, of nights or of deliveries. */
const leastEntries = 3

/** Dates that stand under a heading one below the other, with no more than a line of text between two of them. */
function datesUnder({ line, box }: Label, dates: readonly DateFound[]): readonly DateFound[] {
  const under = dates.filter(
    ({ line: other, from, to }) =>
      other.page === line.page &&
      other.index > line.index &&
      wordsBetween(other, from, to).some(({ box: { x, width } }) => x < box.x + box.width && x + width > box.x),
  )
  const end = under.findIndex(({ line: { index } }, at) => index - (under[at - 1]?.line.index ?? line.index) > 2)
  return end < 0 ? under : under.slice(0, end)
}

/** "Please transfer the amount by 16/04/2026": a date after a word of paying and a word of limit. */
const paying =
  /\b(?:pay|paid|payment|payable|transfer|due|remit|zahl\p{L}*|[uü]berweis\p{L}*|begleich\p{L}*|r[eé]gler|payer|paiement|transfi\p{L}*|pag[aoue]\p{L}*|betal\p{L}*|verser|einzahl\p{L}*|splatn\p{L}*|p[lł]atno\p{L}*)\b/iu
const limiting =
  /(?:\b(?:by|before|until|due|to|bis|zum|avant|d.ici|le|antes de|hasta|el|entro|voor|uiterlijk|at[eé]|do)\s+(?:the\s+)?)$/iu

function isInDueSentence({ line, from }: DateFound): boolean {
  const before = line.text.slice(0, from)
  return paying.test(before) && limiting.test(before)
}

/** "Rechnung Nr. 17 vom 03.10.2025", "Invoice 17 issued at 2020-11-21": the date that follows the document's number. */
const dating = /(?:\b(?:vom|von|dated|du|del|van|of|issued(?: at| on)?|emise le|de fecha|de)|,)\s*$/i

function datesOfTitle(document: DatedDocument): FieldCandidate[] {
  return document.dates.flatMap(date => {
    const before = date.line.text.slice(0, date.from)
    const label =
      (document.text.labelsByLine.get(date.line) ?? []).find(
        other => other.kind === 'invoice_number' && (date.line.words[other.last]?.to ?? Infinity) < date.from,
      ) ?? titleOver(date, document.text)
    if (!label || !dating.test(before) || /\b(?:order|bestell|commande|pedido|auftrag|ordine)/i.test(before)) return []
    return readingsOf(date, 'issue_date', { besideTitle: 1 }, document, label.text)
  })
}

/** "FACTURE N° 2602-11844" over "du 27 février 2026". */
function titleOver({ line, from }: DateFound, { lines, labelsByLine }: PageText): Label | undefined {
  const cell = line.words.filter(word => word.cell === line.words.find(other => other.to > from)?.cell)
  const [first] = cell
  if (!first || !/^(?:vom|du|del|van|dated|of|de)\s$/i.test(line.text.slice(first.from, from))) return undefined
  const above = lines[line.index - 1]
  if (!above || above.page !== line.page || line.box.y - above.box.y > 2.2 * line.height) return undefined
  const isOver = ({ box }: Label) => Math.abs(box.x - first.box.x) < line.height
  return labelsByLine.get(above)?.find(label => label.kind === 'invoice_number' && isOver(label))
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
  noticed: Features,
  { text, order, dates }: DatedDocument,
  label: string | undefined,
): FieldCandidate[] {
  const { line } = date
  const words = wordsBetween(line, date.from, date.to)
  const values = dates.map(other => other.readings[0]?.value ?? '').toSorted()
  const times = (value: string) => dates.filter(other => meansDay(other, value, order)).length
  return date.readings.map((reading, rank) => {
    const isOpen = date.readings.length > 1
    const all = {
      bias: 1,
      ...noticed,
      ...features({
        isOrderUnknown: isOpen && order === null,
        isSecondReading: isOpen && order === null && rank > 0,
        isOrderOfDocument: isOpen && order !== null && reading.order === order,
        isAgainstOrder: isOpen && order !== null && reading.order !== order,
        isEarliest: reading.value === values[0],
        isLatest: reading.value === values.at(-1),
        isRepeated: times(reading.value) > 1,
        startsCell: isFirstOfCell(words, line),
        isAlone: isFirstOfCell(words, line) && isLastOfCell(words, line),
        onUpperHalf: line.box.y < line.pageHeight / 2 && line.page === 1,
        onLaterPage: line.page > 1,
        ocrDoubt: ocrDoubt(words),
      }),
    }
    return {
      field,
      value: reading.value,
      features: all,
      logOdds: text.score(field, all),
      line,
      box: union(words.map(word => word.box)),
      text: line.text.slice(date.from, date.to),
      label,
    }
  })
}

/** Whether a printed date may be that day; where it is open which part is the month, by the order that the document keeps. */
function meansDay({ readings }: DateFound, value: string, order: Order | null): boolean {
  return readings.some(
    reading => reading.value === value && (order === null || readings.length === 1 || reading.order === order),
  )
}

/** "Bremen, den 12.02.2026", "Nîmes, le 28 février 2026": where and when a letter was written. */
const place = /(?:^|\t)\p{Lu}[\p{L}.'’ /-]{2,30},?\s(?:den|le|el|il|li|lì|a|em|de|d\.\s?d\.)?\s?$/u

function isAfterPlace({ line, from }: DateFound): boolean {
  const before = line.text.slice(0, from)
  return place.test(before) && /,/.test(before.slice(before.lastIndexOf('\t') + 1))
}

function isFirstOfCell([first]: readonly LineWord[], line: TextLine): boolean {
  return first !== undefined && !line.words.some(({ cell, to }) => cell === first.cell && to <= first.from)
}

function isLastOfCell(words: readonly LineWord[], line: TextLine): boolean {
  const last = words.at(-1)
  return last !== undefined && !line.words.some(({ cell, from }) => cell === last.cell && from >= last.to)
}

/** Day or month first: shown by another date of the document or by its dots, else by its language and country. */
function orderOf(dates: readonly DateFound[], text: PageText): Order | null {
  const votes = { dmy: 0, mdy: 0 }
  for (const { readings } of dates) {
    const [only, other] = readings
    if (only?.order && !other) votes[only.order] += 1
  }
  if (votes.dmy !== votes.mdy) return votes.dmy > votes.mdy ? 'dmy' : 'mdy'
  // Nobody writes the month first with dots: 02.01.2020 is the second of January.
  if (dates.some(({ separator, readings }) => separator === '.' && readings.length > 1)) return 'dmy'
  if (text.language !== null && text.language !== 'eng') return 'dmy'
  const all = text.lines.map(line => line.text).join(' ')
  if (/\$/.test(all) && !/[£€]|\b(ABN|GST|RM|INR)\b/.test(all)) return 'mdy'
  if (/\b[A-Z]{2},? \d{5}(-\d{4})?\b/.test(all)) return 'mdy'
  if (/[£€]|\b(GBP|EUR|GST|ABN|VAT|RM|AUD|INR|MYR)\b/.test(all)) return 'dmy'
  return /\$|\bUSD\b/.test(all) ? 'mdy' : null
}
