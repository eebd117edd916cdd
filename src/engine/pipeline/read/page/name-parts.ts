import type { FieldCandidate } from './field-candidate'
import { cellFrom, hasLegalForm, looksLikeAddress, tidyName, type NameCell } from './name-cells'
import { fold } from './fold'
import { legalForms } from './name-words'
import { weights } from './weights'

export type NameField = 'seller.name' | 'buyer.name'

export function candidateOf(
  field: NameField,
  cell: NameCell,
  logOdds: number,
  label: string | undefined,
): FieldCandidate {
  const value = tidyName(cell.text)
  return { field, value, logOdds, line: cell.line, box: cell.box, text: value, label }
}

export function doubtOf(cell: NameCell): number {
  return weights.ocrDoubt * (1 - Math.min(1, ...cell.words.map(word => word.confidence)))
}

/** "Nombre: Comercial Ejemplo" inside the buyer's block. */
export function dropNameLabel(words: NameCell['words']): NameCell['words'] {
  const at = words.findIndex(word => /[:：]$/.test(word.text))
  return at >= 0 && at < 4 && at < words.length - 1 ? words.slice(at + 1) : words
}

/** The sender in one line of small print above the addressee, as letters for window envelopes have it. */
export function isSenderLine({ text }: NameCell): boolean {
  const bullets = (text.match(/\s[-–—•●∙■*|·+]\s/g) ?? []).length
  const commas = (text.match(/,\s/g) ?? []).length
  if (bullets + commas < 2 || !looksLikeAddress(text)) return false
  return /\b\d{4,6}\b/.test(text) || bullets >= 2
}

export function untilLegalForm(cell: NameCell): NameCell {
  const at = cell.words.findIndex(
    (_, index) =>
      index > 0 &&
      hasLegalForm(
        cell.words
          .slice(0, index + 1)
          .map(word => word.text)
          .join(' '),
      ),
  )
  const after = cell.words.slice(at + 1).findIndex(word => !legalForms.has(fold(word.text).replaceAll('.', '')))
  const end = at + Math.max(0, after)
  const next = cell.words[end + 1]
  return at > 0 && next && /^\(?\d|^[-–—•●∙■|·]$/.test(next.text)
    ? cellFrom(cell.line, cell.words.slice(0, end + 1))
    : cell
}
