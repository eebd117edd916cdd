import type { AmountField } from '../../../../shared/invoice'
import type { DecimalText } from '../../../../shared/money'
import type { AmountFound } from './find-amounts'
import { sumOf } from './decimals'
import type { Label } from './find-labels'
import type { LabelKind } from './labels'
import { valuePlaces, type Relation } from './label-values'
import { misreadAmounts } from './misread-amounts'
import type { PageText } from './page-text'
import { weights } from './weights'

/** An amount with the label that says what it is. `logOdds` is what its features add up to. */
export interface AmountCandidate {
  readonly kind: LabelKind
  readonly value: DecimalText
  readonly logOdds: number
  readonly found: AmountFound
  readonly label: Label | null
  /** Percent printed beside the label, e.g. 16 in "IVA 16%". */
  readonly rate: number | null
  readonly inputs?: readonly AmountCandidate[]
  /** What was done with the inputs; they were added where nothing is said. */
  readonly rule?: 'net_plus_tax' | 'total_less_tax' | 'total_less_net'
}

/** Tax as a share of net, for amounts nobody labelled. */
const leastRate = 0.04
const mostRate = 0.28
const mostPairs = 12

const amountKinds = new Set<LabelKind>([
  'net_total',
  'tax_total',
  'withheld_total',
  'grand_total',
  'payable',
  'deduction',
  'surcharge',
  'other_amount',
])

export const amountKindOfField: Readonly<Record<AmountField, LabelKind>> = {
  net_total: 'net_total',
  tax_total: 'tax_total',
  withheld_total: 'withheld_total',
  grand_total: 'grand_total',
  payable: 'payable',
}

/** Every labelled amount of the document, and the largest amount as a last resort for the total. */
export function amountCandidates(text: PageText): AmountCandidate[] {
  const found = text.labels.filter(label => amountKinds.has(label.kind)).flatMap(label => ofLabel(label, text))
  const best = new Map<string, AmountCandidate>()
  for (const candidate of found) {
    const key = `${candidate.kind} ${candidate.value} ${candidate.found.line.index} ${candidate.found.from}`
    const known = best.get(key)
    if (!known || known.logOdds < candidate.logOdds) best.set(key, candidate)
  }
  const labelled = [...best.values()]
  return [
    ...labelled,
    ...sumsOfRows(labelled),
    ...pairsOfTotals(labelled, text),
    ...unlabelled(text, labelled),
    ...misreadAmounts(labelled),
  ]
}

function ofLabel(label: Label, text: PageText): AmountCandidate[] {
  if (text.headings.has(label.line.index)) return []
  const candidates: AmountCandidate[] = []
  const lastOfKind =
    text.labels.findLast(other => other.kind === label.kind && other.strength === label.strength) === label
  let seen: Relation | null = null
  for (const place of valuePlaces(label, text.lines, text.labelsByLine)) {
    const isBelow = place.relation === 'below' || place.relation === 'farBelow'
    // Inside a table a word above a row of amounts is a second line of the headings.
    if (isBelow && text.tableRows.has(label.line.index)) break
    if (isBelow && seen !== null && seen !== 'below' && seen !== 'farBelow') break
    if (isBelow && !label.isMarked && !(label.startsCell && !label.inSentence)) break
    if (label.inSentence && place.relation !== 'sameCell') break
    const inside = (text.amounts.get(place.line) ?? []).filter(
      amount =>
        (!amount.isPercent || isTotalWithSpeck(label, amount)) && amount.from < place.to && amount.to > place.from,
    )
    if (inside.length > 0) seen ??= place.relation
    const rate = rateBeside(label, text)
    for (const [at, found] of inside.entries())
      for (const [rank, reading] of found.readings.entries()) {
        const isLast = at === inside.length - 1 && isLastOfLine(found, text)
        const logOdds =
          scoreOf(label, place.relation, found, isLast, text) + (lastOfKind ? weights.amount.lastLabelOfKind : 0)
        candidates.push({ kind: label.kind, value: reading.value, logOdds: logOdds - rank, found, label, rate })
      }
  }
  return candidates
}

/** No total is a percentage: OCR made the sign of a stain or a currency. */
function isTotalWithSpeck({ kind, isMarked }: Label, { line, hasDecimals, isPercent }: AmountFound): boolean {
  return isPercent && hasDecimals && line.by === 'ocr' && kind === 'grand_total' && isMarked
}

function isLastOfLine(found: AmountFound, text: PageText): boolean {
  return (text.amounts.get(found.line) ?? []).filter(amount => !amount.isPercent).at(-1) === found
}

function scoreOf(label: Label, relation: Relation, found: AmountFound, isLast: boolean, text: PageText): number {
  const w = weights.amount
  const { line } = found
  return (
    w.bias +
    weights.label[label.strength] +
    (label.isMarked ? weights.label.marked : 0) +
    (label.startsCell ? weights.label.startsCell : 0) +
    weights.relation[relation] +
    (found.hasDecimals ? w.hasDecimals : w.isWholeNumber) +
    (found.hasCurrency ? w.hasCurrency : 0) +
    (isLast ? w.lastOfLine : w.notLastOfLine) +
    (text.tableRows.has(line.index) ? w.inTable : 0) +
    (label.inSentence ? w.inSentence : 0) +
    (isPaymentTerm(label, found) ? w.paymentTerm : 0) +
    (line.box.y > line.pageHeight / 2 ? w.lowerHalf : 0) +
    (label.kind === 'grand_total' && found.value === text.largestAmount ? w.largestOfDocument : 0) +
    (label.kind === 'grand_total' && Number(found.value) === 0 ? w.zeroTotal : 0) +
    weights.ocrDoubt * (1 - found.confidence)
  )
}

/** "Net 30" and "30 Tage netto" say when, not how much. */
function isPaymentTerm(label: Label, found: AmountFound): boolean {
  if (found.hasDecimals || found.hasCurrency) return false
  return (
    /\b(?:days?|tagen?|jours|d[ií]as|dagen|giorni|pv)\b/i.test(found.line.text.slice(found.to, found.to + 14)) ||
    /\b(?:within|innerhalb|binnen|sous|entro|dentro de)\s*$/i.test(found.line.text.slice(0, found.from)) ||
    (label.line === found.line && /^(?:7|8|10|14|15|20|21|30|45|60|90)$/.test(found.text))
  )
}

function rateBeside(label: Label, text: PageText): number | null {
  const percent = (text.amounts.get(label.line) ?? []).find(amount => amount.isPercent)
  return percent ? Number(percent.value) : null
}

/** Taxes printed one row per rate: their sum is the tax of the document when no row says so itself. */
function sumsOfRows(candidates: readonly AmountCandidate[]): AmountCandidate[] {
  const rows = new Map<string, AmountCandidate>()
  for (const candidate of candidates) {
    // Rows of different rates, or of different taxes at one rate (CGST and SGST).
    if (candidate.kind !== 'tax_total' || Number(candidate.value) === 0) continue
    const key = `${candidate.label?.text.toLowerCase() ?? ''} ${candidate.rate ?? `line ${candidate.label?.line.index ?? 0}`}`
    const known = rows.get(key)
    if (!known || known.logOdds < candidate.logOdds) rows.set(key, candidate)
  }
  const parts = [...rows.values()]
  const [first] = parts
  if (!first || parts.length < 2 || parts.length > 5) return []
  const value = sumOf(parts.map(part => part.value))
  const logOdds = Math.min(...parts.map(part => part.logOdds)) + weights.amount.sumOfRows
  return [{ ...first, value, logOdds, rate: null, inputs: parts }]
}

/** Two amounts of the page that make up a labelled total, one the usual share of the other: net and tax without a label. */
function pairsOfTotals(labelled: readonly AmountCandidate[], text: PageText): AmountCandidate[] {
  const totals = new Set(labelled.filter(({ kind }) => kind === 'grand_total').map(({ value }) => value))
  const amounts = [...text.amounts.values()]
    .flat()
    .filter(amount => amount.hasDecimals && !amount.isPercent && !text.tableRows.has(amount.line.index))
  const byValue = new Map(amounts.map(amount => [Math.round(Number(amount.value) * 100), amount]))
  const pairs: AmountCandidate[] = []
  for (const total of totals)
    for (const [cents, tax] of byValue) {
      const net = byValue.get(Math.round(Number(total) * 100) - cents)
      const share = net ? cents / (Math.round(Number(total) * 100) - cents) : 0
      if (!net || share < leastRate || share > mostRate) continue
      const logOdds = weights.amount.pairOnPage + weights.ocrDoubt * (1 - Math.min(net.confidence, tax.confidence))
      pairs.push({ kind: 'net_total', value: net.value, logOdds, found: net, label: null, rate: null })
      pairs.push({ kind: 'tax_total', value: tax.value, logOdds, found: tax, label: null, rate: null })
    }
  return pairs.slice(0, mostPairs)
}

function unlabelled(text: PageText, labelled: readonly AmountCandidate[]): AmountCandidate[] {
  const largest = [...text.amounts.values()]
    .flat()
    .findLast(amount => amount.value === text.largestAmount && !amount.isPercent)
  if (!largest || (!largest.hasDecimals && !largest.hasCurrency)) return []
  const isOnly = labelled.every(candidate => candidate.kind !== 'grand_total')
  const logOdds =
    weights.amount.unlabelledLargest +
    (isOnly ? weights.amount.onlyTotal : 0) +
    weights.ocrDoubt * (1 - largest.confidence)
  return [{ kind: 'grand_total', value: largest.value, logOdds, found: largest, label: null, rate: null }]
}
