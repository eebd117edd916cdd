import { fold } from './fold'
import { features, labelFeatures } from './features'
import { ocrDoubt, type FieldCandidate } from './field-candidate'
import type { Label } from './find-labels'
import { valuePlaces } from './label-values'
import type { PageText } from './page-text'
import type { PartyBlocks } from './party-blocks'
import { meantTaxId } from './misread-tax-id'
import { compactId, taxIdShape } from './tax-id-patterns'
import { union, type LineWord, type TextLine } from './text-lines'

interface IdFound {
  readonly text: string
  readonly line: TextLine
  readonly words: readonly LineWord[]
  readonly label: Label | null
  /** What OCR made of it, where its shape says that it means something else. */
  readonly misread?: string
}

const ofSeller = ['seller.tax_id'] as const
const ofBuyer = ['buyer.tax_id'] as const

/** Tax ids of seller and buyer; where our own stands it is the buyer's. */
export function taxIdCandidates(text: PageText, blocks: PartyBlocks): FieldCandidate[] {
  const found = unique([...labelled(text), ...byShape(text)])
  const own = new Set(text.options.ownTaxIds.map(compactId))
  const hasOwn = found.some(id => own.has(compactId(id.text)))
  return found.flatMap((id, at) => {
    const { line, words, label } = id
    const box = union(words.map(word => word.box))
    const isOwn = own.has(compactId(id.text))
    const owner = ownerOf(id) ?? blocks.partyAt(line, box)
    const shape = taxIdShape(id.text)
    const noticed = {
      bias: 1,
      ...labelFeatures(label, text.language),
      ...features({
        hasShape: shape !== null,
        hasCheckDigit: shape?.isValid ?? false,
        isOwn,
        ofBuyer: owner === 'buyer',
        ofSeller: owner === 'seller',
        ofOther: owner === 'other',
        isFirst: at === 0,
        isSecond: at === 1,
        isOnly: found.length === 1,
        inFooter: line.box.y > line.pageHeight * 0.84,
        onUpperThird: line.page === 1 && line.box.y < line.pageHeight / 3,
        isMisread: id.misread !== undefined,
        ocrDoubt: ocrDoubt(words),
      }),
    }
    const fields = isOwn ? ofBuyer : hasOwn ? ofSeller : [...ofSeller, ...ofBuyer]
    return fields.map(field => ({
      field,
      value: id.text,
      features: noticed,
      logOdds: text.score(field, noticed),
      line,
      box,
      text: id.misread ?? id.text,
      label: label?.text,
    }))
  })
}

/** "Your VAT number", "N° TVA client" are the buyer's, "Our VAT number" is the seller's. */
function ownerOf({ line, label, words }: IdFound): 'seller' | 'buyer' | null {
  const cell = words[0]?.cell
  const from = label
    ? (label.line.words[Math.max(0, label.first - 2)]?.from ?? 0)
    : (line.words.find(word => word.cell === cell)?.from ?? 0)
  const before = (label?.line ?? line).text.slice(from, label && label.line !== line ? undefined : words[0]?.from)
  if (
    /\b(?:client|customer|kunden?|buyer|cliente|klant|acheteur|ihre|your|votre|vostra|uw|destinatario|comprador)\b/i.test(
      before,
    )
  )
    return 'buyer'
  return /\b(?:unsere|our|notre|nostra|onze|nuestro|emisor|seller|supplier|dealer)\b/i.test(before) ? 'seller' : null
}

function labelled(text: PageText): IdFound[] {
  const found: IdFound[] = []
  for (const label of text.labels) {
    if (label.kind !== 'tax_id') continue
    for (const place of valuePlaces(label, text.lines, text.labelsByLine)) {
      if (place.relation === 'laterCell' || place.relation === 'farBelow') continue
      const id = idAt(place.line, place.from, place.to, label)
      if (id) {
        found.push(id)
        break
      }
    }
  }
  return found
}

/** The id at the start of a place: one word, or several that belong together ("NL 8104.33.941.B.01"). */
function idAt(line: TextLine, from: number, to: number, label: Label | null): IdFound | null {
  const words = line.words.filter(word => word.from >= from && word.to <= to)
  const parted = rfcAt(words)
  if (parted) return { ...parted, line, label }
  const start = words.findIndex(word => /\d/.test(word.text) || /^[A-Z]{2}$/.test(word.text))
  if (start < 0 || start > 2) return null
  for (let count = Math.min(5, words.length - start); count >= 1; count -= 1) {
    const part = words.slice(start, start + count)
    const text = tidy(part.map(word => word.text).join(' '))
    if (taxIdShape(text)) return { text, line, words: part, label }
  }
  const [first, second] = words.slice(start)
  if (!first) return null
  const grouped = label?.strength === 'strong' || label?.startsCell ? digitGroups(words.slice(start)) : []
  if (grouped.length > 1) return { text: grouped.map(word => word.text).join(' '), line, words: grouped, label }
  const meant = line.by === 'ocr' ? misreadAt(line, words.slice(start), label) : null
  if (meant) return meant
  const only = tidy(first.text)
  const joined = second && /^[A-Z]{2}$/.test(only) ? [first, second] : [first]
  const text = tidy(joined.map(word => word.text).join(' '))
  const digits = text.replace(/\D/g, '').length
  const isPlausible =
    digits >= 5 &&
    text.length <= 22 &&
    !/[,%$€£]/.test(text) &&
    label?.strength !== 'weak' &&
    !/^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(text)
  return isPlausible ? { text, line, words: joined, label } : null
}

/** "FBA 040622 7H1": letters, date and check of a Mexican tax number, set apart. */
function rfcAt(words: readonly LineWord[]): Pick<IdFound, 'text' | 'words'> | null {
  const start = words.findIndex(({ text }) => /^[A-ZÑ&]{3,4}$/.test(text))
  const [letters, date, check] = start < 0 ? [] : words.slice(start, start + 3)
  if (!letters || !date || !check || !/^\d{6}$/.test(date.text)) return null
  const text = `${letters.text}${date.text}${tidy(check.text)}`
  return taxIdShape(text) ? { text, words: [letters, date, check] } : null
}

/** "51 824 753 556", "770 1184 23": a number in groups of digits, as long as tax numbers are. */
function digitGroups(words: readonly LineWord[]): readonly LineWord[] {
  const end = words.findIndex(({ text, cell }) => cell !== words[0]?.cell || !/^\d{2,6}$/.test(text))
  const groups = words.slice(0, end < 0 ? undefined : end)
  const digits = groups.reduce((sum, { text }) => sum + text.length, 0)
  // "44711 8204 RT0001": the account of a Canadian business number.
  const account = words.slice(groups.length, groups.length + 1).filter(({ text }) => /^R[CMPRTZ]\d{4}$/.test(text))
  return digits >= 8 && digits <= 14 && groups.length <= 5 ? [...groups, ...account] : []
}

/** An id whose shape OCR broke, in one word or two. */
function misreadAt(line: TextLine, words: readonly LineWord[], label: Label | null): IdFound | null {
  for (const count of [2, 1]) {
    const part = words.slice(0, count)
    const misread = tidy(part.map(word => word.text).join(' '))
    const text = part.length === count ? meantTaxId(misread) : null
    if (text !== null) return { text, line, words: part, label, misread }
  }
  return null
}

function byShape(text: PageText): IdFound[] {
  const found: IdFound[] = []
  for (const line of text.lines)
    for (const [at, word] of line.words.entries()) {
      const single = tidy(word.text)
      const next = line.words[at + 1]
      const meant = line.by === 'ocr' && /\d.*\d.*\d.*\d.*\d/.test(single) ? meantTaxId(single) : null
      if (meant !== null && taxIdShape(meant)?.isValid && !isBankOrPhone(line, at))
        found.push({ text: meant, line, words: [word], label: null, misread: single })
      else if (taxIdShape(single)?.isDistinct && !isBankOrPhone(line, at))
        found.push({ text: single, line, words: [word], label: null })
      else if (
        next &&
        /^[A-Z]{2,3}$/.test(single) &&
        taxIdShape(`${single}${tidy(next.text)}`)?.isDistinct &&
        !isBankOrPhone(line, at)
      )
        found.push({ text: `${single}${tidy(next.text)}`, line, words: [word, next], label: null })
    }
  return found
}

function isBankOrPhone(line: TextLine, at: number): boolean {
  return (
    /^(?:#|n[°º]?|no|nr)\.?$/i.test(line.words[at - 1]?.text ?? '') ||
    line.words
      .slice(0, at)
      .some(word => /^(iban|bic|swift|tel|phone|telefon|fax|certificado|sello|no de serie)$/.test(fold(word.text)))
  )
}

function tidy(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/^(?:vat|rfc|nif|cif):/i, '')
}

function unique(found: readonly IdFound[]): IdFound[] {
  const seen = new Map<string, IdFound>()
  for (const id of found) {
    const key = compactId(id.text)
    if (!seen.has(key)) seen.set(key, id)
  }
  return [...seen.values()].toSorted((left, right) => left.line.index - right.line.index)
}
