import type { AmountField } from '../../../../shared/invoice'
import type { DecimalText } from '../../../../shared/money'
import { features, labelFeatures, relationFeature, type Features } from './features'
import type { AmountFound } from './find-amounts'
import { sumOf } from './decimals'
import type { Label } from './find-labels'
import type { LabelKind } from './labels'
import { valuePlaces, type Relation } from './label-values'
import { misreadAmounts } from './misread-amounts'
import type { PageText } from './page-text'
import { taxRows } from './tax-rows'

/** An amount with the label that says what it is; `logOdds` is what its features add up to. */
export interface AmountCandidate {
  readonly kind: LabelKind
  readonly value: DecimalText
  readonly features: Features
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
/** What is called one of these is no tax, whatever share of a total it happens to be. */
const noTax: ReadonlySet<LabelKind> = new Set(['deduction', 'prepaid', 'surcharge'])
/** An amount alone beside one of these is a sum, and no tax. */
const sums: ReadonlySet<LabelKind> = new Set(['net_total', 'grand_total', 'payable'])
/** A whole number of so many digits is rather a tax number, a phone or an account. */
const longNumber = 8

const amountKinds = new Set<LabelKind>([
  'net_total',
  'tax_total',
  'withheld_total',
  'grand_total',
  'payable',
  'deduction',
  'prepaid',
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

/** Every labelled amount of the document, sums and pairs of them, and the largest amount as a last resort for the total. */
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
    ...totalsByOtherNames(labelled, text),
    ...sumsOfRows(labelled, 'tax_total', text),
    ...sumsOfRows(labelled, 'withheld_total', text),
    ...rowsOfTotals(text),
    ...ofTaxRows(text),
    ...betweenTotals(labelled, text),
    ...pairsOfTotals(labelled, text),
    ...unlabelled(text, labelled),
    ...misreadAmounts(labelled, text.score),
  ]
}

interface Noticed {
  readonly kind: LabelKind
  readonly value: DecimalText
  readonly found: AmountFound
  readonly label: Label | null
  readonly rate: number | null
}

function candidateOf(amount: Noticed, more: Features, text: PageText): AmountCandidate {
  const { kind, value, found, label } = amount
  const { line } = found
  const isTotal = kind === 'grand_total'
  const noticed = {
    [`is.${kind}`]: 1,
    ...labelFeatures(label, text.language),
    ...features({
      hasDecimals: found.hasDecimals,
      lacksDecimals: !found.hasDecimals && text.printsDecimals,
      isLongNumber: !found.hasDecimals && value.length >= longNumber,
      hasThreeDecimals: /\.\d{3}$/.test(value),
      hasCurrency: found.hasCurrency,
      isZero: Number(value) === 0,
      'isZero.total': isTotal && Number(value) === 0,
      isNegative: Number(value) < 0,
      isLastOfLine: isLastOfLine(found, text),
      inTable: text.tableRows.has(line.index),
      onLowerHalf: line.box.y > line.pageHeight / 2,
      onLastPage: line.page === text.lines.at(-1)?.page,
      'isLargest.total': isTotal && value === text.largestAmount,
      'isLargest.other': !isTotal && value === text.largestAmount,
      inLargeType: line.height > text.typicalHeight * 1.2,
      ocrDoubt: 1 - found.confidence,
    }),
    ...more,
  }
  return { ...amount, features: noticed, logOdds: text.score('amounts', noticed) }
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
        (!amount.isPercent || isTotalWithSpeck(label, amount)) &&
        amount.from < place.to &&
        amount.to > place.from &&
        !isPaymentTerm(label, amount) &&
        !isBaseOfRate(label, amount, text) &&
        !isCode(amount, text),
    )
    if (inside.length > 0) seen ??= place.relation
    const rate = rateBeside(label, text)
    for (const [at, found] of inside.entries())
      for (const [rank, reading] of found.readings.entries()) {
        const noticed = {
          ...relationFeature(place.relation),
          ...features({
            'label.isLastOfKind': lastOfKind,
            isFollowed: at < inside.length - 1,
            isSecondReading: rank > 0,
            isOfOtherWord: isOfOtherWord(label, found),
          }),
        }
        candidates.push(candidateOf({ kind: label.kind, value: reading.value, found, label, rate }, noticed, text))
      }
  }
  return candidates
}

/** "Total Pcs.: 27", "Total item(s): 6" count something: another word stands between the label and its number. */
function isOfOtherWord({ line, last }: Label, found: AmountFound): boolean {
  const end = line.words[last]
  if (found.line !== line || !end) return false
  return line.words.some(
    ({ cell, from, to, text }) =>
      cell === end.cell && from > end.to && to < found.from && /^\(?\p{L}{2,}/u.test(text) && !/^[A-Z]{3}$/.test(text),
  )
}

/** "20 % on 2,000.00   400.00": what a tax is charged on stands between its rate and itself. */
function isBaseOfRate({ kind }: Label, { line, from, to }: AmountFound, { amounts }: PageText): boolean {
  if (kind !== 'tax_total' && kind !== 'withheld_total') return false
  const before = line.text.slice(0, from)
  return (
    /%.*\b(?:of|on|auf|von|aus|sur|de|sobre|su|di|over|van)[\s\p{Sc}]*(?:[A-Z]{3}\s*)?$/u.test(before) &&
    (amounts.get(line) ?? []).some(amount => amount.from >= to && !amount.isPercent)
  )
}

/** No total is a percentage: OCR made the sign of a stain or a currency. */
function isTotalWithSpeck({ kind, isMarked }: Label, { line, hasDecimals, isPercent }: AmountFound): boolean {
  return isPercent && hasDecimals && line.by === 'ocr' && kind === 'grand_total' && isMarked
}

function isLastOfLine(found: AmountFound, text: PageText): boolean {
  return (text.amounts.get(found.line) ?? []).filter(amount => !amount.isPercent).at(-1) === found
}

/** Where money has decimals, a long whole number without a currency is a tax number, a phone or an account. */
function isCode({ hasDecimals, hasCurrency, value }: AmountFound, { printsDecimals }: PageText): boolean {
  return printsDecimals && !hasDecimals && !hasCurrency && value.replace(/\D/g, '').length > longNumber
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

/** "Balance due" is the only total that some invoices print, "Net total" that of some till slips. */
function totalsByOtherNames(labelled: readonly AmountCandidate[], text: PageText): AmountCandidate[] {
  const hasTotal = labelled.some(({ kind }) => kind === 'grand_total')
  return labelled
    .filter(
      ({ kind, label }) => kind === 'payable' || (kind === 'net_total' && /^nett? total\b/i.test(label?.text ?? '')),
    )
    .map(payable => {
      const { 'is.payable': _payable, 'is.net_total': isNet = 0, ...noticed } = payable.features
      return candidateOf(
        { ...payable, kind: 'grand_total' },
        {
          ...noticed,
          ...features({ isPayableToo: !isNet, 'isPayableToo.besideTotal': !isNet && hasTotal, isNetTotalToo: isNet }),
        },
        text,
      )
    })
}

/** "VAT return for the year   350.00": the tax is only spoken of. */
function isOfText({ label, rate, features: noticed }: AmountCandidate): boolean {
  return !label?.startsCell && rate === null && noticed['isOfOtherWord'] === 1
}

/** Taxes printed one row per rate: their sum is the tax of the document when no row says so itself. */
function sumsOfRows(candidates: readonly AmountCandidate[], kind: LabelKind, text: PageText): AmountCandidate[] {
  const rows = new Map<string, AmountCandidate>()
  for (const candidate of candidates) {
    // Rows of different rates, or of different taxes at one rate (CGST and SGST).
    if (candidate.kind !== kind || Number(candidate.value) === 0 || isOfText(candidate)) continue
    const key = `${candidate.label?.text.toLowerCase() ?? ''} ${candidate.rate ?? `line ${candidate.label?.line.index ?? 0}`}`
    const known = rows.get(key)
    if (!known || known.logOdds < candidate.logOdds) rows.set(key, candidate)
  }
  const parts = [...rows.values()]
  // A sum that is printed counts for itself.
  if (kind === 'withheld_total' && parts.some(({ label }) => /\btotal/i.test(label?.text ?? ''))) return []
  const [weakest] = parts.toSorted((one, other) => one.logOdds - other.logOdds)
  const [first] = parts
  if (!first || !weakest || parts.length < 2 || parts.length > 5) return []
  const value = sumOf(parts.map(part => part.value))
  const noticed = { ...weakest.features, isSumOfRows: 1 }
  return [{ ...first, value, features: noticed, logOdds: text.score('amounts', noticed), rate: null, inputs: parts }]
}

/** What the row of sums under a table begins with. */
const totals = /^(?:total|totals|totale|totali|totales|totais|totaux|totaal|totalen|summe|summen|gesamt|suma|sumas)$/
/** No tax is a larger share of its net amount. */
const mostOfNet = 0.3

/** "TOTALS  705.00  162.15  867.15": the last row of a table, where two amounts make up the third. */
function rowsOfTotals(text: PageText): AmountCandidate[] {
  return text.lines.flatMap(line => {
    const isSum = totals.test(line.words[0]?.folded ?? '')
    const found = (text.amounts.get(line) ?? []).filter(({ isPercent, hasDecimals }) => hasDecimals && !isPercent)
    const total = found.at(-1)
    if (!isSum || !total || found.length < 3) return []
    for (const net of found)
      for (const tax of found.slice(found.indexOf(net) + 1, -1)) {
        if (Number(tax.value) <= 0 || Number(tax.value) > Number(net.value) * mostOfNet) continue
        if (Number(sumOf([net.value, tax.value])) !== Number(total.value)) continue
        const of = (kind: LabelKind, amount: AmountFound) =>
          candidateOf(
            { kind, value: amount.value, found: amount, label: null, rate: null },
            features({ isRowOfTotals: true }),
            text,
          )
        return [of('net_total', net), of('tax_total', tax), of('grand_total', total)]
      }
    return []
  })
}

/** Net and tax of a summary by rates that adds neither up; what they come to is printed, or they are something else. */
function ofTaxRows(text: PageText): AmountCandidate[] {
  const rows = taxRows(text)
  const [first] = rows
  if (!first) return []
  const noticed = features({ isTaxRow: true, 'isTaxRow.ofSeveral': rows.length > 1 })
  const sum = (kind: 'net_total' | 'tax_total', member: 'net' | 'tax'): AmountCandidate => {
    const parts = rows.map(({ [member]: found, rate }) =>
      candidateOf({ kind, value: found.value, found, label: null, rate }, noticed, text),
    )
    const amount = { kind, value: sumOf(parts.map(({ value }) => value)), found: first[member], label: null }
    if (parts.length === 1) return candidateOf({ ...amount, rate: first.rate }, noticed, text)
    return { ...candidateOf({ ...amount, rate: null }, noticed, text), inputs: parts }
  }
  const [net, tax] = [sum('net_total', 'net'), sum('tax_total', 'tax')]
  const gross = sumOf([net.value, tax.value])
  const isPrinted = [...text.amounts.values()].flat().some(({ value }) => Number(value) === Number(gross))
  return isPrinted ? [net, tax] : []
}

/**
 * Single amounts between the tax and the total under names that no list has: fees of a court, a deposit, stamps. They bridge the two
 * where they make up the difference.
 */
function betweenTotals(labelled: readonly AmountCandidate[], text: PageText): AmountCandidate[] {
  const indexes = (...kinds: LabelKind[]) =>
    labelled.filter(({ kind, label }) => kinds.includes(kind) && label?.startsCell).map(({ found }) => found.line.index)
  const [from, to] = [Math.max(...indexes('tax_total', 'withheld_total')), Math.max(...indexes('grand_total'))]
  return text.lines.slice(from + 1, Math.max(0, to)).flatMap(line => {
    const [found, more] = text.amounts.get(line) ?? []
    const isNamed = text.labelsByLine.get(line)?.some(({ kind, startsCell }) => startsCell && amountKinds.has(kind))
    if (!found?.hasDecimals || more || found.isPercent || isNamed || text.tableRows.has(line.index)) return []
    const amount = { kind: 'surcharge', value: found.value, found, label: null, rate: null } as const
    return [candidateOf(amount, {}, text)]
  })
}

/**
 * Two amounts of the page that make up a labelled total, one the usual share of the other: net and tax without a label. What is to be
 * paid after a tax was withheld makes up the total, too, and is no net.
 */
function pairsOfTotals(labelled: readonly AmountCandidate[], text: PageText): AmountCandidate[] {
  const totals = new Set(labelled.filter(({ kind }) => kind === 'grand_total').map(({ value }) => value))
  const withheld = new Set(labelled.filter(({ kind }) => kind === 'withheld_total').map(({ value }) => value))
  const amounts = [...text.amounts.values()]
    .flat()
    .filter(amount => amount.hasDecimals && !amount.isPercent && !text.tableRows.has(amount.line.index))
  const byValue = new Map(amounts.map(amount => [Math.round(Number(amount.value) * 100), amount]))
  const isNamedOtherwise = ({ line }: AmountFound) =>
    text.labelsByLine.get(line)?.some(({ kind, strength }) => strength === 'strong' && noTax.has(kind)) ?? false
  const isTotal = ({ line }: AmountFound) =>
    text.amounts.get(line)?.length === 1 &&
    text.labelsByLine.get(line)?.some(({ kind, startsCell }) => startsCell && sums.has(kind))
  const isTaxNamed = text.labels.some(({ kind, inSentence }) => kind === 'tax_total' && !inSentence)
  const pairs: AmountCandidate[] = []
  for (const total of totals)
    for (const [cents, tax] of byValue) {
      const net = byValue.get(Math.round(Number(total) * 100) - cents)
      const share = net ? cents / (Math.round(Number(total) * 100) - cents) : 0
      if (!net || share < leastRate || share > mostRate || withheld.has(tax.value)) continue
      if (isNamedOtherwise(tax) || isTotal(tax)) continue
      const ofPair = (kind: LabelKind, found: AmountFound) =>
        candidateOf(
          { kind, value: found.value, found, label: null, rate: null },
          features({ isPair: true, 'isPair.noTaxNamed': !isTaxNamed }),
          text,
        )
      pairs.push(ofPair('net_total', net), ofPair('tax_total', tax))
    }
  return pairs.slice(0, mostPairs)
}

function unlabelled(text: PageText, labelled: readonly AmountCandidate[]): AmountCandidate[] {
  const largest = [...text.amounts.values()]
    .flat()
    .findLast(amount => amount.value === text.largestAmount && !amount.isPercent)
  if (!largest || (!largest.hasDecimals && !largest.hasCurrency)) return []
  const nothingLabelled = labelled.every(candidate => candidate.kind !== 'grand_total')
  const amount = { kind: 'grand_total', value: largest.value, found: largest, label: null, rate: null } as const
  return [candidateOf(amount, features({ isMereLargest: true, nothingLabelled }), text)]
}
