import { features, type Features } from './features'
import { fold } from './fold'
import { ocrDoubt, type FieldCandidate } from './field-candidate'
import { cellFrom, hasLegalForm, looksLikeAddress, tidyName, type NameCell } from './name-cells'
import { withMeantLegalForm } from './misread-legal-form'
import { legalForms } from './name-words'
import type { PageText } from './page-text'

export type NameField = 'seller.name' | 'buyer.name'

export function candidateOf(
  field: NameField,
  cell: NameCell,
  noticed: Features,
  label: string | undefined,
  text: PageText,
): FieldCandidate {
  const tidy = tidyName(cell.text)
  const value = cell.line.by === 'ocr' ? withMeantLegalForm(tidy) : tidy
  const all = { bias: 1, ...noticed, ...features({ ocrDoubt: ocrDoubt(cell.words) }) }
  const logOdds = text.score(field, all)
  return { field, value, features: all, logOdds, line: cell.line, box: cell.box, text: value, label }
}

/** The same candidate with something more noticed about it. */
export function noticing(candidate: FieldCandidate, more: Features, text: PageText): FieldCandidate {
  const all = { ...candidate.features, ...more }
  return { ...candidate, features: all, logOdds: text.score(candidate.field, all) }
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
