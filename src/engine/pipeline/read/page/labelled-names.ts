import type { FieldCandidate } from './field-candidate'
import { features, labelFeatures, relationFeature } from './features'
import { isInstruction, type Label } from './find-labels'
import { valuePlaces } from './label-values'
import { cellFrom, cellsOf, hasLegalForm, looksLikeAddress, looksLikeName, type NameCell } from './name-cells'
import {
  beforeAddress,
  candidateOf,
  dropCustomerNumber,
  dropNameLabel,
  untilLegalForm,
  type NameField,
} from './name-parts'
import type { PageText } from './page-text'
import type { PartyBlocks } from './party-blocks'

/** Names that a label announces: "Bill to", "Seller", or "Name" inside a party's block. */
export function labelledNames(text: PageText, blocks: PartyBlocks): FieldCandidate[] {
  return text.labels.flatMap(label => {
    const field = isTemplateValue(label, text.labels) ? null : fieldOf(label, blocks)
    return field ? ofLabel(label, field, text) : []
  })
}

/** A bare label right under another party's label stands in for a name, as templates have it. */
function isTemplateValue(label: Label, labels: readonly Label[]): boolean {
  if (/[:：]$/.test(label.line.words[label.last]?.text ?? '')) return false
  return labels.some(other => {
    const gap = (label.box.y - other.box.y) / Math.max(label.line.height, 1)
    const isParty = other.kind === 'buyer' || other.kind === 'seller'
    return (
      isParty &&
      other.line.page === label.line.page &&
      gap > 0.7 &&
      gap < 2.2 &&
      Math.abs(other.box.x - label.box.x) < label.line.height
    )
  })
}

function fieldOf(label: Label, blocks: PartyBlocks): NameField | null {
  if (label.kind === 'buyer') return 'buyer.name'
  if (label.kind === 'seller') return 'seller.name'
  if (label.kind !== 'name' || !label.isMarked) return null
  const party = blocks.partyAt(label.line, label.box)
  return party === 'buyer' ? 'buyer.name' : party === 'seller' ? 'seller.name' : null
}

function ofLabel(label: Label, field: NameField, text: PageText): FieldCandidate[] {
  if (text.tableRows.has(label.line.index) || !(label.startsCell || isInstruction(label))) return []
  if (label.strength !== 'strong' && !label.isMarked) return []
  if (label.strength === 'weak' && isWithinCompany(label, text)) return []
  const hasColon = /[:：]$/.test(label.line.words[label.last]?.text ?? '')
  const isOverBlock = !hasColon && opensBlock(label, text)
  let isNearest = true
  let isAnswered = false
  for (const place of valuePlaces(label, text.lines, text.labelsByLine)) {
    if (place.relation === 'laterCell' || (isOverBlock && place.relation === 'nextCell')) continue
    const words = place.line.words.filter(word => word.from >= place.from && word.to <= place.to)
    if (words.length === 0) continue
    const isBelow = place.relation === 'below' || place.relation === 'farBelow'
    // A label with a colon has its value beside it; if that is no name, none of its names is below.
    if (isBelow && hasColon && isAnswered) return []
    if (!isBelow) isAnswered = true
    const own = dropNameLabel(words)
    const cell = beforeAddress(cellFrom(place.line, label.kind === 'buyer' ? dropCustomerNumber(own) : own))
    // Beside a label without a colon stands the rest of a sentence more often than a name.
    const isSentence =
      place.relation === 'sameCell' && !hasColon && !label.text.includes(' ') && !/^[\p{Lu}]/u.test(cell.text)
    // A template's "Customer Name" right under "Bill to" is its name; a label further down is a label.
    const isTemplate = isNearest && label.kind !== 'name' && place.relation !== 'sameCell' && isBareLabel(cell)
    isNearest = false
    if (isSentence || cell.words.length === 0 || !(looksLikeName(cell.text) || isTemplate)) continue
    const noticed = {
      ...labelFeatures(label, text.language),
      ...relationFeature(place.relation),
      ...features({
        'label.ofName': label.kind === 'name',
        hasLegalForm: hasLegalForm(cell.text),
        isTemplate,
        hasDigits: /\d/.test(cell.text),
        isLong: cell.words.length > 6,
      }),
    }
    return [candidateOf(field, untilLegalForm(cell), noticed, label.text, text)]
  }
  return []
}

/** "Harbor Point Marina, Inc." over "Attn: General Counsel": the company is billed, whoever opens its letters. */
function isWithinCompany({ line, box }: Label, { lines }: PageText): boolean {
  return lines
    .slice(Math.max(0, line.index - linesOfColumns), line.index)
    .filter(other => other.page === line.page && box.y - other.box.y < mostDown * line.height)
    .flatMap(other => cellsOf(other))
    .some(
      cell =>
        Math.abs(cell.box.x - box.x) < aligned * line.height && looksLikeName(cell.text) && hasLegalForm(cell.text),
    )
}

/** The line above in one column may stand some lines further up in the list of all. */
const linesOfColumns = 4

/** Lines of a block begin so close to its label, in line heights; its first is not further down. */
const [aligned, mostDown] = [1, 2.2]

/** A label over a name and its address: what stands to its right is another column. */
function opensBlock({ line, box, isMarked }: Label, text: PageText): boolean {
  if (!isMarked) return false
  const under = text.lines
    .slice(line.index + 1, line.index + 1 + mostLinesOfBlock)
    .filter(({ page }) => page === line.page)
    .flatMap(other => cellsOf(other).filter(cell => Math.abs(cell.box.x - box.x) < aligned * line.height))
  const [name, ...rest] = under
  return (
    name !== undefined &&
    name.box.y - box.y < mostDown * line.height &&
    looksLikeName(name.text) &&
    rest.some(({ text: below }) => looksLikeAddress(below))
  )
}

/** Lines of two columns interleave. */
const mostLinesOfBlock = 6

function isBareLabel({ text, words }: NameCell): boolean {
  return (
    !/[:#]/.test(text) &&
    words.length <= 3 &&
    /^\p{Lu}[\p{L} ]+$/u.test(text) &&
    !/\b(?:no|nr|id|date|email|phone|address)\b/i.test(text)
  )
}
