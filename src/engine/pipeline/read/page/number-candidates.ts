import { findDates } from './parse-date'
import { valuePlaces, type ValuePlace } from './label-values'
import type { Label } from './find-labels'
import { features, labelFeatures, relationFeature } from './features'
import { ocrDoubt, type FieldCandidate } from './field-candidate'
import type { PageText } from './page-text'
import type { PartyBlocks } from './party-blocks'
import { median, union, type LineWord } from './text-lines'

/** Numbers of the document itself; order, customer and account numbers are other people's. */
export function numberCandidates(text: PageText, blocks: PartyBlocks): FieldCandidate[] {
  const taken = otherNumbers(text)
  const typical = median(text.lines.map(line => line.height))
  const candidates: FieldCandidate[] = []
  for (const label of text.labels) {
    if (label.kind !== 'invoice_number' || text.tableRows.has(label.line.index)) continue
    for (const place of valuePlaces(label, text.lines, text.labelsByLine)) {
      const value = numberIn(place, label)
      if (!value) continue
      if (label.strength === 'weak' && month.test(value.text)) continue
      if (taken.has(place.line.index * 10_000 + (value.words[0]?.from ?? 0))) continue
      const isOfParty = blocks.partyAt(label.line, label.box) !== null
      candidates.push(candidateOf(label, place, value, { typical, isOfParty }, text))
      break
    }
  }
  return candidates
}

interface NumberFound {
  readonly text: string
  readonly words: readonly LineWord[]
}

/** "Referência: 02/2026" is the month that is billed. */
const month = /^(?:0?[1-9]|1[0-2])[/-](?:19|20)\d{2}$/

const numberShape = /^(?=.*\d)[\p{L}\d][\p{L}\d\-–‐./_#]*$/u
const seriesShape = /^[A-Z]{1,5}$/

/** The first thing in a place that looks like a document's number; "CR 1803/0064" is a series and a number. */
function numberIn(place: ValuePlace, label: Label): NumberFound | null {
  const words = place.line.words.filter(word => word.from >= place.from && word.to <= place.to)
  const isNear = place.relation === 'sameCell' || place.relation === 'nextCell'
  for (const [at, word] of words.entries()) {
    const cleaned = clean(word.text)
    const groups = isNear ? groupsFrom(words.slice(at)) : []
    if (groups.length > 0) return { text: groups.map(group => group.text).join(' '), words: groups }
    // "(380)" is the code of a kind of document.
    if (
      !/^\(\d{1,3}\)/.test(word.text) &&
      numberShape.test(cleaned) &&
      !isOther(
        cleaned,
        place,
        word,
        label.strength === 'strong' && !/date|dat|fecha/i.test(label.text) && isNear !== (place.relation === 'below'),
      )
    ) {
      const before = words[at - 1]
      const series = before && seriesShape.test(before.text) && before.cell === word.cell ? [before] : []
      const rest = restOf(word, words[at + 1])
      const parts = [...series, word, ...rest]
      const whole = [...series, word].map(part => clean(part.text)).join(' ')
      return { text: [whole, ...rest.map(part => clean(part.text))].join(''), words: parts }
    }
    // Under or beside a label stands its value; a sentence there is something else.
    if (
      at >= (isNear ? (label.strength === 'strong' ? 3 : 1) : 0) &&
      !/^[#:.\-–]*$/.test(word.text) &&
      !seriesShape.test(word.text) &&
      !/^\(\d+\)$/.test(word.text)
    )
      return null
  }
  return null
}

/** "2602-" and "11844" beside it: OCR parts a number after its hyphen. */
function restOf({ text }: LineWord, next: LineWord | undefined): readonly LineWord[] {
  return next && /\d[-/]$/.test(text) && /^\d+\W?$/.test(next.text) ? [next] : []
}

/** "12 345 678 901": a long number in groups of three, the first of which may be shorter. */
function groupsFrom(words: readonly LineWord[]): readonly LineWord[] {
  const [first, ...rest] = words
  if (!first || !/^\d{1,3}$/.test(first.text)) return []
  const end = rest.findIndex(word => word.cell !== first.cell || !/^\d{3}$/.test(word.text))
  const groups = [first, ...(end < 0 ? rest : rest.slice(0, end))]
  return groups.length >= 3 ? groups : []
}

function clean(text: string): string {
  return text.replace(/^[#:.°º(\s]+|[,;:.)\s]+$/gu, '')
}

function isOther(value: string, place: ValuePlace, word: LineWord, isSure: boolean): boolean {
  if (/^\d{1,3}([.,]\d{3})*[.,]\d{2}$/.test(value) || /%$/.test(value)) return true
  // The certificate of a program, as Portuguese invoices name it.
  if (/^\d+\/AT$/.test(value)) return true
  // "2/11/2023" may well be a number of a series and a year, but only with a slash.
  if (/^\d{1,5}\/\d{1,2}\/\d{4}$/.test(value) && isSure) return false
  return findDates(place.line.text).some(
    date => date.from < word.to && date.to > word.from && date.from <= word.from + 1 && date.to >= word.to - 1,
  )
}

function candidateOf(
  label: Label,
  place: ValuePlace,
  { text: value, words }: NumberFound,
  { typical, isOfParty }: { readonly typical: number; readonly isOfParty: boolean },
  text: PageText,
): FieldCandidate {
  const { line } = place
  const elsewhere = text.lines.filter(other => other !== line && other.text.includes(value)).length
  const noticed = {
    bias: 1,
    ...labelFeatures(label, text.language),
    ...relationFeature(place.relation),
    ...features({
      'label.hasNumberSign': label.text.includes('#'),
      'label.isTitle': label.line.height > typical * 1.3,
      'label.isFirstOfKind': text.labels.find(({ kind }) => kind === 'invoice_number') === label,
      inPartyBlock: isOfParty,
      hasLetters: /\p{L}/u.test(value),
      hasLongDigits: /\d{4,}/.test(value),
      isOneDigit: /^\d$/.test(value),
      isShortByOcr: line.by === 'ocr' && value.replace(/[^\p{L}\p{N}]/gu, '').length < 4,
      looksLikeYear: /^(?:19|20)\d{2}$/.test(value),
      looksLikeDate: /^\d{1,5}\/\d{1,2}\/\d{4}$/.test(value),
      isSeriesAndNumber: words.length > 1,
      onUpperHalf: line.box.y < line.pageHeight / 2 && line.page === 1,
      isRepeated: value.length >= 4 && elsewhere > 0,
      ocrDoubt: ocrDoubt(words),
    }),
  }
  return {
    field: 'invoice_number',
    value,
    features: noticed,
    logOdds: text.score('invoice_number', noticed),
    line,
    box: union(words.map(word => word.box)),
    text: value,
    label: label.text,
  }
}

/** Places of values that another label claims ("Customer No. 4711"). */
function otherNumbers(text: PageText): Set<number> {
  const taken = new Set<number>()
  for (const label of text.labels) {
    if (label.kind !== 'other_number' && label.kind !== 'tax_id') continue
    if (label.strength === 'weak') continue
    for (const place of valuePlaces(label, text.lines, text.labelsByLine)) {
      if (place.relation === 'farBelow' || place.relation === 'laterCell') continue
      const words = place.line.words.filter(word => word.from >= place.from && word.to <= place.to)
      const value = words.find(word => /\d/.test(word.text))
      if (value) {
        taken.add(place.line.index * 10_000 + value.from)
        break
      }
    }
  }
  return taken
}
