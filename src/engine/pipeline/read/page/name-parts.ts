import { features, type Features } from './features'
import { fold } from './fold'
import { ocrDoubt, type FieldCandidate } from './field-candidate'
import { cellFrom, hasLegalForm, looksLikeAddress, looksLikeName, tidyName, type NameCell } from './name-cells'
import { withMeantLegalForm } from './misread-legal-form'
import { legalForms } from './name-words'
import type { PageText } from './page-text'
import { findDates } from './parse-date'

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

/** "118 Hoveniersbedrijf Bos", "004471 - Ferretería Sol SL": the number of the customer before the name. */
export function dropCustomerNumber(words: NameCell['words']): NameCell['words'] {
  const [first, ...rest] = words
  if (!first || rest.length === 0 || !/^\(?\d{2,8}\)?[.:-]?$/.test(first.text)) return words
  const name = rest.slice(/^[-–/]$/.test(rest[0]?.text ?? '') ? 1 : 0)
  const text = name.map(word => word.text).join(' ')
  return looksLikeName(text) && !looksLikeAddress(text) ? name : words
}

/** The sender in one line of small print above the addressee, as letters for window envelopes have it. */
export function isSenderLine({ text }: NameCell): boolean {
  const bullets = (text.match(/\s[-–—•●∙■*|·+]\s/g) ?? []).length
  const commas = (text.match(/,\s/g) ?? []).length
  if (bullets + commas < 2 || !looksLikeAddress(text)) return false
  return /\b\d{4,6}\b/.test(text) || bullets >= 2
}

/** "Feestcomité Sint-Job vzw, Kerkplein 2, 2960 Brecht", "Editorial Páramo, S.A. - CIF A08204471": the name before what is said of it. */
export function beforeAddress(cell: NameCell): NameCell {
  // "Zürich, 2. März 2026" is where and when a letter was written.
  if (findDates(cell.text).length > 0) return cell
  const at = cell.words.findIndex(({ text }, index) => {
    const rest = cell.words.slice(index + 1).map(word => word.text)
    const [next = ''] = rest
    if (index === 0 && !text.endsWith(',')) return false
    if (/^[-–—·|]$/.test(text)) return ofTaxId.test(rest.join(' ')) || looksLikeAddress(rest.join(' '))
    // "Gómez, S.A., Calle Mayor 4": a legal form after a comma belongs to the name.
    return text.endsWith(',') && !legalForms.has(fold(next).replaceAll('.', '')) && isAddressNext(rest)
  })
  const name = at > 0 || (at === 0 && cell.words.length > 1) ? cell.words.slice(0, at + 1) : cell.words
  return name.length === cell.words.length ? cell : cellFrom(cell.line, name)
}

const ofTaxId =
  /^(?:n\.?i\.?f|c\.?i\.?f|r\.?f\.?c|nit|rut|cuit|vat|tva|btw|ust|p\.? ?iva|c\.?f|nipc|cnpj|siret|abn|kvk)\b/i

/** The part up to the next comma is a street with its number, or begins with one. */
function isAddressNext(rest: readonly string[]): boolean {
  const end = rest.findIndex(text => text.endsWith(','))
  const part = rest.slice(0, end < 0 ? undefined : end + 1).join(' ')
  return /\d/.test(part) && looksLikeAddress(rest.join(' '))
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
