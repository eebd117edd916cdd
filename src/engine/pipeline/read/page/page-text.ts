import type { DecimalText } from '../../../../shared/money'
import type { OcrLanguage } from '../../../../shared/settings'
import type { PageReading } from '../../facts'
import type { ReadOptions } from '../../../worker/protocol'
import { languageOf } from '../ocr/choose-languages'
import { findAmounts, type AmountFound } from './find-amounts'
import { findLabels, type Label } from './find-labels'
import { findTables, type TableRead } from './find-tables'
import type { Score } from './features'
import { median, textLines, type TextLine } from './text-lines'

/** Everything the field readers look at, worked out once per document. */
export interface PageText {
  readonly lines: readonly TextLine[]
  readonly labels: readonly Label[]
  readonly labelsByLine: ReadonlyMap<TextLine, readonly Label[]>
  readonly amounts: ReadonlyMap<TextLine, readonly AmountFound[]>
  readonly largestAmount: DecimalText | null
  /** Its money is printed with decimals: whole numbers are quantities and the like. */
  readonly printsDecimals: boolean
  readonly tables: readonly TableRead[]
  /** Indexes of lines inside a table of invoice lines, header included. */
  readonly tableRows: ReadonlySet<number>
  /** Indexes of lines of column headings: their words label columns, not the document. */
  readonly headings: ReadonlySet<number>
  /** Median height of its lines, in points. */
  readonly typicalHeight: number
  /** 1 − the mean confidence of OCR in its words; 0 for a text layer. */
  readonly ocrDoubt: number
  /** Language of its common words; null where they do not tell. */
  readonly language: OcrLanguage | null
  readonly options: ReadOptions
  readonly score: Score
}

export function pageText(pages: readonly PageReading[], options: ReadOptions, score: Score): PageText {
  const lines = textLines(pages)
  const amounts = new Map(lines.map(line => [line, findAmounts(line)]))
  const language = languageOf(lines.flatMap(line => line.words.map(word => word.text)))
  const confidences = lines.flatMap(line => line.words.map(word => word.confidence))
  const ocrDoubt = confidences.reduce((sum, confidence) => sum + 1 - confidence, 0) / Math.max(1, confidences.length)
  const labels = findLabels(lines)
  const tables = findTables(lines, amounts)
  const labelsByLine = Map.groupBy(labels, label => label.line)
  const tableRows = new Set(tables.flatMap(table => table.rows))
  const headings = new Set(tables.flatMap(table => table.headerRows))
  const typicalHeight = median(lines.map(line => line.height))
  const decimals = [...amounts.values()].flat().filter(amount => amount.hasDecimals && !amount.isPercent)
  const printsDecimals = decimals.length >= leastDecimals
  const found = {
    labels,
    labelsByLine,
    amounts,
    largestAmount: largest(amounts, labelsByLine),
    tables,
    tableRows,
    headings,
  }
  return { lines, ...found, printsDecimals, typicalHeight, ocrDoubt, language, options, score }
}

/** With fewer amounts with decimals a document may print some of its money without. */
const leastDecimals = 3

function largest(
  amounts: ReadonlyMap<TextLine, readonly AmountFound[]>,
  labels: ReadonlyMap<TextLine, readonly Label[]>,
): DecimalText | null {
  let best: AmountFound | null = null
  for (const amount of [...amounts.values()].flat()) {
    if (amount.isPercent || !(amount.hasDecimals || amount.hasCurrency) || amount.text.length > 18) continue
    if (isNamedOtherwise(amount, labels.get(amount.line) ?? [])) continue
    if (!best || Number(amount.value) >= Number(best.value)) best = amount
  }
  return best?.value ?? null
}

/** "Capital social 20.000.000 EUR": right after the name of what is no price. */
function isNamedOtherwise({ line, from }: AmountFound, labels: readonly Label[]): boolean {
  return labels.some(({ kind, strength, last }) => {
    const end = line.words[last]?.to ?? Infinity
    return kind === 'other_amount' && strength === 'strong' && end < from && /^[\s:]*$/.test(line.text.slice(end, from))
  })
}
