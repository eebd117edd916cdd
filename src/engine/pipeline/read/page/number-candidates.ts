import { findDates } from './parse-date'
import { valuePlaces, type ValuePlace } from './label-values'
import type { Label } from './find-labels'
import type { FieldCandidate } from './field-candidate'
import type { PageText } from './page-text'
import { median, union, type LineWord } from './text-lines'
import { weights } from './weights'

/** Numbers of the document itself; order, customer and account numbers are other people's. */
export function numberCandidates(text: PageText): FieldCandidate[] {
  const taken = otherNumbers(text)
  const typical = median(text.lines.map(line => line.height))
  const candidates: FieldCandidate[] = []
  for (const label of text.labels) {
    if (label.kind !== 'invoice_number' || text.tableRows.has(label.line.index)) continue
    for (const place of valuePlaces(label, text.lines, text.labelsByLine)) {
      const value = numberIn(place, label)
      if (!value) continue
      if (taken.has(place.line.index * 10_000 + (value.words[0]?.from ?? 0))) continue
      candidates.push(candidateOf(label, place, value, typical))
      break
    }
  }
  return withRepeats(candidates, text)
}

interface NumberFound {
  readonly text: string
  readonly words: readonly LineWord[]
}

const numberShape = /^(?=.*\d)[\p{L}\d][\p{L}\d\-–‐./_#]*$/u
const seriesShape = /^[A-Z]{1,5}$/

/** The first thing in a place that looks like a document's number; "CR 1803/0064" is a series and a number. */
function numberIn(place: ValuePlace, label: Label): NumberFound | null {
  const words = place.line.words.filter(word => word.from >= place.from && word.to <= place.to)
  const isNear = place.relation === 'sameCell' || place.relation === 'nextCell'
  for (const [at, word] of words.entries()) {
    const cleaned = clean(word.text)
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
      const parts = [...series, word]
      return { text: parts.map(part => clean(part.text)).join(' '), words: parts }
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

function clean(text: string): string {
  return text.replace(/^[#:.°º(\s]+|[,;:.)\s]+$/gu, '')
}

function isOther(value: string, place: ValuePlace, word: LineWord, isSure: boolean): boolean {
  if (/^\d{1,3}([.,]\d{3})*[.,]\d{2}$/.test(value) || /%$/.test(value)) return true
  // "2/11/2023" may well be a number of a series and a year, but only with a slash.
  if (/^\d{1,5}\/\d{1,2}\/\d{4}$/.test(value) && isSure) return false
  return findDates(place.line.text).some(
    date => date.from < word.to && date.to > word.from && date.from <= word.from + 1 && date.to >= word.to - 1,
  )
}

function candidateOf(label: Label, place: ValuePlace, { text, words }: NumberFound, typical: number): FieldCandidate {
  const w = weights.number
  const { line } = place
  const isTitle = label.line.height > typical * 1.3
  const confidence = Math.min(1, ...words.map(word => word.confidence))
  const logOdds =
    w.bias +
    weights.label[label.strength] +
    (label.isMarked || label.text.includes('#') ? weights.label.marked : 0) +
    (label.startsCell ? weights.label.startsCell : 0) +
    weights.relation[place.relation] +
    (/[\p{L}]/u.test(text) ? w.hasLettersAndDigits : 0) +
    (/\d{4,}/.test(text) ? w.longDigits : 0) +
    (/^\d$/.test(text) ? w.singleDigit : 0) +
    (line.by === 'ocr' && text.replace(/[^\p{L}\p{N}]/gu, '').length < 4 ? w.shortByOcr : 0) +
    (/^(19|20)\d{2}$/.test(text) ? w.looksLikeYear : 0) +
    (/^\d{1,5}\/\d{1,2}\/\d{4}$/.test(text) ? w.looksLikeDate : 0) +
    (line.box.y < line.pageHeight / 2 && line.page === 1 ? w.upperHalf : -w.upperHalf) +
    (isTitle ? w.besideTitle : 0) +
    weights.ocrDoubt * (1 - confidence)
  return {
    field: 'invoice_number',
    value: text,
    logOdds,
    line,
    box: union(words.map(word => word.box)),
    text,
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

/** A number that stands on the page more than once is likelier the document's. */
function withRepeats(candidates: readonly FieldCandidate[], text: PageText): FieldCandidate[] {
  return candidates.map(candidate => {
    const places = text.lines.filter(line => line !== candidate.line && line.text.includes(candidate.value)).length
    const isRepeated = candidate.value.length >= 4 && places > 0
    return isRepeated ? { ...candidate, logOdds: candidate.logOdds + weights.number.repeated } : candidate
  })
}
